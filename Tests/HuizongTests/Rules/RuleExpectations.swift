import Testing

/// `Tests/Fixtures/expectations/rules.csv`: every finding of every failing file of `samples/rules`.
enum RuleExpectations {
  static let fails: [RuleCase] = {
    let rows = SimpleCSV.rows(Samples.text("Tests/Fixtures/expectations/rules.csv")).dropFirst()
    return Dictionary(grouping: rows) { $0[0] }
      .map { RuleCase(name: $0.key, findings: $0.value.map { Array($0.dropFirst()) }) }
      .sorted { $0.name < $1.name }
  }()

  static let passes = Samples.names(in: "samples/rules").filter { $0.contains("-passes") }
    .map { RuleCase(name: $0, findings: []) }

  /// The codes that have samples of their own.
  static let codes =
    ["S38", "T01"] + (1...12).map { $0 < 10 ? "L0\($0)" : "L\($0)" } + ["E01", "E02", "E03"]
}

/// A file of `samples/rules` and what is to be found in it.
struct RuleCase: Sendable, CustomTestStringConvertible {
  let name: String
  /// code, level, line, column, cell, category, metric, found, expected, gap
  let findings: [[String]]

  var code: String { String(name.prefix(3)) }
  var testDescription: String { name }

  func check() throws -> TestTable.Result {
    let (status, report) = try Binary().report([
      "check", "samples/rules/\(name).csv", "--history", "samples/rules/E03-earlier",
    ])
    return (status, try #require(report.files.first))
  }
}

extension CheckReport.Finding {
  /// In the order of the table of expectations; empty where a key does not apply.
  var expectation: [String] {
    [code, level, line.map(String.init), column.map(String.init), cell, category, metric]
      .map { $0 ?? "" } + [found, expected, gap].map { $0 ?? "" }
  }
}
