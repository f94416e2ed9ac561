import Drafts
import Glibc

/// Where the library puts a part of the workbook before it is packed.
struct TemporaryFolder {
  let path: String

  /// As the library chooses by itself.
  static var usual: String { getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp" }

  /// Why a part did not arrive whole, if writing there still fails.
  var error: WorkbookError? {
    var name = Array("\(path)/.huizong-XXXXXX".utf8CString)
    let descriptor = mkstemp(&name)
    guard descriptor >= 0 else { return nil }
    unlink(name)
    defer { close(descriptor) }
    guard posix_fallocate(descriptor, 0, 1 << 20) == ENOSPC else { return nil }
    return WorkbookError(.file(.diskFull(path)))
  }
}
