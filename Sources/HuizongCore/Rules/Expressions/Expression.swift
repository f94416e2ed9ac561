/// A condition over the figures of one row, or of the whole table.
indirect enum Condition {
  case compare(LinearForm, Comparison, LinearForm)
  case and(Condition, Condition)
  case or(Condition, Condition)
  case not(Condition)
}

/// What a rule can speak of.
enum Variable: Hashable, Sendable {
  case metric(Int)
  /// How many figures are not zero.
  case filledCells
}

/// What kind of amount an expression gives: pieces are not compared with money by accident.
enum Dimension: Equatable {
  case number, count, money

  var name: Both {
    switch self {
    case .number: Both("纯数", "a plain number")
    case .count: Both("件数", "a count")
    case .money: Both("金额", "money")
    }
  }
}

/// Constants times figures, added up: `4 * 案值 + 20万元 * 立案`.
struct LinearForm {
  var terms: [(variable: Variable, factor: Exact)] = []
  var constant = Exact.zero
  var dimension: Dimension

  var isConstant: Bool { terms.isEmpty }

  static func + (left: LinearForm, right: LinearForm) -> LinearForm {
    var sum = left
    sum.constant = left.constant + right.constant
    for term in right.terms { sum.add(term.variable, term.factor) }
    if left.isZero { sum.dimension = right.dimension }
    return sum
  }

  var isZero: Bool { isConstant && constant == .zero }

  func scaled(by factor: Exact, dimension: Dimension) -> LinearForm {
    LinearForm(
      terms: terms.map { ($0.variable, $0.factor * factor) }, constant: constant * factor,
      dimension: dimension)
  }

  var negated: LinearForm { scaled(by: Exact(-1), dimension: dimension) }

  private mutating func add(_ variable: Variable, _ factor: Exact) {
    if let index = terms.firstIndex(where: { $0.variable == variable }) {
      terms[index].factor = terms[index].factor + factor
    } else {
      terms.append((variable, factor))
    }
  }
}

/// The most digits of any factor: a cell's fifteen, three times over, fit in 128 bits.
enum ExpressionLimits {
  static let largest = Exact(1_000_000_000_000)
  static let mostDecimals = 9
  static let mostTokens = 200
}
