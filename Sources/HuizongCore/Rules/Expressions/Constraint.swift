/// `terms + constant` is below zero, or at most zero, or is zero.
///
/// Every condition comes down to an "or" of "and"s of these, in whole numbers: values are counted in
/// their metric's smallest step and the factors carry the scale.
struct Constraint: Sendable {
  enum Relation: Sendable { case below, atMost, zero }

  struct Term: Sendable {
    let variable: Variable
    let factor: Int128
  }

  var terms: [Term]
  var constant: Int128
  var relation: Relation

  func holds(_ sum: Int128) -> Bool {
    switch relation {
    case .below: sum < 0
    case .atMost: sum <= 0
    case .zero: sum == 0
    }
  }
}

/// Conditions as an "or" of "and"s.
struct Alternatives: Sendable {
  let cases: [[Constraint]]

  /// More than any rule that a person can read.
  private static let most = 256

  init(cases: [[Constraint]]) { self.cases = cases }

  /// Nil when the condition unfolds into too many cases.
  init?(_ condition: Condition, _ form: Form) {
    guard let cases = Alternatives.unfold(condition, true, form), cases.count <= Alternatives.most
    else { return nil }
    self.cases = cases
  }

  /// The cases in which the condition holds, or does not.
  private static func unfold(
    _ condition: Condition, _ holds: Bool, _ form: Form
  ) -> [[Constraint]]? {
    switch condition {
    case .compare(let left, let comparison, let right):
      return compare(left + right.negated, holds ? comparison : comparison.opposite, form)
    case .not(let inner): return unfold(inner, !holds, form)
    case .and(let left, let right):
      return join(unfold(left, holds, form), unfold(right, holds, form), all: holds)
    case .or(let left, let right):
      return join(unfold(left, holds, form), unfold(right, holds, form), all: !holds)
    }
  }

  private static func join(
    _ left: [[Constraint]]?, _ right: [[Constraint]]?, all: Bool
  ) -> [[Constraint]]? {
    guard let left, let right else { return nil }
    if !all { return left + right }
    guard left.count * right.count <= most else { return nil }
    return left.flatMap { first in right.map { first + $0 } }
  }

  /// `difference` compared with zero.
  private static func compare(
    _ difference: LinearForm, _ comparison: Comparison, _ form: Form
  ) -> [[Constraint]] {
    let upward = constraint(difference, form)
    let downward = constraint(difference.negated, form)
    func with(_ constraint: Constraint, _ relation: Constraint.Relation) -> Constraint {
      var result = constraint
      result.relation = relation
      return result
    }
    switch comparison {
    case .less: return [[with(upward, .below)]]
    case .atMost: return [[with(upward, .atMost)]]
    case .greater: return [[with(downward, .below)]]
    case .atLeast: return [[with(downward, .atMost)]]
    case .equal: return [[with(upward, .zero)]]
    case .unequal: return [[with(upward, .below)], [with(downward, .below)]]
    }
  }

  private static func constraint(_ sum: LinearForm, _ form: Form) -> Constraint {
    let terms = sum.terms.filter { $0.factor != .zero }
    let scale = terms.map { $0.factor.decimals + form.decimals($0.variable) }.max() ?? 0
    let most = max(scale, sum.constant.decimals)
    return Constraint(
      terms: terms.map { term in
        Constraint.Term(
          variable: term.variable,
          factor: term.factor.counted(in: most - form.decimals(term.variable)))
      },
      constant: sum.constant.counted(in: most), relation: .atMost)
  }
}
