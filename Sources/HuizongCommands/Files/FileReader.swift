import Glibc
import HuizongCore

/// Reads whole files into memory that is used again.
struct FileReader {
  /// Room for a table; a larger file makes it larger.
  private var buffer: [UInt8] = Array(repeating: 0, count: 16 * 1024)

  enum Outcome {
    /// How many bytes of the buffer are the file's.
    case bytes(Int)
    case tooLarge(Int)
    case notRegular
    case failed(Int32)
  }

  /// Reads a file and hands its bytes over; never waits for a pipe.
  mutating func read<Result>(
    _ path: FilePath, _ use: (Outcome, Span<UInt8>) -> Result
  ) -> Result {
    let outcome = path.shown == "-" ? readAll(STDIN_FILENO) : open(path)
    guard case .bytes(let count) = outcome else {
      return use(outcome, buffer.span.extracting(0..<0))
    }
    return use(outcome, buffer.span.extracting(0..<count))
  }

  private mutating func open(_ path: FilePath) -> Outcome {
    let file = Glibc.open(path.bytes, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard file >= 0 else { return .failed(errno) }
    defer { close(file) }
    if path.isRegular { return readAll(file, isRegular: true) }
    var status = stat()
    guard fstat(file, &status) == 0 else { return .failed(errno) }
    guard status.st_mode & S_IFMT == S_IFREG else { return .notRegular }
    guard status.st_size <= SubmissionReader.mostBytes else { return .tooLarge(status.st_size) }
    grow(to: status.st_size + 1)
    return readAll(file, expected: status.st_size)
  }

  /// A file of a known size needs no second call to learn that it has ended, nor does a regular one
  /// that gave less than it was asked for.
  private mutating func readAll(
    _ file: Int32, expected: Int = 0, isRegular: Bool = false
  ) -> Outcome {
    var count = 0
    while true {
      let room = buffer.count - count
      let read = buffer.withUnsafeMutableBytes { bytes in
        Glibc.read(file, bytes.baseAddress! + count, room)
      }
      if read < 0, errno == EINTR { continue }
      if read < 0 { return .failed(errno) }
      if read == 0 { return .bytes(count) }
      count += read
      if count == expected || (isRegular && read < room) { return .bytes(count) }
      if count > SubmissionReader.mostBytes { return .tooLarge(count) }
      if count == buffer.count { grow(to: count * 2) }
    }
  }

  private mutating func grow(to size: Int) {
    if size > buffer.count { buffer = buffer + Array(repeating: 0, count: size - buffer.count) }
  }
}
