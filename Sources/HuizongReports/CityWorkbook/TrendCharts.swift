import HuizongCore
import Spreadsheet

/// A chart for each group of the form, and more where figures of unlike size would share an axis.
struct TrendCharts {
  private static let size = (width: 625, height: 320)
  /// A row of the sheet is 20 pixels high.
  private static let rowsEach = 17

  private let book: CityBook
  private let layout: TrendLayout
  private let figures: TrendFigures

  init(_ book: CityBook, _ figures: TrendFigures) {
    self.book = book
    self.figures = figures
    layout = TrendLayout(book)
  }

  private var parts: [(title: String, metrics: [Int])] {
    book.groups.flatMap { group in
      let kinds = group.metrics.map { book.form.metrics[$0].kind }
      let panels = ChartPanels.split(kinds, group.metrics.map(most))
      return panels.map { panel in
        let metrics = panel.map { group.metrics[$0] }
        let isWhole = panels.count == 1
        let names = metrics.map(book.label).joined(separator: "、")
        return (isWhole && metrics.count > 1 ? group.name : "\(group.name)：\(names)", metrics)
      }
    }
  }

  private func most(_ metric: Int) -> Double {
    book.number(figures.months.map { $0.cells[metric] }.max() ?? 0, metric)
  }

  /// Two side by side.
  func insert(below row: Int) throws(WorkbookError) {
    for (index, part) in parts.enumerated() {
      let cell = CellAddress(
        row: row + index / 2 * TrendCharts.rowsEach, column: index % 2 == 0 ? 0 : 8)
      try book.trend.insert(chart(part.title, part.metrics), at: cell)
    }
  }

  /// A page takes two rows of charts under the table, and three without it.
  func pageBreaks(below row: Int) -> [Int] {
    let lines = (parts.count + 1) / 2
    return stride(from: 2, to: lines, by: 3).map { row + $0 * TrendCharts.rowsEach }
  }

  private func chart(_ title: String, _ metrics: [Int]) -> Chart {
    let series = metrics.enumerated().map { index, metric in
      var series = Chart.Series(
        book.label(metric), categories: layout.labels, values: layout.values(metric),
        color: ChartLook.color(index))
      series.hasMarkers = true
      return series
    }
    return ChartLook.chart(.line, series, title) {
      $0.width = TrendCharts.size.width
      $0.height = TrendCharts.size.height
      $0.valueAxis.minimum = 0
      $0.valueAxis.numberFormat = "#,##0"
      $0.valueAxis.hasGridlines = true
      $0.description = "各月\(title)"
    }
  }
}
