/// The sentences of a form's own rules, as they stand in its file.
struct RuleWords: Sendable {
  private let nodes: [JSONNode]

  init(_ nodes: [JSONNode]) { self.nodes = nodes }

  /// The sentences as the catalogue keeps them.
  var entries: [Catalogue.Entry] { nodes.map(Catalogue.Entry.init) }

  /// Those of one rule.
  func entry(_ rule: Int) -> Catalogue.Entry { Catalogue.Entry(nodes[rule]) }

  // MARK: Checking

  private static let ofRows = ["category", "cell", "row"]
  private static let ofComparisons = ["left", "right"]
  private static let ofLimits = ["gap"]

  /// Every sentence is there, and every name that it calls for is one that the rule's findings give.
  func check(_ rules: [FormRule], _ form: Form, _ reader: TemplateReader) {
    for (index, node) in nodes.enumerated() {
      let known = RuleWords.names(rules[index], form)
      let way = TemplateWay(TemplateWay(nil, .key("rules")), .index(index))
      let object = TemplateObject(
        members: TemplateValue(node: node, way: way, reader: reader).members)
      for language in ["chinese", "english"] {
        guard let value = object[language] else { continue }
        _ = Words(value)
        for (key, text) in value.members where key != "page" { check(text, known, form) }
      }
    }
  }

  private static func names(_ rule: FormRule, _ form: Form) -> [String] {
    // Of an expression that cannot be read nothing is known, and one fault is enough.
    let isUnread = rule.violation.cases.isEmpty
    var names = form.metrics.map(\.name) + ["period"]
    if rule.scope == .row { names += ofRows }
    if isUnread || rule.sides != nil { names += ofComparisons }
    if isUnread || rule.sides?.isLimit == true { names += ofLimits }
    return names
  }

  private func check(_ value: TemplateValue, _ known: [String], _ form: Form) {
    guard case .string(let text) = value.node.value else { return }
    for name in Wording.names(in: text) where !known.contains(name) {
      if let reason = RuleWords.reasonForLacking(name, form) {
        value.reader.note(value, reason.chinese, reason.english)
        continue
      }
      let near = Spelling.nearest(to: name, among: known)
      value.reader.note(
        value, "句子里的 {\(name)} 不认识\(near.map { "；是否应为 {\($0)}？" } ?? "")",
        "the sentence calls for {\(name)}, which is unknown"
          + (near.map { "; did you mean {\($0)}?" } ?? ""))
    }
  }

  /// Why a name that other rules have is not for this one.
  private static func reasonForLacking(_ name: String, _ form: Form) -> Both? {
    if ofRows.contains(name) {
      return Both(
        "over 为 table 的规则查的是整张表，句子里没有 {\(name)}",
        "a rule over the table is about no single row; its sentence has no {\(name)}")
    }
    let isOfLimits = ofLimits.contains(name)
    guard isOfLimits || ofComparisons.contains(name) else { return nil }
    let kind =
      isOfLimits
      ? Both("一个用 <=、= 或 >= 的比较", "a single comparison with <=, = or >=")
      : Both("一个比较", "a single comparison")
    let figure = "{\(form.metrics.first?.name ?? "")}"
    return Both(
      "require 只是\(kind.chinese)时，句子里才有 {\(name)}；请改写成指标的名称，如 \(figure)",
      "a sentence has {\(name)} only when require is \(kind.english); name figures instead, as \(figure)"
    )
  }
}
