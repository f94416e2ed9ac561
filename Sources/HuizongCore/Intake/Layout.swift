/// What a column of the file holds.
enum Column: Sendable, Hashable {
  case metric(Int)
  case category, unit, period, explanation
  /// A column without a label: nothing belongs there.
  case blank
  /// A column that the form knows and does not count: 序号, 备注.
  case ignored
  case unknown
}

/// The columns of a table; a class, because every row asks for them and they never change.
final class Columns: Sendable {
  let separator: Separator
  let kinds: [Column]
  /// The column of each metric, from 0.
  let metrics: [Int?]
  let category: Int
  let explanation: Int?
  let unit: Int?
  let period: Int?
  let lastMetric: Int
  /// Every column has a label: a row of just as many fields cannot have moved.
  let areLabelled: Bool
  /// How many columns have a label, up to the last one.
  let width: Int
  /// Some column has its label, or its meaning, from the row above the header.
  let useRowAbove: Bool
  /// For the rows that hold nothing but what the form asks for.
  let quickRow: QuickRow?

  init(
    separator: Separator, kinds: [Column], metrics: [Int?], useRowAbove: Bool, form: Form
  ) {
    self.separator = separator
    self.kinds = kinds
    self.metrics = metrics
    self.useRowAbove = useRowAbove
    category = kinds.firstIndex(of: .category) ?? 0
    explanation = kinds.firstIndex(of: .explanation)
    unit = kinds.firstIndex(of: .unit)
    period = kinds.firstIndex(of: .period)
    lastMetric = metrics.compactMap { $0 }.max() ?? 0
    areLabelled = !kinds.contains(.blank)
    width = (kinds.lastIndex { $0 != .blank } ?? 0) + 1
    quickRow = QuickRow(kinds, lastMetric: lastMetric, separator, form)
  }

  /// A tidy file says unit or period in every row.
  var areTidy: Bool { unit != nil || period != nil }
}

/// Where the table of a file lies: its heading, its header, its columns.
///
/// The three shapes differ only here. A tidy file has columns for unit and period; the others say
/// them in the heading above the table; the official form has a row of groups above its metrics.
struct Layout {
  let columns: Columns
  /// Behind the header: where the rows begin.
  var rows: RecordScanner
  var header: Place
  /// What stands above the table.
  var heading: Heading
  var findings: [Finding] = []
}

/// Finds the table by the form's own labels.
final class LayoutFinder {
  private let form: Form
  private let cells = CellReader()
  private var known: [KnownHeader] = []
  /// Memory for the rows above a header, taken out while it is used.
  private var spare = (record: Record(), above: Record())

  /// As many as a city's units have different programs to write CSV with.
  private static let mostKnown = 32

  init(form: Form) { self.form = form }

  /// A heading is a few rows; a file whose first rows hold no header is something else.
  fileprivate static let mostRecords = 200
  fileprivate static let mostBytes = 256 * 1024

  /// Nil when no separator gives a header.
  func find(in text: Span<UInt8>) -> Layout? {
    let start = FirstLine(text)
    if let named = start.separator {
      return find(in: text, RecordScanner(separator: named, offset: start.offset, line: 2))
    }
    for separator in Separator.allCases where separator.occurs(in: text) {
      if let layout = find(in: text, RecordScanner(separator: separator)) { return layout }
    }
    return nil
  }

  private func find(in text: Span<UInt8>, _ start: RecordScanner) -> Layout? {
    var scanner = start
    var (record, above) = spare
    spare = (Record(), Record())
    defer { spare = (record, above) }
    above.fields.removeAll(keepingCapacity: true)
    var block = HeaderBlock()
    var heading = Heading(form: form)
    while true {
      if let layout = knownLayout(text, scanner, heading) { return layout }
      block.begin(scanner)
      guard scanner.next(in: text, into: &record) else { return nil }
      if let metrics = headerMetrics(text, record) {
        return layout(text, scanner, above, record, metrics, heading, block)
      }
      let says = heading.take(text, record)
      if record.fields.contains(where: { $0.start < $0.end }) {
        swap(&above, &record)
        block.keepAsAbove(says: says)
      }
      if scanner.row > LayoutFinder.mostRecords || scanner.offset > LayoutFinder.mostBytes {
        return nil
      }
    }
  }

  private func knownLayout(
    _ text: Span<UInt8>, _ scanner: RecordScanner, _ heading: Heading
  ) -> Layout? {
    for index in known.indices {
      if let layout = known[index].layout(text, scanner, heading) { return layout }
    }
    return nil
  }

