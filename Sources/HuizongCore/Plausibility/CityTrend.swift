import Glibc

/// What all units did in one month and in the months before it.
final class CityTrend: Sendable {
  let month: Int
  /// The earlier months that most units have: a unit that lacks one of them would make the others
  /// look busier.
  let earlier: [Int]
  /// The units with this month and all of those.
  let units: Int
  /// By month: the sums over those units, cell by cell; of this month, too.
  private let sums: [[Double]]
  /// By unit.
  private let isCounted: [Bool]
  /// This month over every unit that has it, and how many those are.
  let present: [Double]
  let presentUnits: Int
  let spread: Spread

  init(_ archive: Archive, month: Int, policy: PlausibilityPolicy) {
    self.month = month
    let months = archive.months
    let having = months.indices.filter { months[$0][month] != nil }
    let earlier = (1..<max(1, month)).filter { other in
      let count = having.count { months[$0][other] != nil }
      return count > 0 && count * 2 >= having.count
    }
    let counted = having.filter { unit in earlier.allSatisfy { months[unit][$0] != nil } }
    let size = archive.form.cellCount
    var sums: [[Double]] = Array(repeating: [], count: 13)
    for other in earlier + [month] {
      sums[other] = CellSums(counted.compactMap { months[$0][other]?.cells }, size).values
    }
    present = CellSums(having.compactMap { months[$0][month]?.cells }, size).values
    presentUnits = having.count
    var isCounted = Array(repeating: false, count: months.count)
    for unit in counted { isCounted[unit] = true }
    self.isCounted = isCounted
    units = counted.count
    self.earlier = earlier
    self.sums = sums
    var estimate = SpreadEstimate(policy, archive.form)
    if earlier.count >= policy.months, counted.count > policy.units {
      let odds = MonthOdds(
        now: sums[month], before: CellSums(earlier.map { sums[$0] }, size).values, archive.form)
      for unit in counted {
        let before = CellSums(earlier.compactMap { months[unit][$0]?.cells }, size)
        guard let now = months[unit][month] else { continue }
        estimate.add(now.cells, before: before.values, odds)
      }
    }
    spread = estimate.spread
  }

  /// How many other units there are to compare `unit` with.
  func others(than unit: Int) -> Int { units - (isCounted[unit] ? 1 : 0) }

  /// The other units' sums of this month and of some earlier ones.
  func sums(without unit: Int, _ earlier: [Int], _ archive: Archive) -> (
    now: [Double], before: [Double]
  ) {
    var now = CellSums([sums[month]], sums[month].count)
    var before = CellSums(earlier.map { sums[$0] }, sums[month].count)
    if isCounted[unit] {
      if let own = archive.months[unit][month] { now.subtract(own.cells) }
      for other in earlier {
        if let own = archive.months[unit][other] { before.subtract(own.cells) }
      }
    }
    return (now.values, before.values)
  }

  /// What every other unit reports for this month, whatever it has of the months before.
  func present(without unit: Int, _ archive: Archive) -> (sums: [Double], units: Int) {
    guard let own = archive.months[unit][month] else { return (present, presentUnits) }
    var sums = CellSums([present], present.count)
    sums.subtract(own.cells)
    return (sums.values, presentUnits - 1)
  }
}
