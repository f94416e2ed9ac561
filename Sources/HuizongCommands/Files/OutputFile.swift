import Glibc

/// Writes a file whole or not at all: beside its target, then renamed over it.
enum OutputFile {
  /// To the file, or to standard output where none is named.
  static func write(_ bytes: [UInt8], to path: String?) throws(RunError) {
    if let path { try write(bytes, to: path) } else { try Console.write(bytes) }
  }

  static func write(_ bytes: [UInt8], to path: String) throws(RunError) {
    var status = stat()
    if stat(path, &status) == 0, status.st_mode & S_IFMT != S_IFREG {
      // A device such as /dev/stdout is written as it is.
      return try writeDirectly(bytes, to: path, isFolder: status.st_mode & S_IFMT == S_IFDIR)
    }
    let temporary = "\(path).\(getpid()).tmp"
    let file = open(temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
    guard file >= 0 else { throw .cannotWrite(path, errno) }
    var failure = writeAll(bytes, file)
    if failure == 0, fsync(file) != 0 { failure = errno }
    close(file)
    if failure == 0, rename(temporary, path) != 0 { failure = errno }
    guard failure == 0 else {
      unlink(temporary)
      throw .cannotWrite(path, failure)
    }
  }

  private static func writeDirectly(
    _ bytes: [UInt8], to path: String, isFolder: Bool
  ) throws(RunError) {
    if isFolder { throw .cannotWrite(path, EISDIR) }
    let file = open(path, O_WRONLY | O_CLOEXEC)
    guard file >= 0 else { throw .cannotWrite(path, errno) }
    defer { close(file) }
    let failure = writeAll(bytes, file)
    if failure != 0 { throw .cannotWrite(path, failure) }
  }

  /// Zero, or the system's reason.
  private static func writeAll(_ bytes: [UInt8], _ file: Int32) -> Int32 {
    var offset = 0
    while offset < bytes.count {
      let written = bytes.withUnsafeBytes {
        Glibc.write(file, $0.baseAddress! + offset, $0.count - offset)
      }
      if written < 0, errno != EINTR { return errno }
      offset += max(0, written)
    }
    return 0
  }
}
