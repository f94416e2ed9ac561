/// Reads the values of one template file and collects every fault on the way.
///
/// A getter notes a fault and returns a harmless value, so that one pass finds everything; `finish`
/// throws when there was any.
final class TemplateReader {
  let file: String
  private(set) var faults: [TemplateFault] = []

  init(file: String) { self.file = file }

  func note(_ node: TemplateValue, _ chinese: String, _ english: String) {
    note(node.node.place, node.path, Both(chinese, english))
  }

  /// A value may be looked at twice; its fault is told once.
  func note(_ place: TextPlace, _ path: String, _ reason: Both) {
    let fault = TemplateFault(file: file, place: place, path: path, reason: reason)
    if !faults.contains(fault) { faults.append(fault) }
  }

  func finish() throws(TemplateFaults) {
    let ordered = faults.sorted {
      ($0.place.line, $0.place.column) < ($1.place.line, $1.place.column)
    }
    if !ordered.isEmpty { throw TemplateFaults(faults: ordered) }
  }

  /// The whole file as a value; an empty object when it is not JSON.
  func root(_ bytes: [UInt8]) -> TemplateValue {
    do throws(JSONFault) {
      guard UTF8Validation.isValid(bytes.span) else {
        throw JSONFault(
          place: TextPlace(line: 1, column: 1),
          reason: Both("文件不是 UTF-8 编码，请另存为 UTF-8", "the file is not UTF-8; save it as UTF-8"))
      }
      return TemplateValue(node: try JSONReader.read(bytes.span), way: nil, reader: self)
    } catch {
      note(
        error.place, "",
        Both("不是有效的 JSON：\(error.reason.chinese)", "not valid JSON: \(error.reason.english)"))
      return TemplateValue(
        node: JSONNode(value: .object([]), place: error.place), way: nil, reader: self)
    }
  }
}

enum UTF8Validation {
  static func isValid(_ text: Span<UInt8>) -> Bool {
    (try? UTF8Span(validating: text)) != nil
  }
}

/// The way to a value, put into words only when there is a fault to report.
final class TemplateWay {
  enum Step {
    case key(String)
    case index(Int)
  }

  private let parent: TemplateWay?
  private let step: Step

  init(_ parent: TemplateWay?, _ step: Step) {
    self.parent = parent
    self.step = step
  }

  /// `categories[3].name`
  var text: String {
    switch step {
    case .index(let index): "\(parent?.text ?? "")[\(index)]"
    case .key(let key): parent.map { "\($0.text).\(key)" } ?? key
    }
  }
}

/// A value of a template with the way to it.
struct TemplateValue {
  let node: JSONNode
  let way: TemplateWay?
  let reader: TemplateReader

  var path: String { way?.text ?? "" }

  private func wrong(_ expected: Both) {
    reader.note(
      node.place, path,
      Both(
        "应为\(expected.chinese)，却是\(node.kind.chinese)",
        "expected \(expected.english), found \(node.kind.english)"))
  }

  // MARK: Scalars

  var string: String {
    guard case .string(let text) = node.value else {
      wrong(Both("文字", "a text"))
      return ""
    }
    if text.isEmpty { reader.note(self, "不能是空文字", "must not be empty") }
    return text
  }

  func integer(in range: ClosedRange<Int>) -> Int {
    guard case .number(let text) = node.value, let number = Int(text) else {
      wrong(Both("整数", "a whole number"))
      return range.lowerBound
    }
    guard range.contains(number) else {
      reader.note(
        self, "应在 \(range.lowerBound) 与 \(range.upperBound) 之间，却是 \(number)",
        "must be between \(range.lowerBound) and \(range.upperBound), found \(number)")
      return range.lowerBound
    }
    return number
  }

  var bool: Bool {
    guard case .bool(let value) = node.value else {
      wrong(Both("true 或 false", "true or false"))
      return false
    }
    return value
  }

  /// One of a few words.
  func choice<Choice>(_ choices: KeyValuePairs<String, Choice>, otherwise: Choice) -> Choice {
    let text = string
    if let found = choices.first(where: { $0.key == text }) { return found.value }
    let known = choices.map { $0.key }
    if !text.isEmpty {
      reader.note(
        self, "不认识“\(text)”，可用：\(known.joined(separator: "、"))",
        "“\(text)” is unknown; use one of: \(known.joined(separator: ", "))")
    }
    return otherwise
  }

  // MARK: Lists and objects

  var list: [TemplateValue] {
    guard case .array(let nodes) = node.value else {
      wrong(Both("列表 […]", "a list […]"))
      return []
    }
    return nodes.enumerated().map {
      TemplateValue(node: $0.element, way: TemplateWay(way, .index($0.offset)), reader: reader)
    }
  }

  var strings: [String] { list.map(\.string) }

  /// The members of an object, any of whose keys may occur.
  var members: [(key: String, value: TemplateValue)] {
    guard case .object(let members) = node.value else {
      wrong(Both("对象 {…}", "an object {…}"))
      return []
    }
    return members.map { ($0.key, child($0.key, $0.value)) }
  }

  /// An object that may have these keys and no other: a misspelled key is a fault, not a silence.
  func keys(_ required: [String], optional: [String] = []) -> TemplateObject {
    let members = members
    // What is no object lacks no key: it has been said what it is.
    guard case .object = node.value else { return TemplateObject(members: []) }
    let known = required + optional
    for member in members where !known.contains(member.key) {
      let near = Spelling.nearest(to: member.key, among: known).map { "；是否应为“\($0)”？" } ?? ""
      let nearEnglish =
        Spelling.nearest(to: member.key, among: known).map { "; did you mean “\($0)”?" } ?? ""
      reader.note(
        member.value, "不认识的键“\(member.key)”\(near)", "unknown key “\(member.key)”\(nearEnglish)")
    }
    for key in required where !members.contains(where: { $0.key == key }) {
      reader.note(self, "缺少“\(key)”", "“\(key)” is missing")
    }
    return TemplateObject(members: members)
  }

  private func child(_ key: String, _ node: JSONNode) -> TemplateValue {
    TemplateValue(node: node, way: TemplateWay(way, .key(key)), reader: reader)
  }
}

/// The members of an object whose keys have been checked.
struct TemplateObject {
  let members: [(key: String, value: TemplateValue)]

  subscript(key: String) -> TemplateValue? { members.first { $0.key == key }?.value }

  func string(_ key: String) -> String { self[key]?.string ?? "" }
  func strings(_ key: String) -> [String] { self[key]?.strings ?? [] }
  func list(_ key: String) -> [TemplateValue] { self[key]?.list ?? [] }
  func bool(_ key: String, otherwise: Bool) -> Bool { self[key]?.bool ?? otherwise }
}
