import Glibc
import HuizongCore
import HuizongReports

/// Standard output and standard error.
enum Console {
  /// A closed pipe is no failure: whoever reads has seen enough.
  static func write(
    _ bytes: [UInt8], to file: Int32 = STDOUT_FILENO, named name: String = "stdout"
  ) throws(RunError) {
    var offset = 0
    while offset < bytes.count {
      let written = bytes.withUnsafeBytes {
        Glibc.write(file, $0.baseAddress! + offset, $0.count - offset)
      }
      if written < 0, errno == EINTR { continue }
      if written < 0, errno == EPIPE { return }
      if written < 0 { throw .cannotWrite(name, errno) }
      offset += written
    }
  }

  static func remark(_ text: String) {
    try? write(Array((text + "\n").utf8), to: STDERR_FILENO)
  }

  /// A line each, written at once: of a nation's units there are thousands.
  static func remarks(_ lines: [String]) {
    var text = ""
    for line in lines { text += "huizong: \(line)\n" }
    if !text.isEmpty { try? write(Array(text.utf8), to: STDERR_FILENO) }
  }

  /// Commands that work on figures have no use for ledgers, and say so.
  static func remark(onLedgersAmong entries: [Entry], _ language: Language) {
    let count = entries.count { $0.ledger != nil }
    guard count > 0 else { return }
    let both = Both(
      "另有典型案例台账 \(count) 份，没有统计数字，这里不用",
      "ledgers of cases: \(count), without figures and not used here")
    remark("huizong: \(both[language])")
  }

  /// Says what failed; the exit status is 2 then.
  static func exit(_ failures: [RunError], _ language: Language, otherwise status: Int32) -> Int32 {
    for failure in failures { remark("huizong: \(failure.message(language))") }
    return failures.isEmpty ? status : 2
  }

  /// Leaves a value in memory until the program ends, which is at once: to take 36,000 entries and
  /// 3,000 units apart piece by piece cost 20 ms after the last line was written.
  static func leave(_ value: Any) { _ = Unmanaged.passRetained(Left(value)) }

  private final class Left {
    let value: Any
    init(_ value: Any) { self.value = value }
  }

  static func isTerminal(_ file: Int32) -> Bool { isatty(file) == 1 }

  static func environment(_ name: String) -> String? {
    getenv(name).map { String(cString: $0) }.flatMap { $0.isEmpty ? nil : $0 }
  }

  /// English when the locale asks for it, Chinese otherwise.
  static var language: Language {
    let locale = environment("LC_ALL") ?? environment("LC_MESSAGES") ?? environment("LANG") ?? ""
    return locale.lowercased().hasPrefix("en") ? .english : .chinese
  }

  /// Colour on a terminal only, and not where NO_COLOR asks for none.
  static var wantsColour: Bool {
    isTerminal(STDOUT_FILENO) && environment("NO_COLOR") == nil && environment("TERM") != "dumb"
  }
}
