import Testing

/// The tables in `Tests/Fixtures/expectations`: what a clerk wants to hear about each sample.
enum Expectations {
  /// `file,code,level,line,column,cell`: a row for each finding.
  static let flaws: [FlawCase] = grouped("flaws").map { name, rows in
    FlawCase(name: name, findings: rows.map { FlawCase.short($0) }.sorted())
  }

  /// `file,from,to,code,cells`: a row for each code that remarks on something, or one without code.
  static let accepted: [AcceptedCase] = grouped("accepted").map { name, rows in
    let remarks = rows.flatMap { row in row[4].split(separator: " ").map { "\(row[3]) \($0)" } }
    return AcceptedCase(
      name: name, period: .init(from: rows[0][1], to: rows[0][2]), remarks: remarks.sorted())
  }

  private static func grouped(_ table: String) -> [(name: String, rows: [[String]])] {
    let rows = SimpleCSV.rows(Samples.text("Tests/Fixtures/expectations/\(table).csv")).dropFirst()
    return Dictionary(grouping: rows) { $0[0] }.map { ($0.key, $0.value) }
      .sorted { $0.name < $1.name }
  }
}

/// A file of `samples/flaws` and all that is found in it.
struct FlawCase: Sendable, CustomTestStringConvertible {
  let name: String
  /// `S01 error 24:1 A24`
  let findings: [String]

  var path: String { "samples/flaws/\(name).csv" }
  var testDescription: String { name }
  var codes: Set<String> { Set(findings.map { String($0.prefix(3)) }) }

  fileprivate static func short(_ row: [String]) -> String {
    func optional(_ text: String) -> String? { text.isEmpty ? nil : text }
    return CheckReport.Finding.short(
      row[1], row[2], optional(row[3]), optional(row[4]), optional(row[5]))
  }
}

/// A file of `samples/accepted`, its period and every remark on it.
struct AcceptedCase: Sendable, CustomTestStringConvertible {
  let name: String
  let period: CheckReport.Months
  /// `V01 K4`
  let remarks: [String]

  var path: String { "samples/accepted/\(name).csv" }
  var testDescription: String { name }
  var codes: Set<String> { Set(remarks.map { String($0.prefix(3)) }) }
}
