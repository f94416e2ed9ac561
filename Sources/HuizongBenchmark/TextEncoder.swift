import Glibc

/// Turns UTF-8 into the bytes that a spreadsheet would save.
final class TextEncoder {
  private let converter: iconv_t?

  /// One converter for all files: opening it costs more than a file's text.
  init() throws(Failure) {
    converter = iconv_open("GB18030", "UTF-8")
    if converter == iconv_t(bitPattern: -1) { throw Failure("this system cannot write GB18030") }
  }

  deinit { if let converter { _ = iconv_close(converter) } }

  func encode(_ text: [UInt8], as encoding: Habits.Encoding) -> [UInt8] {
    switch encoding {
    case .utf8: text
    case .markedUTF8: [0xEF, 0xBB, 0xBF] + text
    case .gb18030: gb18030(text)
    case .utf16: utf16(text)
    }
  }

  private func utf16(_ text: [UInt8]) -> [UInt8] {
    let units = String(decoding: text, as: UTF8.self).utf16
    return [0xFF, 0xFE] + units.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
  }

  /// A character takes at most a third more: three bytes become two, or four for a rare one.
  private func gb18030(_ text: [UInt8]) -> [UInt8] {
    var text = text
    let capacity = text.count * 4 / 3 + 4
    return Array(unsafeUninitializedCapacity: capacity) { target, count in
      text.withUnsafeMutableBytes { source in
        var input = source.baseAddress?.assumingMemoryBound(to: CChar.self)
        var inputLeft = source.count
        var output = UnsafeMutableRawPointer(target.baseAddress)?
          .assumingMemoryBound(to: CChar.self)
        var outputLeft = capacity
        let result = iconv(converter, &input, &inputLeft, &output, &outputLeft)
        precondition(result == 0 && inputLeft == 0, "GB18030 has every character of Unicode")
        count = capacity - outputLeft
      }
    }
  }
}
