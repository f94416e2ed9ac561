/// Weighs explanations against queries: those that the check of a file finds, and those that show
/// only when its unit's other tables are beside it.
struct Weighing {
  private let form: Form
  private let matcher: ExplanationMatcher
  private let versions: Versions

  init(
    form: Form, rules book: RuleBook, history: [Submission], entries: [Entry], compared: Bool = true
  ) {
    self.form = form
    matcher = ExplanationMatcher(book, compared: compared)
    versions = Versions(history: history, now: entries.compactMap(\.submission))
  }

  /// Closes the queries among the findings that the entry explains, opens those again whose values
  /// have changed since, and adds what there is to remark.
  func weigh(_ entry: Entry, _ findings: inout [Finding]) {
    matcher.match(entry.explanations, into: &findings)
    if let submission = entry.submission { versions.reopen(submission, &findings, form) }
  }
}

/// An explanation that answers a query found after its file was checked, when it seemed to answer
/// nothing.
struct LateAnswer: Hashable {
  let path: String
  let place: Place
}

extension Entry {
  /// Takes back the remark that these answer nothing.
  mutating func takeBack(_ answers: Set<LateAnswer>) {
    let path = path
    findings.removeAll {
      $0.code == .explanationUnused && answers.contains(LateAnswer(path: path, place: $0.place))
    }
  }
}