  /// How many metrics the record names, when it is enough for a header.
  private func headerMetrics(_ text: Span<UInt8>, _ record: Record) -> Int? {
    guard record.fields.count(where: { $0.start < $0.end }) > 1 else { return nil }
    var metrics = 0
    var hasCategory = false
    for field in record.fields where field.start < field.end {
      guard form.labels.headerFirsts.mayBegin(text.extracting(field.range)) else { continue }
      let label = cells.label(text, field)
      if HeaderLabel.metrics(label, form) != nil { metrics += 1 }
      if form.labels.word(label.span) == .category { hasCategory = true }
    }
    let enough = hasCategory ? 1 : max(2, form.metrics.count / 3)
    return metrics >= enough ? metrics : nil
  }

  /// The header is this record, or the next one when that names more: in the official form a group of
  /// one metric may carry it in the row of groups.
  private func layout(
    _ text: Span<UInt8>, _ scanner: RecordScanner, _ above: Record, _ record: Record,
    _ metrics: Int, _ heading: Heading, _ block: HeaderBlock
  ) -> Layout {
    let reader = HeaderReader(form: form, cells: cells)
    var further = scanner
    var next = Record()
    if further.next(in: text, into: &next), let more = headerMetrics(text, next), more > metrics {
      return reader.read(text, further, above: record, next, heading)
    }
    let layout = reader.read(text, scanner, above: above, record, heading)
    remember(KnownHeader(text, layout, block))
    return layout
  }

  private func remember(_ header: KnownHeader?) {
    guard let header else { return }
    if known.count == LayoutFinder.mostKnown { known.removeFirst() }
    known.append(header)
  }
}

/// Where a header begins, by itself and with the row above it.
private struct HeaderBlock {
  typealias Start = (offset: Int, row: Int, line: Int)

  private(set) var header: Start = (0, 0, 0)
  /// Nil when there is no row above, or one that says something else besides.
  private(set) var above: Start?

  mutating func begin(_ scanner: RecordScanner) {
    header = (scanner.offset, scanner.row, scanner.line)
  }

  mutating func keepAsAbove(says: Bool) { above = says ? nil : header }
}

/// A header read before, byte for byte: a city's files have few different ones, and reading each anew
/// took a third of the time of a whole file. Cutting it into fields to compare those took a tenth.
/// (Measured over 36,000 files.)
private struct KnownHeader {
  /// The row above is a part of it where a label came from there; else it may be the heading.
  private let bytes: [UInt8]
  private let columns: Columns
  /// From the first row of the block to the header, and behind it.
  private let toHeader: (rows: Int, lines: Int)
  private let toRows: (rows: Int, lines: Int)

  /// Only a header with every metric and no fault is kept, and one that ends with its line.
  init?(_ text: Span<UInt8>, _ layout: Layout, _ block: HeaderBlock) {
    guard layout.findings.isEmpty, layout.rows.strayQuotes.isEmpty,
      let start = layout.columns.useRowAbove ? block.above : block.header
    else { return nil }
    let end = layout.rows.offset
    guard text[end - 1] == Byte.lineFeed else { return nil }
    bytes = text.extracting(start.offset..<end).withUnsafeBufferPointer { Array($0) }
    columns = layout.columns
    toHeader = (block.header.row - start.row, block.header.line - start.line)
    toRows = (layout.rows.row - start.row, layout.rows.line - start.line)
  }

  /// The layout when the header begins where the scanner stands.
  func layout(_ text: Span<UInt8>, _ scanner: RecordScanner, _ heading: Heading) -> Layout? {
    let end = scanner.offset + bytes.count
    guard scanner.separator == columns.separator, end <= text.count,
      text[scanner.offset] == bytes[0], end <= LayoutFinder.mostBytes,
      scanner.row + toRows.rows <= LayoutFinder.mostRecords,
      LabelIndex.equal(text.extracting(scanner.offset..<end), bytes.span)
    else { return nil }
    let header = Place(
      line: scanner.line + toHeader.lines, row: scanner.row + toHeader.rows + 1, column: 0)
    var rows = scanner
    rows.skip(to: end, rows: toRows.rows, lines: toRows.lines)
    return Layout(columns: columns, rows: rows, header: header, heading: heading)
  }
}

/// A first line `sep=,`, which tells a spreadsheet the separator and is no row of the sheet.
struct FirstLine {
  private(set) var separator: Separator?
  private(set) var offset = 0

  init(_ text: Span<UInt8>) {
    let mark: StaticString = "sep="
    guard text.count > mark.utf8CodeUnitCount else { return }
    for index in 0..<mark.utf8CodeUnitCount where text[index] | 0x20 != mark.utf8Start[index] | 0x20
    {
      return
    }
    var end = mark.utf8CodeUnitCount
    while end < text.count, text[end] != Byte.lineFeed, text[end] != Byte.carriageReturn {
      end += 1
    }
    separator = Separator(named: text.extracting(mark.utf8CodeUnitCount..<end))
    if end < text.count, text[end] == Byte.carriageReturn { end += 1 }
    if end < text.count, text[end] == Byte.lineFeed { end += 1 }
    offset = end
  }
}
