/// Writes JSON by hand, in a fixed order, without Foundation.
struct JSONWriter {
  private(set) var bytes: [UInt8] = []
  private var needsComma = false

  mutating func object(_ content: (inout JSONWriter) -> Void) {
    nest(UInt8(ascii: "{"), UInt8(ascii: "}"), content)
  }

  mutating func array<Element>(
    _ elements: [Element], _ content: (inout JSONWriter, Element) -> Void
  ) {
    nest(UInt8(ascii: "["), UInt8(ascii: "]")) { writer in
      for element in elements { content(&writer, element) }
    }
  }

  mutating func key(_ key: String) {
    comma()
    quoted(key)
    bytes.append(UInt8(ascii: ":"))
    needsComma = false
  }

  mutating func string(_ text: String) {
    comma()
    quoted(text)
    needsComma = true
  }

  mutating func number(_ number: Int) {
    comma()
    bytes.append(contentsOf: String(number).utf8)
    needsComma = true
  }

  mutating func bool(_ value: Bool) {
    comma()
    bytes.append(contentsOf: (value ? "true" : "false").utf8)
    needsComma = true
  }

  /// A key that is left out when it does not apply.
  mutating func member(_ key: String, _ text: String?) {
    guard let text else { return }
    self.key(key)
    string(text)
  }

  mutating func member(_ key: String, _ number: Int?) {
    guard let number else { return }
    self.key(key)
    self.number(number)
  }

  private mutating func nest(
    _ open: UInt8, _ close: UInt8, _ content: (inout JSONWriter) -> Void
  ) {
    comma()
    bytes.append(open)
    needsComma = false
    content(&self)
    bytes.append(close)
    needsComma = true
  }

  private mutating func comma() {
    if needsComma { bytes.append(UInt8(ascii: ",")) }
  }

  private mutating func quoted(_ text: String) {
    bytes.append(UInt8(ascii: "\""))
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "\""), UInt8(ascii: "\\"):
        bytes.append(UInt8(ascii: "\\"))
        bytes.append(byte)
      case 0..<0x20, 0x7F: bytes.append(contentsOf: JSONWriter.escape(byte))
      default: bytes.append(byte)
      }
    }
    bytes.append(UInt8(ascii: "\""))
  }

  private static func escape(_ byte: UInt8) -> [UInt8] {
    let digits = Array("0123456789abcdef".utf8)
    return Array("\\u00".utf8) + [digits[Int(byte >> 4)], digits[Int(byte & 15)]]
  }
}
