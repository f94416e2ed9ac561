import Glibc
import HuizongCore
import Synchronization

/// A line that says how far long work is; on a terminal only, and only when it takes a while.
final class Progress: Sendable {
  private let total: Int
  private let what: String
  private let shown: Bool
  private let start = Progress.now()
  private let next = Atomic<Int>(Progress.patience)
  private let drawn = Atomic<Bool>(false)

  /// Milliseconds before the first line, and between lines.
  private static let patience = 400
  private static let pause = 100

  init(_ what: Both, total: Int, _ language: Language) {
    self.total = total
    self.what = what[language]
    shown = Console.isTerminal(STDERR_FILENO)
  }

  func reached(_ count: Int) {
    guard shown else { return }
    let elapsed = Progress.now() - start
    let due = next.load(ordering: .relaxed)
    guard elapsed >= due,
      next.compareExchange(expected: due, desired: elapsed + Progress.pause, ordering: .relaxed)
        .exchanged
    else { return }
    drawn.store(true, ordering: .relaxed)
    try? Console.write(Array("\r\(what) \(count)/\(total)\u{1B}[K".utf8), to: STDERR_FILENO)
  }

  /// Takes the line away again.
  func done() {
    guard drawn.load(ordering: .relaxed) else { return }
    try? Console.write(Array("\r\u{1B}[K".utf8), to: STDERR_FILENO)
  }

  private static func now() -> Int {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return time.tv_sec * 1000 + time.tv_nsec / 1_000_000
  }
}
