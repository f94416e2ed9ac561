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
  /// The variance of the counts over their mean.
  let spread: Double

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
    var estimate = SpreadEstimate(policy)
    if earlier.count >= policy.months, counted.count > policy.units {
      let odds = MonthOdds(
        now: sums[month], before: CityTrend.sum(earlier.map { sums[$0] }, size), archive.form)
      for unit in counted {
        let tables = earlier.compactMap { months[unit][$0]?.cells }
        guard let now = months[unit][month] else { continue }
        estimate.add(now.cells, before: CityTrend.sum(tables, size), odds, archive.form)
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

/// How much of a cell's figure falls in this month for each one in the months before: by the other
/// units, where they are few with a look at the whole column, and at all columns.
struct MonthOdds {
  /// Cell by cell.
  let values: [Double]

  init(now: [Double], before: [Double], _ form: Form) {
    let width = form.metrics.count
    let counts = form.countMetrics
    var columns = Array(repeating: (now: 0.0, before: 0.0), count: width)
    for index in now.indices {
      columns[index % width].now += now[index]
      columns[index % width].before += before[index]
    }
    let all = counts.reduce((now: 0.0, before: 0.0)) {
      ($0.now + columns[$1].now, $0.before + columns[$1].before)
    }
    let overall = all.now + all.before > 0 ? all.now / (all.now + all.before) : 0.5
    let shares = columns.map {
      ($0.now + MonthOdds.weightOfAll * overall) / ($0.now + $0.before + MonthOdds.weightOfAll)
    }
    values = now.indices.map { index in
      let weight = MonthOdds.weightOfColumn
      let share =
        (now[index] + weight * shares[index % width]) / (now[index] + before[index] + weight)
      return max(share, 1e-6) / max(1 - share, 1e-6)
    }
  }

  /// How many pieces of work the column counts for beside the cell, and all columns beside one.
  private static let weightOfColumn = 20.0
  private static let weightOfAll = 50.0
}

/// The variance of counts over their mean, from what the units' tables themselves show.
struct SpreadEstimate {
  private let policy: PlausibilityPolicy
  private var sum: Double
  private var count: Double

  init(_ policy: PlausibilityPolicy) {
    self.policy = policy
    count = SpreadEstimate.weight
    sum = SpreadEstimate.weight * policy.spread
  }

  /// The policy's own figure counts as this many cells.
  private static let weight = 200.0
  /// One wrong cell must not widen what is normal for all.
  private static let most = 25.0

  var spread: Double { max(1.05, sum / count) }

  mutating func add(_ now: [Double], before: [Double], _ odds: MonthOdds, _ form: Form) {
    let width = form.metrics.count
    var total = (now: 0.0, expected: 0.0)
    for metric in form.countMetrics {
      for index in stride(from: metric, to: now.count, by: width) {
        total.now += now[index]
        total.expected += before[index] * odds.values[index]
      }
    }
    guard total.expected > 0 else { return }
    let scale = total.now / total.expected
    for metric in form.countMetrics {
      for index in stride(from: metric, to: now.count, by: width) {
        let expected = before[index] * odds.values[index] * scale
        guard expected >= 1 else { continue }
        let away = now[index] - expected
        let uneven = policy.unevenness * expected * expected
        let usual = expected * (1 + odds.values[index] * scale)
        sum += min(max(0, away * away - uneven) / usual, SpreadEstimate.most)
        count += 1
      }
    }
  }
}
