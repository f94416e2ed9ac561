/// A table as one side of a comparison has it: whole or in parts, perhaps with a heading that does
/// not say whose it is, perhaps a file that holds no table at all.
public struct SentTable: Sendable {
  public let parts: [Entry]
  public let unit: Int?
  public let period: Period?
  /// About its files: rivals, doubles, what a revision replaced.
  public let filing: [PlacedFinding]
  let cells: TableCells

  /// A table whose heading is read.
  init(_ choice: VersionChooser.Choice, _ filing: [PlacedFinding]) {
    parts = choice.table.parts
    unit = choice.table.unit
    period = choice.table.period
    cells = choice.table.cells
    self.filing = filing
  }

  /// A table whose heading is not, or a file without one.
  init(_ entry: Entry, _ form: Form) {
    parts = [entry]
    unit = entry.unit
    period = entry.period
    cells = parts.cells(form)
    filing = []
  }

  var key: TableKey? { TableKey(unit, period) }

  public var status: Status {
    filing.contains { $0.finding.level == .error } ? .rejected : parts.status
  }

  public var hasTable: Bool { parts.contains { $0.submission != nil } }

  /// Two different tables were sent for one unit and period, and nothing says which one counts.
  public var isRival: Bool { filing.contains { $0.finding.code == .rivalVersions } }

  /// There is one table, and its figures can be compared.
  public var isClear: Bool { hasTable && !isRival }

  /// What the checks found in it.
  public var findings: [PlacedFinding] {
    filing
      + parts.flatMap { part in part.findings.map { PlacedFinding(path: part.path, $0) } }
  }

  // MARK: Cells

  /// Nil where the file has no such row or column.
  func cell(_ category: Int, _ metric: Int) -> SentCell? {
    guard let part = parts.part(with: category), let table = part.submission?.table,
      table.columns[metric] > 0
    else { return nil }
    let value = table[category, metric]
    let text = value == nil ? part.text(category, metric) : nil
    return SentCell(
      value: value, text: text, path: part.path, place: table.place(category, metric))
  }

  /// The 合计 as written; nil for a table without one, or with one for each part.
  func total(_ metric: Int) -> SentCell? {
    guard let part = totalPart, let submission = part.submission, let total = submission.total,
      submission.table.columns[metric] > 0
    else { return nil }
    let place = Place(
      line: Int(total.origin.line), row: Int(total.origin.row),
      column: Int(submission.table.columns[metric]))
    let text = total.values[metric] == nil ? part.text(nil, metric) : nil
    return SentCell(value: total.values[metric], text: text, path: part.path, place: place)
  }

  var totalPart: Entry? {
    let totals = parts.filter { $0.submission?.total != nil }
    return totals.count == 1 ? totals[0] : nil
  }
}

/// What stands in a cell of a file.
public struct SentCell: Sendable {
  /// Nil when it holds no readable number.
  public let value: Int64?
  /// What stands there in place of a number, where a finding says it.
  public let text: String?
  public let path: String
  public let place: Place

  func says(the other: SentCell) -> Bool { value == other.value && text == other.text }
}

extension Entry {
  /// What was found in a cell in place of a number.
  fileprivate func text(_ category: Int?, _ metric: Int) -> String? {
    for finding in findings where finding.category == category && finding.metric == metric {
      if case .text(let text) = finding.fact(.found) { return text }
    }
    return nil
  }
}

extension SentTable {
  /// The tables that one side holds, in the order of their files.
  static func tables(_ entries: [Entry], _ form: Form, _ book: RuleBook) -> [SentTable] {
    var order: [TableKey] = []
    var byKey: [TableKey: [Entry]] = [:]
    var unplaced: [SentTable] = []
    for entry in entries where !entry.isLeftOut {
      guard let key = TableKey(entry.unit, entry.period), entry.submission != nil else {
        unplaced.append(SentTable(entry, form))
        continue
      }
      if byKey[key] == nil { order.append(key) }
      byKey[key, default: []].append(entry)
    }
    let chooser = VersionChooser(form: form, newest: [:])
    let placed = order.map { key in
      let choice = chooser.choose(byKey[key] ?? [], unit: key.unit, period: key.period)
      return SentTable(choice, book.levelled(choice.findings))
    }
    return placed + unplaced
  }
}
