import Glibc

/// Where a file is to appear: the real path, links followed, checked before any work.
///
/// The file is put there by a rename, which would put a plain file in the place of whatever stands
/// there: a link, `/dev/null`. So a link is followed and anything but a file refused.
public struct Target: Sendable {
  public let path: String
  public let folder: String
  /// The rights of the file that is replaced, which the new one takes over.
  let oldMode: mode_t?

  public init(_ path: String) throws(FileProblem) {
    let real = try Target.real(path)
    self.path = real
    folder = Target.folder(of: real)
    oldMode = try Target.mode(of: real)
  }

  private static func real(_ path: String) throws(FileProblem) -> String {
    if let whole = resolved(path) { return whole }
    let (folder, name) = (folder(of: path), name(of: path))
    guard !name.isEmpty else { throw FileProblem.isFolder(path) }
    guard let real = resolved(folder) else {
      throw FileProblem(errno: errno, file: path, folder: folder)
    }
    return real == "/" ? "/\(name)" : "\(real)/\(name)"
  }

  private static func resolved(_ path: String) -> String? {
    guard let bytes = realpath(path, nil) else { return nil }
    defer { free(bytes) }
    return String(cString: bytes)
  }

  private static func folder(of path: String) -> String {
    guard let slash = path.lastIndex(of: "/") else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }

  private static func name(of path: String) -> String {
    path.lastIndex(of: "/").map { String(path[path.index(after: $0)...]) } ?? path
  }

  private static func mode(of path: String) throws(FileProblem) -> mode_t? {
    var status = stat()
    guard stat(path, &status) == 0 else {
      if errno == ENOENT { return nil }
      throw FileProblem(errno: errno, file: path, folder: folder(of: path))
    }
    switch status.st_mode & S_IFMT {
    case S_IFREG: break
    case S_IFDIR: throw FileProblem.isFolder(path)
    default: throw FileProblem.notAFile(path)
    }
    guard access(path, W_OK) == 0 else { throw FileProblem.fileNotWritable(path) }
    return status.st_mode & 0o777
  }
}
