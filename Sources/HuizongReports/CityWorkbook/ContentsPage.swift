import HuizongCore
import Spreadsheet

/// Writes 目录 from the top down.
struct ContentsPage {
  private let book: CityBook
  private var row = 0
  private var sheet: Worksheet { book.contents }

  init(_ book: CityBook) { self.book = book }

  mutating func next(height: Double) throws(WorkbookError) {
    try sheet.setHeight(ofRow: row, to: height)
    row += 1
  }

  private func cells(_ column: Int, _ count: Int) -> CellRange {
    CellRange(rows: row...row, columns: column...column + count - 1)
  }

  mutating func line(_ text: String, _ style: Style, height: Double) throws(WorkbookError) {
    try sheet.merge(cells(0, ContentsSheet.columns), text, style)
    try next(height: height)
  }

  mutating func section(_ text: String) throws(WorkbookError) {
    try next(height: 8)
    try line(text, book.styles.section, height: 24)
  }

  /// A paragraph over the whole width.
  mutating func text(_ text: String) throws(WorkbookError) {
    let height = TextHeight.points([(text, ContentsSheet.width)], size: 11)
    try line(text, book.styles.paragraph.with { $0.font.size = 11 }, height: height)
  }

  /// A row of a table; each text goes over so many columns.
  mutating func row(_ texts: [(String, Int)], _ style: Style) throws(WorkbookError) {
    var column = 0
    for (text, count) in texts {
      try sheet.merge(cells(column, count), text, style)
      column += count
    }
    let widths = texts.map { (text: $0.0, width: Double($0.1) * ContentsSheet.columnWidth) }
    try next(height: max(20, TextHeight.points(widths)))
  }

  /// A metric and its total, live from 全市汇总; empty beyond the last metric.
  func figure(_ metric: Int, column: Int) throws(WorkbookError) {
    guard metric < book.form.metrics.count else { return }
    let definition = book.form.metrics[metric]
    let name = "\(definition.group)·\(definition.label)"
    try sheet.merge(cells(column, 2), name, book.styles.label.with { $0.indent = 1 })
    let source = book.city.reference(FormGrid(form: book.form).total(metric))
    let value = book.number(book.rollUp.total(metric, book.form), metric)
    try sheet.write(
      Formula("\(source)", value: value), at: CellAddress(row: row, column: column + 2),
      book.styles.total(definition))
  }

  /// A sheet with what it shows.
  mutating func link(_ target: Worksheet, _ text: String) throws(WorkbookError) {
    try link(target, column: 0)
    try sheet.merge(cells(1, ContentsSheet.columns - 1), text, book.styles.label)
    try next(height: 20)
  }

  func link(_ target: Worksheet, column: Int) throws(WorkbookError) {
    let style = book.styles.link.with {
      $0.vertical = .center
      $0.shrinks = true
    }
    try sheet.writeLink(
      target.name, to: target.reference(CellAddress(row: 0, column: 0)),
      at: CellAddress(row: row, column: column), style)
  }
}
