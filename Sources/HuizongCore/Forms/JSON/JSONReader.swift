/// Reads JSON and remembers where each value stands.
///
/// Foundation's reader would cost a start-up several times longer than the check of a file, and
/// tells a byte offset at best.
struct JSONReader {
  private var offset = 0
  private var line = 1
  private var lineStart = 0
  private var depth = 0

  /// Deeper than any template, shallow enough for any stack.
  private static let deepest = 64

  static func read(_ text: Span<UInt8>) throws(JSONFault) -> JSONNode {
    var reader = JSONReader()
    reader.skipMark(text)
    let node = try reader.value(text)
    reader.skipSpace(text)
    guard reader.offset == text.count else {
      throw reader.fault("文件末尾多出内容", "there is something after the end of the value")
    }
    return node
  }

  /// The value that begins a text, whatever follows it.
  static func first(in text: Span<UInt8>) throws(JSONFault) -> JSONNode {
    var reader = JSONReader()
    return try reader.value(text)
  }

  private var place: TextPlace { TextPlace(line: line, column: offset - lineStart + 1) }

  private func fault(_ chinese: String, _ english: String) -> JSONFault {
    JSONFault(place: place, reason: Both(chinese, english))
  }

  private mutating func skipMark(_ text: Span<UInt8>) {
    if text.count >= 3, text[0] == 0xEF, text[1] == 0xBB, text[2] == 0xBF { offset = 3 }
  }

  private mutating func skipSpace(_ text: Span<UInt8>) {
    while offset < text.count {
      switch text[offset] {
      case 0x0A:
        line += 1
        lineStart = offset + 1
      case 0x20, 0x09, 0x0D: break
      default: return
      }
      offset += 1
    }
  }

