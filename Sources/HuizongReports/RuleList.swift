import HuizongCore

/// A check as the catalogue shows it: coded or the form's own.
public struct ListedRule: Sendable {
  public let code: String
  public let name: String
  /// For a month and for a cumulative table; nil where it is off or does not apply.
  public let month: Level?
  public let cumulative: Level?
  /// The expression of a rule that the office owns.
  public let expression: String?

  /// All checks in a fixed order: the coded ones, then the form's own.
  public static func all(_ book: RuleBook) -> [ListedRule] {
    let coded = Code.all.map { code in
      let level = book.level(code)
      return ListedRule(
        code: code.text, name: code.name, month: level, cumulative: level, expression: nil)
    }
    let own = book.rules.map { rule in
      ListedRule(
        code: rule.code.text, name: rule.code.name, month: rule.monthLevel,
        cumulative: rule.cumulativeLevel,
        expression: rule.when.map { "\($0) → \(rule.require)" } ?? rule.require)
    }
    return coded + own
  }
}

/// `huizong rules` and `huizong explain`, as text and as JSON.
public struct RuleList {
  private let catalogue: Catalogue
  private let wording: Wording

  public init(catalogue: Catalogue, wording: Wording) {
    self.catalogue = catalogue
    self.wording = wording
  }

  private var isChinese: Bool { wording.language == .chinese }

  private func words(_ rule: ListedRule) -> Words? {
    catalogue.entries[rule.code]?.words(wording.language)
  }

  // MARK: Text

  /// One line a check.
  public func text(_ rules: [ListedRule]) -> [UInt8] {
    var text = ""
    for rule in rules {
      text += rule.code.padded(5) + levels(rule).padded(isChinese ? 22 : 24)
      text += (words(rule)?.title ?? rule.name) + "\n"
    }
    text +=
      isChinese
      ? "\n以 huizong explain 代码 查看每一条的说明，如：huizong explain L01\n"
      : "\nSee huizong explain CODE for a page on each, such as: huizong explain L01\n"
    return Array(text.utf8)
  }

  /// The page of one check.
  public func page(_ rule: ListedRule) -> [UInt8] {
    guard let words = words(rule) else { return [] }
    var text = "\(rule.code) \(rule.name)\n\(words.title)\n\n"
    text += line("级别", "Level", levels(rule))
    if let expression = rule.expression { text += line("规则", "Rule", expression) }
    if let page = words.page {
      text += line("查什么", "What it finds", page.finds)
      text += line("为什么", "Why it matters", page.why)
      text += line("举例", "Example", page.example)
    }
    text += line("怎么办", "What to do", words.page?.help ?? words.help)
    if let page = words.page { text += line("什么时候可以不改", "When it is harmless", page.harmless) }
    return Array(text.utf8)
  }

  private func line(_ chinese: String, _ english: String, _ text: String) -> String {
    isChinese ? "【\(chinese)】\(text)\n" : "\(english): \(text)\n"
  }

  private func levels(_ rule: ListedRule) -> String {
    switch (rule.month.map(wording.level), rule.cumulative.map(wording.level)) {
    case (nil, nil): isChinese ? "关闭" : "off"
    case (let month?, nil): isChinese ? "月报\(month)" : "\(month) (months)"
    case (nil, let cumulative?): isChinese ? "累计\(cumulative)" : "\(cumulative) (cumulative)"
    case (let month?, let cumulative?) where month == cumulative: month
    case (let month?, let cumulative?):
      isChinese ? "月报\(month)，累计\(cumulative)" : "\(month), cumulative \(cumulative)"
    }
  }

  // MARK: JSON

  public func json(_ rules: [ListedRule]) -> [UInt8] {
    var writer = JSONWriter()
    writer.object { writer in
      writer.member("version", 1)
      writer.key("rules")
      writer.array(rules, rule)
    }
    return writer.bytes + [UInt8(ascii: "\n")]
  }

  private func rule(_ writer: inout JSONWriter, _ rule: ListedRule) {
    writer.object { writer in
      writer.member("code", rule.code)
      writer.member("rule", rule.name)
      writer.key("level")
      writer.object { writer in
        writer.member("month", rule.month.map(JSONReport.level) ?? "off")
        writer.member("cumulative", rule.cumulative.map(JSONReport.level) ?? "off")
      }
      writer.member("expression", rule.expression)
      writer.member("title", words(rule)?.title)
      writer.member("help", words(rule)?.page?.help ?? words(rule)?.help)
      writer.member("finds", words(rule)?.page?.finds)
      writer.member("why", words(rule)?.page?.why)
      writer.member("example", words(rule)?.page?.example)
      writer.member("harmless", words(rule)?.page?.harmless)
    }
  }
}

extension String {
  /// Followed by spaces up to a width in columns of a terminal, where an ideograph takes two.
  func padded(_ width: Int) -> String {
    let used = unicodeScalars.reduce(0) { $0 + ($1.value >= 0x2E80 ? 2 : 1) }
    return self + String(repeating: " ", count: max(1, width - used))
  }
}
