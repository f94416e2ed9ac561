import Glibc

/// The process's open files: in streaming mode the library keeps one for each sheet, and gives the
/// sheet up when there is none left.
enum Descriptors {
  /// What closing a workbook opens besides, and some for everybody else.
  private static let spare = 16

  /// Whether there are some left, after raising the limit as far as the system allows. Any open
  /// file will do to find out.
  static func areLeft(besides open: Int32) -> Bool {
    fits(open, limit(raised: false)) || fits(open, limit(raised: true))
  }

  /// A new descriptor is always the lowest one free, so its number says how many are taken.
  private static func fits(_ open: Int32, _ limit: Int) -> Bool {
    let lowest = dup(open)
    guard lowest >= 0 else { return false }
    close(lowest)
    return Int(lowest) + spare < limit
  }

  private static func limit(raised: Bool) -> Int {
    var limits = rlimit()
    let resource = __rlimit_resource_t(RLIMIT_NOFILE.rawValue)
    getrlimit(resource, &limits)
    if raised {
      limits.rlim_cur = limits.rlim_max
      setrlimit(resource, &limits)
    }
    return Int(clamping: limits.rlim_cur)
  }
}
