import HuizongCore
import Spreadsheet

/// Where the blocks stand. Units run across, or down where there are too many for sheets of their
/// own: a sheet has more room that way.
struct BlockShape {
  let products: [String]
  let units: [RolledUnit]
  let unitNames: [String]
  let unitsAcross: Bool
  let firstRow: Int
  let columnWidth: Double
  let labelWidth: Double

  init(_ book: CityBook) {
    products = book.form.categories.map(\.name)
    let units = book.shownUnits
    self.units = units
    unitNames = units.map { unit in
      let name = book.name(unit)
      return unit.state.counts ? name : "\(name)\n（\(book.words.short(unit.state))）"
    }
    unitsAcross = book.hasUnitSheets || units.isEmpty
    let lines = (book.form.metrics.count - 1) / ProductsByUnitSheet.linksEach + 1
    firstRow = ProductsByUnitSheet.linkRow + lines
    let widths = book.form.metrics.indices.map { metric in
      book.width(units.compactMap { book.total($0, metric) }.max() ?? 0, metric)
    }
    columnWidth = max(10, widths.max() ?? 0)
    let labels = unitsAcross ? products : unitNames
    labelWidth = max(16, labels.map(TextMeasure.width).max() ?? 0) + 2
  }

  var across: [String] { unitsAcross ? unitNames : products }
  var down: [String] { unitsAcross ? products : unitNames }
  var lastColumn: Int { max(across.count + 1, 1 + ProductsByUnitSheet.linksEach * 2 - 1) }
  var totalColumn: Int { across.count + 1 }

  /// The row of a block's name.
  func top(_ metric: Int) -> Int { firstRow + metric * (down.count + 4) }
  func header(_ metric: Int) -> Int { top(metric) + 1 }
  func totalRow(_ metric: Int) -> Int { top(metric) + 2 + down.count }

  func cell(_ metric: Int, down: Int, across: Int) -> CellAddress {
    CellAddress(row: top(metric) + 2 + down, column: 1 + across)
  }
}
