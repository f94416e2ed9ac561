import Synchronization

/// Turns findings into sentences, the same wherever they are shown.
public struct Wording: Sendable {
  public private(set) var language: Language
  private let form: Form
  /// Asked for when there is something to say: most files are right, and need no sentence.
  private let sentences: Sentences

  /// `entry` finds the sentences of the check with a code.
  public init(
    _ language: Language, form: Form, entry: @escaping @Sendable (String) -> Catalogue.Entry?
  ) {
    self.language = language
    self.form = form
    sentences = Sentences(entry)
  }

  public init(_ language: Language, form: Form, catalogue: Catalogue) {
    self.init(language, form: form) { catalogue.entries[$0] }
  }

  /// The same sentences in the given language.
  public func speaking(_ language: Language) -> Wording {
    var other = self
    other.language = language
    return other
  }

  public func message(_ finding: Finding) -> String {
    guard let words = words(finding.code) else { return finding.code.name }
    return fill(words.message, finding)
  }

  public func help(_ finding: Finding) -> String {
    words(finding.code).map { fill($0.help, finding) } ?? ""
  }

  public func title(_ code: Code) -> String { words(code)?.title ?? code.name }

  private func words(_ code: Code) -> Words? { sentences.entry(code)?.words(language) }

  public func level(_ level: Level) -> String {
    switch (level, language) {
    case (.error, .chinese): "错误"
    case (.query, .chinese): "核实"
    case (.hint, .chinese): "提示"
    case (.error, .english): "error"
    case (.query, .english): "query"
    case (.hint, .english): "hint"
    }
  }

  /// A fact as text.
  public func text(_ value: Fact.Value) -> String {
    switch value {
    case .text(let text): text
    case .number(let number): number.description
    case .both(let both): both[language]
    case .list(let list): list.joined(separator: language == .chinese ? "、" : ", ")
    }
  }

  // MARK: Filling in

  private func fill(_ template: String, _ finding: Finding) -> String {
    var result = ""
    var rest = template.utf8[...]
    while let open = rest.firstPair(UInt8(ascii: "[")) {
      result += filled(rest[..<open], finding).text
      rest = rest[open...].dropFirst(2)
      guard let close = rest.firstPair(UInt8(ascii: "]")) else { break }
      let part = filled(rest[..<close], finding)
      if part.isWhole { result += part.text }
      rest = rest[close...].dropFirst(2)
    }
    return result + filled(rest, finding).text
  }

  /// The text with its facts, and whether all of them were there.
  private func filled(
    _ template: Substring.UTF8View, _ finding: Finding
  ) -> (text: String, isWhole: Bool) {
    var result = ""
    var isWhole = true
    var rest = template
    while let open = rest.firstIndex(of: UInt8(ascii: "{")),
      let close = rest[open...].firstIndex(of: UInt8(ascii: "}"))
    {
      result += Substring(rest[..<open])
      let name = String(Substring(rest[rest.index(after: open)..<close]))
      let value = value(name, finding)
      if value == nil { isWhole = false }
      result += value ?? ""
      rest = rest[rest.index(after: close)...]
    }
    return (result + Substring(rest), isWhole)
  }

  /// The names that a sentence calls for.
  static func names(in template: String) -> [String] {
    var names: [String] = []
    var rest = template.utf8[...]
    while let open = rest.firstIndex(of: UInt8(ascii: "{")),
      let close = rest[open...].firstIndex(of: UInt8(ascii: "}"))
    {
      names.append(String(Substring(rest[rest.index(after: open)..<close])))
      rest = rest[rest.index(after: close)...]
    }
    return names
  }

  private func value(_ name: String, _ finding: Finding) -> String? {
    if let fact = finding.fact(FactName(name)) {
      if name == FactName.suggestion.text, case .list(let names) = fact {
        return names.joined(separator: language == .chinese ? "或" : " or ")
      }
      return text(fact)
    }
    switch name {
    case "category": return finding.category.map { form.categories[$0].name }
    case "metric": return finding.metric.map { form.metrics[$0].label }
    case "cell": return finding.place.cell
    case "row": return finding.place.row > 0 ? String(finding.place.row) : nil
    default: return nil
    }
  }
}

extension Substring.UTF8View {
  /// Where the byte first stands twice.
  fileprivate func firstPair(_ byte: UInt8) -> Index? {
    var start = startIndex
    while let first = self[start...].firstIndex(of: byte) {
      start = index(after: first)
      if start < endIndex, self[start] == byte { return first }
    }
    return nil
  }
}

/// Each found when it is first needed, and once.
private final class Sentences: Sendable {
  private let find: @Sendable (String) -> Catalogue.Entry?
  private let found = Mutex<[String: Catalogue.Entry?]>([:])

  init(_ find: @escaping @Sendable (String) -> Catalogue.Entry?) { self.find = find }

  func entry(_ code: Code) -> Catalogue.Entry? {
    found.withLock { found in
      if let known = found[code.text] { return known }
      let entry = find(code.text)
      found[code.text] = .some(entry)
      return entry
    }
  }
}