  private mutating func value(_ text: Span<UInt8>) throws(JSONFault) -> JSONNode {
    skipSpace(text)
    let place = place
    guard offset < text.count else { throw fault("文件不完整", "the file ends too early") }
    let value: JSONNode.Value =
      switch text[offset] {
      case UInt8(ascii: "{"): try nested(text, JSONReader.object)
      case UInt8(ascii: "["): try nested(text, JSONReader.array)
      case UInt8(ascii: "\""): .string(try string(text))
      case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): .number(try number(text))
      case UInt8(ascii: "t"): try word("true", .bool(true), text)
      case UInt8(ascii: "f"): try word("false", .bool(false), text)
      case UInt8(ascii: "n"): try word("null", .null, text)
      default: throw fault("此处不是 JSON 的值", "this is no JSON value")
      }
    return JSONNode(value: value, place: place)
  }

  private typealias Part = (inout JSONReader, Span<UInt8>) throws(JSONFault) -> JSONNode.Value

  private mutating func nested(_ text: Span<UInt8>, _ part: Part) throws(JSONFault)
    -> JSONNode.Value
  {
    depth += 1
    defer { depth -= 1 }
    guard depth <= JSONReader.deepest else { throw fault("嵌套过深", "nested too deeply") }
    offset += 1
    return try part(&self, text)
  }

  private static func object(_ reader: inout JSONReader, _ text: Span<UInt8>) throws(JSONFault)
    -> JSONNode.Value
  {
    var members: [JSONNode.Member] = []
    if reader.take(UInt8(ascii: "}"), text) { return .object(members) }
    repeat {
      reader.skipSpace(text)
      let place = reader.place
      let key = try reader.string(text)
      guard !members.contains(where: { $0.key == key }) else {
        throw JSONFault(
          place: place, reason: Both("“\(key)”在同一对象中出现两次", "“\(key)” stands twice in one object"))
      }
      guard reader.take(UInt8(ascii: ":"), text) else {
        throw reader.fault("“\(key)”后缺少冒号", "a colon is missing after “\(key)”")
      }
      members.append(JSONNode.Member(key: key, place: place, value: try reader.value(text)))
    } while reader.take(UInt8(ascii: ","), text)
    guard reader.take(UInt8(ascii: "}"), text) else {
      throw reader.fault("缺少逗号或右花括号 }", "a comma or a closing brace } is missing")
    }
    return .object(members)
  }

  private static func array(_ reader: inout JSONReader, _ text: Span<UInt8>) throws(JSONFault)
    -> JSONNode.Value
  {
    var values: [JSONNode] = []
    if reader.take(UInt8(ascii: "]"), text) { return .array(values) }
    repeat { values.append(try reader.value(text)) } while reader.take(UInt8(ascii: ","), text)
    guard reader.take(UInt8(ascii: "]"), text) else {
      throw reader.fault("缺少逗号或右方括号 ]", "a comma or a closing bracket ] is missing")
    }
    return .array(values)
  }

  /// Skips spaces, then `byte` if it is next.
  private mutating func take(_ byte: UInt8, _ text: Span<UInt8>) -> Bool {
    skipSpace(text)
    guard offset < text.count, text[offset] == byte else { return false }
    offset += 1
    return true
  }

  private mutating func word(
    _ word: StaticString, _ value: JSONNode.Value, _ text: Span<UInt8>
  ) throws(JSONFault) -> JSONNode.Value {
    let bytes = UnsafeBufferPointer(start: word.utf8Start, count: word.utf8CodeUnitCount)
    for (index, byte) in bytes.enumerated() {
      guard offset + index < text.count, text[offset + index] == byte else {
        throw fault("此处不是 JSON 的值", "this is no JSON value")
      }
    }
    offset += bytes.count
    return value
  }

  private mutating func number(_ text: Span<UInt8>) throws(JSONFault) -> String {
    let start = offset
    while offset < text.count, JSONReader.isNumberByte(text[offset]) { offset += 1 }
    return JSONReader.text(text, start..<offset)
  }

  private static func isNumberByte(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "+"),
      UInt8(ascii: "."), UInt8(ascii: "e"), UInt8(ascii: "E"):
      true
    default: false
    }
  }

  private mutating func string(_ text: Span<UInt8>) throws(JSONFault) -> String {
    guard offset < text.count, text[offset] == UInt8(ascii: "\"") else {
      throw fault("此处应为引号 \" 括起的文字", "a text in quotation marks \" is expected here")
    }
    offset += 1
    let start = offset
    while offset < text.count, text[offset] >= 0x20, !JSONReader.endsPlain(text[offset]) {
      offset += 1
    }
    let plain = JSONReader.text(text, start..<offset)
    if offset < text.count, text[offset] == UInt8(ascii: "\"") {
      offset += 1
      return plain
    }
    return try escaped(text, Array(plain.utf8))
  }

  private static func endsPlain(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\")
  }

  /// The rest of a string from its first escape on.
  private mutating func escaped(
    _ text: Span<UInt8>, _ beginning: [UInt8]
  ) throws(JSONFault) -> String {
    var bytes = beginning
    while true {
      guard offset < text.count, text[offset] >= 0x20 else {
        throw fault("文字没有结束引号", "the text has no closing quotation mark")
      }
      let byte = text[offset]
      offset += 1
      if byte == UInt8(ascii: "\"") { return String(decoding: bytes, as: UTF8.self) }
      if byte == UInt8(ascii: "\\") { try escape(text, &bytes) } else { bytes.append(byte) }
    }
  }

  private mutating func escape(_ text: Span<UInt8>, _ bytes: inout [UInt8]) throws(JSONFault) {
    guard offset < text.count else { throw fault("文件不完整", "the file ends too early") }
    let byte = text[offset]
    offset += 1
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): bytes.append(byte)
    case UInt8(ascii: "n"): bytes.append(0x0A)
    case UInt8(ascii: "t"): bytes.append(0x09)
    case UInt8(ascii: "r"): bytes.append(0x0D)
    case UInt8(ascii: "b"): bytes.append(0x08)
    case UInt8(ascii: "f"): bytes.append(0x0C)
    case UInt8(ascii: "u"): bytes.append(contentsOf: Array(String(try unicode(text)).utf8))
    default: throw fault("不认识的转义 \\", "an unknown escape after \\")
    }
  }

  private mutating func unicode(_ text: Span<UInt8>) throws(JSONFault) -> Unicode.Scalar {
    var code = try fourHexDigits(text)
    if (0xD800..<0xDC00).contains(code), offset + 1 < text.count,
      text[offset] == UInt8(ascii: "\\"), text[offset + 1] == UInt8(ascii: "u")
    {
      offset += 2
      let low = try fourHexDigits(text)
      guard (0xDC00..<0xE000).contains(low) else {
        throw fault("\\u 后不是完整的字符", "\\u does not give a whole character")
      }
      code = 0x10000 + (code - 0xD800) << 10 + (low - 0xDC00)
    }
    guard let scalar = Unicode.Scalar(code) else {
      throw fault("\\u 后不是完整的字符", "\\u does not give a whole character")
    }
    return scalar
  }

  private mutating func fourHexDigits(_ text: Span<UInt8>) throws(JSONFault) -> UInt32 {
    var code: UInt32 = 0
    for _ in 0..<4 {
      guard offset < text.count,
        let digit = Character(Unicode.Scalar(text[offset])).hexDigitValue
      else { throw fault("\\u 后应有四位十六进制数", "\\u needs four hexadecimal digits") }
      code = code << 4 | UInt32(digit)
      offset += 1
    }
    return code
  }

  private static func text(_ text: Span<UInt8>, _ range: Range<Int>) -> String {
    text.extracting(range).withUnsafeBufferPointer { String(decoding: $0, as: UTF8.self) }
  }
}

/// Why a file is not JSON.
struct JSONFault: Error {
  let place: TextPlace
  let reason: Both
}
