import HuizongCore
import Spreadsheet

/// A sheet for each unit, in the form as the unit sent it.
struct UnitSheets: CitySheet {
  private let book: CityBook

  init(_ book: CityBook) { self.book = book }

  func write() throws(WorkbookError) {
    for (unit, sheet) in book.units { try UnitSheet(book, unit, sheet).write() }
  }
}

/// One unit's figures where the city's formulas expect them, what the checks say about them, and
/// the files that they came from.
struct UnitSheet {
  private let book: CityBook
  private let unit: RolledUnit
  private let sheet: Worksheet
  private let face: FormFace
  private let grid: FormGrid
  private let remarks: UnitRemarks

  /// So many make the page a little smaller; more go on to the next.
  private static let mostNotesOnPage = 16

  init(_ book: CityBook, _ unit: RolledUnit, _ sheet: Worksheet) {
    self.book = book
    self.unit = unit
    self.sheet = sheet
    face = FormFace(book: book, sheet: sheet)
    grid = FormGrid(form: book.form)
    remarks = UnitRemarks(book, unit)
  }

  func write() throws(WorkbookError) {
    let words = book.form.words
    let name = book.roster.units[unit.unit].name
    try face.writeTitle(book.form.title, warning: warning)
    try face.writeHeading("\(words.unit[0])：\(name)\(heading)", face.period)
    try face.writeHeader(label: words.category[0])
    for category in book.form.categories.indices { try write(category) }
    try writeTotals()
    let notes = try UnitNotes(book, unit, face, remarks).write(from: grid.totalRow + 1)
    let isLong = book.form.categories.count > CitySummarySheet.mostRowsOnPage
    try face.setPage(
      footer: book.name(unit), pagesTall: notes <= UnitSheet.mostNotesOnPage ? 1 : 0,
      repeatsHeader: isLong)
    try setTab()
  }

  // MARK: Heading

  private var state: String { UnitStateWords(language: .chinese).short(unit.state) }

  /// Why all cells are blank.
  private var warning: String {
    guard !unit.state.counts else { return "" }
    let request = UnitStateWords(language: .chinese).request(unit, book.rollUp)
    return "\(state)：\(request.isEmpty ? "" : request + "。")本单位未计入全市汇总"
  }

  private var heading: String { unit.state == .included ? "" : "（\(state)）" }

  private func setTab() throws(WorkbookError) {
    if !unit.state.counts { try sheet.setTabColor(Color(0xC00000)) }
  }

  // MARK: Figures

  private func write(_ category: Int) throws(WorkbookError) {
    let row = FormGrid.firstRow + category
    let label = book.form.categories[category].name
    let about = remarks.about(category: category)
    try face.writeLabel(label, row: row, marked(book.styles.label, about))
    try comment(about, CellAddress(row: row, column: 0))
    for (metric, definition) in book.form.metrics.enumerated() {
      let cell = grid.cell(category, metric)
      let about = remarks.about(category, metric)
      let value = book.value(unit, category, metric).map { book.number($0, metric) }
      try sheet.write(
        value.map { .number($0) } ?? .blank, at: cell,
        marked(book.styles.number(definition), about))
      try comment(about, cell)
    }
  }

  private func marked(_ style: Style, _ about: [PlacedFinding]) -> Style {
    guard let worst = about.map(\.finding.level).max() else { return style }
    return book.styles.offending(style, worst)
  }

  private func comment(_ about: [PlacedFinding], _ cell: CellAddress) throws(WorkbookError) {
    guard !about.isEmpty else { return }
    let text = remarks.comment(about)
    try sheet.comment(
      Comment(text) {
        $0.author = "huizong"
        $0.font = Style.Font("宋体", size: 9)
        $0.width = 320
        $0.height = 24 + 17 * TextMeasure.lines(text, in: 46)
      }, at: cell)
  }

  /// A blank column has a blank total, which turns into a sum once somebody fills the column in.
  private func writeTotals() throws(WorkbookError) {
    let style = book.styles.emphasized(book.styles.label)
    try face.writeLabel(book.form.words.total[0], row: grid.totalRow, style)
    for (metric, definition) in book.form.metrics.enumerated() {
      let column = grid.column(metric)
      let formula =
        book.total(unit, metric).map {
          Formula("SUM(\(column))", value: book.number($0, metric))
        } ?? Formula("IF(COUNT(\(column))=0,\"\",SUM(\(column)))", value: "")
      try sheet.write(formula, at: grid.total(metric), book.styles.total(definition))
    }
  }
}
