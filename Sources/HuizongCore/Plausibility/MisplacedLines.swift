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

  /// The likeliest of all, if it is likely enough: one mistake explains many figures.
  func find(_ expectation: Expectation) -> Misplaced? {
    let counts = PlacedCounts(expectation, form)
    let all =
      find(.rows, LineTable.rows(counts, weights: expectation.spread.weights))
      + find(.columns, LineTable.columns(counts))
    return all.max { $0.gain < $1.gain }
  }

  private func find(_ lines: Lines, _ table: LineTable) -> [Misplaced] {
    let gains = table.quickGains()
    return exchanges(table, gains).map { confirmed($0, lines, table) }.compactMap { $0 }
      + moves(table, gains).map { confirmed($0, lines, table) }.compactMap { $0 }
  }

  // MARK: Candidates

  /// The quick look takes figures for steadier than they are: what it gains little by gains nothing.
  private var promising: Double { policy.exchange * 1.5 }

  private func exchanges(_ table: LineTable, _ gains: [Double]) -> [Move] {
    var found: [Move] = []
    let count = table.lines.count
    for first in table.lines.indices {
      for second in (first + 1)..<max(first + 1, count)
      where gains[first * count + second] + gains[second * count + first] > promising {
        found.append(.exchanged(first, second))
      }
    }
    return found
  }

  private func moves(_ table: LineTable, _ gains: [Double]) -> [Move] {
    [-1, 1].compactMap { step in
      var best: (gain: Double, range: ClosedRange<Int>)?
      var start = 0
      var sum = 0.0
      for line in table.lines.indices {
        guard table.areNeighbours(line, line + step) else {
          (start, sum) = (line + 1, 0)
          continue
        }
        if sum <= 0 { (start, sum) = (line, 0) }
        sum += gains[line * table.lines.count + line + step]
        let isLong = line - start + 1 >= MisplacedLines.fewestMoved
        if isLong, sum > promising, sum > best?.gain ?? 0 { best = (sum, start...line) }
      }
      return best.map { .moved($0.range, by: step) }
    }
  }

  /// Two rows that moved look like two that were exchanged.
  private static let fewestMoved = 3

  // MARK: A closer look

  /// How much of it must remain without the figure that says most.
  private static let broad = 0.7

  /// One figure alone proves nothing: it may be wrong by itself.
  private func confirmed(_ move: Move, _ lines: Lines, _ table: LineTable) -> Misplaced? {
    let gains =
      switch move {
      case .exchanged(let first, let second):
        zip(table.gains(first, to: second), table.gains(second, to: first)).map { $0 + $1 }
      case .moved(let range, let step): range.flatMap { table.gains($0, to: $0 + step) }
      }
    let gain = gains.reduce(0, +)
    let rest = gain - (gains.max() ?? 0)
    guard gain > policy.exchange, rest > policy.exchange * MisplacedLines.broad else { return nil }
    return Misplaced(lines: lines, move: move.named(table.lines), gain: gain)
  }
}

extension LineTable {
  /// Neighbours on the form, both of them compared.
  fileprivate func areNeighbours(_ line: Int, _ other: Int) -> Bool {
    lines.indices.contains(other) && (lines[line] - lines[other]).magnitude == 1
  }
}

extension MisplacedLines.Move {
  /// In the form's own numbers.
  fileprivate func named(_ lines: [Int]) -> MisplacedLines.Move {
    switch self {
    case .exchanged(let first, let second): .exchanged(lines[first], lines[second])
    case .moved(let range, let step):
      .moved(lines[range.lowerBound]...lines[range.upperBound], by: step)
    }
  }
}
