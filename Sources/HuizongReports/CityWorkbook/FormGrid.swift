import HuizongCore
import Spreadsheet

/// Where the form's cells stand on every sheet that shows the form, counted from 0.
///
/// The same place on the city's sheet and on each unit's: that is what makes a sum over all sheets
/// one short formula.
struct FormGrid {
  let form: Form

  static let titleRow = 0
  static let headingRow = 1
  static let groupRow = 2
  static let metricRow = 3
  static let firstRow = 4

  var lastColumn: Int { form.metrics.count }
  var totalRow: Int { FormGrid.firstRow + form.categories.count }

  func cell(_ category: Int, _ metric: Int) -> CellAddress {
    CellAddress(row: FormGrid.firstRow + category, column: metric + 1)
  }

  func total(_ metric: Int) -> CellAddress { CellAddress(row: totalRow, column: metric + 1) }

  /// The rows of one metric's column.
  func column(_ metric: Int) -> CellRange {
    CellRange(cell(0, metric), cell(form.categories.count - 1, metric))
  }
}
