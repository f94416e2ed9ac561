import Glibc

/// What a unit's table of a month should look like, by its own months before and by what the other
/// units did.
struct Expectation {
  /// The unit's earlier months that are compared with, and how many other units.
  let months: [Int]
  let units: Int
  /// Cell by cell: this month, the earlier months together, and (of counts) what would be usual.
  let now: [Int64]
  let before: [Int64]
  let usual: [Double]
  let sizes: ColumnSizes
  /// The other units' figures for the same months.
  let others: (now: [Int64], before: [Int64])
  let spread: Spread
  private let width: Int
  let unevenness: Double

  /// What there is too little of.
  enum Lack: Error, Sendable {
    case months, units
  }

  init(
    _ now: UnitMonth, unit: Int, _ trend: CityTrend, _ archive: Archive,
    _ policy: PlausibilityPolicy
  ) throws(Lack) {
    let own = archive.months[unit]
    months = trend.earlier.filter { own[$0] != nil }
    units = trend.others(than: unit)
    guard months.count >= policy.months else { throw .months }
    guard units >= policy.units else { throw .units }
    self.now = now.cells
    var before = CellSums(now.cells.count)
    for month in months { if let own = own[month] { before.add(own.steady) } }
    self.before = before.values
    others = trend.sums(without: unit, (own[trend.month]?.steady, before.values), months)
    let odds = MonthOdds(now: others.now, before: others.before, archive.form)
    usual = odds.usual(now.cells, before.values, archive.form)
    sizes = ColumnSizes(now.cells, before.values, odds, archive.form)
    width = archive.form.metrics.count
    spread = trend.spread
    unevenness = policy.unevenness
  }

  /// A cell in which nothing happened before is not impossible.
  static let least = 0.25

  /// The variance of a cell over its mean: a large one also strays because units differ.
  func spread(of index: Int) -> Double {
    spread.values[index % width] + unevenness * usual[index]
  }

  /// How often a figure as far out as `value` is seen in a cell: this month's share in this month's
  /// and the earlier figure together, both of which come in bunches.
  func chance(of value: Int64, _ index: Int) -> Double {
    let spread = spread(of: index) - 1
    let distribution = BetaBinomial(
      count: Int(value &+ before[index]), alpha: usual[index] / spread,
      beta: max(Double(before[index]), Expectation.least) / spread)
    return distribution.twoSided(Int(value))
  }
}
