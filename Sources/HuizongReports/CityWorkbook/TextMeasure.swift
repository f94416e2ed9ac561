/// How much room a text takes, in the width of a digit: what a column's width is given in.
///
/// The library cannot fit columns or rows by itself, and a merged cell fits itself nowhere. These
/// are estimates on the safe side for 宋体 at 10 points, where an ideograph takes two digits.
enum TextMeasure {
  /// Of the longest line.
  static func width(_ text: String) -> Double {
    text.split(separator: "\n").map { width(ofLine: $0) }.max() ?? 0
  }

  /// The lines that a text takes in a cell that wraps.
  static func lines(_ text: String, in width: Double) -> Int {
    let room = max(2, width - 1)
    return text.split(separator: "\n", omittingEmptySubsequences: false).reduce(0) {
      $0 + max(1, Int((self.width(ofLine: $1) / room).rounded(.up)))
    }
  }

  /// The height of a row for so many lines; Excel allows 409 points.
  static func height(_ lines: Int, size: Double = 10) -> Double {
    min(409, Double(lines) * (size * 1.4) + 6)
  }

  private static func width(ofLine line: Substring) -> Double {
    line.unicodeScalars.reduce(0) { $0 + ($1.value >= 0x2000 ? 2 : 1.1) }
  }
}
