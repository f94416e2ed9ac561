import HuizongCore
import Spreadsheet

/// 环比: each month against the one before, with all tables there are, and like for like: with the
/// units only that have both months.
struct ChangesSheet: CitySheet {
  static let labelWidth = 30.0
  static let valueWidth = 13.0
  static let lastColumn = 9
  private static let firstRow = 3

  private let book: CityBook
  private let pairs: [MonthPair]

  init(_ book: CityBook) {
    self.book = book
    pairs = MonthPair.all(book.monthFigures)
  }

  private var width: Double { ChangesSheet.labelWidth + 8 * ChangesSheet.valueWidth + 2 }
  /// Name, two rows of headings, the metrics, a note, and an empty row.
  private var bandRows: Int { book.form.metrics.count + 5 }
  private func top(_ pair: Int) -> Int { ChangesSheet.firstRow + pair * bandRows }

  func write() throws(WorkbookError) {
    guard let annual = book.annual else { return }
    let sheet = annual.changes
    try book.writeTitle(
      "各月环比", on: sheet, columns: ChangesSheet.lastColumn + 1, width: width)
    try writeNote(sheet)
    try setWidths(sheet)
    let scope = ComparableUnits(book, sheet, pairs, top: top(pairs.count))
    for (index, pair) in pairs.enumerated() {
      try ChangesBand(book, annual, pair, scope.column(index), top: top(index)).write()
    }
    if !pairs.isEmpty { try scope.write() }
    try sheet.freeze(at: CellAddress(row: ChangesSheet.firstRow, column: 1))
    try sheet.set(
      book.page {
        $0.repeatedRows = 0...1
        $0.rowBreaks = pairs.indices.map { top($0 + 1) }
      })
  }

  private func writeNote(_ sheet: Worksheet) throws(WorkbookError) {
    let text =
      pairs.isEmpty
      ? "只有一个月，没有环比。"
      : "“已收各表”是每个月收到的全部分月报表，含未计入全年的单位已报的月份；“同口径”只含两个月都报了分月表的单位，"
        + "名单在本表最后，改其中的 1 和 0，同口径的数随之变化。只报累计表的单位分不到各月，两种算法都不含。"
    let range = CellRange(rows: 2...2, columns: 0...ChangesSheet.lastColumn)
    try sheet.merge(range, text, book.styles.remark)
    try sheet.setHeight(ofRow: 2, to: TextHeight.points([(text, width)]))
  }

  private func setWidths(_ sheet: Worksheet) throws(WorkbookError) {
    try sheet.setWidth(ofColumns: 0...0, to: ChangesSheet.labelWidth)
    try sheet.setWidth(ofColumns: 1...ChangesSheet.lastColumn, to: ChangesSheet.valueWidth)
    try sheet.setWidth(ofColumns: 5...5, to: 2)
  }
}
