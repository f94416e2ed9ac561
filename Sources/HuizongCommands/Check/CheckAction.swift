import Glibc
import HuizongCore

/// Reads and checks files: what `check` does, and what every other command begins with.
struct CheckAction {
  let templates: Templates
  /// Whether the values are needed afterwards.
  var keepsTables = false

  struct Outcome {
    var entries: [Entry]
    /// Paths that could not be read at all.
    var failures: [RunError]
  }

  /// Checks what the command line names.
  func run(_ arguments: Arguments, _ language: Language) throws(RunError) -> Outcome {
    let paths = try arguments.paths()
    let earlier = history(arguments, language)
    var outcome = read(paths, language)
    gather(&outcome, history: earlier.entries.compactMap(\.submission))
    outcome.failures += earlier.failures
    return outcome
  }

  /// Checks files and folders, without any history.
  func check(_ paths: [String], _ language: Language) -> Outcome {
    var outcome = read(paths, language)
    gather(&outcome, history: [])
    return outcome
  }

  func gather(_ outcome: inout Outcome, history: [Submission]) {
    Gathering(form: templates.form, rules: templates.rules, history: history)
      .gather(&outcome.entries)
  }

  /// Earlier submissions, whose findings are not reported.
  func history(_ arguments: Arguments, _ language: Language) -> Outcome {
    let paths = arguments.all("history")
    if paths.isEmpty { return Outcome(entries: [], failures: []) }
    var action = self
    action.keepsTables = true
    return action.read(paths, language)
  }

  func read(_ paths: [String], _ language: Language) -> Outcome {
    var finder = FileFinder()
    for path in paths { finder.add(path) }
    let items = finder.items
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
