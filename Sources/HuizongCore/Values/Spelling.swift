/// Which of the known names a misspelled one probably meant.
public enum Spelling {
  /// The nearest name, when one is near enough to be worth asking about.
  public static func nearest(to text: String, among names: [String]) -> String? {
    suggestions(for: text, among: names, most: 1).first
  }

  /// The names near enough to ask about, the nearest first.
  public static func suggestions(for text: String, among names: [String], most: Int) -> [String] {
    let wanted = Array(
      String(decoding: Label.folded(text), as: UTF8.self).unicodeScalars.prefix(64))
    guard !wanted.isEmpty else { return [] }
    let scored = names.enumerated().compactMap { index, name -> (score: Int, index: Int)? in
      let known = Array(String(decoding: Label.folded(name), as: UTF8.self).unicodeScalars)
      let score = likeness(wanted, known)
      return score >= 500 ? (score, index) : nil
    }
    let best = scored.sorted { ($0.score, -$0.index) > ($1.score, -$1.index) }
    // A second guess is worth naming only when it is nearly as good as the first.
    return best.prefix(most).filter { $0.score + 100 >= best[0].score }.map { names[$0.index] }
  }

  /// In thousandths: what remains alike after the fewest single-character changes, or, where one
  /// name stands whole within the other, at least a half.
  private static func likeness(_ left: [Unicode.Scalar], _ right: [Unicode.Scalar]) -> Int {
    let longest = max(left.count, right.count)
    guard longest > 0 else { return 0 }
    let edits = (longest - distance(left, right)) * 1000 / longest
    let contained =
      min(left.count, right.count) >= 2 && (contains(left, right) || contains(right, left))
    return contained ? max(edits, 500) : edits
  }

  private static func contains(_ whole: [Unicode.Scalar], _ part: [Unicode.Scalar]) -> Bool {
    guard part.count <= whole.count else { return false }
    return (0...whole.count - part.count).contains { start in
      whole[start..<start + part.count].elementsEqual(part)
    }
  }

  /// Levenshtein's distance.
  private static func distance(_ left: [Unicode.Scalar], _ right: [Unicode.Scalar]) -> Int {
    var previous = Array(0...right.count)
    for (row, scalar) in left.enumerated() {
      var current = [row + 1]
      for (column, other) in right.enumerated() {
        let change = previous[column] + (scalar == other ? 0 : 1)
        current.append(min(change, previous[column + 1] + 1, current[column] + 1))
      }
      previous = current
    }
    return previous[right.count]
  }
}
