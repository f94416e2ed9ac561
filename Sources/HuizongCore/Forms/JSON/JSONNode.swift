/// A value of a JSON file and where it stands, so that a fault in a template can be pointed at.
struct JSONNode: Sendable {
  enum Value: Sendable {
    case null
    case bool(Bool)
    /// As written: templates need whole and exact numbers only.
    case number(String)
    case string(String)
    case array([JSONNode])
    case object([Member])
  }

  struct Member: Sendable {
    let key: String
    let place: TextPlace
    let value: JSONNode
  }

  let value: Value
  let place: TextPlace

  /// What it is, for "expected a list, found a text".
  var kind: Both {
    switch value {
    case .null: Both("空值 null", "null")
    case .bool: Both("true 或 false", "true or false")
    case .number: Both("数字", "a number")
    case .string: Both("文字", "a text")
    case .array: Both("列表 […]", "a list […]")
    case .object: Both("对象 {…}", "an object {…}")
    }
  }
}

/// A line and a column of a text file, both from 1.
public struct TextPlace: Hashable, Sendable {
  public let line: Int
  public let column: Int
}

/// A sentence in the two languages of the program.
public struct Both: Sendable, Hashable {
  public let chinese: String
  public let english: String

  public init(_ chinese: String, _ english: String) {
    self.chinese = chinese
    self.english = english
  }

  public subscript(language: Language) -> String {
    language == .chinese ? chinese : english
  }
}

public enum Language: Sendable {
  case chinese, english
}
