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

  /// A constraint. Nearly all are of the first two shapes, which need no multiplication.
  private struct Step {
    enum Shape {
      /// One figure, or its negative, against zero.
      case single(slot: Int, isNegative: Bool)
      /// One figure less another.
      case difference(Int, Int)
      case sum(terms: Range<Int>, constant: Int128)
    }

    let shape: Shape
    let relation: Constraint.Relation
  }

  private var entries: [Entry] = []
  private var cases: [Range<Int>] = []
  private var steps: [Step] = []
  private var terms: [(slot: Int, factor: Int128)] = []
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
      steps.append(Step(shape: shape(constraint), relation: constraint.relation))
    }
    cases.append(first..<steps.count)
  }

  private mutating func shape(_ constraint: Constraint) -> Step.Shape {
    let slots = constraint.terms.map { term in
      if case .metric(let index) = term.variable { index } else { width }
    }
    let factors = constraint.terms.map(\.factor)
    if constraint.constant == 0 {
      // What matters is the sign, so a single figure needs no factor.
      if slots.count == 1 { return .single(slot: slots[0], isNegative: factors[0] < 0) }
      if factors == [1, -1] { return .difference(slots[0], slots[1]) }
      if factors == [-1, 1] { return .difference(slots[1], slots[0]) }
    }
    let start = terms.count
    terms += zip(slots, factors).map { ($0, $1) }
    return .sum(terms: start..<terms.count, constant: constraint.constant)
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
      if !isReadable, hasUnreadable(steps[index].shape, row) { return false }
      let sign = sign(steps[index].shape, row)
      switch steps[index].relation {
      case .below: if sign >= 0 { return false }
      case .atMost: if sign > 0 { return false }
      case .zero: if sign != 0 { return false }
      }
    }
    return true
  }

  /// Below, at or above zero. Figures have at most fifteen digits, so a difference cannot overflow.
  private func sign(_ shape: Step.Shape, _ row: [Int64]) -> Int64 {
    switch shape {
    case .single(let slot, let isNegative): isNegative ? -row[slot] : row[slot]
    case .difference(let left, let right): row[left] - row[right]
    case .sum(let range, let constant):
      Int64(
        range.reduce(constant) { $0 + Int128(row[terms[$1].slot]) * terms[$1].factor }.signum())
    }
  }

  private func hasUnreadable(_ shape: Step.Shape, _ row: [Int64]) -> Bool {
    switch shape {
    case .single(let slot, _): row[slot] == RuleProgram.unreadable
    case .difference(let left, let right):
      row[left] == RuleProgram.unreadable || row[right] == RuleProgram.unreadable
    case .sum(let range, _): range.contains { row[terms[$0].slot] == RuleProgram.unreadable }
    }
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

  /// The sums of the columns for a program, then how many cells of the table are not zero.
  func loadedSums() -> [Int64] {
    var sums = sums()
    let isReadable = !sums.contains(Table.unreadable)
    sums.append(isReadable ? Int64(filledCells) : Table.unreadable)
    return sums
  }
}
