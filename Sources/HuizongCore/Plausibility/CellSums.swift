/// Adds the cells of many tables; a nation's come to a hundred million additions, so the bounds are
/// looked at once a table and not once a cell (four times as fast).
///
/// Only to compare with: figures so large that a sum of theirs leaves 64 bits do not stop the
/// program, and nobody's sum is made of these.
struct CellSums {
  private(set) var values: [Int64]

  init(_ size: Int) { values = Array(repeating: 0, count: size) }

  init(_ values: [Int64]) { self.values = values }

  mutating func add(_ table: [Int64]) { combine(table) { $0 &+ $1 } }
  mutating func subtract(_ table: [Int64]) { combine(table) { $0 &- $1 } }

  @inline(__always)
  private mutating func combine(_ table: [Int64], _ combined: (Int64, Int64) -> Int64) {
    let count = min(values.count, table.count)
    var sums = values.mutableSpan
    let cells = table.span
    for index in 0..<count {
      unsafe sums[unchecked: index] = unsafe combined(
        sums[unchecked: index], cells[unchecked: index])
    }
  }
}
