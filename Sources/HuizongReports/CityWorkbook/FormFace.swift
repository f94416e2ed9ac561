import HuizongCore
import Spreadsheet

/// What a sheet in the shape of the form has around its figures: title, heading, the header of two
/// rows, the labels, and how it is printed.
///
/// The columns are the same on every such sheet, so that the sheets lie on one another.
struct FormFace {
  let book: CityBook
  let sheet: Worksheet

  private var form: Form { book.form }
  private var styles: CityStyles { book.styles }
  private var lastColumn: Int { form.metrics.count }

  /// The width of the first column and of what lies right of it.
  static let labelWidth = 27.0

  // MARK: Above the table

  /// The title, and under it in red what the reader must know before any figure: that this is a
  /// draft, that this unit does not count.
  func writeTitle(_ title: String, warning: String = "", columns: Int? = nil) throws(WorkbookError)
  {
    let last = columns ?? lastColumn
    let range = CellRange(rows: 0...0, columns: 0...last)
    let style = styles.title.with { $0.wraps = true }
    guard !warning.isEmpty else {
      try sheet.merge(range, title, style)
      return try sheet.setHeight(ofRow: FormGrid.titleRow, to: 34)
    }
    try sheet.merge(range, .blank, style)
    let warningFont = styles.warning.font
    try sheet.write(
      [TextRun(title + "\n", style.font), TextRun(warning, warningFont)], at: range.first, style)
    let lines = TextMeasure.lines(warning, in: tableWidth / 1.2)
    try sheet.setHeight(
      ofRow: FormGrid.titleRow, to: min(409, 30 + TextMeasure.height(lines, size: 12)))
  }

  /// Two things on one row, as the form prints them: `填表单位：` left, `数据周期：` right.
  func writeHeading(
    _ left: String, _ right: String, columns: Int? = nil
  ) throws(WorkbookError) {
    let middle = max(1, lastColumn * 2 / 3)
    let row = FormGrid.headingRow...FormGrid.headingRow
    let style = styles.heading.with { $0.shrinks = true }
    try sheet.merge(CellRange(rows: row, columns: 0...middle - 1), left, style)
    try sheet.merge(
      CellRange(rows: row, columns: middle...(columns ?? lastColumn)), right,
      style.with { $0.horizontal = .right })
    try sheet.setHeight(ofRow: FormGrid.headingRow, to: 22)
  }

  /// The period as an official paper writes it.
  var period: String { "\(form.words.period[0])：\(book.rollUp.period.inWords)" }

  // MARK: The header

  /// Groups over their metrics, each metric with its unit on a line of its own.
  func writeHeader(label: String) throws(WorkbookError) {
    try sheet.merge(
      CellRange(rows: FormGrid.groupRow...FormGrid.metricRow, columns: 0...0), label,
      styles.header)
    for columns in groups {
      let range = CellRange(rows: FormGrid.groupRow...FormGrid.groupRow, columns: columns)
      try sheet.merge(range, form.metrics[columns.lowerBound - 1].group, styles.header)
    }
    for (index, metric) in form.metrics.enumerated() {
      let cell = CellAddress(row: FormGrid.metricRow, column: index + 1)
      try sheet.write(metric.printed, at: cell, metricHeader)
    }
    try setHeaderSize()
  }

  /// A point smaller than the rest: most names then fit on one line.
  private var metricHeader: Style { styles.header.with { $0.font.size = 9 } }

  /// The columns of each group, in the form's order.
  private var groups: [ClosedRange<Int>] {
    var groups: [ClosedRange<Int>] = []
    for (index, metric) in form.metrics.enumerated() {
      if let last = groups.last, form.metrics[last.upperBound - 1].group == metric.group {
        groups[groups.count - 1] = last.lowerBound...index + 1
      } else {
        groups.append(index + 1...index + 1)
      }
    }
    return groups
  }

