import HuizongCore
import Spreadsheet

/// 图表: the charts that the form asks for, each beside the figures that it draws.
struct ChartsSheet: CitySheet {
  static let firstRow = 3
  /// Rows of 20 pixels that an A3 page takes.
  private static let pageRows = 50

  private let book: CityBook
  private let tables: [ChartTable]
  private var sheet: Worksheet { book.charts }

  init(_ book: CityBook) {
    self.book = book
    tables = book.form.charts.map { ChartTable($0, book) }.filter { !$0.rows.isEmpty }
  }

  func write() throws(WorkbookError) {
    let shape = ChartShape(tables)
    try book.writeTitle("图表", on: sheet, columns: shape.lastColumn + 1, width: 200)
    try shape.setWidths(on: sheet)
    var row = ChartsSheet.firstRow
    var page = row
    var breaks: [Int] = []
    for table in tables {
      let band = ChartBand(book, table, shape, row)
      if row + band.height - page > ChartsSheet.pageRows {
        breaks.append(row)
        page = row
      }
      try band.write()
      row += band.height
    }
    if tables.isEmpty { try writeNone() }
    try sheet.freeze(at: CellAddress(row: 2, column: 0))
    try sheet.set(
      book.page(.a3) {
        $0.repeatedRows = 0...ChartsSheet.firstRow - 1
        $0.rowBreaks = breaks
      })
  }

  private func writeNone() throws(WorkbookError) {
    let text = book.form.charts.isEmpty ? "表式文件里没有写要画哪些图。" : "没有收入汇总的报表。"
    try sheet.write(
      text, at: CellAddress(row: ChartsSheet.firstRow, column: 0), book.styles.heading)
  }
}

/// The columns of the sheet: labels, figures, a gap, the charts.
struct ChartShape {
  let labelWidth: Double
  let valueColumns: Int

  init(_ tables: [ChartTable]) {
    let labels = tables.flatMap { $0.rows.map(\.label) }
    labelWidth = max(14, labels.map(TextMeasure.width).max() ?? 0) + 3
    valueColumns =
      tables.map { $0.definition.metrics.count + ($0.definition.kind.isShare ? 1 : 0) }.max() ?? 1
  }

  static let valueWidth = 16.0
  /// In pixels, all panels of a line together.
  static let chartsWidth = 1_060

  var chartColumn: Int { valueColumns + 2 }
  /// The charts lie over columns of the usual width, 64 pixels.
  var lastColumn: Int { chartColumn + ChartShape.chartsWidth / 64 }

  func setWidths(on sheet: Worksheet) throws(WorkbookError) {
    try sheet.setWidth(ofColumns: 0...0, to: labelWidth)
    try sheet.setWidth(ofColumns: 1...valueColumns, to: ChartShape.valueWidth)
    try sheet.setWidth(ofColumns: valueColumns + 1...valueColumns + 1, to: 2)
  }
}
