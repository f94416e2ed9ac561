/// Matches a unit's explanations with the queries that they answer.
struct ExplanationMatcher: Sendable {
  private let policy: ExplanationPolicy
  /// The codes that an explanation may name.
  private let codes: Set<String>
  /// Of these the checks that ask for them have not run, or not yet.
  private let later: Set<String>
  private let compared: Bool

  /// `compared` says whether the tables were set beside each other.
  init(_ book: RuleBook, compared: Bool) {
    policy = book.explanations
    self.compared = compared
    codes = Set(Code.all.map(\.text) + book.rules.map(\.code.text))
    later = Set((Code.tables + (compared ? [] : Code.plausibility)).map(\.text))
  }

  /// Closes the queries that are answered, and says which explanations answer nothing.
  func match(_ explanations: [Explanation], into findings: inout [Finding]) {
    for explanation in explanations {
      let text = ExplanationText(explanation.text, codes: codes)
      let answered = findings.indices.filter { index in
        let finding = findings[index]
        return finding.level == .query && finding.category == explanation.category
          && text.covers(finding.code) && finding.explanation == nil
      }
      if answered.isEmpty, !text.codes.isDisjoint(with: later) {
        continue
      } else if answered.isEmpty {
        // It may answer what only a comparison asks.
        let uncompared = compared ? [] : [Fact("uncompared", "")]
        findings.append(remark(.explanationUnused, explanation, uncompared))
      } else if let reason = policy.objection(to: text.text) {
        findings.append(remark(.explanationTooThin, explanation, [Fact("reason", reason)]))
      } else {
        for index in answered { findings[index].explanation = explanation.text }
      }
    }
  }

  private func remark(_ code: Code, _ explanation: Explanation, _ facts: [Fact]) -> Finding {
    let found = Fact(.found, CellText.shown(explanation.text))
    return Finding(
      code, at: explanation.place, category: explanation.category, facts: [found] + facts)
  }
}

/// An explanation, with the codes at its start that limit what it answers: `L02、L03：……`
struct ExplanationText {
  let codes: Set<String>
  let text: String

  init(_ whole: String, codes known: Set<String>) {
    var codes: Set<String> = []
    var rest = Substring(CellText(whole).plain)
    while let code = ExplanationText.code(rest, known) {
      codes.insert(code)
      rest = rest.dropFirst(code.count).drop { " 、,，;；/:：及和\u{3000}".contains($0) }
    }
    self.codes = codes
    text = String(rest)
  }

  /// `L02` at the start, and no longer word. A code that no check has (`L33` for `L03`) limits the
  /// explanation too, which then answers nothing; `T12灯管` begins with none.
  private static func code(_ text: Substring, _ known: Set<String>) -> String? {
    let word = text.prefix { $0.isASCII && ($0.isLetter || $0.isNumber) }
    let code = word.uppercased()
    if known.contains(code) { return code }
    guard (3...8).contains(code.count), let first = code.first, "TLP".contains(first),
      code.dropFirst().allSatisfy(\.isNumber),
      text.dropFirst(word.count).first.map({ !$0.isLetter }) ?? true
    else { return nil }
    return code
  }

  func covers(_ code: Code) -> Bool { codes.isEmpty || codes.contains(code.text) }
}

extension ExplanationPolicy {
  /// Why a text explains nothing; nil when it counts.
  func objection(to text: String) -> Both? {
    let folded = Label.folded(text)
    let scalars = String(decoding: folded, as: UTF8.self).unicodeScalars
    if scalars.count < fewest {
      return Both("不足 \(fewest) 个字", "it has fewer than \(fewest) characters")
    }
    // Dates and telephone numbers name no reason either.
    let rest = String(decoding: withoutStock(folded), as: UTF8.self).unicodeScalars
      .filter { !("0"..."9").contains($0) }
    if rest.count < min(fewest, 3) || Set(rest).count < 3 {
      return Both("只是套话，没有说出原因", "it is a stock phrase and names no reason")
    }
    return nil
  }

  /// What remains when every stock phrase is taken out, wherever and however often it stands.
  private func withoutStock(_ folded: [UInt8]) -> [UInt8] {
    var rest = folded
    for phrase in stock {
      while let start = ExplanationPolicy.find(phrase, in: rest) {
        rest.removeSubrange(start..<start + phrase.count)
      }
    }
    return rest
  }

  private static func find(_ part: [UInt8], in whole: [UInt8]) -> Int? {
    guard part.count <= whole.count else { return nil }
    return (0...whole.count - part.count).first { start in
      whole[start..<start + part.count].elementsEqual(part)
    }
  }
}
