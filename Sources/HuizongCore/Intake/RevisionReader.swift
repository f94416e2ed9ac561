/// Reads what stands behind 修订: `2`, `第2次`, `二`, `v2`.
enum RevisionReader {
  /// Nil for what cannot mean one number alone.
  static func read(_ text: String) -> Int? {
    var rest = text.filter { $0 != " " }.lowercased()[...]
    if rest.hasPrefix("v") {
      rest = rest.dropFirst()
    } else {
      if rest.hasPrefix("第") { rest = rest.dropFirst() }
      if let last = rest.last, "次版".contains(last) { rest = rest.dropLast() }
    }
    if let numeral = numerals.firstIndex(of: String(rest)) { return numeral + 1 }
    guard rest.allSatisfy({ $0.isASCII && $0.isNumber }) else { return nil }
    return Int(rest)
  }

  private static let numerals = ["一", "二", "三", "四", "五", "六", "七", "八", "九", "十"]
}
