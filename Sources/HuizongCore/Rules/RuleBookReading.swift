extension RuleBook {
  /// Reads `rules.json`; throws every fault that it finds.
  ///
  /// A trusted file is one that a test has read with care, the built-in one: what cannot be wrong
  /// with it is not asked again at every start.
  public static func read(
    _ bytes: [UInt8], file: String, form: Form, trusted: Bool = false
  ) throws(TemplateFaults) -> RuleBook {
    let reader = TemplateReader(file: file)
    let root = reader.root(bytes)
    if !reader.faults.isEmpty { try reader.finish() }
    let object = root.keys(["rules"], optional: ["levels", "explanations", "plausibility", "note"])
    let nodes = object.list("rules")
    let rules = nodes.map { RuleReader(form: form, trusted: trusted).read($0) }
    reportRepeated(rules, nodes)
    let words = RuleWords(nodes.map(\.node))
    if !trusted { words.check(rules, form, reader) }
    let book = RuleBook(
      rules: rules, words: words, levels: levels(object["levels"]),
      explanations: ExplanationPolicy(object["explanations"]),
      plausibility: PlausibilityPolicy(object["plausibility"], form))
    try reader.finish()
    return book
  }

  private static func reportRepeated(_ rules: [FormRule], _ nodes: [TemplateValue]) {
    var seen = Set(Code.all.map(\.text))
    for (index, rule) in rules.enumerated() where !seen.insert(rule.code.text).inserted {
      nodes[index].reader.note(
        nodes[index], "代码“\(rule.code.text)”已被使用，请换一个",
        "the code “\(rule.code.text)” is taken; choose another")
    }
  }

  private static func levels(_ value: TemplateValue?) -> [String: Level?] {
    var levels: [String: Level?] = [:]
    for (code, value) in value?.members ?? [] {
      if !Code.all.contains(where: { $0.text == code }) {
        value.reader.note(
          value, "没有代码为“\(code)”的内置检查；表式自己的规则请在 rules 里改 level",
          "there is no built-in check “\(code)”; change a rule of the form in rules")
      }
      levels.updateValue(value.level, forKey: code)
    }
    return levels
  }
}

extension ExplanationPolicy {
  init(_ value: TemplateValue?) {
    let object = value?.keys(["fewest", "stock"])
    fewest = object?["fewest"]?.integer(in: 1...200) ?? 6
    stock = (object?.strings("stock") ?? []).map { Label.folded($0) }.filter { !$0.isEmpty }
      .sorted { $0.count > $1.count }
  }
}

extension TemplateValue {
  /// A level, or nil for `off`.
  var level: Level? {
    choice(["error": .error, "query": .query, "hint": .hint, "off": nil], otherwise: Level?.none)
  }
}

/// Reads one rule of the form.
struct RuleReader {
  let form: Form
  let trusted: Bool

  func read(_ value: TemplateValue) -> FormRule {
    let object = value.keys(
      ["code", "name", "level", "require", "chinese", "english"],
      optional: ["over", "when", "exempt", "at", "note"])
    let levels = levels(object["level"])
    let require = condition(object["require"])
    let when = condition(object["when"])
    let violation = violation(require, when, object["require"] ?? value)
    let metrics = metrics(in: [require, when])
    let code = Code(code(object), object.string("name"), levels.cumulative ?? levels.month ?? .hint)
    return FormRule(
      code: code,
      scope: object["over"]?.choice(["row": .row, "table": .table], otherwise: .row) ?? .row,
      monthLevel: levels.month, cumulativeLevel: levels.cumulative, when: object["when"]?.string,
      require: object.string("require"), exempt: exempt(object["exempt"]),
      metric: object["at"].flatMap(metric) ?? metrics.first, metrics: metrics,
      violation: violation, sides: sides(require))
  }

