/// Checks files one by one; one for each thread.
public final class Checker {
  private let reader: SubmissionReader
  private let totals: TotalCheck
  private let rules: RuleChecker
  private let keepsTables: Bool
  private let bound: Int?

  /// `keepsTables` says whether the values are needed afterwards.
  public init(form: Form, roster: Roster, rules book: RuleBook, keepsTables: Bool = true) {
    self.keepsTables = keepsTables
    bound = form.ledger?.bound?.metric
    reader = SubmissionReader(form: form, roster: roster)
    totals = TotalCheck(form: form)
    rules = RuleChecker(form: form, rules: book.rules)
  }

  /// What the file holds: an entry for each submission, or one for a file that is none.
  public func check(_ bytes: Span<UInt8>, path: String) -> [Entry] {
    let reading = reader.read(bytes)
    if !reading.ledgers.isEmpty { return reading.ledgers.map { Entry(path: path, ledger: $0) } }
    if reading.submissions.isEmpty { return [Entry(path: path, findings: reading.findings)] }
    return reading.submissions.map { submission in
      var entry = Entry(path: path, submission: submission, keepsTable: keepsTables)
      totals.check(submission, into: &entry.findings)
      rules.check(submission, into: &entry.findings)
      if let bound { entry.boundTotal = submission.table.sum(of: bound) }
      return entry
    }
  }
}
