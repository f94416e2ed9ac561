import HuizongCore

/// Figures, places and fates in words, the same in every renderer.
extension DiffReport {
  func metric(_ index: Int) -> String { form.metrics[index].label }

  func category(_ index: Int?) -> String {
    index.map { form.categories[$0].name } ?? form.words.total[0]
  }

  /// `“水泥”的“立案（起）”：`
  func place(_ category: Int?, _ metric: Int) -> String {
    say(
      "“\(self.category(category))”的“\(self.metric(metric))”：",
      "“\(self.metric(metric))” of “\(self.category(category))”: ")
  }

  /// The number, or what stood there in its place.
  func text(_ cell: SentCell?, _ metric: Int) -> String {
    guard let cell else { return say("（没有）", "(none)") }
    if let value = cell.value { return report.number(value, metric) }
    guard let text = cell.text else { return say("（读不出）", "(not read)") }
    return say("“\(text)”", "“\(text)”")
  }

  /// `+12`, `-0.5`; nil when there is no telling.
  func change(_ change: Int128?, _ metric: Int) -> String? {
    change.map {
      ($0 > 0 ? "+" : "") + Exact($0, decimals: form.metrics[metric].decimals).description
    }
  }

  func figure(_ value: Int64?, _ metric: Int) -> String {
    value.map { report.number($0, metric) } ?? "—"
  }

  /// The address in the file; with the file's name for a table in several.
  func address(_ cell: SentCell?, _ table: SentTable) -> String? {
    guard let cell, let address = cell.place.cell else { return nil }
    return table.parts.count > 1 ? "\(Terminal.clean(cell.path)) \(address)" : address
  }

  /// The file that a finding is about, where it is not the table's only one.
  func path(_ placed: PlacedFinding, _ table: SentTable) -> String? {
    table.parts.count == 1 && table.parts[0].path == placed.path
      ? nil : Terminal.clean(placed.path)
  }

  /// The changed cells one by one, and rows that are on one side only as one.
  func runs(_ pair: Resubmission) -> [Range<Int>] {
    let cells = pair.cells
    var runs: [Range<Int>] = []
    while let start = runs.last?.upperBound ?? cells.indices.first, start < cells.endIndex {
      let row = cells[start...].prefix {
        $0.category == cells[start].category && $0.category != nil
          && ($0.old == nil) == (cells[start].old == nil)
          && ($0.new == nil) == (cells[start].new == nil)
      }
      let isRow =
        row.count == form.metrics.count && (cells[start].old == nil || cells[start].new == nil)
      runs.append(start..<(isRow ? row.endIndex : start + 1))
    }
    return runs
  }

  /// `E7`, or `旧 E7、新 F9`.
  func addresses(_ change: CellChange, _ pair: Resubmission) -> String {
    let old = address(change.old, pair.old)
    let new = address(change.new, pair.new)
    if let old, old == new { return old }
    return list(
      [
        old.map { say("旧 \($0)", "old \($0)") }, new.map { say("新 \($0)", "new \($0)") },
      ].compactMap { $0 })
  }

  // MARK: Words

  func field(_ field: HeadingChange.Field) -> String {
    switch field {
    case .unit: form.words.unit[0]
    case .period: form.words.period[0]
    case .revision: form.words.revision[0]
    case .total: say("\(form.words.total[0])行", "the row \(form.words.total[0])")
    case .note(let label): label
    }
  }

  func orNone(_ text: String?) -> String { text ?? say("（没有）", "(none)") }

  func fate(_ fate: FindingChange.Fate) -> String {
    switch fate {
    case .opened: say("新出现", "new")
    case .reopened: say("说明失效，重新待说明", "open again: explained before")
    case .stillOpen: say("仍未解决", "still open")
    case .explained: say("这次已说明", "explained now")
    case .stillExplained: say("已说明", "explained as before")
    case .stays: say("仍有的提示", "hints that stay")
    case .closed: say("已解决", "settled")
    }
  }

  /// `错误 2、提示 3`
  func levels(_ findings: [FindingChange]) -> String {
    list(
      Level.allCases.reversed().compactMap { level in
        let count = findings.count { $0.latest?.finding.level == level }
        let name = report.wording.level(level)
        return count > 0 ? say("\(name) \(count)", "\(count) × \(name)") : nil
      })
  }
}
