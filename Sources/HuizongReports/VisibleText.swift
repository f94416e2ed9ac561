/// Text from a file as a reader can see it: nothing in it acts on the page, the terminal or the
/// direction of the writing, and nothing hides.
///
/// Tabs and line breaks stay; they are what they look like.
enum VisibleText {
  static func shown(_ text: String) -> String {
    guard text.unicodeScalars.contains(where: isUnseen) else { return text }
    var shown = ""
    for scalar in text.unicodeScalars {
      if isUnseen(scalar) { shown += name(scalar) } else { shown.unicodeScalars.append(scalar) }
    }
    return shown
  }

  /// The first characters of a text that has no business being so long.
  static func cut(_ text: String, most: Int) -> String {
    guard text.utf8.count > most, text.unicodeScalars.count > most else { return text }
    return String(String.UnicodeScalarView(text.unicodeScalars.prefix(most))) + "…"
  }

  /// Controls, marks of direction, marks of no width, and what is no character at all. The joiners
  /// (200C, 200D) are left alone: emoji and several scripts are made with them.
  private static func isUnseen(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x09, 0x0A, 0x0D: false
    case 0...0x1F, 0x7F...0x9F: true
    case 0x61C, 0x200B, 0x200E...0x200F, 0x2028...0x202E, 0x2060...0x206F: true
    case 0xFEFF, 0xFFF9...0xFFFB: true
    default: scalar.value & 0xFFFE == 0xFFFE
    }
  }

  /// `[U+202E]`; there are pictures of a few, and few fonts have them.
  private static func name(_ scalar: Unicode.Scalar) -> String {
    let digits = String(scalar.value, radix: 16, uppercase: true)
    return "[U+" + String(repeating: "0", count: max(0, 4 - digits.utf8.count)) + digits + "]"
  }
}
