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
      sums[other] = CityTrend.sum(counted.compactMap { months[$0][other] }, size)
    }
    present = CityTrend.sum(having.compactMap { months[$0][month] }, size)
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
        now: sums[month], before: CityTrend.sum(earlier.map { sums[$0] }, size), archive.form)
      for unit in counted {
        let tables = earlier.compactMap { months[unit][$0]?.cells }
        guard let now = months[unit][month] else { continue }
        estimate.add(now.cells, before: CityTrend.sum(tables, size), odds)
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
    var now = sums[month]
    var before = CityTrend.sum(earlier.map { sums[$0] }, now.count)
    guard isCounted[unit] else { return (now, before) }
    CityTrend.subtract(archive.months[unit][month], from: &now)
    for other in earlier { CityTrend.subtract(archive.months[unit][other], from: &before) }
    return (now, before)
  }

  /// What every other unit reports for this month, whatever it has of the months before.
  func present(without unit: Int, _ archive: Archive) -> (sums: [Double], units: Int) {
    guard let own = archive.months[unit][month] else { return (present, presentUnits) }
    var sums = present
    CityTrend.subtract(own, from: &sums)
    return (sums, presentUnits - 1)
  }

  private static func subtract(_ table: UnitMonth?, from sums: inout [Double]) {
    guard let table else { return }
    for index in sums.indices { sums[index] -= table.cells[index] }
  }

  private static func sum(_ tables: [UnitMonth], _ size: Int) -> [Double] {
    sum(tables.map(\.cells), size)
  }

  static func sum(_ tables: [[Double]], _ size: Int) -> [Double] {
    var sum = Array(repeating: 0.0, count: size)
    for table in tables {
      for index in 0..<size { sum[index] += table[index] }
    }
    return sum
  }
}
