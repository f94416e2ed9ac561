import Drafts
import Glibc

/// What a command writes: to a file, whole or not at all, or to a device as it is.
enum OutputFile {
  /// To the file, or to standard output where none is named.
  static func write(_ bytes: [UInt8], to path: String?) throws(RunError) {
    guard let path else { return try Console.write(bytes) }
    if let draft = try draft(bytes, for: path) { try publish([draft]) }
  }

  /// The bytes on the disk, to be published with others; nil where they went to a device, such as
  /// /dev/stdout.
  static func draft(_ bytes: [UInt8], for path: String) throws(RunError) -> Draft? {
    try Inputs.guardAgainst(path)
    if isDevice(path) {
      try writeDirectly(bytes, to: path)
      return nil
    }
    do throws(FileProblem) {
      let draft = try Draft(for: path)
      try draft.write(bytes)
      return draft
    } catch {
      throw .file(path, error)
    }
  }

  /// All of them or none.
  static func publish(_ drafts: [Draft]) throws(RunError) {
    do throws(FileProblem) {
      try Draft.publish(drafts)
    } catch {
      throw .file(drafts.map(\.target.path).joined(separator: "、"), error)
    }
  }

  private static func isDevice(_ path: String) -> Bool {
    var status = stat()
    guard stat(path, &status) == 0 else { return false }
    return status.st_mode & S_IFMT != S_IFREG && status.st_mode & S_IFMT != S_IFDIR
  }

  /// A file of its own: no device, and not what standard output goes to.
  static func isFile(_ path: String) -> Bool {
    var (file, output) = (stat(), stat())
    guard stat(path, &file) == 0, fstat(STDOUT_FILENO, &output) == 0 else { return false }
    let isOutput = file.st_dev == output.st_dev && file.st_ino == output.st_ino
    return file.st_mode & S_IFMT == S_IFREG && !isOutput
  }

  private static func writeDirectly(_ bytes: [UInt8], to path: String) throws(RunError) {
    let file = open(path, O_WRONLY | O_CLOEXEC)
    guard file >= 0 else { throw .cannotWrite(path, errno) }
    defer { close(file) }
    try Console.write(bytes, to: file, named: path)
  }
}
