/// The interpreter and the scripts that do the same in Python.
struct Python {
  let peers: String
  /// The program behind `python3`, which may be a script that takes longer than the work.
  private let interpreter: String
  /// Those of Polars and DuckDB that this Python has.
  let libraries: [String]
  let hasXlsxWriter: Bool
  private let version: String

  init(peers: String) throws(Failure) {
    self.peers = peers
    let question = "import sys; print(sys.version.split()[0], sys.executable, end='')"
    let answer = try Process.output(of: ["python3", "-c", question]).split(
      separator: " ", maxSplits: 1)
    version = String(answer.first ?? "")
    interpreter = String(answer.last ?? "python3")
    libraries = try Python.found(["polars", "duckdb"], interpreter)
    hasXlsxWriter = try !Python.found(["xlsxwriter"], interpreter).isEmpty
  }

  private static func found(
    _ names: [String], _ interpreter: String
  ) throws(Failure) -> [String] {
    var found: [String] = []
    for name in names {
      let trial = try Process.run([interpreter, "-c", "import \(name)"])
      if trial.status == 0 { found.append(name) }
    }
    return found
  }

  func command(_ script: String, _ path: String, every: Int = 1) -> [String] {
    command(script, [path, "\(every)"])
  }

  /// Without writing compiled scripts (`-B`), which would lie among the sources.
  func command(_ script: String, _ arguments: [String]) -> [String] {
    [interpreter, "-B", "\(peers)/\(script)"] + arguments
  }

  func contestant(_ name: String, _ script: String, _ folder: String, rounds: Int) -> Contestant {
    let part = 20
    return Contestant(
      name: name, command: command(script, folder), rounds: rounds,
      sample: .init(command: command(script, folder, every: part), part: part))
  }

  /// What the peers do, so that the numbers can be judged.
  var note: String {
    """
    Python \(version) decodes every file (mark, UTF-8, GB18030), finds its table and adds up the
    columns; it checks nothing. Polars and DuckDB get the decoded rows of all files at once.
    """
  }
}
