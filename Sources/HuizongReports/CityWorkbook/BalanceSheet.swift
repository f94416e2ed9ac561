import HuizongCore
import Spreadsheet

/// 平衡校验: the city's table, the sum of its units and the sum of its products are one.
///
/// The sums here list the units' sheets one by one, where 全市汇总 spans from the first to the last:
/// a sheet that was moved out of the span, or a formula that was typed over, shows here.
struct BalanceSheet: CitySheet {
  private let book: CityBook
  private let face: FormFace
  private var sheet: Worksheet { book.balance }

  init(_ book: CityBook) {
    self.book = book
    face = FormFace(book: book, sheet: book.balance)
  }

  func write() throws(WorkbookError) {
    try face.writeTitle("平衡校验", warning: book.draftMark)
    try face.writeHeading("", face.period)
    try face.writeHeader(label: "校验")
    try writeTotals()
    for section in sections.indices { try write(section) }
    try writeVerdict()
    try writeColours()
    try face.setPage(
      footer: "\(book.roster.name) 平衡校验", pagesTall: book.annual == nil ? 1 : 0)
  }

  // MARK: Totals

  private var lines: [BalanceLine] { BalanceLine.all(book) }
  private var sums: Int { lines.count }
  private func row(_ line: Int) -> Int { FormGrid.firstRow + line }
  private func gapRow(_ line: Int) -> Int { FormGrid.firstRow + sums + line - 1 }

  /// The sums first, then what each of them differs from the first by.
  private func writeTotals() throws(WorkbookError) {
    for (index, line) in lines.enumerated() {
      try write(line.label, row: row(index), isGap: false) { metric in
        Formula(
          line.formula(metric), value: book.number(book.rollUp.total(metric, book.form), metric))
      }
      guard index > 0 else { continue }
      try write("差 ①－\(line.sign)", row: gapRow(index), isGap: true) { metric in
        let (one, other) = (cell(row(0), metric), cell(row(index), metric))
        return Formula("ROUND(\(one)-\(other),6)", value: 0)
      }
    }
  }

  private func cell(_ row: Int, _ metric: Int) -> CellAddress {
    CellAddress(row: row, column: metric + 1)
  }

  private func write(
    _ label: String, row: Int, isGap: Bool, _ formula: (Int) -> Formula
  ) throws(WorkbookError) {
    let style = book.styles.label
    try face.writeLabel(label, row: row, isGap ? book.styles.emphasized(style) : style)
    for (metric, definition) in book.form.metrics.enumerated() {
      let style = isGap ? book.styles.total(definition) : book.styles.number(definition)
      try sheet.write(formula(metric), at: cell(row, metric), style)
    }
  }

  // MARK: Cell by cell

  private var sections: [BalanceSection] { BalanceSection.all(book) }

  private func top(_ section: Int) -> Int {
    sections[..<section].reduce(gapRow(sums - 1) + 1) { $0 + $1.labels.count + 1 }
  }

  private func cells(_ section: Int) -> CellRange {
    let first = top(section) + 1
    return CellRange(
      rows: first...first + sections[section].labels.count - 1,
      columns: 1...book.form.metrics.count)
  }

  private var ranges: [CellRange] {
    let gaps = CellRange(
      rows: gapRow(1)...gapRow(sums - 1), columns: 1...book.form.metrics.count)
    return [gaps] + sections.indices.map(cells)
  }

  /// Differences are rounded to the smallest step of the metric: sums of floating-point numbers may
  /// differ in their last bits with the order of their terms.
  private func write(_ section: Int) throws(WorkbookError) {
    let content = sections[section]
    let range = CellRange(
      rows: top(section)...top(section), columns: 0...book.form.metrics.count)
    try sheet.merge(range, content.title, book.styles.header.with { $0.horizontal = .left })
    try sheet.setHeight(ofRow: top(section), to: 20)
    for (index, label) in content.labels.enumerated() {
      let row = top(section) + 1 + index
      try face.writeLabel(label, row: row, book.styles.label)
      for (metric, definition) in book.form.metrics.enumerated() {
        let gap = content.gap(index, metric)
        try sheet.write(
          Formula("ROUND(\(gap),6)", value: 0), at: cell(row, metric),
          book.styles.number(definition))
      }
    }
  }

  // MARK: The verdict

  /// One cell for whoever looks at nothing else.
  private func writeVerdict() throws(WorkbookError) {
    let sum = ranges.map { "SUMPRODUCT(ABS(\($0)))" }.joined(separator: "+")
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
    for range in ranges {
      try sheet.format(range, .cell(.notEqual(.number(0)), red))
    }
    let green = Style { $0.font.color = Color(0x2E7D32) }
    try sheet.format(CellRange(verdict), .cell(.equal(.text("全部平衡")), green))
    try sheet.format(CellRange(verdict), .cell(.notEqual(.text("全部平衡")), red))
  }
}
