/// 舍位平衡: a table rounded so that what is shown adds up, along rows, columns and to the corner.
///
/// Every number goes to the step below it or above it, so exact numbers stay, and no number is a
/// whole step away. Such a table always exists (Cox 1987: the exact table is itself a flow through
/// the network below, and the capacities are whole numbers). Of all of them this is one that first
/// moves the totals least from rounding to the nearest, then the cells; the corner is always nearest.
public struct BalancedTable: Sendable {
  public let rows: Int
  public let columns: Int
  /// Totals of rows that another table shows and that cannot be shown here: with them, no rounding
  /// of this table would add up.
  public private(set) var unmet: [Int] = []
  /// Row after row, each with its total at the end; the last row holds the columns' totals.
  var numbers: [RoundedNumber]

  /// `cells` come row after row; `wanted` are the totals of the rows, in steps, as another table
  /// shows them: they are kept where that is possible.
  public init(_ cells: [Int64], columns: Int, step: Int64, wanted: [Int64]? = nil) {
    self.columns = columns
    rows = columns == 0 ? 0 : cells.count / columns
    numbers = BalancedTable.withTotals(cells, columns).map { RoundedNumber($0, step: step) }
    var repair = BalanceRepair(self, step: step, wanted: wanted)
    numbers = repair.run()
    guard let wanted else { return }
    unmet = (0..<rows).filter { self[total: $0].shown != wanted[$0] }
  }

  /// Behind the last row and the last column stand the totals.
  public subscript(row: Int, column: Int) -> RoundedNumber { numbers[index(row, column)] }
  public subscript(total row: Int) -> RoundedNumber { numbers[index(row, columns)] }
  public subscript(foot column: Int) -> RoundedNumber { numbers[index(rows, column)] }
  public var corner: RoundedNumber { numbers[index(rows, columns)] }

  func index(_ row: Int, _ column: Int) -> Int { row * (columns + 1) + column }

  private static func withTotals(_ cells: [Int64], _ columns: Int) -> [Int64] {
    var table: [Int64] = []
    var foot = Array(repeating: Int64(0), count: columns + 1)
    for start in stride(from: 0, to: cells.count, by: max(1, columns)) {
      let row = cells[start..<start + columns]
      let whole = row + [row.reduce(0, +)]
      for (column, value) in whole.enumerated() { foot[column] += value }
      table += whole
    }
    return table + foot
  }
}
