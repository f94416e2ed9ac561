import Testing

@testable import HuizongCore

/// Shown parts add up to shown totals, and nothing is shown further off than it must be.
struct BalancedTableTests {
  private static let step: Int64 = 10_000

  /// Up to 9 × 9, with zeros, whole steps, halves, and totals that are far from what their parts
  /// round to.
  private static func cells(_ random: inout SeededGenerator) -> (cells: [Int64], columns: Int) {
    let (rows, columns) = (random.number(1...9), random.number(1...9))
    let kind = random.number(0...3)
    let cells = (0..<rows * columns).map { _ -> Int64 in
      switch (kind, random.number(0...5)) {
      case (_, 0): 0
      case (_, 1): Int64(random.number(0...50)) * step
      case (0, _): Int64(random.number(0...3_000_000))
      case (1, _): step * 3 + step / 2
      case (2, _): Int64(random.number(1...4_900))
      default: Int64(random.number(5_100...9_999))
      }
    }
    return (cells, columns)
  }

  private func check(_ table: BalancedTable, _ cells: [Int64]) {
    for row in 0..<table.rows {
      let shown = (0..<table.columns).map { table[row, $0].shown }.reduce(0, +)
      #expect(shown == table[total: row].shown, "row \(row) of \(cells)")
    }
    for column in 0..<table.columns {
      let shown = (0..<table.rows).map { table[$0, column].shown }.reduce(0, +)
      #expect(shown == table[foot: column].shown, "column \(column) of \(cells)")
    }
    let (rows, columns) = (0..<table.rows, 0..<table.columns)
    #expect(rows.map { table[total: $0].shown }.reduce(0, +) == table.corner.shown)
    #expect(columns.map { table[foot: $0].shown }.reduce(0, +) == table.corner.shown)
    for number in table.numbers {
      let gap = abs(number.shown * Self.step - number.exact)
      #expect(number.isExact ? gap == 0 : gap < Self.step, "\(number.exact) of \(cells)")
    }
  }

  @Test func `random tables add up both ways, and nothing moves by a whole step`() {
    var random = SeededGenerator(seed: 2_023)
    for _ in 0..<10_000 {
      let (cells, columns) = Self.cells(&random)
      let table = BalancedTable(cells, columns: columns, step: Self.step)
      #expect(!table.corner.isAdjusted)
      check(table, cells)
    }
  }

  /// All roundings of a small table, tried one by one.
  private func cheapest(_ cells: [Int64], _ columns: Int) -> (totals: Int64, cells: Int64)? {
    let rows = cells.count / columns
    func numbers(_ values: [Int64]) -> [RoundedNumber] {
      values.map { RoundedNumber($0, step: Self.step) }
    }
    let exact = numbers(cells)
    var best: (totals: Int64, cells: Int64)?
    next: for choice in 0..<1 << cells.count {
      var up = exact
      var price: (totals: Int64, cells: Int64) = (0, 0)
      for index in up.indices {
        up[index].isUp = choice >> index & 1 == 1
        if up[index].isExact, up[index].isUp { continue next }
        if up[index].isAdjusted { price.cells += up[index].reluctance }
      }
      var lines: [[Int]] = (0..<rows).map { row in (0..<columns).map { row * columns + $0 } }
      lines += (0..<columns).map { column in (0..<rows).map { $0 * columns + column } }
      for line in lines + [Array(cells.indices)] {
        var total = RoundedNumber(line.map { cells[$0] }.reduce(0, +), step: Self.step)
        let shown = line.map { up[$0].shown }.reduce(0, +)
        let nearest = total.nearest
        total.isUp.toggle()
        if shown != nearest, total.isExact || shown != total.shown { continue next }
        if shown != nearest, line.count == cells.count, rows > 1, columns > 1 { continue next }
        if shown != nearest { price.totals += total.reluctance }
      }
      if let known = best, known <= price { continue }
      best = price
    }
    return best
  }

  @Test func `no cheaper table exists`() {
    var random = SeededGenerator(seed: 7)
    for _ in 0..<300 {
      let (rows, columns) = (random.number(2...3), random.number(2...3))
      let cells = (0..<rows * columns).map { _ in Int64(random.number(0...30_000)) }
      let table = BalancedTable(cells, columns: columns, step: Self.step)
      let adjusted = table.numbers.indices.filter { table.numbers[$0].isAdjusted }
      var price: (totals: Int64, cells: Int64) = (0, 0)
      for index in adjusted {
        let (row, column) = index.quotientAndRemainder(dividingBy: columns + 1)
        let isTotal = row == rows || column == columns
        if isTotal { price.totals += table.numbers[index].reluctance }
        if !isTotal { price.cells += table.numbers[index].reluctance }
      }
      let best = cheapest(cells, columns)
      #expect(
        best.map { $0 == price } ?? false, "\(cells): \(price), not \(String(describing: best))")
    }
  }

  @Test func `a table that adds up when it is rounded is left alone`() {
    let table = BalancedTable([12_000, 28_000, 31_000, 9_000], columns: 2, step: Self.step)
    #expect(table.numbers.allSatisfy { !$0.isAdjusted })
  }

  @Test func `totals that another table shows are kept`() {
    let halves: [Int64] = [2_500, 2_500, 2_500, 2_500]
    for wanted: [Int64] in [[1, 0], [0, 1]] {
      let table = BalancedTable(halves, columns: 2, step: Self.step, wanted: wanted)
      #expect(table.unmet.isEmpty && (0..<2).map { table[total: $0].shown } == wanted)
      check(table, halves)
    }
  }

  /// Two rows of a half in each column make exactly one there; so not both of them can go up.
  @Test func `totals that cannot be kept are named, and the table still adds up`() {
    let cells: [Int64] = [5_000, 0, 5_000, 0, 0, 5_000, 0, 5_000]
    let table = BalancedTable(cells, columns: 2, step: Self.step, wanted: [1, 1, 0, 0])
    #expect(table.unmet.count == 2 && table.unmet[0] < 2 && table.unmet[1] >= 2)
    check(table, cells)
  }

  @Test func `a table of one row, of one column, of none`() {
    for columns in [1, 3] {
      let table = BalancedTable([3_333, 3_333, 3_334], columns: columns, step: Self.step)
      #expect(table.corner.shown == 1)
      check(table, [])
    }
    #expect(BalancedTable([], columns: 0, step: Self.step).corner.shown == 0)
  }
}
