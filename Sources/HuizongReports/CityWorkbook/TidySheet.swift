import HuizongCore
import Spreadsheet

/// 明细: a row for each unit, period and product, what a pivot table starts from.
///
/// Only tables that count are in it, so that its sums are the city's.
struct TidySheet: CitySheet {
  private let book: CityBook
  private let layout: TidyLayout

  init(_ book: CityBook) {
    self.book = book
    layout = TidyLayout(book)
  }

  func write() throws(WorkbookError) {
    guard layout.isShown else { return try writeReason() }
    let range = CellRange(
      CellAddress(row: 0, column: 0), CellAddress(row: layout.rows, column: layout.lastColumn))
    var table = Table("明细表", headings: layout.headings)
    table.headingStyle = book.styles.header
    try book.tidy.add(table, over: range)
    try book.tidy.setHeight(ofRow: 0, to: 58)
    try writeRows()
    try setWidths()
    try book.tidy.freeze(at: CellAddress(row: 1, column: layout.firstMetric))
    try book.tidy.set(book.page(.a3) { $0.repeatedRows = 0...0 })
  }

  private func writeReason() throws(WorkbookError) {
    try book.tidy.write(layout.reason, at: CellAddress(row: 0, column: 0), book.styles.heading)
    try book.tidy.set(book.page { _ in })
  }

  private func writeRows() throws(WorkbookError) {
    var row = 0
    for unit in book.rollUp.counted {
      for table in unit.tables {
        for category in book.form.categories.indices {
          row += 1
          try write(table, category, row)
        }
      }
    }
  }

  private func write(_ table: UnitTable, _ category: Int, _ row: Int) throws(WorkbookError) {
    let (sheet, styles, unit) = (book.tidy, book.styles, book.roster.units[table.unit])
    let texts = [unit.name, unit.code, "\(table.period)", book.form.categories[category].name]
    for (column, text) in texts.enumerated() {
      try sheet.write(text, at: CellAddress(row: row, column: column), styles.text)
    }
    for (metric, definition) in book.form.metrics.enumerated() {
      let cell = CellAddress(row: row, column: layout.column(metric))
      let style = styles.number(definition)
      if let value = table.cells[category * book.form.metrics.count + metric] {
        try sheet.write(book.number(value, metric), at: cell, style)
      } else {
        try sheet.writeBlank(at: cell, style)
      }
    }
    let path = table.source(category, 0)?.path ?? ""
    try sheet.write(path, at: CellAddress(row: row, column: layout.lastColumn), styles.text)
  }

  private func setWidths() throws(WorkbookError) {
    let names = book.rollUp.counted.map { book.roster.units[$0.unit] }
    let paths = book.rollUp.counted.flatMap(\.tables).flatMap(\.parts).map(\.path)
    let texts: [(Int, [String])] = [
      (0, names.map(\.name)), (1, names.map(\.code)),
      (2, book.rollUp.counted.flatMap(\.tables).map { "\($0.period)" }),
      (3, book.form.categories.map(\.name)), (layout.lastColumn, paths),
    ]
    for (column, texts) in texts {
      let width = texts.map(TextMeasure.width).max() ?? 0
      try book.tidy.setWidth(ofColumns: column...column, to: min(60, max(10, width + 3)))
    }
    // The name on a line, its unit on the next: a column breaks before a bracket.
    for metric in book.form.metrics.indices {
      let column = layout.column(metric)
      let width = max(11, TextMeasure.width(book.form.metrics[metric].name) + 1.5)
      try book.tidy.setWidth(ofColumns: column...column, to: width)
    }
  }
}