  private func setHeaderSize() throws(WorkbookError) {
    try sheet.setWidth(ofColumns: 0...0, to: FormFace.labelWidth)
    for metric in form.metrics.indices {
      try sheet.setWidth(ofColumns: metric + 1...metric + 1, to: width(metric))
    }
    let lines = form.metrics.indices.map {
      TextMeasure.lines(form.metrics[$0].printed, in: width($0) * 10 / metricHeader.font.size)
    }
    try sheet.setHeight(ofRow: FormGrid.groupRow, to: 20)
    try sheet.setHeight(
      ofRow: FormGrid.metricRow,
      to: TextMeasure.height(max(3, lines.max() ?? 1), size: metricHeader.font.size))
    try sheet.freeze(at: CellAddress(row: FormGrid.firstRow, column: 1))
    try sheet.hideGridlines()
  }

  // MARK: Labels and notes

  /// A label of the first column; its row is as high as it needs.
  func writeLabel(_ text: String, row: Int, _ style: Style) throws(WorkbookError) {
    try sheet.write(text, at: CellAddress(row: row, column: 0), style)
    let lines = TextMeasure.lines(text, in: FormFace.labelWidth)
    try sheet.setHeight(ofRow: row, to: max(24, TextMeasure.height(lines)))
  }

  func writeCategoryLabels() throws(WorkbookError) {
    for (index, category) in form.categories.enumerated() {
      try writeLabel(category.name, row: FormGrid.firstRow + index, styles.label)
    }
  }

  /// A line under the table, over its whole width and as high as it needs.
  func writeNote(_ text: String, row: Int, _ style: Style? = nil) throws(WorkbookError) {
    let range = CellRange(rows: row...row, columns: 0...lastColumn)
    let style = (style ?? styles.note).with { $0.wraps = true }
    try sheet.merge(range, text, style)
    let lines = TextMeasure.lines(text, in: tableWidth)
    try sheet.setHeight(ofRow: row, to: TextMeasure.height(lines, size: style.font.size))
  }

  // MARK: Sizes

  /// Wide enough for the city's total of the metric, the largest figure that can stand there, and
  /// for the metric's name: on one line if it is short, since a last character alone on a line looks
  /// poor, on two if it is longer. A narrow table is printed larger.
  func width(_ metric: Int) -> Double {
    let (name, kind) = (form.metrics[metric].name, form.metrics[metric].kind)
    let total = Exact(
      book.rollUp.total(metric, form), decimals: form.metrics[metric].decimals)
    let digits = "\(total)".split(separator: ".")[0].utf8.count
    let shown = Double(digits + digits / 3 + (kind == .money ? 3 : 0))
    let line = name.count <= 7 ? name.count : (name.count + 1) / 2
    let label = Double(min(line, 7)) * 1.72 + 0.6
    return max(kind == .money ? 11 : 8.5, label, shown * 1.2 + 2.5)
  }

  var tableWidth: Double {
    form.metrics.indices.reduce(FormFace.labelWidth) { $0 + width($1) }
  }

  // MARK: Printing

  /// One page wide; one page high as well unless more is said. The header is repeated over figures
  /// that go on, not over notes.
  func setPage(
    footer: String, pagesTall: Int = 1, repeatsHeader: Bool = true,
    paper: PageSetup.Paper = .a4
  ) throws(WorkbookError) {
    let page = PageSetup {
      $0.paper = paper
      $0.isLandscape = true
      $0.pagesTall = pagesTall
      $0.margins = .init(left: 0.4, right: 0.4, top: 0.5, bottom: 0.7)
      $0.repeatedRows = repeatsHeader ? FormGrid.groupRow...FormGrid.metricRow : nil
      $0.footer = HeaderFooter(
        left: [.text(footer.limited(to: 60))],
        center: [.text("第 "), .page, .text(" 页，共 "), .pages, .text(" 页")],
        right: [.text(book.rollUp.period.inWords)], font: Style.Font("宋体", size: 9))
    }
    try sheet.set(page)
  }
}

extension Metric {
  /// As the form prints it in a cell: the unit on a line of its own.
  var printed: String { unit.map { "\(name)\n（\($0)）" } ?? name }
}

extension Period {
  /// As an official paper writes it: `2023年8月`, `2023年6月至8月`.
  var inWords: String { isMonth ? "\(year)年\(first)月" : "\(year)年\(first)月至\(last)月" }
}

extension String {
  /// Cut with an ellipsis where a place takes only so many characters.
  func limited(to count: Int) -> String {
    self.count <= count ? self : prefix(count - 1) + "…"
  }
}
