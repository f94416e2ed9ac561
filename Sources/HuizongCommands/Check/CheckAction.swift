import Glibc
import HuizongCore

/// Reads and checks files: what `check` does, and what every other command begins with.
struct CheckAction {
  let templates: Templates
  /// Whether the values are needed afterwards.
  var keepsTables = false
  /// Whether the tables are set beside each other: P01 and what goes with it.
  var compares = false

  struct Outcome {
    var entries: [Entry]
    /// Paths that could not be read at all.
    var failures: [RunError]
    /// How far the tables could be compared with others; nil when they were not.
    var coverage: PlausibilityCoverage?
    /// The tables of the history.
    var earlier: [Submission] = []
  }

  /// Checks files and folders; `history` are earlier submissions, whose findings are not reported.
  func check(_ paths: [String], history: [String] = [], _ language: Language) -> Outcome {
    var action = self
    action.keepsTables = keepsTables || compares
    let earlier = action.read(history, language)
    var outcome = action.read(paths, language)
    outcome.earlier = earlier.entries.compactMap(\.submission)
    finish(&outcome, earlier.entries, versions: outcome.earlier)
    outcome.failures += earlier.failures
    return outcome
  }

  /// What can only be said when everything has been read. `history` is what the tables are set
  /// beside, `versions` what their explanations are weighed against.
  func finish(_ outcome: inout Outcome, _ history: [Entry], versions: [Submission]) {
    if compares { outcome.coverage = compare(&outcome.entries, history) }
    Gathering(
      form: templates.form, rules: templates.rules, history: versions, earlier: history,
      compared: outcome.coverage != nil
    ).gather(&outcome.entries)
  }

  /// Sets the tables beside each other and beside those of the history.
  private func compare(_ entries: inout [Entry], _ history: [Entry]) -> PlausibilityCoverage? {
    let check = PlausibilityCheck(
      form: templates.form, roster: templates.roster, rules: templates.rules, entries: entries,
      history: history, AllProcessors())
    guard let check else { return nil }
    let (subjects, read) = (check.subjects, entries)
    let results = Workers.map(
      subjects.count, make: { check }, progress: { _ in },
      work: { check, index in check.check(subjects[index], read) })
    return check.apply(results, to: &entries)
  }

  func read(_ paths: [String], _ language: Language) -> Outcome {
    if paths.isEmpty { return Outcome(entries: [], failures: []) }
    var finder = FileFinder()
    for path in paths { finder.add(path) }
    let items = finder.items
    Inputs.note(items)
    let progress = Progress(Both("正在检查", "Checking"), total: items.count, language)
    let templates = templates
    let keepsTables = keepsTables
    let checked = Workers.map(
      items.count, make: { CheckWorker(templates, keepsTables) },
      progress: { progress.reached($0) }, work: { worker, index in worker.check(items[index]) })
    progress.done()
    return Outcome(entries: checked.flatMap { $0 }, failures: finder.failures)
  }
}

/// One thread's tools.
private struct CheckWorker {
  private let checker: Checker
  private var files = FileReader()

  init(_ templates: Templates, _ keepsTables: Bool) {
    checker = Checker(
      form: templates.form, roster: templates.roster, rules: templates.rules,
      keepsTables: keepsTables)
  }

  mutating func check(_ item: FileFinder.Item) -> [Entry] {
    switch item {
    case .leftOut(let path, let reason):
      return [Entry.leftOut(path.shown, reason)]
    case .read(let path):
      let checker = checker
      return files.read(path) { outcome, bytes in
        switch outcome {
        case .bytes: checker.check(bytes, path: path.shown)
        case .tooLarge(let size): [Entry.tooLarge(path.shown, size)]
        case .notRegular, .failed: [Entry.unreadable(path.shown, outcome.reason)]
        }
      }
    }
  }
}
