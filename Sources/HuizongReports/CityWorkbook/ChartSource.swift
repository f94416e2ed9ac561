import HuizongCore
import Spreadsheet

/// Finds the figures of a chart on the other sheets.
struct ChartSource {
  private let book: CityBook
  private let metrics: [Int]

  init(_ book: CityBook, _ metrics: [Int]) {
    self.book = book
    self.metrics = metrics
  }

  func categories() -> [ChartTable.Row] {
    let grid = FormGrid(form: book.form)
    return book.form.categories.enumerated().map { index, category in
      ChartTable.Row(
        label: category.name,
        sources: metrics.map { book.city.reference(grid.cell(index, $0)) },
        values: metrics.map { book.city(index, $0) })
    }
  }

  /// Those that count; the heading names the others.
  func units() -> [ChartTable.Row] {
    book.shownUnits.enumerated().compactMap { index, unit in
      guard unit.state.counts else { return nil }
      return ChartTable.Row(
        label: book.name(unit),
        sources: metrics.map { book.byUnit.reference(UnitsByMetricGrid.cell(index, $0)) },
        values: metrics.map { book.total(unit, $0) ?? 0 })
    }
  }

  func months() -> [ChartTable.Row] {
    let layout = TrendLayout(book)
    return book.trendFigures.months.enumerated().map { index, month in
      ChartTable.Row(
        label: month.label,
        sources: metrics.map { book.trend.reference(layout.cell(index, $0)) },
        values: metrics.map { month.cells[$0] })
    }
  }
}

/// Where the units' totals stand on 分区汇总.
enum UnitsByMetricGrid {
  static let firstRow = FormGrid.firstRow

  static func cell(_ unit: Int, _ metric: Int) -> CellAddress {
    CellAddress(row: firstRow + unit, column: 1 + metric)
  }
}
