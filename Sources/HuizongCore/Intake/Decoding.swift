import Glibc

/// The encodings of a submission, in the order in which they are tried.
///
/// GBK bytes can be valid UTF-8 by accident, and UTF-8 bytes nearly always pass as GB18030: so UTF-8
/// comes first, and an encoding counts only when the form's labels are found in its text.
enum Encoding: Sendable {
  case utf8, gb18030, utf16LittleEndian, utf16BigEndian

  /// What a byte-order mark says, and how long it is.
  static func marked(_ bytes: Span<UInt8>) -> (encoding: Encoding, length: Int)? {
    guard bytes.count >= 2 else { return nil }
    switch (bytes[0], bytes[1]) {
    case (0xFF, 0xFE): return (.utf16LittleEndian, 2)
    case (0xFE, 0xFF): return (.utf16BigEndian, 2)
    case (0xEF, 0xBB) where bytes.count >= 3 && bytes[2] == 0xBF: return (.utf8, 3)
    case (0x84, 0x31) where bytes.count >= 4 && bytes[2] == 0x95 && bytes[3] == 0x33:
      return (.gb18030, 4)
    default: return nil
    }
  }
}

enum UTF16Text {
  /// Decodes to UTF-8; a lone surrogate or an odd last byte becomes U+FFFD.
  static func decode(_ bytes: Span<UInt8>, bigEndian: Bool) -> [UInt8] {
    var text: [UInt8] = []
    text.reserveCapacity(bytes.count / 2 * 3 + 3)
    var index = 0
    while index + 1 < bytes.count {
      let unit = unit(bytes, index, bigEndian)
      index += 2
      guard unit & 0xF800 == 0xD800 else {
        append(UInt32(unit), to: &text)
        continue
      }
      let low = index + 1 < bytes.count ? self.unit(bytes, index, bigEndian) : 0
      let isPair = unit & 0xFC00 == 0xD800 && low & 0xFC00 == 0xDC00
      if isPair { index += 2 }
      append(
        isPair ? 0x10000 + UInt32(unit & 0x3FF) << 10 + UInt32(low & 0x3FF) : 0xFFFD, to: &text)
    }
    if index < bytes.count { append(0xFFFD, to: &text) }
    return text
  }

  private static func unit(_ bytes: Span<UInt8>, _ index: Int, _ bigEndian: Bool) -> UInt16 {
    let (first, second) = (UInt16(bytes[index]), UInt16(bytes[index + 1]))
    return bigEndian ? first << 8 | second : second << 8 | first
  }

  private static func append(_ scalar: UInt32, to text: inout [UInt8]) {
    func tail(_ shift: UInt32) -> UInt8 { UInt8(0x80 | scalar >> shift & 0x3F) }
    switch scalar {
    case 0..<0x80: text.append(UInt8(scalar))
    case 0x80..<0x800:
      text.append(UInt8(0xC0 | scalar >> 6))
      text.append(tail(0))
    case 0x800..<0x10000:
      text.append(UInt8(0xE0 | scalar >> 12))
      text.append(tail(6))
      text.append(tail(0))
    default:
      text.append(UInt8(0xF0 | scalar >> 18))
      text.append(tail(12))
      text.append(tail(6))
      text.append(tail(0))
    }
  }
}

/// GB18030 through the C library's converter, opened once for each reader.
public final class GB18030 {
  private let converter: iconv_t?

  init() {
    let opened = iconv_open("UTF-8", "GB18030")
    converter = opened == iconv_t(bitPattern: -1) ? nil : opened
  }

  deinit { if let converter { _ = iconv_close(converter) } }

  /// A file's name for people: UTF-8, or else GB18030 as Chinese Windows writes it.
  public static func name(_ bytes: [UInt8]) -> String {
    if UTF8Validation.isValid(bytes.span) { return String(decoding: bytes, as: UTF8.self) }
    var text: [UInt8] = []
    _ = GB18030().decode(bytes.span, into: &text, repairing: true)
    return String(decoding: text, as: UTF8.self)
  }

  /// Decodes into `text`. Returns false when some byte is no character: then `text` is cut there or,
  /// when `repairing`, holds U+FFFD in place of each such byte.
  func decode(_ bytes: Span<UInt8>, into text: inout [UInt8], repairing: Bool = false) -> Bool {
    text.removeAll(keepingCapacity: true)
    guard let converter else { return false }
    _ = iconv(converter, nil, nil, nil, nil)
    // Two bytes become three at most, four become four, and a repaired one three.
    let capacity = repairing ? bytes.count * 3 : bytes.count + bytes.count / 2 + 16
    var isWhole = true
    text.append(
      addingCapacity: capacity,
      initializingWith: { output in
        isWhole = GB18030.convert(converter, bytes, &output, repairing)
      })
    return isWhole
  }

  private static func convert(
    _ converter: iconv_t, _ bytes: Span<UInt8>, _ output: inout OutputSpan<UInt8>,
    _ repairing: Bool
  ) -> Bool {
    bytes.withUnsafeBufferPointer { source in
      output.withUnsafeMutableBufferPointer { target, initialized in
        var input = UnsafeMutableRawPointer(mutating: source.baseAddress)?
          .assumingMemoryBound(to: CChar.self)
        var inputLeft = source.count
        var free = UnsafeMutableRawPointer(target.baseAddress)?.assumingMemoryBound(to: CChar.self)
        var freeLeft = target.count
        var isWhole = true
        while inputLeft > 0 {
          if iconv(converter, &input, &inputLeft, &free, &freeLeft) != -1 { break }
          isWhole = false
          guard repairing, inputLeft > 0, freeLeft >= 3, let position = free else { break }
          for (index, byte) in [0xEF, 0xBF, 0xBD].enumerated() {
            position[index] = CChar(bitPattern: UInt8(byte))
          }
          free = position + 3
          freeLeft -= 3
          input = input.map { $0 + 1 }
          inputLeft -= 1
        }
        initialized = target.count - freeLeft
        return isWhole
      }
    }
  }
}
