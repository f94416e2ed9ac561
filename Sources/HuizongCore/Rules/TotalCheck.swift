/// T01: the 合计 row against the rows, column by column.
struct TotalCheck: Sendable {
  private let form: Form

  init(form: Form) { self.form = form }

  func check(_ submission: Submission, into findings: inout [Finding]) {
    guard let total = submission.total, isWhole(submission) else { return }
    let sums = submission.table.sums()
    for metric in form.metrics.indices {
      guard let written = total.values[metric], sums[metric] != written,
        let column = ColumnOfTable(submission.table, metric, form)
      else { continue }
      findings.append(finding(submission, total, metric, written, column))
    }
  }

  /// With a row unread or doubled the sum says nothing about the total: that row comes first.
  private func isWhole(_ submission: Submission) -> Bool {
    !submission.findings.contains { TotalCheck.disturbing.contains($0.code) }
  }

  private static let disturbing: [Code] = [
    .unknownCategory, .repeatedCategory, .rowShifted, .rowWithoutCategory,
  ]

  private func finding(
    _ submission: Submission, _ total: TotalRow, _ metric: Int, _ written: Int64,
    _ column: ColumnOfTable
  ) -> Finding {
    let decimals = form.metrics[metric].decimals
    let place = Place(
      line: Int(total.origin.line), row: Int(total.origin.row),
      column: Int(submission.table.columns[metric]))
    let found = Exact(written, decimals: decimals)
    let expected = Exact(column.sum, decimals: decimals)
    var facts = Fact.difference(found, expected)
    facts += RepairFinder(column: column, written: written, decimals: decimals)
      .facts(RepairWording(form: form, submission: submission, metric: metric, total: place))
    return Finding(.totalDiffers, at: place, metric: metric, facts: facts)
  }
}

/// The values of one column of a table.
struct ColumnOfTable {
  let values: [(category: Int, value: Int64)]
  let sum: Int64

  /// Nil when a row of the file has no readable number here.
  init?(_ table: Table, _ metric: Int, _ form: Form) {
    var values: [(category: Int, value: Int64)] = []
    var sum: Int64 = 0
    for category in form.categories.indices where table.rows[category].row > 0 {
      guard let value = table[category, metric] else { return nil }
      let (total, overflow) = sum.addingReportingOverflow(value)
      guard !overflow else { return nil }
      sum = total
      values.append((category, value))
    }
    self.values = values
    self.sum = sum
  }
}
