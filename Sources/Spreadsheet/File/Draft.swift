import Glibc

/// The file while it is being written: beside its target, because only a rename within one disk
/// replaces the old file in one step.
///
/// A draft is hidden, has its own name and is locked while its writer lives. A writer that is
/// killed leaves it behind unlocked, and the next writer in the folder removes it. (A file without
/// a name, `O_TMPFILE`, would leave nothing, but not every network disk has it, and it cannot
/// replace a file without getting a name first.)
final class Draft {
  let target: Target
  let path: String
  let descriptor: Int32
  private var isThere = true
  private var isClosed = false

  static let prefix = ".spreadsheet-"
  static let suffix = ".tmp"

  init(for target: Target) throws(WorkbookError) {
    Draft.removeLeftovers(in: target.folder)
    self.target = target
    (path, descriptor) = try Draft.create(in: target)
  }

  deinit { discard() }

  /// Puts the file in its place: after this, and not before, the old one is gone.
  func publish() throws(WorkbookError) {
    defer { discard() }
    if let mode = target.oldMode { fchmod(descriptor, mode) }
    try check(fsync(descriptor))
    try check(rename(path, target.path))
    isThere = false
    Draft.syncFolder(target.folder)
  }

  /// Removes what was not published; a second call does nothing.
  func discard() {
    if isThere { unlink(path) }
    if !isClosed { close(descriptor) }
    isThere = false
    isClosed = true
  }

  private func check(_ result: Int32) throws(WorkbookError) {
    guard result == 0 else { throw Draft.error(target) }
  }

  private static func error(_ target: Target) -> WorkbookError {
    WorkbookError(.file(FileProblem(errno: errno, file: target.path, folder: target.folder)))
  }

  // MARK: Creating

  private static func create(in target: Target) throws(WorkbookError) -> (String, Int32) {
    for _ in 0..<8 {
      let path = "\(target.folder)/\(prefix)\(random())\(suffix)"
      let descriptor = open(path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
      guard descriptor >= 0 else {
        if errno == EEXIST { continue }
        throw error(target)
      }
      if isHeld(descriptor) { return (path, descriptor) }
      close(descriptor)
    }
    throw error(target)
  }

  /// Locks the draft. Another writer may have taken it for a leftover just before that; then it
  /// loses its name, and a new one must be made. Where a disk has no locks nobody removes drafts.
  private static func isHeld(_ descriptor: Int32) -> Bool {
    var status = stat()
    if flock(descriptor, LOCK_EX | LOCK_NB) != 0, errno == EWOULDBLOCK { return false }
    return fstat(descriptor, &status) == 0 && status.st_nlink > 0
  }

  private static func random() -> String {
    let digits = String(UInt64.random(in: .min ... .max), radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }

  /// Makes the rename last through a power cut. Where a folder cannot be synced the file is in
  /// its place all the same, so nothing is made of it.
  private static func syncFolder(_ folder: String) {
    let descriptor = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else { return }
    fsync(descriptor)
    close(descriptor)
  }
}

extension Draft {
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
