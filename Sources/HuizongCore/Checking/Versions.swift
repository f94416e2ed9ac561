/// Earlier and other versions of the same tables.
///
/// An explanation holds for the values that it came with: repeated word for word beside a changed
/// value it answers nothing, and the query opens again.
struct Versions {
  private var byTable: [TableKey: [Version]] = [:]

  private typealias Version = (submission: Submission, isHistory: Bool)

  /// What is checked now counts as earlier only where its revision says so.
  init(history: [Submission], now: [Submission]) {
    add(history, isHistory: true)
    add(now, isHistory: false)
  }

  private mutating func add(_ submissions: [Submission], isHistory: Bool) {
    for submission in submissions {
      guard let key = TableKey(submission.unit, submission.period) else { continue }
      byTable[key, default: []].append((submission, isHistory))
    }
  }

  private func earlier(than submission: Submission) -> [Submission] {
    guard let key = TableKey(submission.unit, submission.period) else { return [] }
    return (byTable[key] ?? []).filter {
      $0.isHistory || ($0.submission.revision ?? 0) < (submission.revision ?? 0)
    }.map(\.submission)
  }

  func reopen(_ submission: Submission, _ findings: inout [Finding], _ form: Form) {
    let versions = earlier(than: submission)
    guard !versions.isEmpty else { return }
    var lapsed: [Finding] = []
    for index in findings.indices {
      guard let text = findings[index].explanation else { continue }
      let finding = findings[index]
      for version in versions where version.repeats(text, finding.category) {
        guard let change = change(finding, version, submission, form) else { continue }
        findings[index].explanation = nil
        lapsed.append(remark(finding, text, change, submission, form))
        break
      }
    }
    findings += lapsed
  }

  private typealias Change = (metric: Int, old: Int64?, new: Int64?)

  /// The first figure that the finding is about and that had another value then.
  private func change(
    _ finding: Finding, _ old: Submission, _ new: Submission, _ form: Form
  ) -> Change? {
    let own = finding.metric.map { [$0] } ?? Array(form.metrics.indices)
    let metrics = finding.involved.isEmpty ? own : finding.involved
    let rows = finding.category.map { [$0] } ?? Array(form.categories.indices)
    for row in rows {
      for metric in metrics where old.table[row, metric] != new.table[row, metric] {
        return (metric, old.table[row, metric], new.table[row, metric])
      }
    }
    return nil
  }

  private func remark(
    _ finding: Finding, _ text: String, _ change: Change, _ submission: Submission, _ form: Form
  ) -> Finding {
    let place = submission.explanations.first { $0.text == text && $0.category == finding.category }
    let metric = form.metrics[change.metric]
    func shown(_ value: Int64?) -> String {
      value.map { Exact($0, decimals: metric.decimals).description } ?? "—"
    }
    return Finding(
      .explanationLapsed, at: place?.place ?? finding.place, category: finding.category,
      Fact(.found, CellText.shown(text)), Fact("code", finding.code.text),
      Fact("figure", metric.label), Fact("old", shown(change.old)), Fact("new", shown(change.new)))
  }
}

extension Submission {
  fileprivate func repeats(_ text: String, _ category: Int?) -> Bool {
    explanations.contains { $0.category == category && $0.says(text) }
  }
}
