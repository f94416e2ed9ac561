import Glibc

/// Times whole processes on a generated city and nation.
struct Benchmark {
  let setting: Setting
  let huizong: String
  let peers: String
  let kept: String?
  private let program: String

  init(_ setting: Setting, _ options: Options) throws(Failure) {
    self.setting = setting
    program = try Benchmark.ownPath()
    huizong = options["--huizong"] ?? Benchmark.folder(of: program) + "/huizong"
    peers = options["--peers"] ?? Benchmark.folder(of: #filePath) + "/Peers"
    kept = options["--keep"]
  }

  func run() throws(Failure) {
    if let kept { return try run(in: kept) }
    let folder = try Files.makeTemporaryFolder()
    defer { _ = try? Process.run(["rm", "-rf", folder]) }
    try run(in: folder)
  }

  private func run(in folder: String) throws(Failure) {
    let cores = sysconf(Int32(_SC_NPROCESSORS_ONLN))
    say("seed \(setting.seed), \(setting.units) units, \(setting.months) months, \(cores) cores")
    try generate("city", folder)
    try generate("nation", folder)
    let python = try Python(peers: peers)
    let file = "\(folder)/city/2023-06/黄浦区.csv"
    let one = try race(oneFile(file, python))
    ResultTable(title: "one file", outcomes: one, measure: 1).print()
    let many = try race(manyFiles(folder, python))
    ResultTable(
      title: "\(setting.units * setting.months) files", outcomes: many, measure: 1
    ).print()
    try WorkbookRace(huizong: huizong, python: python, folder: folder).run()
    sayNotes(python)
  }

  /// In a process of its own: what this one holds counts as the peak of all that it starts.
  private func generate(_ what: String, _ folder: String) throws(Failure) {
    let command = [program, "generate", what, "\(folder)/\(what)"] + setting.arguments
    let run = try Process.run(command, output: .shared)
    guard run.status == 0 else { throw Failure("cannot generate the \(what)") }
    say("  \(what) generated in \(ResultTable.hundredths(run.nanoseconds / 10_000_000)) s")
  }

  // MARK: Contestants

  private func oneFile(_ file: String, _ python: Python) -> [Contestant] {
    let rounds = 21
    return [
      Contestant(
        name: "huizong check", command: [huizong, "check", file], rounds: rounds, mostStatus: 1),
      Contestant(name: "cat", command: ["cat", file], rounds: rounds),
      Contestant(name: "Python, csv", command: python.command("reader.py", file), rounds: rounds),
    ]
  }

  private func manyFiles(_ parent: String, _ python: Python) throws(Failure) -> [Contestant] {
    let folder = "\(parent)/nation"
    let units = ["--units", "\(folder)/units.json"]
    let check = [huizong, "check", folder, "--form", "\(folder)/form"] + units
    let rollUp =
      [huizong, "rollup", folder, "--partial", "--period", try setting.period()] + units
    let compared = ["--form", "\(folder)/form"]
    let alone = ["--form", "\(folder)/form-alone"]
    // The folder is an argument of the shell, so that its name is never read as a command.
    let cat = ["sh", "-c", "find \"$1\" -name '*.csv' -print0 | xargs -0 cat", "sh", folder]
    let libraries = python.libraries.map { library in
      python.contestant("Python, \(library)", "\(library)_reader.py", folder, rounds: 1)
    }
    let others = [
      Contestant(name: "huizong check", command: check, rounds: 5, mostStatus: 1),
      Contestant(name: "find | xargs cat", command: cat, rounds: 5),
      Contestant(
        name: "huizong rollup --csv, nothing compared",
        command: rollUp + alone + ["--csv", "\(parent)/nation.csv"], rounds: 5, mostStatus: 1),
      Contestant(
        name: "huizong rollup --csv",
        command: rollUp + compared + ["--csv", "\(parent)/nation.csv"], rounds: 5, mostStatus: 1),
      Contestant(
        name: "huizong rollup -o", command: rollUp + compared + ["-o", "\(parent)/nation.xlsx"],
        rounds: 3, mostStatus: 1),
      python.contestant("Python, csv", "reader.py", folder, rounds: 3),
    ]
    return others + libraries
  }

  private func sayNotes(_ python: Python) {
    var usage = rusage()
    getrusage(RUSAGE_SELF.rawValue, &usage)
    let own = ResultTable.hundredths(usage.ru_maxrss * 100 / 1024)
    say(
      """

      Whole processes with their output to /dev/null, in turn, after a warm-up. Peaks below \(own) MB
      cannot be told apart: a process begins with the memory of the one that starts it.
      \(python.note)
      """)
  }

  // MARK: Paths

  private static func ownPath() throws(Failure) -> String {
    var buffer = [CChar](repeating: 0, count: Int(PATH_MAX))
    let count = readlink("/proc/self/exe", &buffer, buffer.count)
    guard count > 0 else { throw .system("/proc/self/exe") }
    return String(decoding: buffer[..<count].map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  private static func folder(of path: String) -> String {
    path.lastIndex(of: "/").map { String(path[..<$0]) } ?? "."
  }
}
