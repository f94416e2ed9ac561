import Glibc

/// A distribution over the numbers 0 to `count`.
protocol CountDistribution {
  var count: Int { get }
  /// The logarithm of the probability of exactly `value`.
  func logMass(_ value: Int) -> Double
  /// The probability of `value + 1` over that of `value`.
  func step(_ value: Int) -> Double
}

extension CountDistribution {
  /// How likely it is to see something at least as far out as `value`: twice the smaller tail.
  func twoSided(_ value: Int) -> Double {
    min(1, 2 * min(atMost(value), atLeast(value)))
  }

  /// The probability of `value` or less.
  func atMost(_ value: Int) -> Double {
    guard value >= 0 else { return 0 }
    guard value < count else { return 1 }
    return tail(from: value, down: true)
  }

  /// The probability of `value` or more.
  func atLeast(_ value: Int) -> Double {
    guard value > 0 else { return 1 }
    guard value <= count else { return 0 }
    return tail(from: value, down: false)
  }

  /// Sums from `value` outward, exactly: the masses of a tail are added until they no longer count.
  ///
  /// A tail that goes up at first is the larger of the two and about one; nobody asks how much.
  private func tail(from value: Int, down: Bool) -> Double {
    let first = logMass(value)
    var term = 1.0
    var sum = 1.0
    var next = value
    for _ in 0..<CountLimits.terms {
      if down ? next == 0 : next == count { break }
      if down { next -= 1 }
      let ratio = step(next)
      term *= down ? 1 / ratio : ratio
      if !down { next += 1 }
      sum += term
      if term < sum * 1e-13 { break }
      // A sum beyond what a double holds is the heavier tail.
      if sum > 1e280 { return 1 }
    }
    return min(1, exp(first) * sum)
  }
}

private enum CountLimits {
  /// No table comes near it; a cell of a billion must not stop the program.
  static let terms = 100_000
}

/// How many of `count` come true when each does with the same probability.
struct Binomial: CountDistribution {
  let count: Int
  let probability: Double

  func logMass(_ value: Int) -> Double {
    let (n, k) = (Double(count), Double(value))
    // 0 · log 0 is 0 here.
    let hits = value == 0 ? 0 : k * log(probability)
    let misses = value == count ? 0 : (n - k) * log1p(-probability)
    return logChoose(n, k) + hits + misses
  }

  func step(_ value: Int) -> Double {
    let odds = probability / (1 - probability)
    return Double(count - value) / Double(value + 1) * odds
  }
}

/// The binomial when the probability itself varies as a beta distribution: counts that come in
/// bunches spread wider than chance alone would have them.
struct BetaBinomial: CountDistribution {
  let count: Int
  let alpha: Double
  let beta: Double

  func logMass(_ value: Int) -> Double {
    let (n, k) = (Double(count), Double(value))
    return logChoose(n, k) + logBeta(k + alpha, n - k + beta) - logBeta(alpha, beta)
  }

  func step(_ value: Int) -> Double {
    let (n, k) = (Double(count), Double(value))
    return (n - k) / (k + 1) * (k + alpha) / (n - k - 1 + beta)
  }
}
