import Foundation
import Testing

/// The program as a process of its own, as a shell runs it.
struct Binary {
  var environment = ["LANG": "zh_CN.UTF-8"]
  /// Much longer than anything here takes; a program that waits for ever is stopped and reported.
  var limit: TimeInterval = 20
  /// When it is killed, where that is wanted.
  var end: Spawn.End?
  /// The largest file that it may write, in blocks of 512 bytes.
  var blocks: Int?
  /// Whether standard output is a pipe, whose other end copies all of it; the exit status is lost.
  var isPiped = false

  struct Outcome {
    let status: Int32
    let output: Data
    let errors: Data

    var text: String { String(decoding: output, as: UTF8.self) }
    var remarks: String { String(decoding: errors, as: UTF8.self) }
  }

  enum Output {
    case captured
    case file(String)
    /// A pipe that nobody reads.
    case closedPipe
  }

  func run(
    _ arguments: [String], input: Data = Data(), output: Output = .captured
  ) throws -> Outcome {
    guard Binary.isInRoot else { throw Spawn.Failed(reason: "the repository has moved") }
    return try Scratch.with { scratch in
      let files = try (scratch.file("in", input), scratch.file("out"), scratch.file("errors"))
      var spawn = self.spawn(arguments)
      spawn.end = end
      spawn.environment = environment
      spawn.input = files.0.path
      spawn.output =
        switch output {
        case .captured: .file(files.1.path)
        case .file(let path): .file(path)
        case .closedPipe: .closedPipe
        }
      spawn.errors = files.2.path
      let status = try spawn.run(limit: limit)
      return Outcome(
        status: status, output: try Data(contentsOf: files.1),
        errors: try Data(contentsOf: files.2))
    }
  }

  private func spawn(_ arguments: [String]) -> Spawn {
    guard blocks != nil || isPiped else {
      return Spawn(program: Binary.location, arguments: arguments)
    }
    let limit = blocks.map { "ulimit -f \($0);" } ?? ""
    let script = "\(limit) \(isPiped ? "\"$0\" \"$@\" | cat" : "exec \"$0\" \"$@\"")"
    return Spawn(program: "/bin/sh", arguments: ["-c", script, Binary.location] + arguments)
  }

  /// Samples are named from the root of the repository, where every run starts.
  private static let isInRoot = FileManager.default.changeCurrentDirectoryPath(Samples.root.path)

  /// Beside the tests' own executable, unless HUIZONG names another.
  private static let location: String = {
    if let named = ProcessInfo.processInfo.environment["HUIZONG"] { return named }
    let tests = URL(filePath: "/proc/self/exe").resolvingSymlinksInPath()
    return tests.deletingLastPathComponent().appending(path: "huizong").path
  }()
}

extension Binary {
  /// `huizong check … --format json`
  func check(_ paths: [String], _ options: String...) throws -> (status: Int32, report: CheckReport)
  {
    let outcome = try run(["check", "--format", "json"] + options + paths)
    return (outcome.status, try JSONDecoder().decode(CheckReport.self, from: outcome.output))
  }

  /// `huizong tidy …`, the figures of its rows: without the header, the explanations at the end, and
  /// the rows that hold nothing else.
  func tidy(_ paths: [String], _ options: String...) throws -> (status: Int32, rows: [[String]]) {
    let outcome = try run(["tidy"] + options + paths)
    let rows = SimpleCSV.rows(outcome.text).dropFirst().map { Array($0.dropLast()) }
    return (outcome.status, rows.filter { $0.count < 4 || !$0[3].isEmpty })
  }
}
