/// P04: a table that is another one over again.
final class CopiedTables: Sendable {
  private let archive: Archive
  /// The months whose figures have this hash.
  private let known: [Int: [Origin]]

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
    var known: [Int: [Origin]] = [:]
    for (unit, months) in archive.months.enumerated() {
      for (month, figures) in months.enumerated() {
        guard let figures, CopiedTables.isTelling(figures) else { continue }
        known[figures.cells.hashValue, default: []].append(Origin(unit: unit, month: month))
      }
    }
    self.known = known
  }

  /// A table with next to nothing in it may well be the same twice.
  private static func isTelling(_ figures: UnitMonth) -> Bool {
    figures.cells.count { $0 > 0 } >= 5
  }

  /// The unit's own earlier month comes first, then any other unit's table of the same month or an
  /// earlier one.
  func find(_ now: UnitMonth, unit: Int, month: Int) -> Copy? {
    guard CopiedTables.isTelling(now) else { return nil }
    if let own = ownCopy(now, unit, month) { return own }
    let origins = known[now.cells.hashValue] ?? []
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
    }
    return (equal, figures)
  }
}
