import HuizongCore
import Spreadsheet

/// 平衡校验: the city's table, the sum of its units and the sum of its products are one.
///
/// The sums here list the units' sheets one by one, where 全市汇总 spans from the first to the last:
/// a sheet that was moved out of the span, or a formula that was typed over, shows here.
struct BalanceSheet: CitySheet {
  private let book: CityBook
  private let face: FormFace
  private let grid: FormGrid
  private var sheet: Worksheet { book.balance }

  init(_ book: CityBook) {
    self.book = book
    face = FormFace(book: book, sheet: book.balance)
    grid = FormGrid(form: book.form)
  }

  func write() throws(WorkbookError) {
    try face.writeTitle("平衡校验", warning: book.draftMark)
    try face.writeHeading("", face.period)
    try face.writeHeader(label: "校验")
    try writeTotals()
    if book.hasUnitSheets { try writeCells() }
    try writeVerdict()
    try writeColours()
    try face.setPage(footer: "\(book.roster.name) 平衡校验")
  }

  // MARK: Rows

  private enum Row: Int, CaseIterable {
    case city, units, products, unitsGap, productsGap

    var label: String {
      switch self {
      case .city: "① 全市汇总的合计"
      case .units: "② 各单位之和（分区汇总）"
      case .products: "③ 各品类之和（全市汇总）"
      case .unitsGap: "差 ①－②"
      case .productsGap: "差 ①－③"
      }
    }

    var row: Int { FormGrid.firstRow + rawValue }
    var isGap: Bool { self == .unitsGap || self == .productsGap }
  }

  private var headingRow: Int { FormGrid.firstRow + Row.allCases.count }
  private var firstCellRow: Int { headingRow + 1 }

  private var gaps: CellRange {
    CellRange(
      rows: Row.unitsGap.row...Row.productsGap.row, columns: 1...book.form.metrics.count)
  }

  private var cells: CellRange {
    CellRange(
      rows: firstCellRow...firstCellRow + book.form.categories.count - 1,
      columns: 1...book.form.metrics.count)
  }

  private func writeTotals() throws(WorkbookError) {
    for row in Row.allCases {
      let shade = row.isGap ? book.styles.emphasized : { $0 }
      try face.writeLabel(row.label, row: row.row, shade(book.styles.label))
      for (metric, definition) in book.form.metrics.enumerated() {
        let total = book.number(book.rollUp.total(metric, book.form), metric)
        let formula = Formula(text(row, metric), value: row.isGap ? 0 : total)
        let style = row.isGap ? book.styles.total(definition) : book.styles.number(definition)
        try sheet.write(formula, at: CellAddress(row: row.row, column: metric + 1), style)
      }
    }
  }

  /// Differences are rounded to the smallest step of the metric: sums of floating-point numbers may
  /// differ in their last bits with the order of their terms.
  private func text(_ row: Row, _ metric: Int) -> String {
    func cell(_ row: Row) -> CellAddress { CellAddress(row: row.row, column: metric + 1) }
    switch row {
    case .city: return "\(book.city.reference(grid.total(metric)))"
    case .units: return "SUM(\(book.byUnit.reference(book.byUnitColumn(metric))))"
    case .products: return "SUM(\(book.city.reference(grid.column(metric))))"
    case .unitsGap: return "ROUND(\(cell(.city))-\(cell(.units)),6)"
    case .productsGap: return "ROUND(\(cell(.city))-\(cell(.products)),6)"
    }
  }

  // MARK: Cell by cell

  private func writeCells() throws(WorkbookError) {
    let range = CellRange(
      rows: headingRow...headingRow, columns: 0...book.form.metrics.count)
    try sheet.merge(
      range, "逐格核对：全市汇总的每一格减去各单位同一格之和", book.styles.header.with { $0.horizontal = .left })
    try sheet.setHeight(ofRow: headingRow, to: 20)
    let sum = try UnitSum(book)
    for category in book.form.categories.indices { try write(category, sum) }
  }

  private func write(_ category: Int, _ sum: UnitSum) throws(WorkbookError) {
    let row = firstCellRow + category
    try face.writeLabel(book.form.categories[category].name, row: row, book.styles.label)
    for (metric, definition) in book.form.metrics.enumerated() {
      let cell = grid.cell(category, metric)
      guard let units = sum.list(cell) else { continue }
      try sheet.write(
        Formula("ROUND(\(book.city.reference(cell))-\(units),6)", value: 0),
        at: CellAddress(row: row, column: metric + 1), book.styles.number(definition))
    }
  }

  // MARK: The verdict

  /// One cell for whoever looks at nothing else.
  private func writeVerdict() throws(WorkbookError) {
    var sum = "SUMPRODUCT(ABS(\(gaps)))"
    if book.hasUnitSheets { sum += "+SUMPRODUCT(ABS(\(cells)))" }
    let formula = Formula("IF(\(sum)=0,\"全部平衡\",\"有不平衡，见标红的格\")", value: "全部平衡")
    try sheet.write(
      formula, at: verdict, book.styles.heading.with { $0.font.isBold = true })
    try book.workbook.define("平衡校验结果", as: sheet.reference(verdict))
  }

  private var verdict: CellAddress { CellAddress(row: FormGrid.headingRow, column: 0) }

  private func writeColours() throws(WorkbookError) {
    let red = Style {
      $0.fill = Color(0xF8CBAD)
      $0.font.color = .red
    }
    for range in [gaps] + (book.hasUnitSheets ? [cells] : []) {
      try sheet.format(range, .cell(.notEqual(.number(0)), red))
    }
    let green = Style { $0.font.color = Color(0x2E7D32) }
    try sheet.format(CellRange(verdict), .cell(.equal(.text("全部平衡")), green))
    try sheet.format(CellRange(verdict), .cell(.notEqual(.text("全部平衡")), red))
  }
}
