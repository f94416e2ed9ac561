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

/// Where the table of a file lies: its separator, its header, its columns.
///
/// The three shapes differ only here. A tidy file has columns for unit and period; the others say
/// them in the heading above the table; the official form has a row of groups above its metrics.
struct Layout {
  let separator: Separator
  /// Behind the header: where the rows begin.
  var rows: RecordScanner
  var columns: [Column] = []
  var header = Place.wholeFile
  /// The header's cells as text, for messages.
  var labels: [String] = []
  /// The column of each metric, from 0.
  var metricColumns: [Int?]
  var findings: [Finding] = []

  /// A tidy file says unit or period in every row.
  var isTidy: Bool { unitColumn != nil || periodColumn != nil }

  /// Fixed once the header is read: rows ask for them all the time.
  private(set) var categoryColumn = 0
  private(set) var explanationColumn: Int?
  private(set) var unitColumn: Int?
  private(set) var periodColumn: Int?
  private(set) var lastMetricColumn = 0

  /// How many columns have a label, up to the last one.
  var width: Int { (columns.lastIndex { $0 != .blank } ?? 0) + 1 }

  mutating func settle() {
    categoryColumn = columns.firstIndex(of: .category) ?? 0
    explanationColumn = columns.firstIndex(of: .explanation)
    unitColumn = columns.firstIndex(of: .unit)
    periodColumn = columns.firstIndex(of: .period)
    lastMetricColumn = metricColumns.compactMap { $0 }.max() ?? 0
  }
}

/// Finds the table by the form's own labels.
struct LayoutFinder {
  let form: Form
  let cells: CellReader

  /// A heading is a few rows; a file whose first rows hold no header is something else.
  private static let mostRecords = 200
  private static let mostBytes = 256 * 1024

  /// The layout, and the records above the header; nil when no separator gives a header.
  func find(in text: Span<UInt8>) -> Layout? {
    let start = FirstLine(text)
    if let named = start.separator {
      return find(in: text, RecordScanner(separator: named, offset: start.offset, line: 2))
    }
    for separator in Separator.allCases {
      if let layout = find(in: text, RecordScanner(separator: separator)) { return layout }
    }
    return nil
  }

  private func find(in text: Span<UInt8>, _ start: RecordScanner) -> Layout? {
    var scanner = start
    var record = Record()
    var above = Record()
    while scanner.next(in: text, into: &record) {
      if let metrics = headerMetrics(text, record) {
        return layout(text, scanner, above, record, metrics)
      }
      if record.fields.contains(where: { $0.start < $0.end }) { swap(&above, &record) }
      if record.row > LayoutFinder.mostRecords || scanner.offset > LayoutFinder.mostBytes { return nil }
    }
    return nil
  }

  /// How many metrics the record names, when it is enough for a header.
  private func headerMetrics(_ text: Span<UInt8>, _ record: Record) -> Int? {
    guard record.fields.count > 1 else { return nil }
    var metrics = 0
    var hasCategory = false
    for field in record.fields where field.start < field.end {
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
    _ text: Span<UInt8>, _ scanner: RecordScanner, _ above: Record, _ record: Record, _ metrics: Int
  ) -> Layout {
    var further = scanner
    var next = Record()
    if further.next(in: text, into: &next), let more = headerMetrics(text, next), more > metrics {
      return HeaderReader(form: form, cells: cells).read(text, further, above: record, next)
    }
    return HeaderReader(form: form, cells: cells).read(text, scanner, above: above, record)
  }
}

/// A first line `sep=,`, which tells a spreadsheet the separator and is no row of the sheet.
struct FirstLine {
  private(set) var separator: Separator?
  private(set) var offset = 0

  init(_ text: Span<UInt8>) {
    let mark: StaticString = "sep="
    guard text.count > mark.utf8CodeUnitCount else { return }
    for index in 0..<mark.utf8CodeUnitCount where text[index] | 0x20 != mark.utf8Start[index] | 0x20 {
      return
    }
    var end = mark.utf8CodeUnitCount
    while end < text.count, text[end] != Byte.lineFeed, text[end] != Byte.carriageReturn { end += 1 }
    separator = Separator(named: text.extracting(mark.utf8CodeUnitCount..<end))
    if end < text.count, text[end] == Byte.carriageReturn { end += 1 }
    if end < text.count, text[end] == Byte.lineFeed { end += 1 }
    offset = end
  }
}
