import Foundation
import Glibc

/// Starts a program and waits for its end. (Foundation's `Process` keeps descriptors open and
/// crashes after some hundreds of runs.)
struct Spawn {
  let program: String
  let arguments: [String]
  var environment: [String: String] = [:]
  var input = "/dev/null"
  var output = Output.file("/dev/null")
  var errors = "/dev/null"
  /// When it is killed, where that is wanted.
  var end: End?

  enum End {
    case after(TimeInterval)
    /// So long after the first new name in the folder.
    case afterName(in: String, TimeInterval)
  }

  enum Output {
    case file(String)
    case closedPipe
  }

  struct Failed: Error { let reason: String }
  struct TookTooLong: Error { let arguments: [String] }

  /// The exit status, or minus the signal that ended the program. Whatever the program began has
  /// ended too.
  func run(limit: TimeInterval) throws -> Int32 {
    let life = try LifeLine()
    let hasCome = killer()
    let process = try start(life)
    let end = Date(timeIntervalSinceNow: limit)
    var status: Int32 = 0
    while waitpid(process, &status, WNOHANG) == 0 {
      guard Date() < end else {
        kill(-process, SIGKILL)
        waitpid(process, &status, 0)
        throw TookTooLong(arguments: arguments)
      }
      if hasCome() { kill(-process, SIGKILL) }
    }
    guard life.hasEnded(within: limit) else { throw TookTooLong(arguments: arguments) }
    let signal = status & 0x7F
    return signal == 0 ? status >> 8 & 0xFF : -signal
  }

  /// Waits a little and says whether the moment to kill the program has come.
  private func killer() -> () -> Bool {
    switch end {
    case .after(let seconds):
      let moment = Date(timeIntervalSinceNow: seconds)
      return { usleep(500) == 0 && Date() >= moment }
    case .afterName(let folder, let seconds):
      let watch = FolderWatch(folder)
      return {
        guard watch.sees(within: 1) else { return false }
        let moment = Date(timeIntervalSinceNow: seconds)
        while Date() < moment {}
        return true
      }
    case nil: return { usleep(500) != 0 }
    }
  }

  private func start(_ life: LifeLine) throws -> pid_t {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, input, O_RDONLY, 0)
    posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, errors, O_WRONLY | O_TRUNC, 0)
    posix_spawn_file_actions_adddup2(&actions, life.theirs, life.theirs)
    let pipe = try addOutput(&actions)
    defer { if let pipe { close(pipe) } }
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETPGROUP))

    let words = CStrings([program] + arguments)
    let variables = CStrings(environment.map { "\($0.key)=\($0.value)" })
    var process: pid_t = 0
    let failure = posix_spawn(
      &process, program, &actions, &attributes, words.pointers, variables.pointers)
    life.letGo()
    guard failure == 0 else { throw Failed(reason: String(cString: strerror(failure))) }
    return process
  }

  /// The writing end of the pipe, when one is wanted.
  private func addOutput(_ actions: inout posix_spawn_file_actions_t) throws -> Int32? {
    switch output {
    case .file(let path):
      posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, path, O_WRONLY | O_TRUNC, 0)
      return nil
    case .closedPipe:
      var ends: [Int32] = [0, 0]
      guard pipe(&ends) == 0 else { throw Failed(reason: "no pipe") }
      close(ends[0])
      posix_spawn_file_actions_adddup2(&actions, ends[1], STDOUT_FILENO)
      return ends[1]
    }
  }
}

/// Tells when the last process that was given its end of a line has ended.
private final class LifeLine {
  private var ours: Int32
  private(set) var theirs: Int32

  /// Not a pipe: a program that another thread starts just then must not inherit an end.
  init() throws {
    var ends: [Int32] = [-1, -1]
    let kind = Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue)
    guard socketpair(AF_UNIX, kind, 0, &ends) == 0 else { throw Spawn.Failed(reason: "no line") }
    (ours, theirs) = (ends[0], ends[1])
  }

  deinit {
    letGo()
    close(ours)
  }

  func letGo() {
    if theirs >= 0 { close(theirs) }
    theirs = -1
  }

  func hasEnded(within seconds: TimeInterval) -> Bool {
    var end = pollfd(fd: ours, events: Int16(POLLIN), revents: 0)
    return poll(&end, 1, Int32(seconds * 1000)) == 1
  }
}

/// Sees names appear in a folder.
private final class FolderWatch {
  private let descriptor = inotify_init1(Int32(IN_CLOEXEC))

  init(_ folder: String) {
    inotify_add_watch(descriptor, folder, UInt32(IN_CREATE | IN_MOVED_TO))
  }

  deinit { close(descriptor) }

  func sees(within milliseconds: Int32) -> Bool {
    var events = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
    return poll(&events, 1, milliseconds) == 1
  }
}

/// A list of C strings that ends with nil, as the system wants arguments and environment.
private final class CStrings {
  let pointers: [UnsafeMutablePointer<CChar>?]
  init(_ strings: [String]) { pointers = strings.map { strdup($0) } + [nil] }
  deinit { for pointer in pointers { free(pointer) } }
}
