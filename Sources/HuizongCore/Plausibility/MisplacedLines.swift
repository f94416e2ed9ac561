import Glibc

/// P07: two rows or two columns that look exchanged, or some that look moved by one.
struct MisplacedLines {
  let form: Form
  let policy: PlausibilityPolicy

  enum Lines: Sendable { case rows, columns }

  enum Move: Sendable {
    case exchanged(Int, Int)
    /// The figures of these lines belong one line earlier (−1) or later (+1).
    case moved(ClosedRange<Int>, by: Int)
  }

  struct Misplaced {
    let lines: Lines
    let move: Move
    /// How much likelier the table is with them in their places, as a power of e.
    let gain: Double
  }

  /// The likeliest of all, if it is likely enough: one mistake explains many figures. `months` are
  /// the unit's own before.
  func find(_ expectation: Expectation, _ months: [[Int64]]) -> Misplaced? {
    let counts = PlacedCounts(expectation, form)
    let rows = LineTable.rows(counts, weights: expectation.spread.weights)
    let columns = LineTable.columns(counts)
    let (rowFits, columnFits) = (rows.fits(), columns.fits())
    let rowGains = rows.gains(rowFits)
    let found =
      exchanges(rows, rowGains) + moves(.rows, rows, rowGains)
      + exchanges(columns, columns.shapeGains(columnFits), expectation)
      + moves(.columns, columns, columns.gains(columnFits))
      + moneyExchanges(expectation, months)
    return found.max { $0.gain < $1.gain }
  }

  /// How much likelier, as a power of e, the table must be with them in their places. The more pairs
  /// there are, the better one of them looks by chance.
  private func needed(_ lines: Lines) -> Double {
    let count = lines == .rows ? form.categories.count : form.metrics.count
    return policy.exchange + log(Double(max(1, count * (count - 1) / 2)))
  }

  /// How much of it must remain without the figure that says most: one alone proves nothing, it may
  /// be wrong by itself.
  private static let broad = 0.7

  /// `further` is what more than single figures say.
  private func confirmed(
    _ move: Move, _ lines: Lines, _ gains: [Double], and further: Double = 0
  ) -> Misplaced? {
    let gain = gains.reduce(0, +) + further
    let rest = gain - (gains.max() ?? 0)
    guard gain > needed(lines), rest > needed(lines) * MisplacedLines.broad else { return nil }
    return Misplaced(lines: lines, move: move, gain: gain)
  }

  /// A quick look comes first. It takes figures for steadier than they are: what gains little by it
  /// gains nothing.
  private func promising(_ lines: Lines) -> Double { needed(lines) * 2 }

  // MARK: Exchanges

  private func exchanges(_ rows: LineTable, _ quick: [Double]) -> [Misplaced] {
    rows.pairs.compactMap { first, second in
      guard rows.sum(quick, first, second) > promising(.rows) else { return nil }
      let gains = zip(rows.gains(first, to: second), rows.gains(second, to: first)).map { $0 + $1 }
      return confirmed(.exchanged(rows.lines[first], rows.lines[second]), .rows, gains)
    }
  }

  /// A unit has months of one kind of work, so how large a whole column is says less than its figures
  /// would one by one: the size is weighed by itself, and beside it how the figures are distributed.
  private func exchanges(
    _ columns: LineTable, _ quick: [Double], _ expectation: Expectation
  ) -> [Misplaced] {
    columns.pairs.compactMap { first, second in
      let (one, other) = (columns.lines[first], columns.lines[second])
      let size = expectation.spread.columns.gain(
        one, other, expectation.sizes, expectation.spread.values)
      guard columns.sum(quick, first, second) / 2 + size > needed(.columns) * 0.7 else {
        return nil
      }
      let gains = zip(columns.shapeGains(first, to: second), columns.shapeGains(second, to: first))
        .map { $0 + $1 }
      return confirmed(.exchanged(one, other), .columns, gains, and: size)
    }
  }

  private func moneyExchanges(_ expectation: Expectation, _ months: [[Int64]]) -> [Misplaced] {
    MoneyPairs(width: form.metrics.count, amounts: policy.amounts)
      .gains(expectation.now, months, before: expectation.before)
      .compactMap { confirmed(.exchanged($0.first, $0.second), .columns, $0.gains) }
  }

  // MARK: Moves

  private func moves(_ lines: Lines, _ table: LineTable, _ quick: [Double]) -> [Misplaced] {
    [-1, 1].compactMap { step in
      guard let range = likeliestRange(table, quick, step, above: promising(lines)) else {
        return nil
      }
      let move = Move.moved(
        table.lines[range.lowerBound]...table.lines[range.upperBound], by: step)
      return confirmed(move, lines, range.flatMap { table.gains($0, to: $0 + step) })
    }
  }

  /// The neighbours that gain most together, if they gain more than `least`.
  private func likeliestRange(
    _ table: LineTable, _ quick: [Double], _ step: Int, above least: Double
  ) -> ClosedRange<Int>? {
    var best: (gain: Double, range: ClosedRange<Int>)?
    var start = 0
    var sum = 0.0
    for line in table.lines.indices {
      guard table.areNeighbours(line, line + step) else {
        (start, sum) = (line + 1, 0)
        continue
      }
      if sum <= 0 { (start, sum) = (line, 0) }
      sum += quick[line * table.lines.count + line + step]
      let isLong = line - start + 1 >= MisplacedLines.fewestMoved
      if isLong, sum > least, sum > best?.gain ?? 0 { best = (sum, start...line) }
    }
    return best?.range
  }

  /// Two rows that moved look like two that were exchanged.
  private static let fewestMoved = 3
}

extension LineTable {
  /// Neighbours on the form, both of them compared.
  fileprivate func areNeighbours(_ line: Int, _ other: Int) -> Bool {
    lines.indices.contains(other) && (lines[line] - lines[other]).magnitude == 1
  }

  /// Any two lines.
  fileprivate var pairs: [(Int, Int)] {
    lines.indices.flatMap { first in ((first + 1)..<max(first + 1, lines.count)).map { (first, $0) }
    }
  }

  /// What both gain by an exchange.
  fileprivate func sum(_ gains: [Double], _ first: Int, _ second: Int) -> Double {
    gains[first * lines.count + second] + gains[second * lines.count + first]
  }
}
