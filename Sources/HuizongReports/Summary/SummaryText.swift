import HuizongCore

/// The finished summary: what the template says with its figures filled in, every sentence with
/// where its figures come from.
public struct SummaryText {
  struct Sentence {
    /// From 1; 0 in headings.
    var number = 0
    let text: String
    let sources: [FigureSource]
  }

  enum Block {
    case heading(level: Int, text: String)
    case paragraph([Sentence])
    case table(SummaryTableKind)
  }

  let blocks: [Block]
  let facts: SummaryFacts

  public init(_ template: SummaryTemplate, _ rollUp: RollUp, _ report: Report) {
    facts = SummaryFacts(rollUp, report)
    var maker = SummaryMaker(facts)
    for line in template.lines { maker.add(line) }
    blocks = maker.finish()
  }

  var sentences: [Sentence] {
    blocks.flatMap { block -> [Sentence] in
      guard case .paragraph(let sentences) = block else { return [] }
      return sentences
    }
  }

  var title: String {
    for case .heading(level: 0, let text) in blocks { return text }
    return facts.form.title
  }

  func table(_ kind: SummaryTableKind) -> SummaryTable {
    SummaryTables(facts: facts, sentences: sentences).table(kind)
  }
}

/// Goes through a template line by line and keeps what appears.
struct SummaryMaker {
  private let filling: FigureFilling
  private var blocks: [SummaryText.Block] = []
  private var open: [SummaryText.Sentence] = []
  /// Whether a line of the present run of `否则` has appeared.
  private var appeared = false

  init(_ facts: SummaryFacts) { filling = FigureFilling(facts) }

  mutating func add(_ line: SummaryTemplate.Line) {
    if line.kind == .blank || !line.isOtherwise {
      appeared = false
    } else if appeared {
      return
    }
    if line.kind == .blank { return flush() }
    guard let filled = filling.fill(line.parts), !isEmpty(filled.text, line.kind) else { return }
    appeared = true
    if line.kind != .sentence { flush() }
    switch line.kind {
    case .sentence: open.append(SummaryText.Sentence(text: filled.text, sources: filled.sources))
    case .heading(let level): blocks.append(.heading(level: level, text: filled.text))
    case .table(let kind): if filling.hasRows(kind) { blocks.append(.table(kind)) }
    case .blank: break
    }
  }

  /// Of a sentence every half of which was left out nothing appears.
  private func isEmpty(_ text: String, _ kind: SummaryTemplate.Line.Kind) -> Bool {
    if case .table = kind { return false }
    return text.isEmpty
  }

  private mutating func flush() {
    if !open.isEmpty { blocks.append(.paragraph(open)) }
    open = []
  }

  // MARK: Numbers

  mutating func finish() -> [SummaryText.Block] {
    flush()
    var numbers = [0, 0, 0]
    var sentences = 0
    return withoutEmptyParts().map { block in
      switch block {
      case .heading(let level, let text):
        guard level > 0, !SummaryMaker.isAttachment(text) else { return block }
        numbers[level] += 1
        if level == 1 { numbers[2] = 0 }
        return .heading(level: level, text: SummaryMaker.numeral(level, numbers[level]) + text)
      case .paragraph(let own):
        return .paragraph(
          own.map { sentence in
            sentences += 1
            return SummaryText.Sentence(
              number: sentences, text: sentence.text, sources: sentence.sources)
          })
      case .table: return block
      }
    }
  }

  /// `附件1 …`: stands by itself, on a page of its own, and takes no number.
  static func isAttachment(_ heading: String) -> Bool { heading.hasPrefix("附") }

  /// A heading under which nothing has appeared is left out.
  private func withoutEmptyParts() -> [SummaryText.Block] {
    var kept: [SummaryText.Block] = []
    for block in blocks.reversed() {
      if case .heading(let level, _) = block, level > 0 {
        // What follows is kept in reverse: the last one is the next one.
        guard let next = kept.last else { continue }
        if case .heading(let other, _) = next, other <= level { continue }
      }
      kept.append(block)
    }
    return kept.reversed()
  }

  /// `一、`, `（一）`
  private static func numeral(_ level: Int, _ number: Int) -> String {
    level == 1 ? "\(chinese(number))、" : "（\(chinese(number))）"
  }

  static func chinese(_ number: Int) -> String {
    let digits = ["", "一", "二", "三", "四", "五", "六", "七", "八", "九"]
    guard (1...99).contains(number) else { return "\(number)" }
    let tens = number / 10 > 1 ? digits[number / 10] : ""
    return tens + (number >= 10 ? "十" : "") + digits[number % 10]
  }
}
