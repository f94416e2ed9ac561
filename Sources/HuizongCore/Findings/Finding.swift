/// How much a finding matters.
public enum Level: Int, Sendable, Comparable, CaseIterable {
  /// 提示性: may be ignored.
  case hint
  /// 核实性: correct it or explain it.
  case query
  /// 强制性: must be corrected.
  case error

  public static func < (left: Level, right: Level) -> Bool { left.rawValue < right.rawValue }
}

/// Something that a check has to say about a cell, a row or a file: facts, not sentences.
///
/// The catalogue holds the sentences; `Wording` puts the two together.
public struct Finding: Sendable {
  public let code: Code
  public var level: Level
  public let place: Place
  /// The row and column of the form, where they are known.
  public var category: Int?
  public var metric: Int?
  public var facts: [Fact]
  /// Every figure of the row that the check looked at.
  public var involved: [Int] = []
  /// The unit's explanation that answers it.
  public var explanation: String?

  init(
    _ code: Code, at place: Place, category: Int? = nil, metric: Int? = nil, _ facts: Fact...
  ) {
    self.init(code, at: place, category: category, metric: metric, facts: facts)
  }

  init(_ code: Code, at place: Place, category: Int? = nil, metric: Int? = nil, facts: [Fact]) {
    self.code = code
    self.level = code.usualLevel
    self.place = place
    self.category = category
    self.metric = metric
    self.facts = facts
  }

  /// A query that the unit has answered is closed.
  public var isOpen: Bool { level == .error || (level == .query && explanation == nil) }

  /// It says that something could not be read, not that what was read is wrong.
  public var isAboutReading: Bool { Code.structure.contains(code) || Code.values.contains(code) }

  public func fact(_ name: FactName) -> Fact.Value? { facts.first { $0.name == name }?.value }
}

/// A named value for the sentence of a finding.
public struct Fact: Sendable {
  public enum Value: Sendable {
    case text(String)
    case number(Exact)
    case both(Both)
    /// Joined as the language does: `甲、乙` or `A, B`.
    case list([String])
  }

  public let name: FactName
  public let value: Value

  init(_ name: FactName, _ text: String) { self.init(name, .text(text)) }
  init(_ name: FactName, _ number: Exact) { self.init(name, .number(number)) }
  init(_ name: FactName, _ number: Int) { self.init(name, .number(Exact(number))) }
  init(_ name: FactName, _ both: Both) { self.init(name, .both(both)) }
  init(_ name: FactName, _ list: [String]) { self.init(name, .list(list)) }

  init(_ name: FactName, _ value: Value) {
    self.name = name
    self.value = value
  }
}

extension Fact {
  /// A number, what it should be, and the gap: `over` or `under` for the sentence.
  static func difference(_ found: Exact, _ expected: Exact) -> [Fact] {
    let gap = found - expected
    return [
      Fact(.found, found), Fact(.expected, expected), Fact(.gap, gap),
      Fact(gap < .zero ? "under" : "over", gap.magnitude),
    ]
  }
}

/// The names by which sentences in the catalogue call for facts.
public struct FactName: Hashable, Sendable, ExpressibleByStringLiteral {
  public let text: String
  public init(stringLiteral text: String) { self.text = text }
  public init(_ text: String) { self.text = text }

  static let found: FactName = "found"
  static let expected: FactName = "expected"
  static let gap: FactName = "gap"
  static let suggestion: FactName = "suggestion"
}
