@testable import HuizongCore

/// A condition made by chance, as text and as what it means: worked out by plain arithmetic on the
/// tree, in steps of a billionth.
indirect enum RandomCondition {
  case compare(RandomSum, String, RandomSum)
  case all(RandomCondition, RandomCondition)
  case any(RandomCondition, RandomCondition)
  case no(RandomCondition)

  init(_ chance: inout SeededGenerator, depth: Int = 3) {
    switch depth == 0 ? 0 : chance.number(0...5) {
    case 0, 1, 2:
      let kind = chance.one(of: [RandomSum.Kind.count, .money])
      let sign = chance.one(of: ["<", "<=", "=", "!=", ">=", ">", "≤", "≥", "≠", "=="])
      self = .compare(RandomSum(kind, &chance), sign, RandomSum(kind, &chance))
    case 3: self = .all(Self(&chance, depth: depth - 1), Self(&chance, depth: depth - 1))
    case 4: self = .any(Self(&chance, depth: depth - 1), Self(&chance, depth: depth - 1))
    default: self = .no(Self(&chance, depth: depth - 1))
    }
  }

  func holds(_ figures: [Int]) -> Bool {
    switch self {
    case .all(let left, let right): left.holds(figures) && right.holds(figures)
    case .any(let left, let right): left.holds(figures) || right.holds(figures)
    case .no(let inner): !inner.holds(figures)
    case .compare(let left, let sign, let right):
      Self.compare(left.value(figures), sign, right.value(figures))
    }
  }

  private static func compare(_ left: Int, _ sign: String, _ right: Int) -> Bool {
    switch sign {
    case "<": left < right
    case "<=", "≤": left <= right
    case ">": left > right
    case ">=", "≥": left >= right
    case "!=", "≠": left != right
    default: left == right
    }
  }

  // MARK: As text

  private var binding: Int {
    switch self {
    case .any: 0
    case .all: 1
    case .no: 2
    case .compare: 3
    }
  }

  /// With the parentheses that it needs, now and then with one that it does not.
  func text(_ chance: inout SeededGenerator, within binding: Int = 0) -> String {
    let text = bare(&chance)
    let needs = self.binding < binding || chance.happens(oneIn: 12)
    return needs ? chance.one(of: ["(\(text))", "（\(text)）"]) : text
  }

  private func bare(_ chance: inout SeededGenerator) -> String {
    switch self {
    case .any(let left, let right):
      let word = chance.one(of: ["或", " 或 ", " or "])
      return left.text(&chance, within: 0) + word + right.text(&chance, within: 1)
    case .all(let left, let right):
      let word = chance.one(of: ["且", " 且 ", " and "])
      return left.text(&chance, within: 1) + word + right.text(&chance, within: 2)
    case .no(let inner):
      return chance.one(of: ["非 ", "not "]) + inner.text(&chance, within: 2)
    case .compare(let left, let sign, let right):
      let space = chance.one(of: ["", " "])
      return left.text + space + sign + space + right.text
    }
  }
}

/// A sum of figures and constants, all counts or all money.
struct RandomSum {
  enum Kind { case count, money }

  private struct Term {
    let isMinus: Bool
    let text: String
    /// In billionths.
    let value: @Sendable ([Int]) -> Int
  }

  private var terms: [Term] = []
  private static let form = TestForm.annex2
  static let billion = 1_000_000_000

  init(_ kind: Kind, _ chance: inout SeededGenerator, depth: Int = 1) {
    for _ in 0..<chance.number(1...3) {
      let term = Self.term(kind, &chance, depth)
      terms.append(Term(isMinus: chance.happens(oneIn: 3), text: term.text, value: term.value))
    }
  }

  var text: String {
    var text = ""
    for (index, term) in terms.enumerated() {
      text += index == 0 ? (term.isMinus ? "-" : "") : term.isMinus ? " - " : " + "
      text += term.text
    }
    return text
  }

  func value(_ figures: [Int]) -> Int {
    terms.reduce(0) { $0 + ($1.isMinus ? -1 : 1) * $1.value(figures) }
  }

  private static func term(_ kind: Kind, _ chance: inout SeededGenerator, _ depth: Int) -> Term {
    let factor = chance.number(-3...4)
    switch chance.number(0...(depth > 0 ? 5 : 4)) {
    case 0: return constant(kind, &chance)
    case 1: return figure(kind, &chance)
    case 2, 3:
      let figure = figure(kind, &chance)
      let text =
        chance.happens(oneIn: 2) ? "\(factor) * \(figure.text)" : "\(figure.text) × \(factor)"
      return Term(isMinus: false, text: text) { factor * figure.value($0) }
    case 4 where kind == .money:
      let cases = figure(.count, &chance)
      let amount = chance.number(1...20)
      return Term(isMinus: false, text: "\(amount)万元 * \(cases.text)") { amount * cases.value($0) }
    case 4: return figure(kind, &chance)
    default:
      let inner = RandomSum(kind, &chance, depth: depth - 1)
      return Term(isMinus: false, text: "\(factor) * (\(inner.text))") { factor * inner.value($0) }
    }
  }

  private static func figure(_ kind: Kind, _ chance: inout SeededGenerator) -> Term {
    let metrics = form.metrics.indices.filter {
      (form.metrics[$0].kind == .money) == (kind == .money)
    }
    let metric = chance.one(of: metrics)
    return Term(isMinus: false, text: form.metrics[metric].name) { $0[metric] }
  }

  private static func constant(_ kind: Kind, _ chance: inout SeededGenerator) -> Term {
    let number = chance.number(0...30)
    guard kind == .money else {
      let half = number * billion / 2
      let text = number % 2 == 0 ? "\(number / 2)" : "\(number / 2).5"
      return Term(isMinus: false, text: text) { _ in half }
    }
    let (unit, size) = chance.one(of: [
      ("万元", billion), ("千元", billion / 10), ("元", billion / 10_000),
    ])
    return Term(isMinus: false, text: "\(number)\(unit)") { _ in number * size }
  }
}
