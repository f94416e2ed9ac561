/// A rule that the office owns: an expression over the figures of the form, with its own words.
public struct FormRule: Sendable {
  /// What the names in the expression stand for.
  public enum Scope: Sendable {
    /// The figures of one product.
    case row
    /// The sums over all products.
    case table
  }

  public let code: Code
  public let scope: Scope
  /// The level for a month and for a cumulative table; nil where the rule does not apply.
  public let monthLevel: Level?
  public let cumulativeLevel: Level?
  /// As written in the file.
  public let when: String?
  public let require: String
  let exempt: Set<Int>
  /// The figure whose cell a finding points at.
  let metric: Int?
  /// Every figure that the rule looks at.
  let metrics: [Int]
  let violation: Alternatives
  /// The two sides, when `require` is one comparison: what a message shows.
  let sides: Sides?

  struct Sides: Sendable {
    let left: LinearForm
    let right: LinearForm
    /// Whether the right side itself is good enough: not for `>`, where no number is the expected one.
    let isLimit: Bool
  }

  public func level(for period: Period?) -> Level? {
    guard let period else { return monthLevel }
    return period.isMonth ? monthLevel : cumulativeLevel
  }
}

/// The rules of a form: its own, and the levels at which the coded checks report.
public struct RuleBook: Sendable {
  public let rules: [FormRule]
  /// The rules' own sentences, read when there is something to say.
  let words: RuleWords
  /// Levels that differ from the usual; nil inside means switched off.
  let levels: [String: Level?]
  let explanations: ExplanationPolicy
  /// Nil when the form's rules say nothing of it: then tables are not compared.
  public let plausibility: PlausibilityPolicy?

  public var catalogue: [Catalogue.Entry] { words.entries }

  /// The sentences of the rule with a code.
  public func entry(_ code: String) -> Catalogue.Entry? {
    rules.firstIndex { $0.code.text == code }.map(words.entry)
  }

  /// The level of a coded check; nil when the office has switched it off.
  public func level(_ code: Code) -> Level? {
    if let level = levels[code.text] { return level }
    return code.usualLevel
  }

  /// The finding at the level that the office wants; nil when it has switched the check off. The
  /// form's own rules have their levels already.
  func levelled(_ finding: Finding) -> Finding? {
    guard let changed = levels[finding.code.text] else { return finding }
    guard let level = changed else { return nil }
    var finding = finding
    finding.level = level
    return finding
  }
}

/// What counts as an explanation.
struct ExplanationPolicy: Sendable {
  let fewest: Int
  /// Folded, the longest first.
  let stock: [[UInt8]]
}
