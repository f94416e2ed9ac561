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
  var end: TimeInterval?

  enum Output {
    case file(String)
    case closedPipe
  }

  struct Failed: Error { let reason: String }
  struct TookTooLong: Error { let arguments: [String] }

  /// The exit status, or minus the signal that ended the program.
  func run(limit: TimeInterval) throws -> Int32 {
    let process = try start()
    let killed = end.map { Date(timeIntervalSinceNow: $0) }
    let end = Date(timeIntervalSinceNow: limit)
    var status: Int32 = 0
    while waitpid(process, &status, WNOHANG) == 0 {
      guard Date() < end else {
        kill(process, SIGKILL)
        waitpid(process, &status, 0)
        throw TookTooLong(arguments: arguments)
      }
      if let killed, Date() >= killed { kill(process, SIGKILL) }
      usleep(500)
    }
    let signal = status & 0x7F
    return signal == 0 ? status >> 8 & 0xFF : -signal
  }

  private func start() throws -> pid_t {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, input, O_RDONLY, 0)
    posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, errors, O_WRONLY | O_TRUNC, 0)
    let pipe = try addOutput(&actions)
    defer { if let pipe { close(pipe) } }

    let words = CStrings([program] + arguments)
    let variables = CStrings(environment.map { "\($0.key)=\($0.value)" })
    var process: pid_t = 0
    let failure = posix_spawn(&process, program, &actions, nil, words.pointers, variables.pointers)
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

/// A list of C strings that ends with nil, as the system wants arguments and environment.
private final class CStrings {
  let pointers: [UnsafeMutablePointer<CChar>?]
  init(_ strings: [String]) { pointers = strings.map { strdup($0) } + [nil] }
  deinit { for pointer in pointers { free(pointer) } }
}
