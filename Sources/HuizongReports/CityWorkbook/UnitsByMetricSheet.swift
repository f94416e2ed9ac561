import HuizongCore
import Spreadsheet

/// 分区汇总: the units below one another, a heat map for each metric, the city at the bottom.
struct UnitsByMetricSheet: CitySheet {
  private let book: CityBook
  private let face: FormFace
  private let grid: FormGrid

  init(_ book: CityBook) {
    self.book = book
    face = FormFace(book: book, sheet: book.byUnit)
    grid = FormGrid(form: book.form)
  }

  private var sheet: Worksheet { book.byUnit }
  private var lastColumn: Int { book.form.metrics.count }
  private var stateColumn: Int { lastColumn + 1 }

  func write() throws(WorkbookError) {
    try face.writeTitle(
      "\(book.form.title)分区汇总", warning: book.draftMark, columns: stateColumn)
    try face.writeHeading("汇总单位：\(book.roster.name)", face.period, columns: stateColumn)
    try face.writeHeader(label: "单位")
    try writeStateHeader()
    for (index, unit) in book.shownUnits.enumerated() {
      try write(unit, row: FormGrid.firstRow + index)
    }
    try writeCity()
    try writeHeatMap()
    try face.setPage(footer: "\(book.roster.name) 分区汇总", pagesTall: 0)
  }

  private func writeStateHeader() throws(WorkbookError) {
    let rows = FormGrid.groupRow...FormGrid.metricRow
    try sheet.merge(
      CellRange(rows: rows, columns: stateColumn...stateColumn), "状态", book.styles.header)
    try sheet.setWidth(ofColumns: stateColumn...stateColumn, to: 13)
  }

  // MARK: Rows

  private func write(_ unit: RolledUnit, row: Int) throws(WorkbookError) {
    let shade = unit.state.counts ? { $0 } : book.styles.uncounted
    try face.writeLabel(book.name(unit), row: row, shade(book.styles.label))
    for (metric, definition) in book.form.metrics.enumerated() {
      let cell = CellAddress(row: row, column: metric + 1)
      try sheet.write(content(unit, metric), at: cell, shade(book.styles.number(definition)))
    }
    let state = UnitStateWords(language: .chinese).short(unit.state)
    try sheet.write(
      state, at: CellAddress(row: row, column: stateColumn),
      shade(book.styles.label).with { $0.horizontal = .center })
  }

  /// The total of the unit's sheet; nothing to see while that is blank, and alive once somebody
  /// fills it in.
  private func content(_ unit: RolledUnit, _ metric: Int) -> CellContent {
    let value = book.total(unit, metric).map { book.number($0, metric) }
    guard let sheet = book.sheet(of: unit) else { return value.map { .number($0) } ?? .blank }
    let reference = "\(sheet.reference(grid.total(metric)))"
    return .formula(value.map { Formula(reference, value: $0) } ?? Formula(reference, value: ""))
  }

  private func writeCity() throws(WorkbookError) {
    let row = book.byUnitCityRow
    let style = book.styles.emphasized(book.styles.label)
    try face.writeLabel(book.roster.name + book.draftLabel, row: row, style)
    for (metric, definition) in book.form.metrics.enumerated() {
      let value = book.number(book.rollUp.total(metric, book.form), metric)
      let formula = Formula("SUM(\(book.byUnitColumn(metric)))", value: value)
      try sheet.write(
        formula, at: CellAddress(row: row, column: metric + 1), book.styles.total(definition))
    }
    try sheet.write(
      book.rollUp.isComplete ? "完整" : "初稿", at: CellAddress(row: row, column: stateColumn),
      style.with { $0.horizontal = .center })
  }

  /// Each metric by itself: a metric in thousands must not outshine one in dozens.
  private func writeHeatMap() throws(WorkbookError) {
    guard book.shownUnits.count > 1 else { return }
    for metric in book.form.metrics.indices {
      try sheet.format(book.byUnitColumn(metric), .twoColors(.white, Color(0x8FB8DE)))
    }
    try face.writeNote(
      "颜色越深，该指标的数越大；每列单独比较。灰色的单位未计入。", row: book.byUnitCityRow + 1)
  }
}

// Where 分区汇总 keeps its figures, for the sheets that check or draw them.
extension CityBook {
  var byUnitCityRow: Int { FormGrid.firstRow + max(1, shownUnits.count) }

  /// The units' rows of one metric.
  func byUnitColumn(_ metric: Int) -> CellRange {
    CellRange(rows: FormGrid.firstRow...byUnitCityRow - 1, columns: metric + 1...metric + 1)
  }

  /// The units that stand in the way of a complete table, all of them, with their states.
  var blockingInWords: String {
    let words = UnitStateWords(language: .chinese)
    return rollUp.blocking.map { "\(name($0))（\(words.short($0.state))）" }.joined(separator: "、")
  }

  /// The draft's mark for a label in a narrow column, which has no room for twenty names.
  var draftLabel: String {
    guard rollUp.blocking.count > 8 else { return draftMark }
    let names = rollUp.blocking.prefix(3).map(name).joined(separator: "、")
    return "（初稿：未含\(names)等 \(rollUp.blocking.count) 个单位）"
  }
}
