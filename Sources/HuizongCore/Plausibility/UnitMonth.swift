/// One unit's figures of one month, to compare with.
struct UnitMonth: Sendable {
  /// Row after row, in the metric's smallest step: the table's own memory, where it is one file's.
  let cells: [Int64]
  /// The same without what is beyond everything in the unit's other months. One slip of the keys,
  /// 88888 for 8, would else be what the city did in that month, and every other unit would look
  /// wrong beside it.
  private(set) var steady: [Int64]
  /// The same for the same figures.
  let hash: UInt64

  static let unknown = TableCells.unreadable

  init(_ cells: TableCells) {
    self.cells = cells.values
    steady = cells.values
    hash = UnitMonth.hash(of: cells.values)
  }

  /// The last month of a cumulative table: what it has more than the tables of the months before.
  ///
  /// Nil where the difference makes no month: something is unreadable, or a figure went down.
  init?(_ table: UnitTable, less earlier: [UnitTable]) {
    var cells: [Int64] = []
    cells.reserveCapacity(table.cells.count)
    for index in table.cells.indices {
      guard var rest = table.cells[index] else { return nil }
      for other in earlier {
        guard let part = other.cells[index], part <= rest else { return nil }
        rest -= part
      }
      cells.append(rest)
    }
    self.init(TableCells(cells))
  }

  /// A count that is ten times what the other months have, and more, counts as one of them.
  static func steady(_ months: inout [UnitMonth?], _ form: Form) {
    let present = months.indices.filter { months[$0] != nil }
    guard present.count > 2 else { return }
    var sums = CellSums(form.cellCount)
    for case let month? in months { sums.add(month.cells) }
    for number in present {
      guard let cells = months[number]?.cells else { continue }
      for index in cells.indices where cells[index] > UnitMonth.few {
        let usual = (sums.values[index] - cells[index]) / Int64(present.count - 1)
        guard cells[index] > UnitMonth.few + usual * 10, form.isCount(index) else { continue }
        months[number]?.steady[index] = usual
      }
    }
  }

  /// So many may come of nothing.
  private static let few: Int64 = 50

  /// Whether every figure can be read.
  var isWhole: Bool { !cells.contains { $0 < 0 } }

  /// A table with next to nothing in it may well be the same twice.
  var isTelling: Bool { cells.count { $0 > 0 } >= 5 }

  /// Four at a time: a multiplication waits for the one before it.
  private static func hash(of cells: [Int64]) -> UInt64 {
    var lanes = SIMD4<UInt64>(1, 2, 3, 4)
    let cells = cells.span
    let (whole, factor) = (cells.count & ~3, UInt64(0x9e37_79b9_7f4a_7c15))
    for index in stride(from: 0, to: whole, by: 4) {
      for lane in 0..<4 {
        let figure = unsafe UInt64(bitPattern: cells[unchecked: index + lane])
        lanes[lane] = (lanes[lane] ^ figure) &* factor
        lanes[lane] ^= lanes[lane] >> 29
      }
    }
    for index in whole..<cells.count {
      lanes[0] = (lanes[0] ^ UInt64(bitPattern: cells[index])) &* factor
    }
    return (0..<4).reduce(0) { ($0 ^ lanes[$1]) &* factor }
  }
}

extension Form {
  fileprivate func isCount(_ index: Int) -> Bool { metrics[index % metrics.count].kind == .count }
}
