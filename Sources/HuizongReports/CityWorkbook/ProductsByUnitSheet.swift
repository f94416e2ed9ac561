import HuizongCore
import Spreadsheet

/// 品类×区: a block of products by units for each metric, chosen by links that stay in sight.
struct ProductsByUnitSheet: CitySheet {
  static let linkRow = 2
  static let linksEach = 8

  private let book: CityBook
  private let shape: BlockShape
  private var sheet: Worksheet { book.byProduct }
  private var form: Form { book.form }

  init(_ book: CityBook) {
    self.book = book
    shape = BlockShape(book)
  }

  func write() throws(WorkbookError) {
    try setWidths()
    let width = shape.labelWidth + shape.columnWidth * Double(shape.across.count + 1)
    try book.writeTitle(
      "各类产品分单位情况", on: sheet, columns: shape.lastColumn + 1, width: min(width, 200))
    try writeLinks()
    for metric in form.metrics.indices {
      try ProductsByUnitBlock(book, shape, metric).write()
    }
    try sheet.freeze(at: CellAddress(row: shape.firstRow, column: 1))
    try sheet.set(
      book.page(.a3) {
        $0.repeatedRows = 0...1
        $0.repeatedColumns = 0...0
        let each = shape.unitsAcross ? 2 : 1
        $0.rowBreaks = stride(from: each, to: form.metrics.count, by: each).map(shape.top)
      })
  }

  private func setWidths() throws(WorkbookError) {
    try sheet.setWidth(ofColumns: 0...0, to: shape.labelWidth)
    try sheet.setWidth(ofColumns: 1...shape.lastColumn - 1, to: shape.columnWidth)
    try sheet.setWidth(
      ofColumns: shape.lastColumn...shape.lastColumn, to: shape.columnWidth + 3)
  }

  private func writeLinks() throws(WorkbookError) {
    try sheet.write(
      "点指标名看该表：", at: CellAddress(row: ProductsByUnitSheet.linkRow, column: 0),
      book.styles.note)
    for metric in form.metrics.indices {
      let (line, place) = metric.quotientAndRemainder(dividingBy: ProductsByUnitSheet.linksEach)
      let row = ProductsByUnitSheet.linkRow + line
      let cell = CellAddress(row: row, column: 1 + place * 2)
      try sheet.merge(CellRange(cell, cell.offset(columns: 1)), .blank, link)
      let target = sheet.reference(CellAddress(row: shape.top(metric), column: 0))
      try sheet.writeLink(book.label(metric), to: target, at: cell, link)
    }
  }

  private var link: Style {
    book.styles.link.with {
      $0.horizontal = .center
      $0.vertical = .center
      $0.shrinks = true
    }
  }
}
