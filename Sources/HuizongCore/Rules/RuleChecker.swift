/// Applies the form's own rules to a submission.
final class RuleChecker: Sendable {
  private let form: Form
  private let rules: [FormRule]
  private let monthly: Programs
  private let cumulative: Programs

  private struct Programs: Sendable {
    let rows: RuleProgram
    let table: RuleProgram

    init(_ form: Form, _ rules: [FormRule], _ level: (FormRule) -> Level?) {
      rows = RuleProgram(rules, form) { $0.scope == .row && level($0) != nil }
      table = RuleProgram(rules, form) { $0.scope == .table && level($0) != nil }
    }
  }

  init(form: Form, rules: [FormRule]) {
    self.form = form
    self.rules = rules
    monthly = Programs(form, rules, \.monthLevel)
    cumulative = Programs(form, rules, \.cumulativeLevel)
  }

  private func programs(_ submission: Submission) -> Programs {
    submission.period?.isMonth ?? true ? monthly : cumulative
  }

  func check(_ submission: Submission, into findings: inout [Finding]) {
    let program = programs(submission).rows
    var row = Array(repeating: Int64(0), count: form.metrics.count + 1)
    var sums = row
    for category in form.categories.indices where submission.table.rows[category].row > 0 {
      submission.table.load(category, into: &row)
      Table.add(row, to: &sums)
      var position = 0
      while let rule = program.next(row, category: category, from: &position) {
        let figures = Figures(submission.table, category: category)
        findings.append(finding(rules[rule], submission, figures, category))
      }
    }
    if submission.missingCategories.isEmpty { checkTable(submission, sums, into: &findings) }
  }

  /// The rules over the whole table of one file, whose columns come to `sums`.
  private func checkTable(
    _ submission: Submission, _ sums: [Int64], into findings: inout [Finding]
  ) {
    var position = 0
    if programs(submission).table.next(sums, category: nil, from: &position) != nil {
      check(parts: [submission], into: &findings)
    }
  }

  /// The rules over the whole table, which may have come in parts.
  func check(parts: [Submission], into findings: inout [Finding]) {
    guard let first = parts.first, !programs(first).table.isEmpty else { return }
    let figures = Figures(sumsOf: parts.map(\.table))
    let program = programs(first).table
    var position = 0
    while let rule = program.next(figures.loaded, category: nil, from: &position) {
      findings.append(finding(rules[rule], first, figures, nil))
    }
  }

  private func finding(
    _ rule: FormRule, _ submission: Submission, _ figures: Figures, _ category: Int?
  ) -> Finding {
    let place =
      category.map { category in
        rule.metric.map { submission.table.place(category, $0) }
          ?? submission.table.place(row: category)
      } ?? submission.place
    var finding = Finding(
      rule.code, at: place, category: category, metric: rule.metric,
      facts: facts(rule, submission, figures))
    finding.level = rule.level(for: submission.period) ?? .hint
    finding.involved = rule.metrics
    return finding
  }

  private static let unreadable = Both("（读不出）", "(unreadable)")
  private static let noPeriod = Fact("period", Both("（周期未写明）", "(no period stated)"))

  /// Every figure of the row, not only those that the rule looks at: its sentence may quote any.
  private func facts(_ rule: FormRule, _ submission: Submission, _ figures: Figures) -> [Fact] {
    var facts = form.metrics.indices.map { metric in
      let name = FactName(form.metrics[metric].name)
      return figures.exact(metric, form).map { Fact(name, $0) } ?? Fact(name, Self.unreadable)
    }
    facts.append(submission.period.map { Fact("period", $0.description) } ?? Self.noPeriod)
    guard let sides = rule.sides, let left = figures.value(sides.left, form),
      let right = figures.value(sides.right, form)
    else { return facts }
    facts += [Fact("left", left), Fact("right", right), Fact(.found, left)]
    guard sides.isLimit else { return facts }
    return facts + [Fact(.expected, right), Fact(.gap, (left - right).magnitude)]
  }
}

/// The figures that a rule looks at: of one product, or the sums of the table.
struct Figures {
  /// In each metric's smallest step; nil where there is no readable number.
  private let values: [Int64?]
  /// How many cells are not zero; nil when one of them could not be read.
  private let filled: Int64?

  init(_ table: Table, category: Int) {
    values = table.row(category)
    filled = values.contains(nil) ? nil : Int64(values.count { $0 != 0 })
  }

  /// The sums of the columns over all parts of a table.
  init(sumsOf tables: [Table]) {
    let sums = tables.dropFirst().reduce(tables.first?.sums() ?? []) { sums, table in
      zip(sums, table.sums()).map { left, right in
        let (sum, overflow) = left.addingReportingOverflow(right)
        let isReadable = left != Table.unreadable && right != Table.unreadable && !overflow
        return isReadable ? sum : Table.unreadable
      }
    }
    values = sums.map { $0 == Table.unreadable ? nil : $0 }
    filled = values.contains(nil) ? nil : tables.reduce(0) { $0 + Int64($1.filledCells) }
  }

  /// As a program takes them.
  var loaded: [Int64] {
    (values + [filled]).map { $0 ?? Table.unreadable }
  }

  /// True when one of the cases holds; a figure that could not be read breaks nothing.
  func `break`(_ alternatives: Alternatives) -> Bool {
    for constraints in alternatives.cases where allHold(constraints) { return true }
    return false
  }

  private func allHold(_ constraints: [Constraint]) -> Bool {
    for constraint in constraints {
      var sum = constraint.constant
      for term in constraint.terms {
        guard let value = value(term.variable) else { return false }
        sum += Int128(value) * term.factor
      }
      if !constraint.holds(sum) { return false }
    }
    return true
  }

  private func value(_ variable: Variable) -> Int64? {
    switch variable {
    case .metric(let index): values[index]
    case .filledCells: filled
    }
  }

  func exact(_ metric: Int, _ form: Form) -> Exact? {
    values[metric].map { Exact($0, decimals: form.metrics[metric].decimals) }
  }

  /// The amount that a side of a comparison comes to.
  func value(_ sum: LinearForm, _ form: Form) -> Exact? {
    var total = sum.constant
    for term in sum.terms {
      guard let value = value(term.variable) else { return nil }
      total = total + Exact(value, decimals: form.decimals(term.variable)) * term.factor
    }
    return total
  }
}
