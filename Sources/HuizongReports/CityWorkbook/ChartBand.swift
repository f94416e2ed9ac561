import HuizongCore
import Spreadsheet

/// One chart of 图表 with its figures: the table on the left, the chart or its panels on the right.
struct ChartBand {
  private static let leastHeight = 320

  private let book: CityBook
  private let table: ChartTable
  private let shape: ChartShape
  private let top: Int
  private var sheet: Worksheet { book.charts }

  init(_ book: CityBook, _ table: ChartTable, _ shape: ChartShape, _ top: Int) {
    self.book = book
    self.table = table
    self.shape = shape
    self.top = top
  }

  private var headerRow: Int { top + 1 }
  private var firstRow: Int { top + 2 }
  private var lastRow: Int { firstRow + table.rows.count - 1 }

  /// In pixels: the header takes two lines, and a few bars need no page.
  private var chartHeight: Int { max(ChartBand.leastHeight, 40 + table.rows.count * 20) }

  /// In rows, with the space below.
  var height: Int { max(table.rows.count + 4, ChartBand.leastHeight / 20 + 3) }

  func write() throws(WorkbookError) {
    try sheet.write(table.title, at: CellAddress(row: top, column: 0), book.styles.section)
    try sheet.setHeight(ofRow: top, to: 20)
    try writeHeader()
    for (index, row) in table.rows.enumerated() { try write(row, firstRow + index) }
    if !table.note.isEmpty { try writeNote() }
    try insertCharts()
  }

  // MARK: The table

  private var metrics: [Int] { table.definition.metrics }

  private func writeHeader() throws(WorkbookError) {
    let share = table.definition.kind.isShare ? [table.definition.title] : []
    let figures = metrics.map { book.form.metrics[$0].printed }
    for (column, text) in ([table.labelTitle] + figures + share).enumerated() {
      try sheet.write(text, at: CellAddress(row: headerRow, column: column), book.styles.header)
    }
    try sheet.setHeight(ofRow: headerRow, to: 30)
  }

  private func write(_ row: ChartTable.Row, _ place: Int) throws(WorkbookError) {
    try sheet.setHeight(ofRow: place, to: 15)
    try sheet.write(row.label, at: CellAddress(row: place, column: 0), book.styles.text)
    for (index, metric) in metrics.enumerated() {
      let formula = Formula(
        "\(row.sources[index])", value: book.number(row.values[index], metric))
      try sheet.write(
        formula, at: CellAddress(row: place, column: index + 1),
        book.styles.number(book.form.metrics[metric]))
    }
    if table.definition.kind.isShare { try writeShare(row, place) }
  }

  private func writeShare(_ row: ChartTable.Row, _ place: Int) throws(WorkbookError) {
    let part = CellAddress(row: place, column: 1)
    let whole = CellAddress(row: place, column: 2)
    let text = "IF(\(whole)=0,\"—\",\(part)/\(whole))"
    let cell = CellAddress(row: place, column: 3)
    let value = share(row).map { Formula(text, value: $0) } ?? Formula(text, value: "—")
    try sheet.write(value, at: cell, book.styles.share)
  }

  /// Nil for a share of nothing.
  private func share(_ row: ChartTable.Row) -> Double? {
    guard row.values[1] != 0 else { return nil }
    return book.number(row.values[0], metrics[0]) / book.number(row.values[1], metrics[1])
  }

  private func writeNote() throws(WorkbookError) {
    try sheet.write(
      table.note, at: CellAddress(row: lastRow + 1, column: 0), book.styles.note)
  }

  // MARK: The charts

  private func insertCharts() throws(WorkbookError) {
    let panels = table.panels(book)
    let columns = ChartShape.chartsWidth / 64 / panels.count
    for (index, panel) in panels.enumerated() {
      let cell = CellAddress(row: headerRow, column: shape.chartColumn + index * columns)
      try sheet.insert(chart(panel, width: columns * 64 - 8), at: cell)
    }
  }

  private func chart(_ columns: [Int], width: Int) -> Chart {
    let series = columns.enumerated().map { self.series($1, $0) }
    let title = columns.count == 1 ? name(columns[0]) : table.title
    return ChartLook.chart(table.isByMonth ? .line : .bar, series, title) {
      $0.width = width
      $0.height = chartHeight
      $0.valueAxis.minimum = 0
      $0.valueAxis.numberFormat = isShare ? "0%" : "#,##0"
      $0.valueAxis.hasGridlines = table.isByMonth
      $0.description = table.title
      guard !table.isByMonth else { return }
      ChartBand.makeRanking(&$0)
      $0.valueAxis.maximum = room(columns)
    }
  }

  /// The first at the top; the numbers stand at the bars, so that no axis is needed.
  private static func makeRanking(_ chart: inout Chart) {
    chart.categoryAxis.isReversed = true
    chart.valueAxis.isHidden = true
    chart.gap = 50
  }

  /// The end of the axis: a quarter more than the longest bar, for the number behind it, which
  /// some programs draw over the edge otherwise.
  private func room(_ columns: [Int]) -> Double? {
    let most = table.rows.flatMap { row in columns.map { number(row, $0) } }.max() ?? 0
    return most > 0 ? most * 1.25 : nil
  }

  private func number(_ row: ChartTable.Row, _ column: Int) -> Double {
    guard column == metrics.count else { return book.number(row.values[column], metrics[column]) }
    return share(row) ?? 0
  }

  private var isShare: Bool { table.definition.kind.isShare }

  private func name(_ column: Int) -> String {
    isShare ? table.title : book.label(metrics[column])
  }

  private func series(_ column: Int, _ index: Int) -> Chart.Series {
    func range(_ column: Int) -> SheetRange {
      sheet.reference(CellRange(rows: firstRow...lastRow, columns: column...column))
    }
    var series = Chart.Series(
      name(column), categories: range(0), values: range(column + 1), color: ChartLook.color(index))
    series.hasMarkers = table.isByMonth
    if table.isByMonth { return series }
    series.labels =
      isShare
      ? ChartLook.labels(format: "0.00%") : ChartLook.labels(book.form.metrics[metrics[column]])
    return series
  }
}
