import Glibc

/// The process's open files: in streaming mode the library keeps one for each sheet, and crashes
/// on none left only after printing.
enum Descriptors {
  /// What closing a workbook opens besides, and some for everybody else.
  private static let spare = 16

  /// Whether there are some left, after raising the limit as far as the system allows.
  static var areLeft: Bool { fits(limit(raised: false)) || fits(limit(raised: true)) }

  /// A new descriptor is always the lowest one free, so its number says how many are taken.
  private static func fits(_ limit: Int) -> Bool {
    let lowest = dup(STDIN_FILENO)
    guard lowest >= 0 else { return false }
    close(lowest)
    return Int(lowest) + spare < limit
  }

  private static func limit(raised: Bool) -> Int {
    var limits = rlimit()
    getrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limits)
    if raised {
      limits.rlim_cur = limits.rlim_max
      setrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limits)
    }
    return Int(clamping: limits.rlim_cur)
  }
}
