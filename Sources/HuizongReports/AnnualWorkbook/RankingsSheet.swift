import HuizongCore
import Spreadsheet

/// 排名: units beside products, a band for each figure.
struct RankingsSheet: CitySheet {
  static let firstRow = 3
  static let productColumn = 6

  private let book: CityBook

  init(_ book: CityBook) { self.book = book }

  private static let widths: [Double] = [6, 16, 14, 12, 12, 2, 6, 30, 14, 12, 12]

  func write() throws(WorkbookError) {
    guard let sheet = book.annual?.rankings else { return }
    let widths = RankingsSheet.widths
    let width = widths.reduce(0, +)
    try book.writeTitle("排名", on: sheet, columns: widths.count, width: width)
    for (column, width) in widths.enumerated() {
      try sheet.setWidth(ofColumns: column...column, to: width)
    }
    try writeNote(sheet, width)
    var row = RankingsSheet.firstRow
    var breaks: [Int] = []
    for (index, metrics) in Ranking.figures(book.form).enumerated() {
      if index > 0 { breaks.append(row) }
      row = try write(metrics, index, row, sheet)
    }
    try sheet.freeze(at: CellAddress(row: RankingsSheet.firstRow, column: 0))
    try sheet.set(
      book.page {
        $0.repeatedRows = 0...1
        $0.rowBreaks = breaks
      })
  }

  private func writeNote(_ sheet: Worksheet, _ width: Double) throws(WorkbookError) {
    let text = "次序按写出时的数排定；名次和占比是公式，数改了会跟着变，行的次序不变。同数同名次。只列计入全年的单位。"
    let range = CellRange(rows: 2...2, columns: 0...RankingsSheet.widths.count - 1)
    try sheet.merge(range, text, book.styles.remark)
    try sheet.setHeight(ofRow: 2, to: TextHeight.points([(text, width)]))
  }

  /// Returns the row below.
  private func write(
    _ metrics: [Int], _ index: Int, _ row: Int, _ sheet: Worksheet
  ) throws(WorkbookError) -> Int {
    let source = ChartSource(book, metrics)
    let (units, products) = (source.units(), source.categories())
    let name = name(metrics)
    let title = "\(index + 1)．\(name)\(book.shortDraftMark)"
    try sheet.write(title, at: CellAddress(row: row, column: 0), book.styles.section)
    try sheet.setHeight(ofRow: row, to: 22)
    try RankingList(book, sheet, Ranking(units, metrics), row + 1, 0).write("单位", title: name)
    try RankingList(
      book, sheet, Ranking(products, metrics), row + 1, RankingsSheet.productColumn
    ).write(book.form.words.category[0], title: name)
    return row + max(units.count, products.count) + 3
  }

  private func name(_ metrics: [Int]) -> String {
    guard metrics.count == 2 else { return book.label(metrics[0]) }
    return book.form.charts.first { $0.kind.isShare && $0.metrics == metrics }?.title ?? ""
  }
}
