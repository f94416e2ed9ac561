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

extension Form {
  /// The decimals in which the values of a variable are counted.
  func decimals(_ variable: Variable) -> Int {
    if case .metric(let index) = variable { return metrics[index].decimals }
    return 0
  }
}

enum ExpressionLimits {
  static let largest = Exact(1_000_000_000_000)
  static let mostDecimals = 9
  static let mostTokens = 200

  /// Whether both sides of a comparison can be worked out in 128 bits, whatever the figures are and
  /// even when they are sums.
  static func hold(_ left: LinearForm, _ right: LinearForm, _ form: Form) -> Bool {
    var parts = (left.terms + right.terms).map { term in
      (term.factor, places: term.factor.decimals + form.decimals(term.variable), most: Int64.max)
    }
    parts += [left.constant, right.constant].map { ($0, places: $0.decimals, most: 1) }
    let places = parts.map(\.places).max() ?? 0
    var sum: Int128 = 0
    for part in parts {
      let scaled = part.0.magnitude.digits
        .multipliedReportingOverflow(by: Exact.power(places - part.places))
      let product = scaled.partialValue.multipliedReportingOverflow(by: Int128(part.most))
      let total = sum.addingReportingOverflow(product.partialValue)
      if scaled.overflow || product.overflow || total.overflow { return false }
      sum = total.partialValue
    }
    return true
  }
}
