import HuizongCore

/// What the figures of a template come to. Nil is a figure that is not there: a share of nothing, a
/// month before the first, the largest of zeros.
struct FigureEvaluation {
  let facts: SummaryFacts

  private var form: Form { facts.form }

  // MARK: Amounts

  func quantity(_ amount: Amount) -> Quantity? {
    switch amount {
    case .value(let scope, let measure): quantity(measure, scope)
    case .change(let scope, let measure): change(measure, scope)
    case .named(let number): Quantity(Exact(facts.number(number)), .count)
    case .count(let dimension, let condition):
      Quantity(Exact(members(dimension, condition).count), .count)
    case .best(let ranking): ranked(ranking).first?.quantity
    case .number(let number): Quantity(number, .money)
    }
  }

  func quantity(_ measure: Measure, _ scope: FigureScope) -> Quantity? {
    switch measure {
    case .sum(let metrics):
      let style: Quantity.Style = form.metrics[metrics[0]].kind == .count ? .count : .money
      return facts.sum(metrics, scope).map { Quantity($0, style) }
    case .share(let part, let whole): return ratio(part, whole, scope, .percent)
    case .quotient(let part, let whole): return ratio(part, whole, scope, .money)
    }
  }

  private func ratio(
    _ part: [Int], _ whole: [Int], _ scope: FigureScope, _ style: Quantity.Style
  ) -> Quantity? {
    guard let part = facts.sum(part, scope), let whole = facts.sum(whole, scope), whole > .zero
    else { return nil }
    return Quantity(part, per: whole, style)
  }

  /// Of sums only: a share of a share says nothing that a reader could follow.
  private func change(_ measure: Measure, _ scope: FigureScope) -> Quantity? {
    guard case .sum(let metrics) = measure else { return nil }
    var (now, before) = (scope, scope)
    now.month = .last
    before.month = .beforeLast
    guard let new = facts.sum(metrics, now), let old = facts.sum(metrics, before), old > .zero
    else { return nil }
    return Quantity(new - old, per: old, .percent)
  }

  // MARK: Members and rankings

  struct Member {
    let name: String
    let scope: FigureScope
  }

  struct Ranked {
    let member: Member
    let quantity: Quantity
  }

  func all(_ dimension: FigureDimension, _ scope: FigureScope = .all) -> [Member] {
    func member(_ name: String, _ change: (inout FigureScope) -> Void) -> Member {
      var own = scope
      change(&own)
      return Member(name: name, scope: own)
    }
    return switch dimension {
    case .unit:
      facts.rollUp.counted.map { unit in member(facts.name(unit)) { $0.unit = unit.unit } }
    case .category:
      form.categories.indices.map { index in
        member(form.categories[index].name) { $0.category = index }
      }
    case .month:
      facts.period.months.map { month in member("\(month)月") { $0.month = .number(month) } }
    }
  }

  func members(_ dimension: FigureDimension, _ condition: FigureCondition) -> [Member] {
    all(dimension).filter { holds(condition, within: $0.scope) }
  }

  /// More that share the last rank make a list that says nothing.
  private static let mostBeyond = 4

  /// Best first; who shares a rank is named with it, in the order of the form or the roster. What is
  /// zero is never the largest.
  func ranked(_ ranking: FigureRanking) -> [Ranked] {
    let candidates = all(ranking.dimension, ranking.scope).compactMap { member -> Ranked? in
      guard holds(ranking.filter, within: member.scope),
        let quantity = quantity(ranking.measure, member.scope),
        !(ranking.isDescending && quantity.isZero)
      else { return nil }
      return Ranked(member: member, quantity: quantity)
    }
    let sorted = candidates.enumerated().sorted { left, right in
      let (a, b) = (left.element.quantity, right.element.quantity)
      if a == b { return left.offset < right.offset }
      return ranking.isDescending ? b < a : a < b
    }.map(\.element)
    return FigureEvaluation.first(ranking.most, of: sorted)
  }

  private static func first(_ most: Int, of sorted: [Ranked]) -> [Ranked] {
    var kept: [Ranked] = []
    while kept.count < most, kept.count < sorted.count {
      let next = sorted[kept.count...].prefix { $0.quantity == sorted[kept.count].quantity }
      guard kept.count + next.count <= most + mostBeyond else { break }
      kept += next
    }
    return kept
  }

  // MARK: Conditions

  /// A comparison with a figure that is not there does not hold.
  func holds(_ condition: FigureCondition, within scope: FigureScope = .all) -> Bool {
    condition.alternatives.contains { alternative in
      alternative.allSatisfy { holds($0, within: scope) }
    }
  }

  private func holds(_ comparison: FigureComparison, within scope: FigureScope) -> Bool {
    guard let left = quantity(comparison.left.within(scope)),
      let right = quantity(comparison.right.within(scope))
    else { return false }
    return switch comparison.sign {
    case .equal: left == right
    case .unequal: !(left == right)
    case .less: left < right
    case .lessOrEqual: !(right < left)
    case .greater: right < left
    case .greaterOrEqual: !(left < right)
    }
  }
}

extension Amount {
  /// Of one unit, product or month, where nothing closer is said.
  func within(_ scope: FigureScope) -> Amount {
    switch self {
    case .value(let own, let measure): .value(own.within(scope), measure)
    case .change(let own, let measure): .change(own.within(scope), measure)
    case .named, .count, .best, .number: self
    }
  }
}

extension FigureScope {
  func within(_ other: FigureScope) -> FigureScope {
    var scope = self
    scope.category = scope.category ?? other.category
    scope.month = scope.month ?? other.month
    scope.unit = scope.unit ?? other.unit
    return scope
  }
}
