import Glibc

/// A table seen as its rows, or as its columns: counts only, each with what would be usual in its
/// place.
struct LineTable {
  /// The rows (or columns) of the form that are compared, and the columns (or rows) across them.
  let lines: [Int]
  let across: [Int]
  private let now: [Double]
  private let usual: [Double]
  private let logUsual: [Double]
  /// How far each figure usually strays: its variance over its mean.
  private let spread: [Double]

  static func rows(_ expectation: Expectation, _ form: Form) -> LineTable {
    LineTable(expectation, Array(form.categories.indices), form.countMetrics) {
      $0 * form.metrics.count + $1
    }
  }

  static func columns(_ expectation: Expectation, _ form: Form) -> LineTable {
    LineTable(expectation, form.countMetrics, Array(form.categories.indices)) {
      $1 * form.metrics.count + $0
    }
  }

  private init(
    _ expectation: Expectation, _ lines: [Int], _ across: [Int], index: (Int, Int) -> Int
  ) {
    self.lines = lines
    self.across = across
    let cells = lines.flatMap { line in across.map { index(line, $0) } }
    usual = cells.map { max(expectation.usual[$0], LineTable.least) }
    // What could not be read speaks for no place.
    now = cells.map { cell in
      let value = expectation.now[cell]
      return value < 0 ? expectation.usual[cell] : value
    }
    logUsual = usual.map { log($0) }
    spread = cells.map { cell in
      let usual = expectation.usual[cell]
      let ratio = usual / max(expectation.before[cell], Expectation.least)
      return expectation.spread * (1 + ratio) + expectation.unevenness * usual
    }
  }

  private static let least = 0.05

  /// How much better (as a power of e) the figures of a line fit into another line's place; a quick
  /// look, which a closer one must confirm.
  func quickGains() -> [[Double]] {
    let width = across.count
    return lines.indices.map { line in
      var fits = Array(repeating: 0.0, count: lines.count)
      for other in lines.indices {
        var fit = 0.0
        for position in 0..<width {
          let place = other * width + position
          fit += now[line * width + position] * logUsual[place] - usual[place]
        }
        fits[other] = fit
      }
      return fits.map { $0 - fits[line] }
    }
  }

  /// The same figure by figure, as counts that come in bunches spread.
  func gains(_ line: Int, to other: Int) -> [Double] {
    let width = across.count
    return (0..<width).map { position in
      let value = now[line * width + position]
      return logMass(value, at: other * width + position)
        - logMass(value, at: line * width + position)
    }
  }

  /// The negative binomial with the place's mean and variance, without what is the same everywhere.
  private func logMass(_ value: Double, at place: Int) -> Double {
    let spread = max(spread[place], 1.01)
    let size = usual[place] / (spread - 1)
    return logGamma(value + size) - logGamma(size) - size * log(spread)
      + value * log1p(-1 / spread)
  }
}
