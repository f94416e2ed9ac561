/// P04: a table that is another one over again.
final class CopiedTables: Sendable {
  private let archive: Archive
  /// In the order of their figures' hashes.
  private let known: [(hash: UInt64, origin: Origin)]

  struct Origin: Sendable, Equatable {
    let unit: Int
    let month: Int
  }

  struct Copy: Sendable {
    let origin: Origin
    /// How many figures are the same, of those that are not zero in both.
    let equal: Int
    let figures: Int
  }

  init(_ archive: Archive) {
    self.archive = archive
    var known: [(hash: UInt64, origin: Origin)] = []
    for (unit, months) in archive.months.enumerated() {
      for (month, figures) in months.enumerated() {
        guard let figures else { continue }
        known.append((figures.hash, Origin(unit: unit, month: month)))
      }
    }
    self.known = known.sorted {
      ($0.hash, $0.origin.unit, $0.origin.month) < ($1.hash, $1.origin.unit, $1.origin.month)
    }
  }

  /// The unit's own earlier month comes first, then any other unit's table of the same month or an
  /// earlier one.
  func find(_ now: UnitMonth, unit: Int, month: Int) -> Copy? {
    guard now.isTelling else { return nil }
    if let own = ownCopy(now, unit, month) { return own }
    let origin = origins(now.hash).map(\.origin).first { origin in
      origin.unit != unit && origin.month <= month
        && archive.months[origin.unit][origin.month]?.cells == now.cells
    }
    let figures = now.cells.count { $0 > 0 }
    return origin.map { Copy(origin: $0, equal: figures, figures: figures) }
  }

  private func origins(_ hash: UInt64) -> ArraySlice<(hash: UInt64, origin: Origin)> {
    var (low, high) = (0, known.count)
    while low < high {
      let middle = (low + high) / 2
      if known[middle].hash < hash { low = middle + 1 } else { high = middle }
    }
    return known[low...].prefix { $0.hash == hash }
  }

  /// Somebody who sends last month's table again may have changed a few figures of it.
  private func ownCopy(_ now: UnitMonth, _ unit: Int, _ month: Int) -> Copy? {
    for earlier in (1..<max(1, month)).reversed() {
      guard let before = archive.months[unit][earlier] else { continue }
      let (equal, figures) = CopiedTables.compare(now.cells, before.cells)
      let isWhole = equal == figures
      let isMost = figures >= 20 && equal * 5 >= figures * 4
      if isWhole || isMost {
        return Copy(
          origin: Origin(unit: unit, month: earlier), equal: equal, figures: figures)
      }
    }
    return nil
  }

  private static func compare(_ now: [Int64], _ before: [Int64]) -> (equal: Int, figures: Int) {
    var equal = 0
    var figures = 0
    for index in now.indices where now[index] > 0 || before[index] > 0 {
      figures += 1
      if now[index] == before[index] { equal += 1 }
      // A fifth of all cells differ: the rest can no longer make it a copy.
      if (figures - equal) * 5 > now.count { break }
    }
    return (equal, figures)
  }
}
