import Glibc

/// The counts of a table with what would be usual in each place, to see whether they stand in it.
struct PlacedCounts {
  /// The form's rows and columns that are compared.
  let rows: [Int]
  let columns: [Int]
  /// Row after row.
  private(set) var now: [Double]
  private(set) var usual: [Double]
  private(set) var logUsual: [Double]
  /// How far each figure usually strays: its variance over its mean.
  private(set) var spread: [Double]

  /// How far a cell's true figure lies from its row's and column's, as one over the relative variance.
  private static let firmness = 10.0
  private static let least = 0.05
  private static let few = 5.0

  /// What would be usual is steadied by the rest of the unit's own table. A few months are few: two
  /// lines that are alike differ in them by chance, cell by cell, and an exchange could then look
  /// right by chance as well. So each cell's own months are weighed against what its row and its
  /// column together would have it be.
  init(_ expectation: Expectation, _ form: Form) {
    rows = Array(form.categories.indices)
    columns = form.countMetrics
    let margins = Margins(expectation.before, rows, columns, width: form.metrics.count)
    let others = Margins(expectation.others.before, rows, columns, width: form.metrics.count)
    let blank = Array(repeating: 0.0, count: rows.count * columns.count)
    (now, usual, logUsual, spread) = (blank, blank, blank, blank)
    for row in rows.indices {
      for column in columns.indices {
        let cell = rows[row] * form.metrics.count + columns[column]
        let position = row * columns.count + column
        let before = Double(expectation.before[cell])
        let elsewhere =
          (Double(expectation.others.before[cell]) + PlacedCounts.few)
          / (others.middle(row, column) + PlacedCounts.few)
        let middle = max(margins.middle(row, column) * elsewhere, Expectation.least)
        let own = expectation.spread(of: cell)
        let sureness = before / own + PlacedCounts.firmness
        let steadied = middle * sureness / (middle / own + PlacedCounts.firmness)
        let figure = expectation.usual[cell] * steadied / max(before, Expectation.least)
        usual[position] = max(figure, PlacedCounts.least)
        logUsual[position] = log(usual[position])
        spread[position] = max(own + figure / sureness, 1.01)
        // What could not be read speaks for no place.
        now[position] = expectation.now[cell] < 0 ? figure : Double(expectation.now[cell])
      }
    }
  }

  /// What a cell would be if its row and its column said everything.
  private struct Margins {
    private var rows: [Double]
    private var columns: [Double]
    private var all = 0.0

    init(_ before: [Int64], _ rows: [Int], _ columns: [Int], width: Int) {
      self.rows = rows.map { _ in 0 }
      self.columns = columns.map { _ in 0 }
      for row in rows.indices {
        for column in columns.indices {
          let figure = Double(before[rows[row] * width + columns[column]])
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
