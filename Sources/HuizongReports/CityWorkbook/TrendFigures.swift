import HuizongCore
import Spreadsheet

/// The city's figures month by month, and what cannot be told apart.
struct TrendFigures {
  struct Row {
    /// `2023-08`, or what is not split.
    let label: String
    let cells: [Int64]
    /// The units behind the figures.
    let units: Int
  }

  let months: [Row]
  /// The figures of cumulative tables: theirs are no month's; nil when there are none.
  let unsplit: Row?
  /// The units that sent only cumulative tables for some of the months.
  let unsplitUnits: [Int]

  init(_ book: CityBook) {
    let counted = book.rollUp.counted
    let periods = book.rollUp.period.split
    func row(_ label: String, _ belongs: (Period) -> Bool) -> Row {
      var cells = Array(repeating: Int64(0), count: book.form.metrics.count)
      var units = 0
      for unit in counted {
        let tables = unit.tables.filter { belongs($0.period) }
        for table in tables { TrendFigures.add(table, to: &cells) }
        if !tables.isEmpty { units += 1 }
      }
      return Row(label: label, cells: cells, units: units)
    }
    months = periods.map { month in row("\(month)") { $0 == month } }
    let rest = row(TrendFigures.unsplitLabel) { !$0.isMonth }
    unsplit = rest.units > 0 ? rest : nil
    unsplitUnits = counted.filter { unit in
      unit.tables.contains { !$0.period.isMonth }
    }.map(\.unit)
  }

  static let unsplitLabel = "未分月"

  /// The roll-up has summed the same numbers without overflow.
  private static func add(_ table: UnitTable, to cells: inout [Int64]) {
    for row in stride(from: 0, to: table.cells.count, by: cells.count) {
      for metric in cells.indices { cells[metric] += table.cells[row + metric] ?? 0 }
    }
  }
}

/// Where the months stand on 月度趋势, for the charts that draw them.
struct TrendLayout {
  static let headerRow = 3
  static let firstRow = 4
  static let firstMetric = 2

  let book: CityBook
  let months: Int

  init(_ book: CityBook) {
    self.book = book
    months = book.rollUp.period.months.count
  }

  func cell(_ month: Int, _ metric: Int) -> CellAddress {
    CellAddress(row: TrendLayout.firstRow + month, column: TrendLayout.firstMetric + metric)
  }

  var labels: SheetRange { range(column: 0) }

  func values(_ metric: Int) -> SheetRange { range(column: TrendLayout.firstMetric + metric) }

  private func range(column: Int) -> SheetRange {
    let first = CellAddress(row: TrendLayout.firstRow, column: column)
    return book.trend.reference(CellRange(first, first.offset(rows: months - 1)))
  }
}
