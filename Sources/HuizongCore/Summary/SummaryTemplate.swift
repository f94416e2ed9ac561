/// The sentences of a summary, as an office writes them: the figures are named, not typed.
///
/// A line is a sentence, a heading or a table; a blank line ends a paragraph.
public struct SummaryTemplate: Sendable {
  public let lines: [Line]

  public struct Line: Sendable {
    public enum Kind: Sendable, Hashable {
      case sentence
      /// 0 is the title.
      case heading(Int)
      case table(SummaryTableKind)
      case blank
    }
    public let kind: Kind
    /// `否则：` — only where the line before did not appear.
    public let isOtherwise: Bool
    public let parts: [Part]
  }

  public indirect enum Part: Sendable {
    case text(String)
    /// With its name as the template writes it.
    case figure(Figure, String)
    /// `[[…]]` is left out when one of its figures is missing.
    case optional([Part])
  }
}

/// A piece of a template's line that knows where it stands.
struct LinePiece {
  let scalars: ArraySlice<Unicode.Scalar>
  let line: Int

  var text: String { String(String.UnicodeScalarView(scalars)) }
  var place: TextPlace { TextPlace(line: line, column: scalars.startIndex + 1) }
  var isEmpty: Bool { scalars.isEmpty }

  subscript(range: Range<Int>) -> LinePiece { LinePiece(scalars: scalars[range], line: line) }

  func from(_ index: Int) -> LinePiece { self[index..<scalars.endIndex] }
  func upTo(_ index: Int) -> LinePiece { self[scalars.startIndex..<index] }

  /// Without the spaces at both ends.
  var trimmed: LinePiece {
    var range = scalars.indices
    while let first = range.first, Scalars.isSpace(scalars[first].value) { range.removeFirst() }
    while let last = range.last, Scalars.isSpace(scalars[last].value) { range.removeLast() }
    return self[range]
  }

  /// Every place where the word begins, from the left.
  func places(of word: String) -> [Int] {
    let word = Array(word.unicodeScalars)
    guard !word.isEmpty, scalars.count >= word.count else { return [] }
    return (scalars.startIndex...scalars.endIndex - word.count).filter {
      scalars[$0..<$0 + word.count].elementsEqual(word)
    }
  }

  /// What stands before and behind the first of the words.
  func cut(at words: [String]) -> (before: LinePiece, word: String, behind: LinePiece)? {
    let hits = words.compactMap { word in places(of: word).first.map { (place: $0, word: word) } }
    // Of two words at one place the longer: `>=` before `>`.
    let best = hits.min {
      ($0.place, -$0.word.unicodeScalars.count) < ($1.place, -$1.word.unicodeScalars.count)
    }
    guard let best else { return nil }
    let end = best.place + best.word.unicodeScalars.count
    return (upTo(best.place), best.word, from(end))
  }

  /// The pieces between the words, of which those in brackets are not meant.
  func split(at words: [String]) -> [LinePiece] {
    var pieces: [LinePiece] = []
    var start = scalars.startIndex
    let hits = words.flatMap { word in
      outerPlaces(of: word).map { ($0, $0 + word.unicodeScalars.count) }
    }
    for (place, end) in hits.sorted(by: { $0 < $1 }) {
      pieces.append(self[start..<place])
      start = end
    }
    return pieces + [from(start)]
  }

  /// What stands before and behind the last of the words that is in no brackets.
  func cut(atLastOf words: [String]) -> (before: LinePiece, word: String, behind: LinePiece)? {
    let hits = words.compactMap { word in
      outerPlaces(of: word).last.map { (end: $0 + word.unicodeScalars.count, word: word) }
    }
    let best = hits.max {
      ($0.end, $0.word.unicodeScalars.count) < ($1.end, $1.word.unicodeScalars.count)
    }
    guard let best else { return nil }
    return (upTo(best.end - best.word.unicodeScalars.count), best.word, from(best.end))
  }

  private func outerPlaces(of word: String) -> [Int] {
    places(of: word).filter { place in
      upTo(place).scalars.reduce(0) { depth, scalar in
        scalar == "（" || scalar == "("
          ? depth + 1 : scalar == "）" || scalar == ")" ? depth - 1 : depth
      } == 0
    }
  }

  /// Without the first of the endings that it has.
  func without(endings: [String]) -> LinePiece? {
    let piece = trimmed
    for ending in endings {
      let start = piece.scalars.endIndex - ending.unicodeScalars.count
      if piece.places(of: ending).last == start { return piece.upTo(start).trimmed }
    }
    return nil
  }

  func without(beginnings: [String]) -> LinePiece? {
    let piece = trimmed
    for word in beginnings where piece.places(of: word).first == piece.scalars.startIndex {
      return piece.from(piece.scalars.startIndex + word.unicodeScalars.count).trimmed
    }
    return nil
  }
}
