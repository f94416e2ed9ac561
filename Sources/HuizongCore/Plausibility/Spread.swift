import Glibc

/// How figures stray from what would be usual, as the units' own tables show it.
struct Spread {
  /// By metric: the variance of a count over its mean.
  let values: [Double]
  /// By metric: how much of its own each figure of a row says. Batches and inspected firms rise and
  /// fall together, and what one of them shows the other shows again.
  let weights: [Double]
  let columns: ColumnStrays
}

/// Gathers the strays of many tables.
struct SpreadEstimate {
  private let policy: PlausibilityPolicy
  private let counts: [Int]
  private let form: Form
  /// By metric: squares of strays over the mean, and how many.
  private var squares: [Double]
  private var cells: [Double]
  /// By pair of metrics: products of the strays of one row.
  private var products: [Double]
  private var columns: ColumnStrayEstimate

  init(_ policy: PlausibilityPolicy, _ form: Form) {
    self.policy = policy
    self.form = form
    counts = form.countMetrics
    let width = form.metrics.count
    squares = Array(repeating: 0, count: width)
    cells = Array(repeating: 0, count: width)
    products = Array(repeating: 0, count: width * width)
    columns = ColumnStrayEstimate(form)
  }

  /// One wrong cell must not widen what is normal for all.
  private static let most = 5.0
  /// What is known beforehand counts as this many cells.
  private static let weight = 100.0

  mutating func add(_ now: [Int64], before: [Int64], _ odds: MonthOdds) {
    let usual = odds.usual(now, before, form)
    columns.add(ColumnSizes(now, before, odds, form).totals, policy.spread)
    let width = form.metrics.count
    var strays = Array(repeating: 0.0, count: width)
    for row in form.categories.indices {
      for metric in counts {
        let index = row * width + metric
        strays[metric] = stray(Double(now[index]), Double(before[index]), usual[index])
        guard usual[index] >= 1 else { continue }
        squares[metric] += strays[metric] * strays[metric]
        cells[metric] += 1
      }
      for metric in counts {
        for other in counts { products[metric * width + other] += strays[metric] * strays[other] }
      }
    }
  }

  /// How far off a figure is, in the deviations that chance alone would give it.
  private func stray(_ now: Double, _ before: Double, _ usual: Double) -> Double {
    let ratio = usual / max(before, Expectation.least)
    let chance = usual * (1 + ratio) + policy.unevenness * usual * usual / policy.spread
    let stray = (now - usual) / chance.squareRoot()
    return min(max(stray, -SpreadEstimate.most), SpreadEstimate.most)
  }

  var spread: Spread {
    let weight = SpreadEstimate.weight
    let all =
      (squares.reduce(0, +) + weight * policy.spread) / (cells.reduce(0, +) + weight)
    let values = squares.indices.map {
      max(1.05, (squares[$0] + weight * all) / (cells[$0] + weight))
    }
    return Spread(
      values: values, weights: form.metrics.indices.map(self.weight), columns: columns.strays)
  }

  private func weight(_ metric: Int) -> Double {
    let width = form.metrics.count
    func product(_ a: Int, _ b: Int) -> Double { products[a * width + b] }
    let together = counts.reduce(0.0) { sum, other in
      guard other != metric else { return sum }
      let scale = (product(metric, metric) * product(other, other)).squareRoot()
      return sum + max(0, product(metric, other)) / (scale + SpreadEstimate.weight)
    }
    return 1 / (1 + together)
  }
}
