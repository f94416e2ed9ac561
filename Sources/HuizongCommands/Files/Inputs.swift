import Glibc
import Synchronization

/// The files that this run reads: nothing is written over them.
///
/// A clerk who names the table itself with -o would find a report in its place and no table any more.
enum Inputs {
  private static let read = Mutex<[FilePath]>([])

  static func note(_ items: [FileFinder.Item]) {
    read.withLock { read in
      for case .read(let path) in items { read.append(path) }
    }
  }

  /// Asked before anything is written to `path`; a link to a table is the table.
  static func guardAgainst(_ path: String) throws(RunError) {
    guard let target = identity(FilePath(path)) else { return }
    let isInput = read.withLock { read in
      read.contains { identity($0).map { $0 == target } ?? false }
    }
    if isInput { throw .overInput(path) }
  }

  private struct Identity: Equatable {
    let device: dev_t
    let number: ino_t
  }

  private static func identity(_ path: FilePath) -> Identity? {
    var status = stat()
    guard stat(path.bytes, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return nil }
    return Identity(device: status.st_dev, number: status.st_ino)
  }
}
