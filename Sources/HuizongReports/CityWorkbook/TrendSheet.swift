import HuizongCore
import Spreadsheet

/// 月度趋势: months by metrics, with a chart for each group of the form.
struct TrendSheet: CitySheet {
  private let book: CityBook
  private let figures: TrendFigures
  private let tidy: TidyLayout
  private var sheet: Worksheet { book.trend }
  private var form: Form { book.form }

  init(_ book: CityBook) {
    self.book = book
    figures = book.trendFigures
    tidy = TidyLayout(book)
  }

  private var rows: [TrendFigures.Row] { figures.months + [figures.unsplit].compactMap { $0 } }
  private var totalRow: Int { TrendLayout.firstRow + rows.count }

  /// One bar each is no trend.
  private var hasCharts: Bool { figures.months.count > 1 }

  func write() throws(WorkbookError) {
    let columns = TrendLayout.firstMetric + form.metrics.count
    try book.writeTitle("月度趋势", on: sheet, columns: columns, width: 11 * Double(columns))
    try setWidths(columns)
    try writeHeader()
    for (index, row) in rows.enumerated() { try write(row, TrendLayout.firstRow + index) }
    try writeTotal()
    try writeNote(columns)
    if hasCharts { try TrendCharts(book, figures).insert(below: totalRow + 3) }
    try sheet.freeze(at: CellAddress(row: TrendLayout.firstRow, column: TrendLayout.firstMetric))
    try sheet.set(
      book.page(.a3) {
        $0.repeatedRows = 0...TrendLayout.headerRow
        if hasCharts {
          $0.rowBreaks = TrendCharts(book, figures).pageBreaks(below: totalRow + 3)
        }
      })
  }

  private func setWidths(_ columns: Int) throws(WorkbookError) {
    try sheet.setWidth(ofColumns: 0...0, to: max(12, TextMeasure.width(book.totalLabel) / 2 + 3))
    try sheet.setWidth(ofColumns: 1...1, to: 9)
    for metric in form.metrics.indices {
      let column = TrendLayout.firstMetric + metric
      let name = min(14, TextMeasure.width(form.metrics[metric].name) * 0.9)
      let width = max(11, name, book.width(book.rollUp.total(metric, form), metric))
      try sheet.setWidth(ofColumns: column...column, to: width)
    }
  }

  // MARK: The table

  private func writeHeader() throws(WorkbookError) {
    let row = TrendLayout.headerRow
    for (column, text) in ["月份", "单位数"].enumerated() {
      try sheet.merge(
        CellRange(rows: row - 1...row, columns: column...column), text, book.styles.header)
    }
    for group in book.groups { try writeGroup(group.name, group.metrics) }
    for (index, metric) in form.metrics.enumerated() {
      let cell = CellAddress(row: row, column: TrendLayout.firstMetric + index)
      try sheet.write(metric.printed, at: cell, book.styles.header)
    }
    try sheet.setHeight(ofRow: row, to: 46)
  }

  /// A group's name over its metrics, where they stand side by side.
  private func writeGroup(_ name: String, _ metrics: [Int]) throws(WorkbookError) {
    var start = 0
    while start < metrics.count {
      var end = start
      while end + 1 < metrics.count, metrics[end + 1] == metrics[end] + 1 { end += 1 }
      let first = TrendLayout.firstMetric + metrics[start]
      let last = TrendLayout.firstMetric + metrics[end]
      let row = TrendLayout.headerRow - 1
      try sheet.merge(
        CellRange(rows: row...row, columns: first...last), name, book.styles.header)
      start = end + 1
    }
  }

  private func write(_ row: TrendFigures.Row, _ place: Int) throws(WorkbookError) {
    try sheet.write(row.label, at: CellAddress(row: place, column: 0), book.styles.word)
    try sheet.write(Double(row.units), at: CellAddress(row: place, column: 1), book.styles.count)
    for (metric, definition) in form.metrics.enumerated() {
      let cell = CellAddress(row: place, column: TrendLayout.firstMetric + metric)
      let value = book.number(row.cells[metric], metric)
      try sheet.write(content(row, place, metric, value), at: cell, book.styles.number(definition))
    }
  }

  /// Summed from the tidy rows where they are in the workbook.
  ///
  /// Not by SUMIFS: its criterion `2023-08` would be read as a date.
  private func content(
    _ row: TrendFigures.Row, _ place: Int, _ metric: Int, _ value: Double
  ) -> CellContent {
    guard tidy.isShown else { return .number(value) }
    let isMonth = row.label != TrendFigures.unsplitLabel
    let test =
      isMonth ? "\(tidy.periods)=$A\(place + 1)" : tidy.cumulativeTest
    let cells = tidy.cells(tidy.column(metric))
    return .formula(Formula("SUMPRODUCT((\(test))*\(cells))", value: value))
  }

  private func writeTotal() throws(WorkbookError) {
    let style = book.styles.emphasized(book.styles.word)
    try sheet.write(book.totalLabel, at: CellAddress(row: totalRow, column: 0), style)
    try sheet.writeBlank(at: CellAddress(row: totalRow, column: 1), style)
    for (metric, definition) in form.metrics.enumerated() {
      let cell = CellAddress(row: totalRow, column: TrendLayout.firstMetric + metric)
      let range = CellRange(cell.offset(rows: -rows.count), cell.offset(rows: -1))
      let value = book.number(book.rollUp.total(metric, form), metric)
      try sheet.write(book.sum(range, value), at: cell, book.styles.total(definition))
    }
    if !book.rollUp.isComplete { try sheet.setHeight(ofRow: totalRow, to: 46) }
  }

  private func writeNote(_ columns: Int) throws(WorkbookError) {
    guard let text = note else { return }
    let row = totalRow + 1
    try sheet.merge(
      CellRange(rows: row...row, columns: 0...columns - 1), text, book.styles.remark)
    try sheet.setHeight(ofRow: row, to: TextHeight.points([(text, Double(columns) * 10)]))
  }

  private var note: String? {
    guard hasCharts else { return "本期只有一个月，没有趋势可画；汇总几个月（如 6 至 8 月）时，这里有各项指标的趋势图。" }
    guard !figures.unsplitUnits.isEmpty else { return nil }
    let names = figures.unsplitUnits.map { book.roster.units[$0].short }.joined(separator: "、")
    return "“\(TrendFigures.unsplitLabel)”是只报累计表、分不到各月的数：\(names)。图中各月不含这些数。"
  }
}
