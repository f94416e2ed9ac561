import HuizongCore
import Spreadsheet

/// Where the tidy rows stand, for the sheets that count on them.
struct TidyLayout {
  /// Above this many rows the workbook would need gigabytes to be written and minutes to open.
  static let mostRows = 100_000

  private let book: CityBook
  /// Without the headings.
  let rows: Int
  let firstMetric = 4

  init(_ book: CityBook) {
    self.book = book
    rows = book.rollUp.counted.reduce(0) { $0 + $1.tables.count } * book.form.categories.count
  }

  var isShown: Bool { rows > 0 && rows <= TidyLayout.mostRows }
  var lastColumn: Int { firstMetric + book.form.metrics.count }

  func column(_ metric: Int) -> Int { firstMetric + metric }

  /// Why there are no rows.
  var reason: String {
    rows == 0
      ? "没有收入汇总的报表。"
      : "明细共 \(rows) 行，超过 \(TidyLayout.mostRows) 行，不放入工作簿；请用 huizong tidy 另出 CSV 文件。"
  }

  var headings: [String] {
    [book.form.words.unit[0], "单位代码", book.form.words.period[0], book.form.words.category[0]]
      + book.form.metrics.indices.map(book.label) + ["来源文件"]
  }

  /// The rows of a column, to calculate with.
  func cells(_ column: Int) -> String {
    let range = CellRange(
      CellAddress(row: 1, column: column), CellAddress(row: rows, column: column))
    return book.tidy.reference(range).absolute
  }

  /// The column that holds the period.
  var periods: String { cells(2) }
  var unitNames: String { cells(0) }
  var products: String { cells(3) }

  /// True for the rows of cumulative tables.
  var cumulativeTest: String { "ISNUMBER(FIND(\"—\",\(periods)))" }
}
