/// A formula with the value it has now.
///
/// There is no formula without a value: viewers that do not calculate, and LibreOffice unless it
/// is told to, show what is stored, and the library would store 0.
public struct Formula: Hashable, Sendable {
  public enum Value: Hashable, Sendable {
    case number(Double)
    case text(String)
  }

  /// Without the leading `=`.
  public let text: String
  public let value: Value

  public init(_ text: String, value: Double) { self.init(text, .number(value)) }
  public init(_ text: String, value: String) { self.init(text, .text(value)) }

  private init(_ text: String, _ value: Value) {
    self.text = text.utf8.first == UInt8(ascii: "=") ? String(text.dropFirst()) : text
    self.value = value
  }
}

extension Formula {
  /// What Excel takes, in UTF-16 units.
  static let limit = 8_192

  /// A formula is not repaired like a text: changed, it would calculate something else.
  static func problem(with text: String) -> Problem? {
    if text.allSatisfy(\.isWhitespace) { return .cell(.emptyFormula) }
    if text.utf8.count > limit, text.utf16.count > limit {
      return .limit(.tooLong(.formula, text.utf16.count, limit, .characters))
    }
    if let bad = unwritable(in: text) { return .cell(.formulaCharacter(bad)) }
    if let span = quotedSpan(in: text) { return .name(.spanNeedsQuotes(span)) }
    return nil
  }

  private static func unwritable(in text: String) -> String? {
    guard let bad = text.unicodeScalars.first(where: { !CleanText.isWritable($0) }) else {
      return CleanText.firstEscape(in: text)
    }
    return CleanText.firstUnwritable(in: String(bad))
  }

  /// The quoted name in `'一 区:九 区'!B5`; a colon in quotes before `!` can only be a span.
  private static func quotedSpan(in text: String) -> String? {
    guard text.utf8.contains(UInt8(ascii: "'")) else { return nil }
    var isText = false
    var name: String?
    var ended: String?
    for character in text {
      if character == "!", let ended, ended.contains(":") { return ended }
      ended = nil
      switch (character, name) {
      case ("'", nil) where !isText: name = ""
      case ("'", let done?): (ended, name) = (done, nil)
      case ("\"", nil): isText.toggle()
      default: name?.append(character)
      }
    }
    return nil
  }
}
