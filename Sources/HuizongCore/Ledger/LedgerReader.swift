/// Reads files in which no table was found, and which may be ledgers.
final class LedgerReader {
  private let table: TableReader
  private let ledger: LedgerForm
  private let finder: LedgerFinder
  private let rows: LedgerRowReader
  private let cells = CellReader()

  /// Nil when no ledger comes with the form.
  init?(table: TableReader) {
    guard let ledger = table.form.ledger else { return nil }
    self.table = table
    self.ledger = ledger
    finder = LedgerFinder(form: table.form, ledger: ledger)
    rows = LedgerRowReader(ledger, year: table.form.year)
  }

  /// The ledgers of the units in the text: one, or as many as a column 单位 names; nil when there is
  /// none.
  func read(_ text: Span<UInt8>) -> [Ledger]? {
    guard var layout = finder.find(in: text) else { return nil }
    var reading = LedgerReading()
    var record = Record()
    while layout.rows.next(in: text, into: &record) {
      row(text, record, &layout, &reading)
    }
    if reading.ledgers.isEmpty { reading.add(Ledger(ledger, layout)) }
    let closer = LedgerCloser(table: table, ledger: ledger, layout: layout)
    for index in reading.ledgers.indices { closer.close(&reading.ledgers[index]) }
    return reading.ledgers
  }

  private func row(
    _ text: Span<UInt8>, _ record: Record, _ layout: inout LedgerLayout,
    _ reading: inout LedgerReading
  ) {
    let row = LedgerRow(text, record, layout.kinds, cells)
    // Printed again on the next page.
    if finder.isHeader(text, record) { return }
    if row.mayBeginFooter(content: ledger.content).contains(where: {
      begins(text, record.fields[$0])
    }),
      layout.heading.take(text, record)
    {
      return
    }
    if row.filled.isEmpty { return }
    let index = reading.ledger(row, layout) { Ledger(ledger, layout) }
    rows.read(row, into: &reading.ledgers[index])
  }

  private func begins(_ text: Span<UInt8>, _ field: Field) -> Bool {
    LabelledText(text.extracting(field.range), ledger.headings) != nil
  }
}

/// Ledgers being read.
private struct LedgerReading {
  var ledgers: [Ledger] = []
  private var indexes: [[String]: Int] = [:]
  private var unit = ""
  private var period = ""

  mutating func add(_ ledger: Ledger) { ledgers.append(ledger) }

  /// The ledger that the row belongs to. Cells that were merged over several rows have their text in
  /// the first one.
  mutating func ledger(
    _ row: LedgerRow, _ layout: LedgerLayout, _ make: () -> Ledger
  ) -> Int {
    if let text = layout.column(of: .unit).flatMap(row.text), !text.isEmpty { unit = text }
    if let text = layout.column(of: .period).flatMap(row.text), !text.isEmpty { period = text }
    if let index = indexes[[unit, period]] { return index }
    var ledger = make()
    ledger.unitText = unit
    ledger.periodText = period
    ledger.place = row.place(0)
    indexes[[unit, period]] = ledgers.count
    ledgers.append(ledger)
    return ledgers.count - 1
  }
}

extension Ledger {
  init(_ form: LedgerForm, _ layout: LedgerLayout) {
    columns = form.columns.indices.map { (layout.column(of: .form($0)) ?? -1) + 1 }
    header = layout.header
  }
}

/// A record as the cells of a ledger's row.
struct LedgerRow {
  /// Without what cannot be seen, and narrow where it was wide: to be recognised.
  let texts: [String]
  /// As written, without the spaces around: to be kept.
  private let written: [String]
  let places: [Place]
  let kinds: [LedgerColumn]
  let row: Int

  init(_ text: Span<UInt8>, _ record: Record, _ kinds: [LedgerColumn], _ cells: CellReader) {
    var written: [String] = []
    for field in record.fields { written.append(cells.string(text, field)) }
    texts = written.map { CellText($0).plain }
    self.written = written
    self.kinds = kinds
    row = record.row
    places = record.fields.enumerated().map {
      Place(line: $0.element.line, row: record.row, column: $0.offset + 1)
    }
  }

  /// Empty behind the end of a row: spreadsheets leave blank cells out there.
  func text(_ column: Int) -> String { column < texts.count ? texts[column] : "" }

  func words(_ column: Int) -> String {
    let isSpace = { (scalar: Unicode.Scalar) in Scalars.isSpace(scalar.value) }
    let text = column < written.count ? written[column].unicodeScalars : .init()
    let end = text.reversed().drop(while: isSpace)
    return String(String.UnicodeScalarView(end.reversed().drop(while: isSpace)))
  }

  func place(_ column: Int) -> Place {
    column < places.count
      ? places[column] : Place(line: places.last?.line ?? 0, row: row, column: column + 1)
  }

  func kind(_ column: Int) -> LedgerColumn { column < kinds.count ? kinds[column] : .blank }

  /// Where a footer may begin: in the first column with anything in it, with a serial number before
  /// it or in its place. A case may begin with a word that is a label too, but then its date stands
  /// before it.
  func mayBeginFooter(content: Int) -> [Int] {
    let firsts = [texts.firstIndex { !$0.isEmpty }, filled.first].compactMap { $0 }
    return firsts.filter { kind($0) != .form(content) }
  }

  /// The columns with anything in them, serial numbers apart.
  var filled: [Int] { texts.indices.filter { !texts[$0].isEmpty && kind($0) != .ignored } }
}
