/// The figures of a table, row after row, each in its metric's smallest step; nil where nothing
/// readable stands.
///
/// A word each, in one array that everybody who looks at the table shares: those of a nation's year
/// take 86 MB, and as optionals, once for each reader of them, they took four times that.
public struct TableCells: Sendable, Hashable, RandomAccessCollection {
  let values: [Int64]

  /// No figure can be this: cells are limited to fifteen digits.
  static let unreadable = Int64.min

  init(_ values: [Int64]) { self.values = values }

  public var startIndex: Int { 0 }
  public var endIndex: Int { values.count }

  public subscript(index: Int) -> Int64? {
    let value = values[index]
    return value == TableCells.unreadable ? nil : value
  }

  /// Nothing but zeros.
  var isNil: Bool { values.allSatisfy { $0 == 0 } }

  /// Adds them to sums, with nothing where nothing readable stands; returns the index of a sum that
  /// 64 bits cannot hold.
  func add(to sums: inout [Int64]) -> Int? {
    var failed: Int?
    for index in sums.indices {
      let value = values[index]
      let (sum, overflow) = sums[index]
        .addingReportingOverflow(value == TableCells.unreadable ? 0 : value)
      if overflow, failed == nil { failed = index }
      sums[index] = sum
    }
    return failed
  }
}
