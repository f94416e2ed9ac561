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
    let gap = found - expected
    if let blanks = blanks(submission, metric, gap) {
      facts.append(blanks)
    } else {
      facts += RepairFinder(column: column, written: written, decimals: decimals)
        .facts(RepairWording(form: form, submission: submission, metric: metric, total: place))
    }
    return Finding(.totalDiffers, at: place, metric: metric, facts: facts)
  }

  /// Where the total is too high and cells of the column were read as 0 for want of a number, that
  /// is where to look: no slip of a digit is likelier.
  private func blanks(_ submission: Submission, _ metric: Int, _ gap: Exact) -> Fact? {
    guard gap > .zero else { return nil }
    let cells = submission.findings.filter {
      ($0.code == .blank || $0.code == .dash) && $0.metric == metric
    }.compactMap(\.place.cell)
    guard let first = cells.first else { return nil }
    if cells.count == 1 {
      return Fact(
        "repair",
        Both(
          "\(first) 没有填数，按 0 计：先看那里是不是漏填了 \(gap)",
          "\(first) has no number and was read as 0: see first whether \(gap) is missing there"))
    }
    let shown = cells.prefix(4).joined(separator: "、") + (cells.count > 4 ? " 等" : "")
    return Fact(
      "repair",
      Both(
        "\(shown)没有填数，按 0 计：先看那几格是不是漏填了，合起来差 \(gap)",
        "\(cells.prefix(4).joined(separator: ", ")) have no number and were read as 0: see first whether \(gap) is missing there"
      ))
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
