import Glibc

// How a draft begins: without a name where the disk allows that, else with a hidden one.

extension Draft {
  static let prefix = ".huizong-"
  static let suffix = ".tmp"

  /// `O_TMPFILE`, which the importer does not know. What it makes can be named only through /proc.
  private static let temporaryFile: Int32 = 0o20_000_000 | O_DIRECTORY

  static func nameless(in folder: String) -> Int32? {
    let descriptor = open(folder, temporaryFile | O_RDWR | O_CLOEXEC, 0o666)
    guard descriptor >= 0 else { return nil }
    if access("/proc/self/fd/\(descriptor)", R_OK | W_OK) == 0 { return descriptor }
    close(descriptor)
    return nil
  }

  static func named(in target: Target) throws(FileProblem) -> (String, Int32) {
    for _ in 0..<8 {
      let path = newName(in: target.folder)
      let descriptor = open(path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
      guard descriptor >= 0 else {
        if errno == EEXIST { continue }
        break
      }
      if isHeld(descriptor) { return (path, descriptor) }
      close(descriptor)
    }
    throw FileProblem(errno: errno, file: target.path, folder: target.folder)
  }

  static func newName(in folder: String) -> String {
    let digits = String(UInt64.random(in: .min ... .max), radix: 16)
    return "\(folder)/\(prefix)" + String(repeating: "0", count: 16 - digits.count) + digits
      + suffix
  }

  /// Locks the draft. Another writer may have taken it for a leftover just before that; then it
  /// loses its name, and a new one must be made. Where a disk has no locks nobody removes drafts.
  private static func isHeld(_ descriptor: Int32) -> Bool {
    var status = stat()
    if flock(descriptor, LOCK_EX | LOCK_NB) != 0, errno == EWOULDBLOCK { return false }
    return fstat(descriptor, &status) == 0 && status.st_nlink > 0
  }

  /// Removes drafts whose writer is dead: those that nobody holds locked.
  static func removeLeftovers(in folder: String) {
    for name in names(in: folder) where name.hasPrefix(prefix) && name.hasSuffix(suffix) {
      let path = "\(folder)/\(name)"
      let descriptor = open(path, O_RDWR | O_CLOEXEC | O_NOFOLLOW)
      guard descriptor >= 0 else { continue }
      if flock(descriptor, LOCK_EX | LOCK_NB) == 0 { unlink(path) }
      close(descriptor)
    }
  }

  private static func names(in folder: String) -> [String] {
    guard let stream = opendir(folder) else { return [] }
    defer { closedir(stream) }
    var names: [String] = []
    while let entry = readdir(stream) {
      names.append(withUnsafePointer(to: &entry.pointee.d_name.0) { String(cString: $0) })
    }
    return names
  }
}
