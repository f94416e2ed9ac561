import CDrafts
import Glibc

/// A file while it is being written: in its target's folder, because only within one disk can it be
/// put in the old one's place in one step.
///
/// Until it is published a draft has no name, so a writer that is killed leaves nothing. To replace a
/// file it needs a hidden name for a moment; that moment belongs to another process, which brings it
/// to an end if the writer is killed. Only what ends both at once, such as a power cut, can fall in
/// that moment.
///
/// On a disk that knows no nameless files (many a network disk) a draft has its hidden name from the
/// start. It is locked while the writer lives: whoever is killed then leaves an unlocked draft, and
/// the next writer in the folder removes it.
public final class Draft {
  public let target: Target
  public let descriptor: Int32
  /// Where the draft can be opened, by a library that wants a path.
  public var path: String { name ?? "/proc/self/fd/\(descriptor)" }
  private var name: String?
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
    if let name { unlink(name) }
    if !isClosed { close(descriptor) }
    name = nil
    isClosed = true
  }

  private func problem(_ code: Int32 = errno) -> FileProblem {
    FileProblem(errno: code, file: target.path, folder: target.folder)
  }
}

// MARK: Publishing

extension Draft {
  /// Puts all of them in their places, or none: nothing moves before every draft is known to be
  /// whole and on its disk, and what has moved moves back when a later one cannot.
  public static func publish(_ drafts: [Draft]) throws(FileProblem) {
    defer { for draft in drafts { draft.discard() } }
    for draft in drafts { try draft.settle() }
    try move(drafts)
    for draft in drafts { syncFolder(draft.target.folder) }
  }

  /// All of it is on the disk, with the rights of the file that it replaces.
  private func settle() throws(FileProblem) {
    if let mode = target.oldMode { fchmod(descriptor, mode) }
    guard fsync(descriptor) == 0 else { throw problem() }
  }

  private static func move(_ drafts: [Draft]) throws(FileProblem) {
    guard !drafts.isEmpty else { return }
    let moves = drafts.map(\.move)
    defer { for move in moves { move.free() } }
    let fault = moveTogether(moves, Int32(moves.count))
    guard fault.code == 0 else { throw drafts[Int(fault.index)].problem(fault.code) }
  }

  private var move: Move {
    Move(
      descriptor: descriptor, nameless: name == nil ? strdup(path) : nil,
      hidden: strdup(name ?? Draft.newName(in: target.folder)), target: strdup(target.path),
      old: target.oldMode.map { _ in strdup(Draft.newName(in: target.folder)) })
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

extension Move {
  fileprivate func free() {
    for text in [nameless, hidden, target, old] {
      Glibc.free(UnsafeMutableRawPointer(mutating: text))
    }
  }
}
