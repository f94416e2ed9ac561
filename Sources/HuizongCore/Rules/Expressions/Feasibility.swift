/// Whether figures exist, none below zero, for which a condition holds.
///
/// Fourier and Motzkin's elimination, exact in whole numbers: it decides whether a rule can ever fail.
/// Between whole numbers and fractions it does not tell apart, nor does it need to: figures are dense
/// enough for every rule that a person would write.
struct Feasibility {
  private typealias Row = (factors: [Int128], constant: Int128, isStrict: Bool)

  /// Above this many rows the answer is "perhaps", which accepts the rule.
  private static let mostRows = 2_000

  static func isPossible(_ alternatives: Alternatives) -> Bool {
    alternatives.cases.contains { isPossible($0) }
  }

  private static func isPossible(_ constraints: [Constraint]) -> Bool {
    let variables = Array(Set(constraints.flatMap { $0.terms.map(\.variable) }))
    var rows: [Row] = constraints.flatMap { rowsFor($0, variables) }
    for index in variables.indices {
      var factors = Array(repeating: Int128(0), count: variables.count)
      factors[index] = -1
      rows.append((factors, 0, false))
    }
    for index in variables.indices {
      guard let fewer = eliminate(index, rows) else { return true }
      rows = fewer
    }
    return rows.allSatisfy { $0.isStrict ? $0.constant < 0 : $0.constant <= 0 }
  }

  private static func rowsFor(_ constraint: Constraint, _ variables: [Variable]) -> [Row] {
    var factors = Array(repeating: Int128(0), count: variables.count)
    for term in constraint.terms {
      if let index = variables.firstIndex(of: term.variable) { factors[index] += term.factor }
    }
    let row: Row = (factors, constraint.constant, constraint.relation == .below)
    guard constraint.relation == .zero else { return [row] }
    return [row, (factors.map { -$0 }, -constraint.constant, false)]
  }

  /// The same without one variable: every upper bound on it with every lower one. Nil when that
  /// gives too many rows or too large numbers.
  private static func eliminate(_ index: Int, _ rows: [Row]) -> [Row]? {
    var result = rows.filter { $0.factors[index] == 0 }
    let upper = rows.filter { $0.factors[index] > 0 }
    let lower = rows.filter { $0.factors[index] < 0 }
    for above in upper {
      for below in lower {
        guard let row = combine(above, below, index), result.count < mostRows else { return nil }
        result.append(row)
      }
    }
    return result
  }

  private static func combine(_ above: Row, _ below: Row, _ index: Int) -> Row? {
    let (a, b) = (-below.factors[index], above.factors[index])
    func sum(_ left: Int128, _ right: Int128) -> Int128? {
      let (x, overX) = left.multipliedReportingOverflow(by: a)
      let (y, overY) = right.multipliedReportingOverflow(by: b)
      let (total, over) = x.addingReportingOverflow(y)
      return overX || overY || over ? nil : total
    }
    var factors: [Int128] = []
    for (left, right) in zip(above.factors, below.factors) {
      guard let factor = sum(left, right) else { return nil }
      factors.append(factor)
    }
    guard let constant = sum(above.constant, below.constant) else { return nil }
    return reduced((factors, constant, above.isStrict || below.isStrict))
  }

  /// Divided by what all its numbers share, which keeps them small.
  private static func reduced(_ row: Row) -> Row {
    func common(_ a: Int128, _ b: Int128) -> Int128 { b == 0 ? a : common(b, a % b) }
    let divisor = row.factors.reduce(row.constant.magnitudeValue) { common($0, $1.magnitudeValue) }
    guard divisor > 1 else { return row }
    return (row.factors.map { $0 / divisor }, row.constant / divisor, row.isStrict)
  }
}

extension Int128 {
  fileprivate var magnitudeValue: Int128 { self < 0 ? -self : self }
}
