import HuizongCore
import Spreadsheet

/// 分月分区: units by months, a block for each metric.
struct UnitMonthsSheet: CitySheet {
  private let book: CityBook

  init(_ book: CityBook) { self.book = book }

  func write() throws(WorkbookError) {
    guard let sheet = book.annual?.unitMonths else { return }
    let page = MonthPage(
      book: book, sheet: sheet, title: "各单位分月情况", corner: "单位", lines: book.monthFigures.units,
      test: unitTest)
    try page.write()
  }

  /// By the name in the tidy rows, which is not the short one that stands here.
  private func unitTest(_ line: Int, _ label: CellAddress, _ tidy: TidyLayout) -> String {
    let name = book.roster.units[book.shownUnits[line].unit].name
    let quoted = name.split(separator: "\"", omittingEmptySubsequences: false)
    return "\(tidy.unitNames)=\"\(quoted.joined(separator: "\"\""))\""
  }
}

/// 分月品类: products by months, a block for each metric.
struct ProductMonthsSheet: CitySheet {
  private let book: CityBook

  init(_ book: CityBook) { self.book = book }

  func write() throws(WorkbookError) {
    guard let sheet = book.annual?.productMonths else { return }
    let page = MonthPage(
      book: book, sheet: sheet, title: "各类产品分月情况", corner: book.form.words.category[0],
      lines: book.monthFigures.products
    ) { _, label, tidy in "\(tidy.products)=\(label)" }
    try page.write()
  }
}
