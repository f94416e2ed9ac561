import Glibc

/// A file while it is being written: in its target's folder, because only within one disk can it be
/// put in the old one's place in one step.
///
/// Until it is published a draft has no name, so a writer that is killed leaves nothing. To replace a
/// file it needs a name for a moment, and on a disk that knows no nameless files (many a network
/// disk) it has one from the start. That name is hidden, and locked while the writer lives: whoever
/// is killed then leaves an unlocked draft, and the next writer in the folder removes it.
public final class Draft {
  public let target: Target
  public let descriptor: Int32
  /// Where the draft can be opened, by a library that wants a path.
  public var path: String { name ?? "/proc/self/fd/\(descriptor)" }
  private var name: String?
  /// Another name of the old file, while it may have to come back.
  private var oldName: String?
  private var isClosed = false

  public convenience init(for path: String) throws(FileProblem) {
    try self.init(for: Target(path), isNamed: false)
  }

  init(for target: Target, isNamed: Bool) throws(FileProblem) {
    Draft.removeLeftovers(in: target.folder)
    self.target = target
    if !isNamed, let nameless = Draft.nameless(in: target.folder) {
      descriptor = nameless
    } else {
      let (path, descriptor) = try Draft.named(in: target)
      (name, self.descriptor) = (path, descriptor)
    }
  }

  deinit { discard() }

  public func write(_ bytes: [UInt8]) throws(FileProblem) {
    var offset = 0
    while offset < bytes.count {
      let written = bytes.withUnsafeBytes {
        Glibc.write(descriptor, $0.baseAddress! + offset, $0.count - offset)
      }
      if written < 0, errno != EINTR { throw problem() }
      offset += max(0, written)
    }
  }

  /// Removes what was not published; a second call does nothing.
  public func discard() {
    for left in [name, oldName] { if let left { unlink(left) } }
    if !isClosed { close(descriptor) }
    (name, oldName) = (nil, nil)
    isClosed = true
  }

  // MARK: Publishing, step by step

  /// All of it is on the disk, with the rights of the file that it replaces.
  fileprivate func settle() throws(FileProblem) {
    if let mode = target.oldMode { fchmod(descriptor, mode) }
    guard fsync(descriptor) == 0 else { throw problem() }
  }

  fileprivate func takeName() throws(FileProblem) {
    guard name == nil else { return }
    let name = Draft.newName(in: target.folder)
    // First the lock: nobody may take it for a leftover.
    flock(descriptor, LOCK_EX | LOCK_NB)
    guard linkat(AT_FDCWD, path, AT_FDCWD, name, AT_SYMLINK_FOLLOW) == 0 else { throw problem() }
    self.name = name
  }

  /// Puts the file in its place: after this, and not before, the old one is gone.
  fileprivate func replace() throws(FileProblem) {
    guard let name else { return }
    guard rename(name, target.path) == 0 else { throw problem() }
    self.name = nil
  }

  /// So that the replacement can be undone, where the disk knows second names.
  fileprivate func keepOld() {
    guard target.oldMode != nil else { return }
    let name = Draft.newName(in: target.folder)
    if link(target.path, name) == 0 { oldName = name }
  }

  /// Undoes a replacement; where there was no old file, there is none again.
  fileprivate func takeBack() {
    if let oldName {
      rename(oldName, target.path)
    } else if target.oldMode == nil {
      unlink(target.path)
    }
    oldName = nil
  }

  private func problem() -> FileProblem {
    FileProblem(errno: errno, file: target.path, folder: target.folder)
  }
}

extension Draft {
  /// Puts all of them in their places, or none: nothing moves before every draft is known to be
  /// whole and on its disk, and what has moved moves back when a later one cannot.
  public static func publish(_ drafts: [Draft]) throws(FileProblem) {
    defer { for draft in drafts { draft.discard() } }
    for draft in drafts { try draft.settle() }
    for draft in drafts { try draft.takeName() }
    for draft in drafts.dropLast() { draft.keepOld() }
    for (index, draft) in drafts.enumerated() {
      do { try draft.replace() } catch {
        for earlier in drafts[..<index].reversed() { earlier.takeBack() }
        throw error
      }
    }
    for draft in drafts { syncFolder(draft.target.folder) }
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
