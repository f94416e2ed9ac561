/// Numbers that all stand one column beside their own: one fault, and one finding instead of one for
/// each cell or row. None of the numbers is used then, as in a single row that has moved.
struct ColumnShift {
  private let form: Form

  /// With fewer cells or rows than this, each is a fault of its own.
  private static let fewest = 3

  init(form: Form) { self.form = form }

  func fold(_ submission: inout Submission) {
    guard submission.findings.count >= ColumnShift.fewest else { return }
    if let facts = rows(submission) {
      submission.findings.removeAll { $0.code == .rowShifted }
      let place = submission.table.headerPlace
      submission.findings.append(Finding(.columnsShifted, at: place, facts: facts))
    } else if let finding = columns(submission, 1) ?? columns(submission, -1) {
      submission.findings.removeAll { $0.code == .fraction }
      submission.findings.append(finding)
      forgetNumbers(&submission)
    }
  }

  private func forgetNumbers(_ submission: inout Submission) {
    let nothing = Array(repeating: Table.unreadable, count: form.metrics.count)
    for category in form.categories.indices { submission.table.setRow(category, nothing) }
    submission.total = nil
  }

  // MARK: Every row as much too long, or too short

  private func rows(_ submission: Submission) -> [Fact]? {
    let shifted = submission.findings.filter { $0.code == .rowShifted && $0.category != nil }
    let rows = submission.table.rows.count { $0.row > 0 }
    guard rows >= ColumnShift.fewest, shifted.count == rows, let first = shifted.first,
      let width = number(first, .found), let expected = number(first, .expected),
      shifted.allSatisfy({ number($0, .found) == width })
    else { return nil }
    if width != expected {
      return [Fact("rows", rows), Fact("width", width), Fact(.expected, expected)]
    }
    guard let words = first.fact("explanation"),
      shifted.allSatisfy({ $0.fact("explanation") != nil })
    else { return nil }
    return [Fact("rows", rows), Fact("explanation", words)]
  }

  private func number(_ finding: Finding, _ name: FactName) -> Exact? {
    if case .number(let number)? = finding.fact(name) { number } else { nil }
  }

  // MARK: Amounts of money under the next column's label

  /// What there is to say when the numbers stand `step` columns to the right: fractions only where
  /// the columns of money would have landed, and none where they should be.
  private func columns(_ submission: Submission, _ step: Int) -> Finding? {
    let fractions = submission.findings.filter { $0.code == .fraction && $0.category != nil }
    guard fractions.count >= ColumnShift.fewest else { return nil }
    let order = form.metrics.indices.filter { submission.table.columns[$0] > 0 }
      .sorted { submission.table.columns[$0] < submission.table.columns[$1] }
    var pairs: [String] = []
    // Two columns that were exchanged look like one amount that moved; more than that is a shift.
    var moved = 0
    let landings = Set(fractions.compactMap(\.metric)).sorted()
    for landing in landings {
      let amounts = amounts(beside: landing, order, step)
      guard let own = amounts.first, let left = amounts.last, isWhole(left, submission) else {
        return nil
      }
      let column = Place.letters(Int(submission.table.columns[landing]))
      pairs.append("\(form.metrics[own].name) → \(form.metrics[landing].name)（\(column)）")
      moved += amounts.count
    }
    guard moved > 1, let first = landings.first else { return nil }
    var place = submission.table.headerPlace
    place.column = Int(submission.table.columns[first])
    return Finding(
      .columnsShifted, at: place, metric: first,
      Fact("side", step > 0 ? Both("右", "right") : Both("左", "left")), Fact("pairs", pairs),
      Fact("count", fractions.count))
  }

  /// The columns of money that stand together beside a column, the nearest first.
  private func amounts(beside landing: Int, _ order: [Int], _ step: Int) -> [Int] {
    var amounts: [Int] = []
    var index = (order.firstIndex(of: landing) ?? 0) - step
    while order.indices.contains(index), form.metrics[order[index]].kind == .money {
      amounts.append(order[index])
      index -= step
    }
    return amounts
  }

  private func isWhole(_ metric: Int, _ submission: Submission) -> Bool {
    let one = (0..<form.metrics[metric].decimals).reduce(Int64(1)) { one, _ in one * 10 }
    return form.categories.indices.allSatisfy { (submission.table[$0, metric] ?? 0) % one == 0 }
  }
}
