/// Reads 是 and 否 in all their spellings: `是`, `√`, `Y`, `已曝光`, `否（案件尚未办结）`.
struct AnswerReader {
  private let yes: Set<[UInt8]>
  private let no: Set<[UInt8]>
  private let blank: Set<[UInt8]>

  init(_ words: LedgerWords) {
    yes = Set(words.yes.map(AnswerReader.key))
    no = Set(words.no.map(AnswerReader.key))
    blank = Set(words.blank.map(AnswerReader.key))
  }

  enum Reading: Equatable {
    case answer(Bool)
    case blank
    case unreadable
  }

  func read(_ text: String) -> Reading {
    let key = AnswerReader.key(AnswerReader.beginning(text))
    if yes.contains(key) { return .answer(true) }
    if no.contains(key) { return .answer(false) }
    return key.isEmpty || blank.contains(key) ? .blank : .unreadable
  }

  func isBlank(_ text: String) -> Bool {
    let key = AnswerReader.key(text)
    return key.isEmpty || blank.contains(key)
  }

  /// A reason may follow the answer behind a comma or in brackets.
  private static func beginning(_ text: String) -> String {
    let plain = CellText(text).plain
    let end = plain.firstIndex { "，,。；;：:（(、 \n\r".contains($0) } ?? plain.endIndex
    return end == plain.startIndex ? plain : String(plain[..<end])
  }

  /// Not a folded label: that would drop × and the dashes.
  private static func key(_ text: String) -> [UInt8] {
    Array(CellText(text).plain.lowercased().filter { !$0.isWhitespace }.utf8)
  }
}
