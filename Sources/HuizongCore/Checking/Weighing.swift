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
    direct(entry, &findings)
    if let submission = entry.submission { versions.reopen(submission, &findings, form) }
  }

  /// Says of an explanation in the wrong place where it belongs: certain where one query is open.
  private func direct(_ entry: Entry, _ findings: inout [Finding]) {
    let open = findings.filter { $0.level == .query && $0.isOpen }
    guard open.count == 1, let query = open.first else { return }
    for index in findings.indices
    where findings[index].code == .explanationUnused && findings[index].category != query.category {
      findings[index].facts += [
        Fact("query", query.code.text), Fact("belongs", answerPlace(query.category, entry)),
      ]
    }
  }

  private func answerPlace(_ category: Int?, _ entry: Entry) -> Both {
    let word = form.words.explanation[0]
    guard let category else {
      return Both("表下的“\(word)”一行", "a line \(word) below the table")
    }
    let name = form.categories[category].name
    let cell = entry.submission?.table.explanationPlace(row: category).cell
    return Both(
      "“\(name)”一行的“\(word)”列" + (cell.map { "（\($0)）" } ?? ""),
      "the column \(word) of the row “\(name)”" + (cell.map { " (\($0))" } ?? ""))
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
