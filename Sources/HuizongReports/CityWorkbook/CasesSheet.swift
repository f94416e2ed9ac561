import HuizongCore
import Spreadsheet

/// 典型案例: the units' ledgers as one, in the form's columns with the unit in front, and where each
/// row came from. There is such a sheet when any unit sent a ledger.
struct CasesSheet: CitySheet {
  private static let noteRow = 2
  private static let headerRow = 3
  private static let firstRow = 4

  private struct Column {
    let title: String
    let width: Double
  }

  private let book: CityBook

  init(_ book: CityBook) { self.book = book }

  func write() throws(WorkbookError) {
    guard let sheet = book.cases, let city = book.rollUp.ledger, let form = book.form.ledger else {
      return
    }
    let columns = columns(form)
    try writeTitle(city, form, columns, sheet)
    for (index, column) in columns.enumerated() {
      try sheet.setWidth(ofColumns: index...index, to: column.width)
      let cell = CellAddress(row: CasesSheet.headerRow, column: index)
      try sheet.write(column.title, at: cell, book.styles.header)
    }
    try sheet.setHeight(
      ofRow: CasesSheet.headerRow, to: TextHeight.points(columns.map { ($0.title, $0.width) }))
    let last = try writeRows(city, columns, sheet)
    try sheet.freeze(at: CellAddress(row: CasesSheet.firstRow, column: 2))
    if last >= CasesSheet.firstRow {
      try sheet.setFilter(
        CellRange(rows: CasesSheet.headerRow...last, columns: 0...columns.count - 1))
    }
    try sheet.set(
      book.page { $0.repeatedRows = CasesSheet.headerRow...CasesSheet.headerRow })
  }

  private func columns(_ form: LedgerForm) -> [Column] {
    let own = form.columns.enumerated().map { index, column in
      switch column.kind {
      case .date: Column(title: column.name, width: 12)
      case .text: Column(title: column.name, width: index == form.content ? 46 : 28)
      case .answer: Column(title: column.name, width: 12)
      }
    }
    return [Column(title: "序号", width: 6), Column(title: "单位", width: 12)] + own
      + [Column(title: "首报或续报", width: 13), Column(title: "来源文件和行", width: 24)]
  }

  // MARK: Above the rows

  private func writeTitle(
    _ city: CityLedger, _ form: LedgerForm, _ columns: [Column], _ sheet: Worksheet
  ) throws(WorkbookError) {
    let last = columns.count - 1
    let width = columns.reduce(0) { $0 + $1.width }
    let note = CityLedgerNote(city, book.report).sheetText
    let isWhole = city.units.allSatisfy { !$0.state.lacks } && city.others.isEmpty
    let lines = [
      (form.title, book.styles.title, 30), (heading(city), book.styles.paragraph, 22),
      (
        note, isWhole ? book.styles.paragraph : book.styles.warning.with { $0.wraps = true },
        TextHeight.points([(note, width)], size: 12)
      ),
    ]
    for (row, line) in lines.enumerated() {
      try sheet.merge(CellRange(rows: row...row, columns: 0...last), line.0, line.1)
      try sheet.setHeight(ofRow: row, to: line.2)
    }
  }

  private func heading(_ city: CityLedger) -> String {
    let period = "\(book.form.words.period[0])：\(book.rollUp.period.inWords)"
    let units = city.units.count { !$0.cases.isEmpty }
    let cases = city.distinctCases
    let rows = cases == city.cases ? "" : "（连同续报 \(city.cases) 行）"
    return "\(book.roster.name)　\(period)　收入 \(units) 个单位的案例 \(cases) 件\(rows)"
  }

  // MARK: Rows

  /// Returns the last row.
  private func writeRows(
    _ city: CityLedger, _ columns: [Column], _ sheet: Worksheet
  ) throws(WorkbookError) -> Int {
    var row = CasesSheet.firstRow
    for unit in city.units {
      for one in unit.cases {
        try write(one, book.roster.units[unit.unit].short, row, columns, sheet)
        row += 1
      }
    }
    if row == CasesSheet.firstRow {
      let range = CellRange(rows: row...row, columns: 0...columns.count - 1)
      try sheet.merge(range, "无", book.styles.word)
    }
    return row - 1
  }

  private func write(
    _ one: ReportedCase, _ unit: String, _ row: Int, _ columns: [Column], _ sheet: Worksheet
  ) throws(WorkbookError) {
    let text = book.styles.wrapped
    let word = book.styles.word.with { $0.vertical = .top }
    let source = "\(Terminal.clean(one.path)) 第 \(one.found.row) 行"
    let texts =
      ["\(row - CasesSheet.headerRow)", unit] + one.found.cells.map(\.shown) + [again(one), source]
    try sheet.write(Double(row - CasesSheet.headerRow), at: CellAddress(row: row, column: 0), word)
    try sheet.write(unit, at: CellAddress(row: row, column: 1), text)
    for (index, cell) in one.found.cells.enumerated() {
      try write(cell, at: CellAddress(row: row, column: index + 2), text, word, sheet)
    }
    let last = one.found.cells.count + 2
    try sheet.write(again(one), at: CellAddress(row: row, column: last), text)
    try sheet.write(source, at: CellAddress(row: row, column: last + 1), text)
    let cells = zip(texts, columns).map { (text: $0, width: $1.width) }
    try sheet.setHeight(ofRow: row, to: TextHeight.points(cells))
  }

  private func write(
    _ cell: LedgerCase.Cell, at address: CellAddress, _ text: Style, _ word: Style,
    _ sheet: Worksheet
  ) throws(WorkbookError) {
    switch cell {
    case .blank: try sheet.writeBlank(at: address, text)
    case .day(let day):
      // A real date, so that it sorts and filters as one.
      let style = word.with { $0.numberFormat = "yyyy-mm-dd" }
      try sheet.write(Double(day.serial), at: address, style)
    case .answer: try sheet.write(cell.shown, at: address, word)
    case .text(let words): try sheet.write(words, at: address, text)
    }
  }

  private func again(_ one: ReportedCase) -> String {
    one.firstSent.map { "续报（首报 \($0)）" } ?? (one.opensRun ? "首报" : "续报")
  }
}
