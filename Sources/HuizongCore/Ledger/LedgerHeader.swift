/// What a column of a ledger's file holds.
enum LedgerColumn: Hashable {
  /// A column of the form.
  case form(Int)
  case unit, period, explanation
  /// 序号: known and not kept.
  case ignored
  /// Without a label: nothing belongs there.
  case blank
  case unknown
}

/// Where the rows of a ledger lie: its heading, its header, its columns.
struct LedgerLayout {
  var kinds: [LedgerColumn]
  var rows: RecordScanner
  var header: Place
  var heading: Heading
  var findings: [Finding] = []

  func column(of kind: LedgerColumn) -> Int? { kinds.firstIndex(of: kind) }
}

/// Finds a ledger by the labels of its columns.
struct LedgerFinder {
  let form: Form
  let ledger: LedgerForm
  private let cells = CellReader()

  init(form: Form, ledger: LedgerForm) {
    self.form = form
    self.ledger = ledger
  }

  /// A heading is a few rows; a file whose first rows hold no header is something else.
  private static let mostRecords = 200

  /// Nil when no separator gives a header.
  func find(in text: Span<UInt8>) -> LedgerLayout? {
    let start = FirstLine(text)
    if let named = start.separator {
      return find(in: text, RecordScanner(separator: named, offset: start.offset, line: 2))
    }
    for separator in Separator.allCases {
      if let layout = find(in: text, RecordScanner(separator: separator)) { return layout }
    }
    return nil
  }

  private func find(in text: Span<UInt8>, _ start: RecordScanner) -> LedgerLayout? {
    var scanner = start
    var record = Record()
    var heading = Heading(labels: ledger.headings)
    while record.row < LedgerFinder.mostRecords, scanner.next(in: text, into: &record) {
      if isHeader(text, record) { return layout(text, scanner, record, heading) }
      _ = heading.take(text, record)
    }
    return nil
  }

  /// At least half of the form's columns: a row of words may name one by chance.
  func isHeader(_ text: Span<UInt8>, _ record: Record) -> Bool {
    let named = record.fields.count { field in
      field.start < field.end && ledger.labels.entry(cells.label(text, field).span) != nil
    }
    return named >= 2 && named * 2 >= ledger.columns.count
  }

  // MARK: Columns

  private func layout(
    _ text: Span<UInt8>, _ rows: RecordScanner, _ record: Record, _ heading: Heading
  ) -> LedgerLayout {
    let header = Place(line: record.line, row: record.row, column: 0)
    var layout = LedgerLayout(kinds: [], rows: rows, header: header, heading: heading)
    for (index, field) in record.fields.enumerated() {
      let place = Place(line: field.line, row: record.row, column: index + 1)
      layout.kinds.append(column(text, field, place, &layout))
    }
    while layout.kinds.last == .blank { layout.kinds.removeLast() }
    reportMissing(&layout)
    return layout
  }

  private func column(
    _ text: Span<UInt8>, _ field: Field, _ place: Place, _ layout: inout LedgerLayout
  ) -> LedgerColumn {
    let label = cells.label(text, field)
    if label.isEmpty { return .blank }
    if let column = ledger.labels.entry(label.span) {
      guard let first = layout.column(of: .form(column)) else { return .form(column) }
      layout.findings.append(
        Finding(
          .repeatedLedgerColumn, at: place, Fact("label", ledger.columns[column].name),
          Fact("first", Place.letters(first + 1)), Fact("second", Place.letters(place.column))))
      return .unknown
    }
    if ledger.words.unit.contains(where: { Label.folded($0) == label }) { return .unit }
    switch form.labels.word(label.span) {
    case .unit: return .unit
    case .period: return .period
    case .explanation: return .explanation
    case .ignored: return .ignored
    default: break
    }
    let found = CellText.shown(cells.words(text, field))
    layout.findings.append(Finding(.unknownLedgerColumn, at: place, Fact(.found, found)))
    return .unknown
  }

  /// A column that is there under a misspelled name is missing, and no unknown one as well.
  private func reportMissing(_ layout: inout LedgerLayout) {
    for column in ledger.columns.indices where layout.column(of: .form(column)) == nil {
      let name = ledger.columns[column].name
      let near = layout.findings.firstIndex { finding in
        guard finding.code == .unknownLedgerColumn, case .text(let found) = finding.fact(.found)
        else { return false }
        return Spelling.nearest(to: found, among: [name]) != nil
      }
      var facts = [Fact("label", name)]
      if let near, let found = layout.findings[near].fact(.found) {
        facts.append(Fact(.found, found))
      }
      let place = near.map { layout.findings[$0].place } ?? layout.header
      if let near { layout.findings.remove(at: near) }
      layout.findings.append(Finding(.missingLedgerColumn, at: place, facts: facts))
    }
  }
}
