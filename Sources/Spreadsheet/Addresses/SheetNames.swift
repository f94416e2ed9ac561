/// Makes a legal sheet name, not given before, out of any text.
///
/// The workbook itself only refuses a bad name. Whoever names sheets after data lets this make
/// the names first: what a name cannot hold turns into its full-width twin, and a name already
/// given gets a number.
public struct SheetNames: Sendable {
  private var taken: Set<String> = []
  private let fallback: String

  /// `fallback` names a sheet whose text has nothing to show.
  public init(fallback: String = "表") { self.fallback = fallback }

  public mutating func name(for text: String) -> String {
    let base = SheetNames.legal(text, orElse: fallback)
    var name = base
    var number = 2
    while SheetName.isReserved(name) || !taken.insert(SheetName.key(name)).inserted {
      name = SheetNames.cut(base, to: SheetName.limit - "_\(number)".count) + "_\(number)"
      number += 1
    }
    return name
  }

  private static func legal(_ text: String, orElse fallback: String) -> String {
    let line = CleanText.line(text).replacing("\u{FFFD}", with: "")
    var scalars = String.UnicodeScalarView()
    scalars.append(contentsOf: line.unicodeScalars.map { twins[$0] ?? $0 })
    let trimmed = CleanText.withoutEscapes(String(scalars)).trimmingSpaces
    let cut = cut(trimmed, to: SheetName.limit).trimmingSpaces
    return cut.isEmpty ? fallback : cut
  }

  /// What no sheet name may hold, and `#`, at which the library would cut a link to the sheet.
  private static let twins: [Unicode.Scalar: Unicode.Scalar] = [
    "[": "［", "]": "］", ":": "：", "*": "＊", "?": "？", "/": "／", "\\": "＼", "'": "’", "#": "＃",
  ]

  /// Whole characters only: a limit in UTF-16 units must not split a pair or a syllable.
  private static func cut(_ text: String, to limit: Int) -> String {
    var result = ""
    var count = 0
    for character in text {
      count += character.utf16.count
      if count > limit { break }
      result.append(character)
    }
    return result
  }
}

extension SheetNames {
  /// The name as a reference holds it: in quotes unless it can do without.
  public static func quoted(_ name: String) -> String {
    needsQuotes(name) ? "'\(name.replacing("'", with: "''"))'" : name
  }

  /// Letters, Chinese characters, digits and `_` can do without, if they cannot be read as a
  /// number, a cell (`A1`, `R1C1`) or a truth value. More would do in Excel, not everywhere.
  static func needsQuotes(_ name: String) -> Bool {
    guard let first = name.unicodeScalars.first, !isDigit(first) else { return true }
    return !name.unicodeScalars.allSatisfy { isLetter($0) || isDigit($0) } || readsAsCell(name)
  }

  private static func isDigit(_ scalar: Unicode.Scalar) -> Bool { ("0"..."9").contains(scalar) }

  private static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "a"..."z", "A"..."Z", "_", "\u{3400}"..."\u{4DBF}", "\u{4E00}"..."\u{9FFF}": true
    default: false
    }
  }

  /// Anything that starts like `A1`, `R1C1`, `RC`, `C5`, `TRUE`: rather too many than too few.
  static func readsAsCell(_ name: String) -> Bool {
    // Every formula that names a Chinese sheet comes by here.
    guard let first = name.utf8.first, first < 0x80 else { return false }
    let upper = name.uppercased()
    let letters = upper.prefix { ("A"..."Z").contains($0) }
    let rest = upper.dropFirst(letters.count)
    if letters == upper { return ["R", "C", "RC", "TRUE", "FALSE"].contains(upper) }
    let startsWithDigit = rest.unicodeScalars.first.map(isDigit) ?? false
    return startsWithDigit && letters.count <= 3 && !letters.isEmpty
  }
}

extension String {
  fileprivate var trimmingSpaces: String {
    let start = drop { $0.isWhitespace }
    let kept = start.reversed().drop { $0.isWhitespace }
    return String(kept.reversed())
  }
}
