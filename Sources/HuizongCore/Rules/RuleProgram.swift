/// The rules of a form laid out flat, because a nation's tables ask them nine million times.
///
/// `Figures` answers the same question from the rules as they were read; a test holds the two
/// against each other. (Measured on 36,000 files: walking the rules themselves took longer than
/// reading the files.)
struct RuleProgram: Sendable {
  private struct Entry {
    let rule: Int
    let cases: Range<Int>
    /// By category; empty when the rule has no exemption.
    let exempt: [Bool]
  }

  private struct Step {
    let terms: Range<Int>
    let constant: Int128
    /// The constant when it fits in 64 bits, as it does for every real rule.
    let shortConstant: Int64?
    let relation: Constraint.Relation
  }

  private var entries: [Entry] = []
  private var cases: [Range<Int>] = []
  private var steps: [Step] = []
  private var terms: [(slot: Int, factor: Int128, short: Int64?)] = []
  private let width: Int

  /// Stands in a row for a figure that could not be read.
  static let unreadable = Table.unreadable

  init(_ rules: [FormRule], _ form: Form, where applies: (FormRule) -> Bool) {
    width = form.metrics.count
    for (index, rule) in rules.enumerated() where applies(rule) {
      let first = cases.count
      for constraints in rule.violation.cases { add(constraints) }
      let exempt = rule.exempt.isEmpty ? [] : form.categories.indices.map(rule.exempt.contains)
      entries.append(Entry(rule: index, cases: first..<cases.count, exempt: exempt))
    }
  }

  var isEmpty: Bool { entries.isEmpty }

  private mutating func add(_ constraints: [Constraint]) {
    let first = steps.count
    for constraint in constraints {
      let start = terms.count
      for term in constraint.terms {
        switch term.variable {
        case .metric(let index): terms.append((index, term.factor, Int64(exactly: term.factor)))
        case .filledCells: terms.append((width, term.factor, Int64(exactly: term.factor)))
        }
      }
      steps.append(
        Step(
          terms: start..<terms.count, constant: constraint.constant,
          shortConstant: Int64(exactly: constraint.constant), relation: constraint.relation))
    }
    cases.append(first..<steps.count)
  }

  /// The next rule that the row breaks, from `position` on; nil when there is none. Behind its figures
  /// the row holds the number of those that are not zero.
  func next(_ row: [Int64], category: Int?, from position: inout Int) -> Int? {
    // Where every figure was read, as nearly everywhere, no step has to ask.
    let isReadable = row[width] != RuleProgram.unreadable
    while position < entries.count {
      let entry = entries[position]
      position += 1
      if let category, !entry.exempt.isEmpty, entry.exempt[category] { continue }
      for index in entry.cases where allHold(cases[index], row, isReadable) { return entry.rule }
    }
    return nil
  }

  private func allHold(_ range: Range<Int>, _ row: [Int64], _ isReadable: Bool) -> Bool {
    for index in range {
      if !isReadable, hasUnreadable(steps[index], row) { return false }
      let sign = shortSum(steps[index], row)?.signum() ?? longSum(steps[index], row)
      switch steps[index].relation {
      case .below: if sign >= 0 { return false }
      case .atMost: if sign > 0 { return false }
      case .zero: if sign != 0 { return false }
      }
    }
    return true
  }

  private func hasUnreadable(_ step: Step, _ row: [Int64]) -> Bool {
    step.terms.contains { row[terms[$0].slot] == RuleProgram.unreadable }
  }

  /// In 64 bits, which hold the sums of all but monstrous figures; nil when they do not.
  private func shortSum(_ step: Step, _ row: [Int64]) -> Int? {
    guard var sum = step.shortConstant else { return nil }
    for index in step.terms {
      guard let factor = terms[index].short else { return nil }
      let (product, tooLarge) = row[terms[index].slot].multipliedReportingOverflow(by: factor)
      let (next, overflow) = sum.addingReportingOverflow(product)
      if tooLarge || overflow { return nil }
      sum = next
    }
    return Int(sum)
  }

  private func longSum(_ step: Step, _ row: [Int64]) -> Int {
    var sum = step.constant
    for index in step.terms { sum += Int128(row[terms[index].slot]) * terms[index].factor }
    return Int(sum.signum())
  }
}

extension Table {
  /// How many cells hold another number than zero.
  var filledCells: Int { cells.count { $0 != 0 && $0 != Table.unreadable } }

  /// A row for a program: its figures, then how many are not zero.
  func load(_ category: Int, into row: inout [Int64]) {
    var filled: Int64 = 0
    for metric in 0..<width {
      let value = cells[category * width + metric]
      row[metric] = value
      if value == Table.unreadable || filled == Table.unreadable {
        filled = Table.unreadable
      } else if value != 0 {
        filled += 1
      }
    }
    row[width] = filled
  }

  /// The sums of the columns for a program.
  func loadedSums() -> [Int64] {
    var sums = sums()
    let isReadable = !sums.contains(Table.unreadable)
    sums.append(isReadable ? Int64(sums.count { $0 != 0 }) : Table.unreadable)
    return sums
  }
}
