@preconcurrency import Glibc

/// One run of a command.
struct Run {
  let nanoseconds: Int
  /// The largest of its processes.
  let peakKilobytes: Int
  let status: Int32
}

/// Starts whole processes, since that is what a user waits for.
enum Process {
  enum Output {
    case nowhere, shared
    case file(Int32)
  }

  /// Runs the command to its end, with nothing to read and nobody listening unless asked for.
  static func run(_ command: [String], output: Output = .nowhere) throws(Failure) -> Run {
    let start = now()
    let child = try spawn(command, output)
    var status: Int32 = 0
    var usage = rusage()
    guard wait4(child, &status, 0, &usage) == child else { throw .system(command[0]) }
    return Run(
      nanoseconds: now() - start, peakKilobytes: usage.ru_maxrss, status: exitStatus(status))
  }

  /// What the command prints when all goes well; a few lines, which a pipe holds until they are read.
  static func output(of command: [String]) throws(Failure) -> String {
    var ends: [Int32] = [-1, -1]
    guard pipe(&ends) == 0 else { throw .system("pipe") }
    defer { close(ends[0]) }
    let result: Run
    do {
      defer { close(ends[1]) }
      result = try run(command, output: .file(ends[1]))
    }
    guard result.status == 0 else { throw Failure("\(command[0]): exit status \(result.status)") }
    return String(decoding: try Files.read(ends[0], command[0]), as: UTF8.self)
  }

  private static func spawn(_ command: [String], _ output: Output) throws(Failure) -> pid_t {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0)
    switch output {
    case .shared: break
    case .file(let file): posix_spawn_file_actions_adddup2(&actions, file, STDOUT_FILENO)
    case .nowhere:
      posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, "/dev/null", O_WRONLY, 0)
      posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0)
    }
    return try spawn(command, &actions)
  }

  private static func spawn(
    _ command: [String], _ actions: inout posix_spawn_file_actions_t
  ) throws(Failure) -> pid_t {
    var arguments: [UnsafeMutablePointer<CChar>?] = command.map { strdup($0) } + [nil]
    defer { for argument in arguments { free(argument) } }
    var child: pid_t = 0
    let result = posix_spawnp(&child, command[0], &actions, nil, &arguments, environ)
    guard result == 0 else {
      throw Failure("\(command[0]): \(String(cString: strerror(result)))")
    }
    return child
  }

  /// As a shell has it: 128 and the signal's number for a process that was killed.
  private static func exitStatus(_ status: Int32) -> Int32 {
    let signal = status & 0x7F
    return signal == 0 ? status >> 8 & 0xFF : 128 + signal
  }

  private static func now() -> Int {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return time.tv_sec * 1_000_000_000 + time.tv_nsec
  }
}
