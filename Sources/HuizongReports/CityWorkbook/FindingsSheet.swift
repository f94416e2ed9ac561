import HuizongCore
import Spreadsheet

/// 审核情况: every finding of the period, with the way to its cell.
struct FindingsSheet: CitySheet {
  private static let headerRow = 2
  private static let firstRow = 3
  /// A sheet takes 65,530 links, and nobody reads more rows than this.
  private static let mostRows = 50_000

  private struct Column {
    let title: String
    let width: Double
    let style: Style
    let text: (FindingRows.Row) -> String
  }

  private let book: CityBook
  private let found: [FindingRows.Row]
  private var sheet: Worksheet { book.findings }

  init(_ book: CityBook) {
    self.book = book
    found = FindingRows(book).rows
  }

  private var shown: ArraySlice<FindingRows.Row> { found.prefix(FindingsSheet.mostRows) }

  func write() throws(WorkbookError) {
    let columns = columns
    let width = columns.reduce(0) { $0 + $1.width }
    try book.writeTitle("审核情况", on: sheet, columns: columns.count, width: width)
    for (index, column) in columns.enumerated() {
      let cell = CellAddress(row: FindingsSheet.headerRow, column: index)
      try sheet.write(column.title, at: cell, book.styles.header)
      try sheet.setWidth(ofColumns: index...index, to: column.width)
    }
    try sheet.setHeight(ofRow: FindingsSheet.headerRow, to: 24)
    for (index, row) in shown.enumerated() {
      try write(row, columns, FindingsSheet.firstRow + index)
    }
    try writeEnd(columns)
    try sheet.freeze(at: CellAddress(row: FindingsSheet.firstRow, column: 3))
    try sheet.set(book.page(.a3) { $0.repeatedRows = 0...FindingsSheet.headerRow })
  }

  // MARK: Columns

  private var columns: [Column] {
    let (text, word) = (book.styles.wrapped, book.styles.word.with { $0.vertical = .top })
    let wording = book.report.wording
    return [
      Column(title: "级别", width: 7, style: word) { wording.level($0.finding.level) },
      Column(title: "状态", width: 9, style: word) { $0.finding.status },
      Column(title: "单位", width: 12, style: text) { row in
        row.unit.map { book.roster.units[$0].short } ?? "—"
      },
      Column(title: "数据周期", width: 11, style: word) { row in
        row.period.map { "\($0)" } ?? "—"
      },
      Column(title: "文件", width: 20, style: text) { FindingsSheet.shortPath($0.path) },
      Column(title: "原表单元格", width: 8, style: word) { $0.finding.place.cell ?? "—" },
      Column(title: "定位", width: 10, style: word) { target($0)?.range.first.description ?? "—" },
      Column(title: "产品类别", width: 15, style: text) { row in
        row.finding.category.map { book.form.categories[$0].name } ?? "—"
      },
      Column(title: "指标", width: 24, style: text) { $0.finding.metric.map(book.label) ?? "—" },
      Column(title: "审核项", width: 8, style: word) { $0.finding.code.text },
      Column(title: "原值", width: 11, style: text) { fact("found", $0) },
      Column(title: "应为", width: 11, style: text) { fact("expected", $0) },
      Column(title: "差值", width: 10, style: text) { fact("gap", $0) },
      Column(title: "问题", width: 42, style: text) { wording.message($0.finding) },
      Column(title: "办理", width: 34, style: text) { wording.help($0.finding) },
      Column(title: "单位说明", width: 26, style: text) { $0.finding.explanation ?? "" },
    ]
  }

  private static let linkColumn = 6

  private func fact(_ name: FactName, _ row: FindingRows.Row) -> String {
    row.finding.fact(name).map(book.report.wording.text) ?? ""
  }

  /// The file with its folder, which is often the month.
  private static func shortPath(_ path: String) -> String {
    path.split(separator: "/").suffix(2).joined(separator: "/")
  }

  /// The coloured cell on the unit's sheet.
  private func target(_ row: FindingRows.Row) -> SheetRange? {
    guard row.isOnSheet, let unit = row.unit, let category = row.finding.category,
      let sheet = book.units.first(where: { $0.unit.unit == unit })?.sheet
    else { return nil }
    let cell = FormGrid(form: book.form).cell(category, row.finding.metric ?? 0)
    return sheet.reference(row.finding.metric == nil ? cell.offset(columns: -1) : cell)
  }

  // MARK: Rows

  private func write(
    _ row: FindingRows.Row, _ columns: [Column], _ place: Int
  ) throws(WorkbookError) {
    let texts = columns.map { $0.text(row) }
    for (index, column) in columns.enumerated() {
      let cell = CellAddress(row: place, column: index)
      if index == FindingsSheet.linkColumn, let target = target(row) {
        try sheet.writeLink(texts[index], to: target, at: cell, link)
      } else {
        try sheet.write(texts[index], at: cell, style(column.style, index, row.finding))
      }
    }
    let cells = zip(texts, columns).map { (text: $0, width: $1.width) }
    try sheet.setHeight(ofRow: place, to: TextHeight.points(cells))
  }

  private var link: Style {
    book.styles.link.with {
      $0.vertical = .top
      $0.horizontal = .center
    }
  }

  /// An answered query has lost its colour: nothing is left to do about it.
  private func style(_ style: Style, _ column: Int, _ finding: Finding) -> Style {
    guard column < 2, finding.isOpen || finding.level == .hint else { return style }
    return book.styles.offending(style, finding.level)
  }

  private func writeEnd(_ columns: [Column]) throws(WorkbookError) {
    let (first, last) = (FindingsSheet.firstRow, columns.count - 1)
    if found.isEmpty {
      try sheet.merge(CellRange(rows: first...first, columns: 0...last), "无", book.styles.word)
      return
    }
    let end = first + shown.count - 1
    try sheet.setFilter(CellRange(rows: FindingsSheet.headerRow...end, columns: 0...last))
    guard shown.count < found.count else { return }
    try sheet.write(
      "共 \(found.count) 条，只列前 \(shown.count) 条；全部请用 huizong check 查看。",
      at: CellAddress(row: end + 1, column: 0), book.styles.note)
  }
}
