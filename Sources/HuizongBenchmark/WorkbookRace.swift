/// The city workbook of one month against what writing its cells alone costs other programs.
///
/// The finished workbook is listed cell by cell; a C program with nothing but the library, and
/// XlsxWriter, write that list. What they wrote is listed again, and must be the same.
struct WorkbookRace {
  let huizong: String
  let python: Python
  let folder: String
  private let rounds = 11

  private var list: String { "\(folder)/cells.txt" }
  private var empty: String { "\(folder)/no-cells.txt" }
  private var compiled: String { "\(folder)/cells_writer" }

  func run() throws(Failure) {
    try prepare()
    let whole = try race(writers(list))
    let lines = try linesInAll()
    let start = try race(starts())
    ResultTable(
      title: "the city workbook of a month", outcomes: whole, measure: 1, measureName: "C"
    ).print()
    sayRatios("whole processes", whole.map(\.nanoseconds))
    let parts = zip(whole, start).map { $0.nanoseconds - $1.nanoseconds }
    sayRatios("the writing alone", parts)
    say("  All hold the same \(lines) cells, merges, widths, heights, formats, comments, series.")
  }

  // MARK: Contestants

  private func prepare() throws(Failure) {
    _ = try Process.run(rollUp("-o", workbook("huizong")))
    try must(python.command("cells.py", [workbook("huizong"), list]))
    try Files.write([], to: empty)
    try must(["cc", "-O2", "-o", compiled, "\(python.peers)/cells_writer.c", "-lxlsxwriter"])
  }

  /// huizong checks and adds up eighteen files first.
  private func writers(_ list: String) throws(Failure) -> [Contestant] {
    let own = Contestant(
      name: "huizong rollup -o", command: try rollUp("-o", workbook("huizong")), rounds: rounds,
      mostStatus: 1)
    return [own] + peers(list)
  }

  /// The same programs, with everything to do but the workbook.
  private func starts() throws(Failure) -> [Contestant] {
    let own = Contestant(
      name: "huizong rollup --csv", command: try rollUp("--csv", "\(folder)/city.csv"),
      rounds: rounds, mostStatus: 1)
    return [own] + peers(empty)
  }

  private func peers(_ list: String) -> [Contestant] {
    let c = Contestant(
      name: "C, libxlsxwriter", command: [compiled, list, workbook("c")], rounds: rounds)
    guard python.hasXlsxWriter else { return [c] }
    let script = python.command("cells_writer.py", [list, workbook("python")])
    return [c, Contestant(name: "Python, XlsxWriter", command: script, rounds: rounds)]
  }

  /// One month's files, and the one with all months of the unit that sends such.
  private func rollUp(_ option: String, _ target: String) throws(Failure) -> [String] {
    let city = "\(folder)/city"
    let month = try Files.names(in: city, ending: "-08")
    let year = try Files.names(in: city, ending: ".csv")
    guard let period = month.first else { throw Failure("\(city): no August") }
    let inputs = (month + year).map { "\(city)/\($0)" }
    return [huizong, "rollup"] + inputs + ["--partial", "--period", period, option, target]
  }

  private func workbook(_ name: String) -> String { "\(folder)/\(name).xlsx" }

  private func must(_ command: [String]) throws(Failure) {
    let status = try Process.run(command, output: .shared).status
    guard status == 0 else { throw Failure("\(command[0]): exit status \(status)") }
  }

  // MARK: What is said

  private func sayRatios(_ what: String, _ times: [Int]) {
    var line = "  \(what): huizong takes \(ratio(times[0], times[1])) times what C takes"
    if times.count > 2 {
      line += ", XlsxWriter \(ratio(times[2], times[0])) times what huizong takes"
    }
    say(line)
  }

  private func ratio(_ one: Int, _ other: Int) -> String {
    ResultTable.hundredths(one * 100 / max(1, other))
  }

  /// How long the list is that every workbook comes to.
  private func linesInAll() throws(Failure) -> Int {
    let wanted = try Files.read(list)
    for name in ["c"] + (python.hasXlsxWriter ? ["python"] : []) {
      try must(python.command("cells.py", [workbook(name), "\(folder)/\(name).txt"]))
      guard try Files.read("\(folder)/\(name).txt") == wanted else {
        throw Failure("\(name).xlsx has other cells than huizong.xlsx")
      }
    }
    return wanted.count { $0 == UInt8(ascii: "\n") }
  }
}
