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
  /// How much each figure across a line says by itself.
  private let weights: [Double]

  static func rows(_ expectation: Expectation, _ form: Form) -> LineTable {
    LineTable(
      expectation, Array(form.categories.indices), form.countMetrics,
      weights: form.countMetrics.map { expectation.spread.weights[$0] }
    ) {
      $0 * form.metrics.count + $1
    }
  }

  static func columns(_ expectation: Expectation, _ form: Form) -> LineTable {
    LineTable(
      expectation, form.countMetrics, Array(form.categories.indices),
      weights: form.categories.map { _ in 1 }
    ) {
      $1 * form.metrics.count + $0
    }
  }

  private init(
    _ expectation: Expectation, _ lines: [Int], _ across: [Int], weights: [Double],
    index: (Int, Int) -> Int
  ) {
    self.weights = weights
    self.lines = lines
    self.across = across
    let cells = lines.flatMap { line in across.map { index(line, $0) } }
    let steadied = SteadiedTable(expectation, lines: lines.count, cells)
    usual = steadied.usual.map { max($0, LineTable.least) }
    spread = steadied.spread
    // What could not be read speaks for no place.
    now = cells.enumerated().map { position, cell in
      expectation.now[cell] < 0 ? steadied.usual[position] : expectation.now[cell]
    }
    logUsual = usual.map { log($0) }
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
      let gain =
        logMass(value, at: other * width + position)
        - logMass(value, at: line * width + position)
      return gain * weights[position]
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

/// What would be usual, steadied by the rest of the unit's own table.
///
/// A few months are few: two lines that are alike differ in them by chance, cell by cell, and an
/// exchange could then look right by chance as well. So each cell's own months are weighed against
/// what its row and its column together would have it be.
private struct SteadiedTable {
  var usual: [Double] = []
  var spread: [Double] = []

  /// How far a cell's true figure lies from its row's and column's, as one over the relative variance.
  private static let firmness = 6.0

  init(_ expectation: Expectation, lines: Int, _ cells: [Int]) {
    let width = cells.count / max(lines, 1)
    var (rows, columns) = (Array(repeating: 0.0, count: lines), Array(repeating: 0.0, count: width))
    var all = 0.0
    for (position, cell) in cells.enumerated() {
      rows[position / width] += expectation.before[cell]
      columns[position % width] += expectation.before[cell]
      all += expectation.before[cell]
    }
    for (position, cell) in cells.enumerated() {
      let before = expectation.before[cell]
      let middle = max(
        rows[position / width] * columns[position % width] / max(all, 1), Expectation.least)
      let own = expectation.spread(of: cell)
      let sureness = before / own + SteadiedTable.firmness
      let steadied = middle * sureness / (middle / own + SteadiedTable.firmness)
      let figure = expectation.usual[cell] * steadied / max(before, Expectation.least)
      usual.append(figure)
      spread.append(own + figure / sureness)
    }
  }
}
