import Glibc

/// A column's counts of a month together, and what would be usual of them.
struct ColumnSize {
  private let logNow: Double
  private let logUsual: Double
  /// The variance that chance alone gives it, for counts that stray as chance has it.
  private let chance: Double

  init(_ sums: ColumnSums) {
    logNow = log(sums.now + ColumnSize.steady)
    logUsual = log(sums.usual + ColumnSize.steady)
    chance = 1 / (sums.usual + ColumnSize.steady) + 1 / (sums.before + ColumnSize.steady)
  }

  /// As a power of e, how many times its usual size another column's counts would make it; its own
  /// do as they stand.
  func stray(with other: ColumnSize) -> Double {
    min(max(other.logNow - logUsual, -ColumnSize.most), ColumnSize.most)
  }

  func chance(_ spread: Double) -> Double { spread * chance }

  private static let steady = 2.0
  private static let most = 3.0
}

/// Counts of this month, what would be usual of them, and those of the months before.
struct ColumnSums {
  private(set) var now = 0.0
  private(set) var usual = 0.0
  private(set) var before = 0.0

  mutating func add(_ now: Double, usual: Double, before: Double) {
    self.now += now
    self.usual += usual
    self.before += before
  }
}

/// The columns of one table by their sizes, as they would be if the unit were as busy in all its
/// work.
struct ColumnSizes {
  /// By metric.
  private(set) var totals: [ColumnSize]
  private let now: [Int64]
  private let before: [Int64]
  private let odds: MonthOdds
  private let busy: Double

  init(_ now: [Int64], _ before: [Int64], _ odds: MonthOdds, _ form: Form) {
    (self.now, self.before, self.odds) = (now, before, odds)
    let width = form.metrics.count
    var all = ColumnSums()
    for row in stride(from: 0, to: now.count, by: width) {
      for metric in form.countMetrics where now[row + metric] >= 0 {
        let earlier = max(Double(before[row + metric]), Expectation.least)
        let usual = earlier * odds.values[row + metric]
        all.add(MonthOdds.bounded(now[row + metric], usual), usual: usual, before: earlier)
      }
    }
    busy = (all.now + MonthOdds.steady) / (all.usual + MonthOdds.steady)
    totals = Array(repeating: ColumnSize(ColumnSums()), count: width)
    for metric in form.countMetrics { totals[metric] = size(metric, without: nil) }
  }

  /// All rows but one: a single wrong figure can make a whole column look too large.
  func size(_ metric: Int, without row: Int?) -> ColumnSize {
    var sums = ColumnSums()
    for start in stride(from: 0, to: now.count, by: totals.count) where start != row {
      guard now[start + metric] >= 0 else { continue }
      sums.add(
        Double(now[start + metric]), usual: usual(start + metric),
        before: max(Double(before[start + metric]), Expectation.least))
    }
    return ColumnSize(sums)
  }

  private func usual(_ index: Int) -> Double {
    max(Double(before[index]), Expectation.least) * odds.values[index] * busy
  }

  /// The row with the figure that lies farthest from what would be usual of it.
  func farthest(_ metric: Int) -> Int {
    var (farthest, most) = (0, -1.0)
    for start in stride(from: 0, to: now.count, by: totals.count) where now[start + metric] >= 0 {
      let away = (Double(now[start + metric]) - usual(start + metric)).magnitude
      if away > most { (farthest, most) = (start, away) }
    }
    return farthest
  }
}
