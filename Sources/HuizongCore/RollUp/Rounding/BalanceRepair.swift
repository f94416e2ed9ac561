/// Turns a table rounded number by number into one that adds up, by the cheapest changes.
///
/// Every line of the table, a row or a column with its total, is a node; every number is an edge
/// between its row and its column. Rounding a number the other way moves one step between the two
/// lines. While some line is out of balance, one step is sent from a line that has too much to one
/// that has too little, on the cheapest path: minimal-cost flow by successive shortest paths.
struct BalanceRepair {
  private var numbers: [RoundedNumber]
  private let rows: Int
  private let columns: Int
  /// What rounding a number other than as preferred costs; nil for those that stay as they are.
  private let penalties: [Int128?]
  private let preferred: [Bool]
  /// What each line has too much.
  private var excess: [Int64]

  private var lines: Int { rows + columns + 2 }

  /// A total weighs more than all cells together, and a wanted total more than all totals.
  init(_ table: BalancedTable, step: Int64, wanted: [Int64]?) {
    (rows, columns, numbers) = (table.rows, table.columns, table.numbers)
    let ofTotals = Int128(step) * Int128(numbers.count) + 1
    let ofWanted = ofTotals * ofTotals
    var penalties: [Int128?] = []
    for index in numbers.indices {
      let (row, column) = index.quotientAndRemainder(dividingBy: table.columns + 1)
      let isTotal = row == rows || column == columns
      let isCorner = row == rows && column == columns
      let number = numbers[index]
      var penalty = Int128(number.reluctance) * (isTotal ? ofTotals : 1)
      if let wanted, column == columns, row < rows, !number.isExact {
        numbers[index].isUp = wanted[row] > number.shown - (number.isUp ? 1 : 0)
        penalty = ofWanted
      }
      penalties.append(number.isExact || isCorner ? nil : penalty)
    }
    self.penalties = penalties
    preferred = numbers.map(\.isUp)
    excess = []
    excess = gaps()
  }

  mutating func run() -> [RoundedNumber] {
    // A path exists as long as there is an excess; see `BalancedTable`.
    while let path = cheapestPath() {
      for edge in path { numbers[edge].isUp.toggle() }
      excess = gaps()
    }
    return numbers
  }

  // MARK: The network

  /// The lines of a number, in the direction in which a step moves when the number is rounded up:
  /// out of the first, into the second. Totals stand on the other side of their lines' equations.
  private func ends(_ index: Int) -> (from: Int, to: Int) {
    let (row, column) = index.quotientAndRemainder(dividingBy: columns + 1)
    let (rowLine, columnLine) = (row, rows + 1 + column)
    return (row == rows) == (column == columns) ? (columnLine, rowLine) : (rowLine, columnLine)
  }

  /// The sum of the parts less the total, with the sign that the direction of edges asks for.
  private func gaps() -> [Int64] {
    var gaps = Array(repeating: Int64(0), count: lines)
    for index in numbers.indices {
      let (from, to) = ends(index)
      gaps[from] -= numbers[index].shown
      gaps[to] += numbers[index].shown
    }
    return gaps
  }

  /// The edges of the cheapest path from a line with too much to one with too little; nil once all
  /// is in balance. Bellman and Ford's way: what was changed before may be changed back, at a gain.
  private func cheapestPath() -> [Int]? {
    var cost: [Int128?] = excess.map { $0 > 0 ? 0 : nil }
    var arrival: [Int?] = Array(repeating: nil, count: lines)
    var isChanging = true
    while isChanging {
      isChanging = false
      for index in numbers.indices {
        guard let penalty = penalties[index] else { continue }
        let (start, end) = step(index)
        guard let before = cost[start] else { continue }
        let price = before + (numbers[index].isUp == preferred[index] ? penalty : -penalty)
        if let known = cost[end], known <= price { continue }
        (cost[end], arrival[end], isChanging) = (price, index, true)
      }
    }
    let goals = (0..<lines).filter { excess[$0] < 0 }.compactMap { line in
      cost[line].map { (line: line, cost: $0) }
    }
    guard let goal = goals.min(by: { $0.cost < $1.cost })?.line else { return nil }
    return path(to: goal, arrival)
  }

  /// The way a step moves when a number is rounded the other way than now.
  private func step(_ index: Int) -> (start: Int, end: Int) {
    let (from, to) = ends(index)
    return numbers[index].isUp ? (to, from) : (from, to)
  }

  private func path(to goal: Int, _ arrival: [Int?]) -> [Int] {
    var path: [Int] = []
    var line = goal
    while let edge = arrival[line] {
      path.append(edge)
      line = step(edge).start
    }
    return path
  }
}
