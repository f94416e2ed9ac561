/// P04: a table that is another one over again.
final class CopiedTables: Sendable {
  private let archive: Archive
  /// The months whose figures have this hash.
  private let known: [UInt64: [Origin]]

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
    var known: [UInt64: [Origin]] = [:]
    for (unit, months) in archive.months.enumerated() {
      for (month, figures) in months.enumerated() {
        guard let figures, figures.isTelling else { continue }
        known[figures.hash, default: []].append(Origin(unit: unit, month: month))
      }
    }
    self.known = known
  }

  /// The unit's own earlier month comes first, then any other unit's table of the same month or an
  /// earlier one.
  func find(_ now: UnitMonth, unit: Int, month: Int) -> Copy? {
    guard now.isTelling else { return nil }
    if let own = ownCopy(now, unit, month) { return own }
    let origins = known[now.hash] ?? []
    let origin = origins.first { origin in
      origin.unit != unit && origin.month <= month
        && archive.months[origin.unit][origin.month]?.cells == now.cells
    }
    let figures = now.cells.count { $0 > 0 }
    return origin.map { Copy(origin: $0, equal: figures, figures: figures) }
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

  private static func compare(_ now: [Double], _ before: [Double]) -> (equal: Int, figures: Int) {
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
