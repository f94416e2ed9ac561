/// What all units did in one month and in the months before it.
final class CityTrend: Sendable {
  let month: Int
  /// The earlier months that most units have: a unit that lacks one of them would make the others
  /// look busier.
  let earlier: [Int]
  /// The units with this month and all of those.
  let units: Int
  /// By month: the sums over those units, cell by cell; of this month, too.
  private let sums: [[Int64]]
  /// Over the earlier months together.
  private let before: [Int64]
  /// By unit.
  private let isCounted: [Bool]
  /// This month over every unit that has it, and how many those are.
  private let present: [Int64]
  private let presentUnits: Int
  let spread: Spread
  /// In the order of the policy's amounts.
  private let amounts: [UnitAmounts]

  init(_ archive: Archive, month: Int, policy: PlausibilityPolicy) {
    self.month = month
    let months = archive.months
    let having = months.indices.filter { months[$0][month] != nil }
    let earlier = (1..<max(1, month)).filter { other in
      let count = having.count { months[$0][other] != nil }
      return count > 0 && count * 2 >= having.count
    }
    var isCounted = Array(repeating: false, count: months.count)
    for unit in having { isCounted[unit] = earlier.allSatisfy { months[unit][$0] != nil } }
    var sums: [[Int64]] = Array(repeating: [], count: 13)
    var before = CellSums(archive.form.cellCount)
    for other in earlier + [month] {
      sums[other] = archive.sums(of: other, over: isCounted)
      if other != month { before.add(sums[other]) }
    }
    present = archive.sums[month]
    presentUnits = having.count
    units = isCounted.count { $0 }
    (self.isCounted, self.earlier, self.sums, self.before) = (
      isCounted, earlier, sums, before.values
    )
    amounts = policy.amounts.map { UnitAmounts(months.map { $0[month] }, $0, archive.form) }
    var estimate = SpreadEstimate(policy, archive.form)
    if earlier.count >= policy.months, units > policy.units {
      let odds = MonthOdds(now: sums[month], before: before.values, archive.form)
      for unit in CityTrend.some(isCounted.indices.filter { isCounted[$0] }) {
        guard let now = months[unit][month] else { continue }
        var before = CellSums(now.cells.count)
        for other in earlier { if let own = months[unit][other] { before.add(own.steady) } }
        estimate.add(now.steady, before: before.values, odds)
      }
    }
    spread = estimate.spread
  }

  /// How figures stray some hundred units show as well as thousands do.
  private static func some(_ units: [Int]) -> [Int] {
    stride(from: 0, to: units.count, by: max(1, units.count / 300)).map { units[$0] }
  }

  /// What most other units' amounts come to, by the number of the policy's amount.
  func usualAmount(_ number: Int, without unit: Int, fewest: Int) -> Double? {
    amounts[number].middle(without: unit, fewest: fewest)
  }

  /// How many other units there are to compare `unit` with.
  func others(than unit: Int) -> Int { units - (isCounted[unit] ? 1 : 0) }

  /// The other units' sums of this month and of some earlier ones, in which `unit` has `own`.
  func sums(
    without unit: Int, _ own: (now: [Int64]?, before: [Int64]), _ months: [Int]
  ) -> (now: [Int64], before: [Int64]) {
    var now = CellSums(sums[month])
    var before = CellSums(self.before)
    if months.count < earlier.count {
      before = CellSums(before.values.count)
      for other in months { before.add(sums[other]) }
    }
    if isCounted[unit] {
      if let own = own.now { now.subtract(own) }
      before.subtract(own.before)
    }
    return (now.values, before.values)
  }

  /// What every other unit reports for this month, whatever it has of the months before.
  func present(without unit: Int, _ archive: Archive) -> (sums: [Int64], units: Int) {
    guard let own = archive.months[unit][month] else { return (present, presentUnits) }
    var sums = CellSums(present)
    sums.subtract(own.steady)
    return (sums.values, presentUnits - 1)
  }
}

extension Archive {
  /// The sums of a month over some of the units that have it: nearly all as a rule, so the others
  /// are taken off.
  fileprivate func sums(of month: Int, over isCounted: [Bool]) -> [Int64] {
    var sums = CellSums(sums[month])
    for unit in months.indices where !isCounted[unit] {
      if let own = months[unit][month] { sums.subtract(own.steady) }
    }
    return sums.values
  }
}
