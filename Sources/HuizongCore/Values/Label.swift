/// Labels as people write them, brought to one form, so that `抽查企业（家）`, `抽查企业(家)` and
/// `抽查企业⏎（ 家 ）` are one label.
///
/// Folding keeps letters, ideographs and digits, and drops spaces, line breaks and punctuation.
public enum Label {
  public static func folded(_ text: String) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(text.utf8.count)
    fold(text.utf8.span, into: &result)
    return result
  }

  /// Appends the folded form of `text` to `result`.
  static func fold(_ text: Span<UInt8>, into result: inout [UInt8]) {
    var scalars = Scalars()
    while let scalar = scalars.next(in: text) {
      let plain = Scalars.halfWidth(scalar.value)
      if plain < 0x80 {
        if let byte = keptASCII(UInt8(truncatingIfNeeded: plain)) { result.append(byte) }
      } else if isKeptBeyondASCII(plain) {
        for index in scalar.range { result.append(text[index]) }
      }
    }
  }

  /// True for what folding keeps, in whatever width it is written.
  static func isKept(_ scalar: UInt32) -> Bool {
    let plain = Scalars.halfWidth(scalar)
    return plain < 0x80
      ? keptASCII(UInt8(truncatingIfNeeded: plain)) != nil : isKeptBeyondASCII(plain)
  }

  /// The first letter of a text as folding leaves it.
  static func firstLetter(_ text: Span<UInt8>) -> UInt32? {
    var scalars = Scalars()
    while let scalar = scalars.next(in: text) {
      let plain = Scalars.halfWidth(scalar.value)
      if plain >= 0x80, isKeptBeyondASCII(plain) { return plain }
      if plain < 0x80, let byte = keptASCII(UInt8(truncatingIfNeeded: plain)) {
        return UInt32(byte)
      }
    }
    return nil
  }

  /// Where a text that begins with a folded label goes on behind it; nil when it does not.
  static func end(of label: [UInt8], in text: Span<UInt8>) -> Int? {
    var scalars = Scalars()
    var matched = 0
    while matched < label.count {
      guard let scalar = scalars.next(in: text) else { return nil }
      let plain = Scalars.halfWidth(scalar.value)
      if plain < 0x80 {
        guard let byte = keptASCII(UInt8(truncatingIfNeeded: plain)) else { continue }
        guard byte == label[matched] else { return nil }
        matched += 1
      } else if isKeptBeyondASCII(plain) {
        for index in scalar.range {
          guard matched < label.count, text[index] == label[matched] else { return nil }
          matched += 1
        }
      }
    }
    return scalars.offset
  }

  private static func keptASCII(_ byte: UInt8) -> UInt8? {
    switch byte {
    case UInt8(ascii: "A")...UInt8(ascii: "Z"): byte | 0x20
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"): byte
    default: nil
    }
  }

  /// True for what is neither a space nor punctuation.
  private static func isKeptBeyondASCII(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x80...0xBF, 0xD7, 0xF7: false  // no-break space, Latin punctuation and signs
    case 0x2000...0x206F, 0x2E00...0x2E7F: false  // general punctuation
    case 0x2212, 0x2215, 0x2236: false  // minus, slash and colon among the operators
    case 0x3000...0x3004, 0x3008...0x3020, 0x3030: false  // ideographic space and punctuation
    case 0x30FB, 0xFE10...0xFE6F, 0xFEFF, 0xFF61...0xFF65: false
    case Scalars.privateSpace: false
    default: true
    }
  }
}

/// The scalars of valid UTF-8, one after the other, each with the bytes that it came from.
struct Scalars {
  var offset = 0

  /// What glibc makes of the GBK code A3A0, which Chinese programs use for a wide space.
  static let privateSpace: UInt32 = 0xE5E5

  mutating func next(in text: Span<UInt8>) -> (value: UInt32, range: Range<Int>)? {
    guard offset < text.count else { return nil }
    let start = offset
    let lead = text[start]
    let length = lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4
    var value = UInt32(lead)
    if length > 1 {
      value &= 0x7F >> UInt32(length)
      for index in start + 1..<min(start + length, text.count) {
        value = value << 6 | UInt32(text[index] & 0x3F)
      }
    }
    offset = min(start + length, text.count)
    return (value, start..<offset)
  }

  /// The ASCII character that a full-width one stands for, and a plain space for every wide one.
  static func halfWidth(_ scalar: UInt32) -> UInt32 {
    switch scalar {
    case 0xFF01...0xFF5E: scalar - 0xFEE0
    case 0x3000, 0xA0, privateSpace: 0x20
    default: scalar
    }
  }

  /// Spaces of every width, line breaks inside a cell, and marks that take no width at all.
  static func isSpace(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x09...0x0D, 0x20, 0xA0, 0x2000...0x200F, 0x2028...0x202F, 0x205F...0x2064: true
    case 0x3000, 0xFEFF, privateSpace: true
    default: false
    }
  }
}
