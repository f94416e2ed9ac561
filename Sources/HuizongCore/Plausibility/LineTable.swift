import Glibc

/// The counts of a table with what would be usual in each place, to see whether they stand in it.
struct PlacedCounts {
  /// The form's rows and columns that are compared.
  let rows: [Int]
  let columns: [Int]
  /// Row after row.
  fileprivate var now: [Double]
  fileprivate var usual: [Double]
  fileprivate var logUsual: [Double]
  /// How far each figure usually strays: its variance over its mean.
  fileprivate var spread: [Double]

  /// How far a cell's true figure lies from its row's and column's, as one over the relative variance.
  private static let firmness = 6.0
  private static let least = 0.05

  /// What would be usual is steadied by the rest of the unit's own table. A few months are few: two
  /// lines that are alike differ in them by chance, cell by cell, and an exchange could then look
  /// right by chance as well. So each cell's own months are weighed against what its row and its
  /// column together would have it be.
  init(_ expectation: Expectation, _ form: Form) {
    rows = Array(form.categories.indices)
    columns = form.countMetrics
    let margins = Margins(expectation.before, rows, columns, width: form.metrics.count)
    let blank = Array(repeating: 0.0, count: rows.count * columns.count)
    (now, usual, logUsual, spread) = (blank, blank, blank, blank)
    for row in rows.indices {
      for column in columns.indices {
        let cell = rows[row] * form.metrics.count + columns[column]
        let position = row * columns.count + column
        let before = expectation.before[cell]
        let middle = max(margins.middle(row, column), Expectation.least)
        let own = expectation.spread(of: cell)
        let sureness = before / own + PlacedCounts.firmness
        let steadied = middle * sureness / (middle / own + PlacedCounts.firmness)
        let figure = expectation.usual[cell] * steadied / max(before, Expectation.least)
        usual[position] = max(figure, PlacedCounts.least)
        logUsual[position] = log(usual[position])
        spread[position] = max(own + figure / sureness, 1.01)
        // What could not be read speaks for no place.
        now[position] = expectation.now[cell] < 0 ? figure : expectation.now[cell]
      }
    }
  }

  /// What a cell would be if its row and its column said everything.
  private struct Margins {
    private var rows: [Double]
    private var columns: [Double]
    private var all = 0.0

    init(_ before: [Double], _ rows: [Int], _ columns: [Int], width: Int) {
      self.rows = rows.map { _ in 0 }
      self.columns = columns.map { _ in 0 }
      for row in rows.indices {
        for column in columns.indices {
          let figure = before[rows[row] * width + columns[column]]
          self.rows[row] += figure
          self.columns[column] += figure
          all += figure
        }
      }
    }

    func middle(_ row: Int, _ column: Int) -> Double {
      rows[row] * columns[column] / max(all, 1)
    }
  }
}

/// A table seen as its rows, or as its columns.
struct LineTable {
  private let counts: PlacedCounts
  /// The rows (or columns) of the form that are compared.
  let lines: [Int]
  /// How much each figure across a line says by itself.
  private let weights: [Double]
  private let lineStep: Int
  private let acrossStep: Int

  static func rows(_ counts: PlacedCounts, weights: [Double]) -> LineTable {
    LineTable(
      counts: counts, lines: counts.rows, weights: counts.columns.map { weights[$0] },
      lineStep: counts.columns.count, acrossStep: 1)
  }

  static func columns(_ counts: PlacedCounts) -> LineTable {
    LineTable(
      counts: counts, lines: counts.columns, weights: counts.rows.map { _ in 1 }, lineStep: 1,
      acrossStep: counts.columns.count)
  }

  /// How much better (as a power of e) the figures of each line fit into each other one's place,
  /// line after line; a quick look, which a closer one must confirm.
  func quickGains() -> [Double] {
    var gains = Array(repeating: 0.0, count: lines.count * lines.count)
    for line in lines.indices {
      let own = fit(line, in: line)
      for other in lines.indices where other != line {
        gains[line * lines.count + other] = fit(line, in: other) - own
      }
    }
    return gains
  }

  private func fit(_ line: Int, in place: Int) -> Double {
    var fit = 0.0
    var figure = line * lineStep
    var cell = place * lineStep
    for _ in weights.indices {
      fit += counts.now[figure] * counts.logUsual[cell] - counts.usual[cell]
      figure += acrossStep
      cell += acrossStep
    }
    return fit
  }

  /// The same figure by figure, as counts that come in bunches spread.
  func gains(_ line: Int, to other: Int) -> [Double] {
    weights.indices.map { position in
      let own = line * lineStep + position * acrossStep
      let place = other * lineStep + position * acrossStep
      return (logMass(counts.now[own], at: place) - logMass(counts.now[own], at: own))
        * weights[position]
    }
  }

  /// The negative binomial with the place's mean and variance, without what is the same everywhere.
  private func logMass(_ value: Double, at place: Int) -> Double {
    let spread = counts.spread[place]
    let size = counts.usual[place] / (spread - 1)
    return logGamma(value + size) - logGamma(size) - size * log(spread)
      + value * log1p(-1 / spread)
  }
}
