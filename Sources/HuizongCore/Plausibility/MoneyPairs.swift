import Glibc

/// P07: two money columns that look exchanged.
///
/// Amounts vary too widely to be expected one by one, but what stands beside what is steady: fines
/// are some times the value of the goods, and there is no value without a case.
struct MoneyPairs {
  let width: Int
  let amounts: [PlausibilityPolicy.Amount]

  /// Two columns with how much better (as a power of e) each row's amounts fit exchanged.
  typealias Gains = (first: Int, second: Int, gains: [Double])

  /// `months` are the unit's own months before, `before` all of them together.
  func gains(_ now: [Int64], _ months: [[Int64]], before: [Int64]) -> [Gains] {
    pairs.compactMap { pair in
      guard pair.fitsExchanged(now, before) else { return nil }
      return (pair.first.metric, pair.second.metric, PairHabits(pair, months).gains(now))
    }
  }

  /// In the order of the form.
  private var pairs: [Pair] {
    let sorted = amounts.sorted { $0.metric < $1.metric }
    return sorted.indices.flatMap { number in
      sorted[(number + 1)...].map { Pair(first: sorted[number], second: $0, width: width) }
    }
  }
}

/// Two money columns with what their amounts belong to.
private struct Pair {
  let first: PlausibilityPolicy.Amount
  let second: PlausibilityPolicy.Amount
  let width: Int

  /// What a row says of the two amounts, as it is or with the two exchanged.
  struct Row {
    /// Whether there is an amount, and whether there is what it belongs to.
    let amounts: (Bool, Bool)
    let grounds: (Bool, Bool)
    /// How many times the second amount for each of its own the first one is, as a power of e.
    let ratio: Double?
  }

  /// Nil where a figure cannot be read.
  func row(_ cells: [Int64], _ row: Int, exchanged: Bool = false) -> Row? {
    let figures = [first.metric, second.metric, first.per, second.per].map { cells[row + $0] }
    guard figures.allSatisfy({ $0 >= 0 }) else { return nil }
    var amounts = (Double(figures[0]) / first.steps, Double(figures[1]) / second.steps)
    if exchanged { amounts = (amounts.1, amounts.0) }
    let isWhole = figures.allSatisfy { $0 > 0 }
    let grounds = (Double(figures[2]), Double(figures[3]))
    return Row(
      amounts: (amounts.0 > 0, amounts.1 > 0), grounds: (figures[2] > 0, figures[3] > 0),
      ratio: isWhole ? log(amounts.0 / grounds.0 * grounds.1 / amounts.1) : nil)
  }

  /// A quick look, which a closer one must confirm: whether the columns as a whole would be about as
  /// usual exchanged as they are.
  func fitsExchanged(_ now: [Int64], _ before: [Int64]) -> Bool {
    guard let earlier = row(sums(before), 0)?.ratio, let own = row(sums(now), 0)?.ratio,
      let exchanged = row(sums(now), 0, exchanged: true)?.ratio
    else { return false }
    return (exchanged - earlier).magnitude < (own - earlier).magnitude + 0.5
  }

  private func sums(_ cells: [Int64]) -> [Int64] {
    var sums = Array(repeating: Int64(0), count: width)
    for metric in [first.metric, second.metric, first.per, second.per] where sums[metric] == 0 {
      for row in stride(from: 0, to: cells.count, by: width) {
        sums[metric] &+= max(0, cells[row + metric])
      }
    }
    return sums
  }
}

/// How the unit's own rows had it in the months before.
private struct PairHabits {
  private let pair: Pair
  private let middle: Double
  private let variance: Double
  /// By column, and by whether there is what the amount belongs to: how often there was one.
  private let presence: [[Double]]
  private let isKnown: Bool

  init(_ pair: Pair, _ months: [[Int64]]) {
    self.pair = pair
    var ratios: [Double] = []
    var counts = [[(0.5, 1.0), (0.5, 1.0)], [(0.5, 1.0), (0.5, 1.0)]]
    func count(_ column: Int, _ isGrounded: Bool, _ isThere: Bool) {
      counts[column][isGrounded ? 1 : 0].0 += isThere ? 1 : 0
      counts[column][isGrounded ? 1 : 0].1 += 1
    }
    for cells in months {
      for start in stride(from: 0, to: cells.count, by: pair.width) {
        guard let row = pair.row(cells, start) else { continue }
        count(0, row.grounds.0, row.amounts.0)
        count(1, row.grounds.1, row.amounts.1)
        if let ratio = row.ratio { ratios.append(ratio) }
      }
    }
    let sum = ratios.reduce(0, +)
    let middle = sum / Double(max(ratios.count, 1))
    let squares = ratios.reduce(0) { $0 + ($1 - middle) * ($1 - middle) }
    self.middle = middle
    variance = max(PairHabits.least, squares / Double(max(ratios.count - 1, 1)))
    presence = counts.map { $0.map { $0.0 / $0.1 } }
    isKnown = ratios.count >= PairHabits.fewest
  }

  private static let fewest = 8
  private static let least = 0.1

  /// Row by row: how much better the amounts fit exchanged.
  func gains(_ now: [Int64]) -> [Double] {
    guard isKnown else { return [] }
    return stride(from: 0, to: now.count, by: pair.width).map { start in
      guard let own = pair.row(now, start), let other = pair.row(now, start, exchanged: true) else {
        return 0
      }
      return fit(other) - fit(own)
    }
  }

  private func fit(_ row: Pair.Row) -> Double {
    chance(0, row.grounds.0, row.amounts.0) + chance(1, row.grounds.1, row.amounts.1)
      + (row.ratio.map(size) ?? 0)
  }

  private func chance(_ column: Int, _ isGrounded: Bool, _ isThere: Bool) -> Double {
    let share = presence[column][isGrounded ? 1 : 0]
    return log(isThere ? share : 1 - share)
  }

  /// With long tails: a single large case is none too rare.
  private func size(_ ratio: Double) -> Double {
    -3 * log1p((ratio - middle) * (ratio - middle) / variance / 5)
  }
}
