/// Text as a workbook can hold it.
///
/// The library writes what it is given: a character that XML cannot carry makes a file that no
/// program opens, a NUL ends the text early, and `_x0041_`, which it does not escape, is read back
/// as `A`. So all text passes here first.
///
/// What cannot be written becomes U+FFFD, so that nothing disappears unseen; a carriage return
/// becomes a line feed.
enum CleanText {
  /// What Excel holds in a cell, in UTF-16 units.
  static let cellLimit = 32_767
  private static let replacement: Unicode.Scalar = "\u{FFFD}"

  /// Text for a cell or a comment, escaped, and cut where Excel would refuse it.
  static func cell(_ text: String) -> FittedText {
    if isPlain(text) { return FittedText(text: text) }
    let scalars = lines(text)
    let whole = escaped(scalars)
    guard whole.utf16.count > cellLimit else { return FittedText(text: whole) }
    return FittedText(text: escaped(fitting(scalars)) + "…", cutFrom: text.utf16.count)
  }

  /// Text for a property or a chart, which know no escapes.
  static func plain(_ text: String) -> String { String(lines(text)) }

  /// Text for a place of one line: a heading, a name, an author.
  static func line(_ text: String) -> String {
    String(view(lines(text).map { $0 == "\n" || $0 == "\t" ? " " : $0 }))
  }

  /// Text for a place of one line that is read with escapes.
  static func escapedLine(_ text: String) -> String {
    isPlain(text) && !text.utf8.contains { $0 < 0x20 } ? text : escaped(line(text).unicodeScalars)
  }

  /// Text in which nothing reads as an escape: the underscore gives way to its full-width twin.
  static func withoutEscapes(_ text: String) -> String {
    String(marking(text.unicodeScalars, "＿"))
  }

  // MARK: Faults

  static func isWritable(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x9, 0xA: true
    case 0..<0x20, 0xFFFE, 0xFFFF: false
    default: true
    }
  }

  /// `U+0007`: the first character that one line of XML cannot carry.
  static func firstUnwritable(in text: String) -> String? {
    let bad = text.unicodeScalars.first { !isWritable($0) || $0 == "\n" || $0 == "\t" }
    guard let hex = bad.map({ String($0.value, radix: 16, uppercase: true) }) else { return nil }
    return "U+" + String(repeating: "0", count: max(0, 4 - hex.count)) + hex
  }

  /// `_x0041_`: the first escape.
  static func firstEscape(in text: String) -> String? {
    let scalars = Array(text.unicodeScalars)
    let start = scalars.indices.first { isEscape(scalars, at: $0) }
    return start.map { String(view(scalars[$0..<$0 + 7])) }
  }
}

/// A text and, if it was too long for a cell, how long it was.
struct FittedText {
  var text: String
  var cutFrom: Int?
}

extension CleanText {
  /// Whether the text can stay as it is: nearly always, so this looks at bytes only. It may say
  /// no too often, never yes too often.
  private static func isPlain(_ text: String) -> Bool {
    guard text.utf8.count <= cellLimit else { return false }
    var before: (UInt8, UInt8) = (0, 0)
    for byte in text.utf8 {
      if byte < 0x20, byte != 0x9, byte != 0xA { return false }
      if byte == UInt8(ascii: "x"), before.1 == UInt8(ascii: "_") { return false }
      if byte >= 0xBE, before == (0xEF, 0xBF) { return false }
      before = (before.1, byte)
    }
    return true
  }

  /// The text's lines, ended by line feeds, without what cannot be written.
  private static func lines(_ text: String) -> String.UnicodeScalarView {
    var result = String.UnicodeScalarView()
    var before: Unicode.Scalar = " "
    for scalar in text.unicodeScalars {
      let isSecondHalf = scalar == "\n" && before == "\r"
      before = scalar
      if isSecondHalf { continue }
      result.append(scalar == "\r" ? "\n" : isWritable(scalar) ? scalar : replacement)
    }
    return result
  }

  /// As much as a cell holds when escaped, with room for an ellipsis.
  private static func fitting(_ text: String.UnicodeScalarView) -> String.UnicodeScalarView {
    let scalars = Array(text)
    var units = 0
    let kept = scalars.indices.prefix { index in
      units += isEscape(scalars, at: index) ? escape.count : UTF16.width(scalars[index])
      return units < cellLimit
    }
    return view(scalars[..<kept.endIndex])
  }

  private static let escape = "_x005F_"

  private static func escaped(_ text: String.UnicodeScalarView) -> String {
    String(marking(text, escape))
  }

  /// The text with another sign for each underscore that starts an escape.
  ///
  /// Also where two escapes share one: once the first is gone, the second would come alive.
  private static func marking(
    _ text: String.UnicodeScalarView, _ mark: String
  ) -> String.UnicodeScalarView {
    let scalars = Array(text)
    var result = String.UnicodeScalarView()
    for index in scalars.indices {
      if isEscape(scalars, at: index) {
        result.append(contentsOf: mark.unicodeScalars)
      } else {
        result.append(scalars[index])
      }
    }
    return result
  }

  /// `_x`, four hexadecimal digits, `_`
  private static func isEscape(_ scalars: [Unicode.Scalar], at index: Int) -> Bool {
    guard index + 6 < scalars.count, scalars[index] == "_", scalars[index + 1] == "x",
      scalars[index + 6] == "_"
    else { return false }
    return scalars[index + 2...index + 5].allSatisfy(\.properties.isASCIIHexDigit)
  }

  private static func view(_ scalars: some Sequence<Unicode.Scalar>) -> String.UnicodeScalarView {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars)
    return view
  }
}
