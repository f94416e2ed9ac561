import HuizongCore
import Spreadsheet

/// 上报情况: units by months, a word for each, coloured by the sheet itself.
struct ReportingMatrixSheet: CitySheet {
  private static let headerRow = 2
  private static let firstRow = 3
  private static let firstMonth = 3
  private static let mostOnOnePage = 40

  private let book: CityBook
  private let months: [Period]
  /// A word for each month of each unit.
  private let states: [[String]]
  private var sheet: Worksheet { book.matrix }

  init(_ book: CityBook) {
    self.book = book
    let months = book.rollUp.period.split
    states = book.rollUp.units.map { unit in
      let isRequired = book.roster.units[unit.unit].required
      return months.map { MonthState(unit, $0, isRequired: isRequired).word }
    }
    self.months = months
  }

  private var units: [RolledUnit] { book.rollUp.units }
  private var resultColumn: Int { ReportingMatrixSheet.firstMonth + months.count }
  private var columns: Int { resultColumn + 2 }
  private var lastRow: Int { ReportingMatrixSheet.firstRow + units.count - 1 }

  func write() throws(WorkbookError) {
    try setWidths()
    try book.writeTitle(
      "上报情况", on: sheet, columns: columns, width: 74 + 10 * Double(months.count))
    try writeHeader()
    for index in units.indices { try write(index) }
    try writeCounts()
    try colour()
    try sheet.freeze(
      at: CellAddress(
        row: ReportingMatrixSheet.firstRow, column: ReportingMatrixSheet.firstMonth))
    try sheet.set(
      book.page {
        $0.repeatedRows = 0...ReportingMatrixSheet.headerRow
        $0.pagesTall = units.count <= ReportingMatrixSheet.mostOnOnePage ? 1 : 0
      })
  }

  private func setWidths() throws(WorkbookError) {
    try sheet.setWidth(ofColumns: 0...0, to: 10)
    try sheet.setWidth(ofColumns: 1...1, to: 16)
    try sheet.setWidth(ofColumns: 2...2, to: 9)
    try sheet.setWidth(ofColumns: ReportingMatrixSheet.firstMonth...resultColumn - 1, to: 10)
    try sheet.setWidth(ofColumns: resultColumn...resultColumn, to: 14)
    try sheet.setWidth(ofColumns: resultColumn + 1...resultColumn + 1, to: 46)
  }

  private func writeHeader() throws(WorkbookError) {
    let texts =
      ["单位代码", "单位", "应报"] + months.map { "\($0.first)月" } + ["本期", "办理意见"]
    for (column, text) in texts.enumerated() {
      let cell = CellAddress(row: ReportingMatrixSheet.headerRow, column: column)
      try sheet.write(text, at: cell, book.styles.header)
    }
    try sheet.setHeight(ofRow: ReportingMatrixSheet.headerRow, to: 32)
  }

  private func write(_ index: Int) throws(WorkbookError) {
    let (unit, row) = (units[index], ReportingMatrixSheet.firstRow + index)
    let definition = book.roster.units[unit.unit]
    let request = book.words.request(unit, book.rollUp)
    let texts =
      [definition.code, definition.short, definition.required ? "应报" : "可不报"]
      + states[index]
      + [book.words.short(unit.state), request]
    for (column, text) in texts.enumerated() {
      let isText = column == 1 || column == columns - 1
      try sheet.write(
        text, at: CellAddress(row: row, column: column),
        isText ? book.styles.label : book.styles.word)
    }
    try sheet.setHeight(
      ofRow: row, to: TextHeight.points([(request, 46), (definition.short, 16)]))
  }

  // MARK: Counts

  /// How many units are in each state, month by month.
  private func writeCounts() throws(WorkbookError) {
    for (index, word) in MonthState.allWords.enumerated() {
      let row = lastRow + 2 + index
      let style = book.styles.emphasized(book.styles.word)
      try sheet.merge(CellRange(rows: row...row, columns: 0...2), word, style)
      for month in months.indices {
        let column = ReportingMatrixSheet.firstMonth + month
        let count = states.count { $0[month] == word }
        try sheet.write(
          formula(word, row, column, count), at: CellAddress(row: row, column: column),
          book.styles.emphasized(book.styles.count))
      }
    }
  }

  private func formula(_ word: String, _ row: Int, _ column: Int, _ count: Int) -> Formula {
    let range = CellRange(rows: ReportingMatrixSheet.firstRow...lastRow, columns: column...column)
    return Formula("COUNTIF(\(range),$A\(row + 1))", value: Double(count))
  }

  // MARK: Colours

  private func colour() throws(WorkbookError) {
    let range = CellRange(
      rows: ReportingMatrixSheet.firstRow...lastRow,
      columns: ReportingMatrixSheet.firstMonth...resultColumn)
    for word in MonthState.allWords {
      guard let color = MonthState.color(word, book.styles) else { continue }
      try sheet.format(range, .cell(.equal(.text(word)), Style { $0.fill = color }))
    }
    for state in [UnitState.incomplete([]), .overlapping] {
      let word = book.words.short(state)
      let style = Style { $0.fill = book.styles.color(.error) }
      try sheet.format(range, .cell(.equal(.text(word)), style))
    }
  }
}

/// What became of one month of a unit.
struct MonthState {
  let word: String

  init(_ unit: RolledUnit, _ month: Period, isRequired: Bool) {
    if let table = unit.all.first(where: { $0.period == month }) {
      word = MonthState.word(table, unit, accepted: table.isNil ? "零报告" : "通过")
    } else if let table = unit.all.first(where: { $0.period.contains(month) }) {
      word = MonthState.word(table, unit, accepted: "累计")
    } else {
      word = isRequired ? "缺报" : "可不报"
    }
  }

  /// Findings between tables reject a table too, such as two different versions of one month.
  private static func word(_ table: UnitTable, _ unit: RolledUnit, accepted: String) -> String {
    let paths = table.parts.map(\.path)
    let own = unit.findings.filter { paths.contains($0.path) }.map(\.finding)
    if table.status == .rejected || own.contains(where: { $0.level == .error }) { return "退回" }
    let isOpen = table.status == .needsExplanation || own.contains(where: \.isOpen)
    return isOpen ? "待说明" : accepted
  }

  static let allWords = ["通过", "累计", "零报告", "待说明", "退回", "缺报", "可不报"]

  /// What needs work stands out; what is right stays quiet.
  static func color(_ word: String, _ styles: CityStyles) -> Color? {
    switch word {
    case "退回", "缺报": styles.color(.error)
    case "待说明": styles.color(.query)
    case "零报告": styles.color(.hint)
    case "通过", "累计": Color(0xE2EFDA)
    default: Color(0xEDEDED)
    }
  }
}
