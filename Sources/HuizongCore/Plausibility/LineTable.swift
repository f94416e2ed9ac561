import Glibc

/// A table seen as its rows, or as its columns.
struct LineTable {
  /// The rows (or columns) of the form that are compared.
  let lines: [Int]
  private let counts: PlacedCounts
  /// How much each figure across a line says by itself.
  private let weights: [Double]
  private let lineStep: Int
  private let acrossStep: Int

  static func rows(_ counts: PlacedCounts, weights: [Double]) -> LineTable {
    LineTable(
      lines: counts.rows, counts: counts, weights: counts.columns.map { weights[$0] },
      lineStep: counts.columns.count, acrossStep: 1)
  }

  static func columns(_ counts: PlacedCounts) -> LineTable {
    LineTable(
      lines: counts.columns, counts: counts, weights: counts.rows.map { _ in 1 }, lineStep: 1,
      acrossStep: counts.columns.count)
  }

  private func position(_ line: Int, _ across: Int) -> Int { line * lineStep + across * acrossStep }

  /// How well (as a power of e) the figures of each line fit into each place, line after line, but
  /// for what depends on the place alone; a quick look, which a closer one must confirm.
  func fits() -> [Double] {
    let count = lines.count
    // Place after place for each figure: so the places can be gone through without a stride.
    let logs = weights.indices.flatMap { across in
      lines.indices.map { counts.logUsual[position($0, across)] }
    }
    var fits = Array(repeating: 0.0, count: count * count)
    for line in lines.indices {
      for across in weights.indices {
        let figure = counts.now[position(line, across)]
        guard figure > 0 else { continue }
        LineTable.add(
          logs, across * count, times: figure, to: &fits, line * count..<(line + 1) * count)
      }
    }
    return fits
  }

  /// How much better the figures of each line fit into each other one's place.
  func gains(_ fits: [Double]) -> [Double] {
    let count = lines.count
    let usual = lines.indices.map { sum($0, counts.usual) }
    var gains = fits
    for line in lines.indices {
      let own = fits[line * count + line] - usual[line]
      for place in lines.indices { gains[line * count + place] -= usual[place] + own }
    }
    return gains
  }

  /// The same by how the figures are distributed over a line, however large they are together.
  func shapeGains(_ fits: [Double]) -> [Double] {
    let count = lines.count
    let usual = lines.indices.map { log(sum($0, counts.usual)) }
    var gains = fits
    for line in lines.indices {
      let now = sum(line, counts.now)
      let own = fits[line * count + line] - now * usual[line]
      for place in lines.indices { gains[line * count + place] -= now * usual[place] + own }
    }
    return gains
  }

  private func sum(_ line: Int, _ values: [Double], without left: Int? = nil) -> Double {
    weights.indices.reduce(0) { $1 == left ? $0 : $0 + values[position(line, $1)] }
  }

  private func farthest(_ line: Int) -> Int? {
    func away(_ across: Int) -> Double {
      (counts.now[position(line, across)] - counts.usual[position(line, across)]).magnitude
    }
    return weights.indices.max { away($0) < away($1) }
  }

  /// The inmost of all comparisons: a processor does several places at once where no bounds are
  /// looked at.
  private static func add(
    _ logs: [Double], _ first: Int, times figure: Double, to gains: inout [Double],
    _ range: Range<Int>
  ) {
    let logs = logs.span.extracting(first..<first + range.count)
    var gains = gains.mutableSpan
    precondition(range.upperBound <= gains.count)
    for place in logs.indices {
      unsafe gains[unchecked: range.lowerBound + place] += unsafe figure * logs[unchecked: place]
    }
  }

  /// The same figure by figure, as counts that come in bunches spread.
  func gains(_ line: Int, to other: Int) -> [Double] {
    weights.indices.map { across in
      let (own, place) = (position(line, across), position(other, across))
      return (logMass(counts.now[own], at: place) - logMass(counts.now[own], at: own))
        * weights[across]
    }
  }

  /// The same by how the figures are distributed over a line. How large they are together is seen
  /// without the one that is farthest out, which may be wrong by itself.
  func shapeGains(_ line: Int, to other: Int) -> [Double] {
    let left = farthest(line)
    let now = max(sum(line, counts.now, without: left), 1)
    let here = now / sum(line, counts.usual, without: left)
    let there = now / sum(other, counts.usual, without: left)
    return weights.indices.map { across in
      let (own, place) = (position(line, across), position(other, across))
      return
        (logMass(counts.now[own], at: place, times: there)
        - logMass(counts.now[own], at: own, times: here))
        * weights[across]
    }
  }

  /// The negative binomial with the place's mean and variance, without what is the same everywhere.
  private func logMass(_ value: Double, at place: Int, times factor: Double = 1) -> Double {
    let spread = counts.spread[place]
    let size = counts.usual[place] * factor / (spread - 1)
    return logGamma(value + size) - logGamma(size) - size * log(spread)
      + value * log1p(-1 / spread)
  }
}
