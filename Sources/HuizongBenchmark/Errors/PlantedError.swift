import HuizongCore

/// A mistake that people make, planted in a clean table.
enum PlantedError: CaseIterable {
  case tenfold, tenth, digitLost, digitDoubled, digitsSwapped
  case moneyInYuan
  case rowsSwapped, rowsMoved, columnsSwapped, columnsMoved
  case lastMonth, otherUnit, cumulative
  case wrongTotal, moreFailuresThanBatches

  var name: String {
    switch self {
    case .tenfold: "x10 in a count of 5 or more"
    case .tenth: "/10 in a count of 20 or more"
    case .digitLost: "a digit lost, count of 20 or more"
    case .digitDoubled: "a digit doubled, count of 5 or more"
    case .digitsSwapped: "two digits swapped"
    case .moneyInYuan: "a money column in yuan"
    case .rowsSwapped: "two rows swapped"
    case .rowsMoved: "rows moved by one"
    case .columnsSwapped: "two columns swapped"
    case .columnsMoved: "columns moved by one"
    case .lastMonth: "last month's table again"
    case .otherUnit: "another unit's table"
    case .cumulative: "a month's table filled in cumulatively"
    case .wrongTotal: "a wrong total"
    case .moreFailuresThanBatches: "more failures than batches"
    }
  }

  /// Where it went, for the question whether a finding points at it.
  struct Trace {
    var cells: Set<[Int]> = []
    var rows: Set<Int> = []
    var columns: Set<Int> = []
    /// Two rows that changed places.
    var exchangedRows: [Int]?
    /// What its own check is called; any finding of that check is the right one.
    var code: String?
  }
}
