/// Writes a page by hand, without Foundation, as markup that is both HTML and XML.
///
/// Markup is a `StaticString`: it can only stand in the source of this program. Whatever comes from a
/// file, a path or a template is a `String`, and a `String` can only be written escaped.
struct HTMLWriter {
  private(set) var bytes: [UInt8] = []

  /// Left out when its value is empty.
  struct Attribute {
    let name: StaticString
    let value: String

    init(_ name: StaticString, _ value: String) {
      self.name = name
      self.value = value
    }

    /// What the form prints stays Chinese in an English page.
    static let chinese = Attribute("lang", "zh-CN")

    static func id(_ id: String) -> Attribute { Attribute("id", id) }
    static func link(_ id: String) -> Attribute { Attribute("href", "#" + id) }
    static func style(_ names: String...) -> Attribute {
      Attribute("class", names.filter { !$0.isEmpty }.joined(separator: " "))
    }
  }

  mutating func markup(_ markup: StaticString) {
    markup.withUTF8Buffer { bytes.append(contentsOf: $0) }
  }

  mutating func element(
    _ name: StaticString, _ attributes: [Attribute] = [], _ content: (inout HTMLWriter) -> Void
  ) {
    markup("<")
    markup(name)
    for attribute in attributes where !attribute.value.isEmpty { write(attribute) }
    markup(">")
    content(&self)
    markup("</")
    markup(name)
    markup(">")
  }

  mutating func element(_ name: StaticString, _ attributes: [Attribute] = [], text: String) {
    element(name, attributes) { $0.text(text) }
  }

  /// An element on a line of its own, so that a person can read the source and compare two pages.
  mutating func block(
    _ name: StaticString, _ attributes: [Attribute] = [], _ content: (inout HTMLWriter) -> Void
  ) {
    element(name, attributes, content)
    markup("\n")
  }

  mutating func block(_ name: StaticString, _ attributes: [Attribute] = [], text: String) {
    block(name, attributes) { $0.text(text) }
  }

  mutating func text(_ text: String) {
    for byte in VisibleText.shown(text).utf8 { append(byte) }
  }

  private mutating func write(_ attribute: Attribute) {
    markup(" ")
    markup(attribute.name)
    markup("=\"")
    for byte in VisibleText.shown(attribute.value).utf8 {
      switch byte {
      // An XML parser would make spaces of them.
      case 0x09: markup("&#9;")
      case 0x0A: markup("&#10;")
      case 0x0D: markup("&#13;")
      default: append(byte)
      }
    }
    markup("\"")
  }

  private mutating func append(_ byte: UInt8) {
    switch byte {
    case UInt8(ascii: "&"): markup("&amp;")
    case UInt8(ascii: "<"): markup("&lt;")
    case UInt8(ascii: ">"): markup("&gt;")
    case UInt8(ascii: "\""): markup("&quot;")
    case UInt8(ascii: "'"): markup("&#39;")
    default: bytes.append(byte)
    }
  }
}
