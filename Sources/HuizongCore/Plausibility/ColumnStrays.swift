import Glibc

/// How far whole columns stray from their usual size, and which of them do so together: units have
/// months of one kind of work or another.
struct ColumnStrays {
  /// Pair after pair of metrics.
  fileprivate let covariance: [Double]
  fileprivate let width: Int

  /// How much likelier (as a power of e) the sizes of two columns are when each stands in the
  /// other's place.
  func gain(_ first: Int, _ second: Int, _ sizes: ColumnSizes, _ spread: [Double]) -> Double {
    let whole = gain(first, second, sizes.totals[first], sizes.totals[second], spread)
    guard whole > 0 else { return whole }
    // One figure alone proves nothing: it may be wrong by itself.
    let rows = [sizes.farthest(first), sizes.farthest(second)]
    return rows.reduce(whole) { least, row in
      let (one, other) = (sizes.size(first, without: row), sizes.size(second, without: row))
      return min(least, gain(first, second, one, other, spread))
    }
  }

  private func gain(
    _ first: Int, _ second: Int, _ one: ColumnSize, _ other: ColumnSize, _ spread: [Double]
  ) -> Double {
    let a = covariance[first * width + first] + one.chance(spread[first])
    let b = covariance[second * width + second] + other.chance(spread[second])
    let c = covariance[first * width + second]
    func distance(_ x: Double, _ y: Double) -> Double {
      (b * x * x - 2 * c * x * y + a * y * y) / (a * b - c * c)
    }
    let now = distance(one.stray(with: one), other.stray(with: other))
    let exchanged = distance(one.stray(with: other), other.stray(with: one))
    // With the long tails of what is known from few units.
    let tail = ColumnStrays.tail
    return (tail + 2) / 2 * log((tail + now) / (tail + exchanged))
  }

  private static let tail = 60.0
}

/// Gathers the strays of many tables' columns.
struct ColumnStrayEstimate {
  private let counts: [Int]
  private let width: Int
  /// By pair of metrics.
  private var products: [Double]
  private var tables = 0.0

  init(_ form: Form) {
    counts = form.countMetrics
    width = form.metrics.count
    products = Array(repeating: 0, count: width * width)
  }

  mutating func add(_ sizes: [ColumnSize], _ spread: Double) {
    let strays = sizes.map {
      min(max($0.stray(with: $0), -ColumnStrayEstimate.most), ColumnStrayEstimate.most)
    }
    for metric in counts {
      for other in counts { products[metric * width + other] += strays[metric] * strays[other] }
      products[metric * width + metric] -= sizes[metric].chance(spread)
    }
    tables += 1
  }

  /// What is known beforehand, and as many tables as it counts for.
  private static let variance = 0.03
  private static let weight = 8.0
  private static let least = 0.01
  /// One column in a wrong place must not widen what is normal for all.
  private static let most = 0.5
  /// No two columns go quite together.
  private static let closest = 0.8

  var strays: ColumnStrays {
    var covariance = products.map { $0 / (tables + ColumnStrayEstimate.weight) }
    let known =
      ColumnStrayEstimate.weight * ColumnStrayEstimate.variance
      / (tables + ColumnStrayEstimate.weight)
    func own(_ metric: Int) -> Int { metric * width + metric }
    for metric in counts {
      covariance[own(metric)] = max(covariance[own(metric)] + known, ColumnStrayEstimate.least)
    }
    for metric in counts {
      for other in counts where other != metric {
        let most =
          ColumnStrayEstimate.closest
          * (covariance[own(metric)] * covariance[own(other)]).squareRoot()
        let both = covariance[metric * width + other]
        covariance[metric * width + other] = min(max(both, -most), most)
      }
    }
    return ColumnStrays(covariance: covariance, width: width)
  }
}
