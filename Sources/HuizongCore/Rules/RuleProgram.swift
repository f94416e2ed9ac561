/// The rules of a form laid out flat, because a nation's tables ask them nine million times.
///
/// `Figures` answers the same question from the rules as they were read; a test holds the two
/// against each other. (Measured on 36,000 files: walking the rules themselves took longer than
/// reading the files.)
struct RuleProgram: Sendable {
  /// A constraint of a case of a rule, and where to go on when it does not hold.
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
    /// The first step of the next case, of this rule or of another.
    let nextCase: Int
    /// In the last step of a case, where the rule is broken when all hold.
    let entry: Int?
  }

  private struct Entry {
    let rule: Int
    /// By category; empty when the rule has no exemption.
    let exempt: [Bool]
    /// Behind the last step of the rule.
    let end: Int
  }

  private var entries: [Entry] = []
  private var steps: [Step] = []
  private var terms: [(slot: Int, factor: Int128)] = []
  private let width: Int

  /// Stands in a row for a figure that could not be read.
  static let unreadable = Table.unreadable

  init(_ rules: [FormRule], _ form: Form, where applies: (FormRule) -> Bool) {
    width = form.metrics.count
    for (index, rule) in rules.enumerated() where applies(rule) {
      for constraints in rule.violation.cases { add(constraints, entry: entries.count) }
      let exempt = rule.exempt.isEmpty ? [] : form.categories.indices.map(rule.exempt.contains)
      entries.append(Entry(rule: index, exempt: exempt, end: steps.count))
    }
  }

  var isEmpty: Bool { entries.isEmpty }

  private mutating func add(_ constraints: [Constraint], entry: Int) {
    let end = steps.count + constraints.count
    for constraint in constraints {
      let isLast = steps.count + 1 == end
      steps.append(
        Step(
          shape: shape(constraint), relation: constraint.relation, nextCase: end,
          entry: isLast ? entry : nil))
    }
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
    let (row, steps) = (row.span, steps.span)
    while position < steps.count {
      guard isReadable || !hasUnreadable(steps[position].shape, row),
        holds(steps[position], row)
      else {
        position = steps[position].nextCase
        continue
      }
      guard let index = steps[position].entry else {
        position += 1
        continue
      }
      let entry = entries[index]
      position = entry.end
      if let category, !entry.exempt.isEmpty, entry.exempt[category] { continue }
      return entry.rule
    }
    return nil
  }

  private func holds(_ step: Step, _ row: Span<Int64>) -> Bool {
    let sign = sign(step.shape, row)
    return switch step.relation {
    case .below: sign < 0
    case .atMost: sign <= 0
    case .zero: sign == 0
    }
  }

  /// Below, at or above zero. Figures have at most fifteen digits, so a difference cannot overflow.
  private func sign(_ shape: Step.Shape, _ row: Span<Int64>) -> Int64 {
    switch shape {
    case .single(let slot, let isNegative): isNegative ? -row[slot] : row[slot]
    case .difference(let left, let right): row[left] - row[right]
    case .sum(let range, let constant): sign(of: range, constant, row)
    }
  }

  private func sign(of range: Range<Int>, _ constant: Int128, _ row: Span<Int64>) -> Int64 {
    var sum = constant
    for index in range { sum += Int128(row[terms[index].slot]) * terms[index].factor }
    return Int64(sum.signum())
  }

  private func hasUnreadable(_ shape: Step.Shape, _ row: Span<Int64>) -> Bool {
    switch shape {
    case .single(let slot, _): row[slot] == RuleProgram.unreadable
    case .difference(let left, let right):
      row[left] == RuleProgram.unreadable || row[right] == RuleProgram.unreadable
    case .sum(let range, _): sumHasUnreadable(range, row)
    }
  }

  private func sumHasUnreadable(_ range: Range<Int>, _ row: Span<Int64>) -> Bool {
    for index in range where row[terms[index].slot] == RuleProgram.unreadable { return true }
    return false
  }
}

extension Table {
  /// How many cells hold another number than zero.
  var filledCells: Int {
    let cells = cells.span
    var count = 0
    for index in cells.indices where cells[index] != 0 && cells[index] != Table.unreadable {
      count += 1
    }
    return count
  }

  /// A row for a program: its figures, then how many are not zero.
  ///
  /// Without branches, here and in `add`: every row of every file passes, and processors do several
  /// figures at once then. (Measured over 36,000 files: a twentieth of the time.)
  func load(_ category: Int, into row: inout [Int64]) {
    let cells = cells.span.extracting(category * width..<(category + 1) * width)
    var filled: Int64 = 0
    var isReadable = true
    var row = row.mutableSpan
    for metric in cells.indices {
      let value = cells[metric]
      row[metric] = value
      filled &+= value == 0 ? 0 : 1
      isReadable = isReadable && value != Table.unreadable
    }
    row[width] = isReadable ? filled : Table.unreadable
  }

  /// Adds a row for a program to the sums of those before; `unreadable` where a figure could not be
  /// read. Of a form's five hundred rows, each with fifteen digits, 64 bits hold the sum.
  static func add(_ row: [Int64], to sums: inout [Int64]) {
    let row = row.span
    var sums = sums.mutableSpan
    for slot in row.indices {
      let isReadable = sums[slot] != unreadable && row[slot] != unreadable
      sums[slot] = isReadable ? sums[slot] &+ row[slot] : unreadable
    }
  }
}