  private func code(_ object: TemplateObject) -> String {
    let code = object.string("code")
    let isPlain =
      !code.isEmpty && code.utf8.count <= 8
      && code.utf8.allSatisfy { $0 >= 0x30 && $0 <= 0x39 || $0 >= 0x41 && $0 <= 0x5A }
    if !isPlain, let value = object["code"], !code.isEmpty {
      value.reader.note(
        value, "代码应为大写字母和数字，最多 8 位，如 L13",
        "a code has capital letters and digits, at most 8, such as L13")
    }
    return code
  }

  private func levels(_ value: TemplateValue?) -> (month: Level?, cumulative: Level?) {
    guard let value else { return (nil, nil) }
    guard case .object = value.node.value else { return (value.level, value.level) }
    let object = value.keys([], optional: ["month", "cumulative"])
    return (object["month"].flatMap(\.level), object["cumulative"].flatMap(\.level))
  }

  // MARK: Expressions

  private func condition(_ value: TemplateValue?) -> Condition? {
    guard let value else { return nil }
    let text = value.string
    guard !text.isEmpty else { return nil }
    do throws(ExpressionFault) {
      return try ExpressionParser.condition(text, form)
    } catch {
      value.reader.note(
        value, "式子第 \(error.position) 个字：\(error.reason.chinese)",
        "at character \(error.position) of the expression: \(error.reason.english)")
      return nil
    }
  }

  /// When the rule is broken: its condition is given and what it requires does not hold.
  private func violation(
    _ require: Condition?, _ when: Condition?, _ value: TemplateValue
  ) -> Alternatives {
    let nothing = Alternatives(cases: [])
    guard let require else { return nothing }
    let broken = Condition.not(require)
    guard let violation = Alternatives(when.map { .and($0, broken) } ?? broken, form) else {
      value.reader.note(
        value, "式子太复杂，请拆成几条规则", "the expression is too involved; make it several rules")
      return nothing
    }
    if trusted { return violation }
    if !Feasibility.isPossible(violation) {
      value.reader.note(
        value, "这条规则永远不会报错：不论填什么数，要求总是成立",
        "this rule can never fail: whatever the figures, what it requires holds")
    }
    if let met = Alternatives(require, form), !Feasibility.isPossible(met) {
      value.reader.note(
        value, "这条规则的要求永远不成立：不论填什么数都会报错",
        "what this rule requires can never hold, whatever the figures")
    }
    return violation
  }

  private func metrics(in conditions: [Condition?]) -> [Int] {
    var found: [Int] = []
    func add(_ form: LinearForm) {
      for case .metric(let index) in form.terms.map(\.variable) where !found.contains(index) {
        found.append(index)
      }
    }
    func visit(_ condition: Condition) {
      switch condition {
      case .compare(let left, _, let right):
        add(left)
        add(right)
      case .and(let left, let right), .or(let left, let right):
        visit(left)
        visit(right)
      case .not(let inner): visit(inner)
      }
    }
    for case .some(let condition) in conditions { visit(condition) }
    return found
  }

  private func sides(_ condition: Condition?) -> FormRule.Sides? {
    guard case .compare(let left, let comparison, let right) = condition else { return nil }
    let isLimit = [Comparison.atMost, .equal, .atLeast].contains(comparison)
    return FormRule.Sides(left: left, right: right, isLimit: isLimit)
  }

  // MARK: Names

  private func exempt(_ value: TemplateValue?) -> Set<Int> {
    var categories: Set<Int> = []
    for item in value?.list ?? [] {
      let name = item.string
      guard let index = form.categories.firstIndex(where: { $0.name == name }) else {
        let near = Spelling.nearest(to: name, among: form.categories.map(\.name))
        item.reader.note(
          item, "本表没有“\(name)”这个产品类别\(near.map { "；是否应为“\($0)”？" } ?? "")",
          "the form has no product “\(name)”\(near.map { "; did you mean “\($0)”?" } ?? "")")
        continue
      }
      categories.insert(index)
    }
    return categories
  }

  private func metric(_ value: TemplateValue) -> Int? {
    let name = value.string
    let index = form.metrics.firstIndex { $0.name == name }
    if index == nil, !name.isEmpty {
      value.reader.note(value, "本表没有“\(name)”这个指标", "the form has no figure “\(name)”")
    }
    return index
  }
}
