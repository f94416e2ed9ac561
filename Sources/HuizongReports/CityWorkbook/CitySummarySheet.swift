import HuizongCore
import Spreadsheet

/// 全市汇总: the form as it is printed and signed. Every figure is a sum over the units' sheets.
struct CitySummarySheet: CitySheet {
  private let book: CityBook
  private let face: FormFace
  private let grid: FormGrid

  init(_ book: CityBook) {
    self.book = book
    face = FormFace(book: book, sheet: book.city)
    grid = FormGrid(form: book.form)
  }

  func write() throws(WorkbookError) {
    let words = book.form.words
    try face.writeTitle(book.form.title, warning: book.draftMark)
    try face.writeHeading("\(words.unit[0])：\(book.roster.name)", face.period)
    try face.writeHeader(label: words.category[0])
    try face.writeCategoryLabels()
    try writeFigures()
    try writeTotals()
    try writeNotes()
    try CityNames(book).define()
    try face.setPage(footer: "\(book.roster.name) 全市汇总", pagesTall: fitsOnePage ? 1 : 0)
  }

  /// The form of 2023 does, with room to spare; one with twice its products would not be readable.
  private var fitsOnePage: Bool { book.form.categories.count <= CitySummarySheet.mostRowsOnPage }

  static let mostRowsOnPage = 30

  private func writeFigures() throws(WorkbookError) {
    let sum = try UnitSum(book)
    for (metric, definition) in book.form.metrics.enumerated() {
      let style = book.styles.number(definition)
      for category in book.form.categories.indices {
        let cell = grid.cell(category, metric)
        let value = book.number(book.city(category, metric), metric)
        let content = sum.formula(cell).map { CellContent.formula(Formula($0, value: value)) }
        try book.city.write(content ?? .number(value), at: cell, style)
      }
    }
  }

  private func writeTotals() throws(WorkbookError) {
    let label = book.form.words.total[0] + book.draftLabel
    try face.writeLabel(label, row: grid.totalRow, book.styles.emphasized(book.styles.label))
    for (metric, definition) in book.form.metrics.enumerated() {
      let value = book.number(book.rollUp.total(metric, book.form), metric)
      try book.city.write(
        Formula("SUM(\(grid.column(metric)))", value: value), at: grid.total(metric),
        book.styles.total(definition))
    }
  }

  private func writeNotes() throws(WorkbookError) {
    let units = book.rollUp.counted.count
    var lines = [
      book.hasUnitSheets
        ? "各数为 \(units) 个单位的合计，公式取自各单位的工作表；金额存六位小数，显示两位。"
        : "各数为 \(units) 个单位的合计。单位超过 \(CityBook.mostUnitSheets) 个，不逐个列表："
          + "各单位的数见“\(book.byUnit.name)”，逐行的明细见“\(book.tidy.name)”。"
    ]
    if !book.rollUp.isComplete {
      lines.append("本表为初稿，不含：\(book.blockingInWords)。")
    }
    for (index, line) in lines.enumerated() {
      try face.writeNote(line, row: grid.totalRow + 1 + index)
    }
  }
}

/// The formula of a sum over the same cell of every unit's sheet.
struct UnitSum {
  private let sheets: [String]
  private let span: SheetSpan?

  init(_ book: CityBook) throws(WorkbookError) {
    sheets = book.units.map(\.sheet.name)
    span = UnitSum.span(sheets)
  }

  /// Nil where names need quotes: LibreOffice does not read such a span.
  private static func span(_ sheets: [String]) -> SheetSpan? {
    guard let first = sheets.first, let last = sheets.last, first != last else { return nil }
    return try? SheetSpan(from: first, to: last)
  }

  /// `SUM(黄浦区:机场分局!B5)`; nil when units have no sheets.
  func formula(_ cell: CellAddress) -> String? {
    span.map { "SUM(\($0.reference(to: CellRange(cell))))" } ?? list(cell)
  }

  /// `SUM(黄浦区!B5,徐汇区!B5)`: each sheet by itself, wherever it was moved to.
  ///
  /// 120 sheets with the longest names stay within half of what a formula may hold.
  func list(_ cell: CellAddress) -> String? {
    sheets.isEmpty ? nil : UnitSum.list(sheets, cell)
  }

  static func list(_ book: CityBook, _ cell: CellAddress) -> String {
    list(book.units.map(\.sheet.name), cell)
  }

  private static func list(_ sheets: [String], _ cell: CellAddress) -> String {
    "SUM(\(sheets.map { "\(SheetRange($0, cell))" }.joined(separator: ",")))"
  }
}
