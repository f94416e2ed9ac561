import CXLSXWriter
import Drafts
import Glibc

/// Where the library puts a part of the workbook before it is packed.
struct TemporaryFolder {
  let path: String

  /// As the library chooses by itself.
  static var usual: String { getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp" }

  /// Why a part did not arrive whole, if writing there still fails.
  var error: WorkbookError? {
    guard let file = path.withCString({ lxw_tmpfile(UnsafeMutablePointer(mutating: $0)) }) else {
      return nil
    }
    defer { fclose(file) }
    guard posix_fallocate(fileno(file), 0, 1 << 20) == ENOSPC else { return nil }
    return WorkbookError(.file(.diskFull(path)))
  }
}
