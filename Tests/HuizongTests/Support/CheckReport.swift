/// What `huizong check --format json` prints.
struct CheckReport: Decodable {
  let version: Int
  let files: [File]
  let summary: Summary

  struct File: Decodable {
    let path: String
    let unit: String?
    let unitName: String?
    let period: Months?
    let status: String
    let kind: String?
    let cases: Int?
    let findings: [Finding]
  }

  struct Months: Decodable, Equatable {
    let from: String
    let to: String
  }

  struct Finding: Decodable {
    let code: String
    let rule: String
    let level: String
    let line: Int?
    let column: Int?
    let cell: String?
    let category: String?
    let metric: String?
    let found: String?
    let expected: String?
    let gap: String?
    let message: String
    let help: String
    let explanation: String?
  }

  struct Summary: Decodable {
    let files: Int
    let accepted: Int
    let needsExplanation: Int
    let rejected: Int
    let leftOut: Int
    let errors: Int
    let queries: Int
    let hints: Int
  }

  var findings: [Finding] { files.flatMap(\.findings) }
}

extension CheckReport.Finding {
  /// `S01 error 24:1 A24`, as the tables of expectations say it.
  var short: String {
    Self.short(code, level, line.map(String.init), column.map(String.init), cell)
  }

  static func short(
    _ code: String, _ level: String, _ line: String?, _ column: String?, _ cell: String?
  ) -> String {
    "\(code) \(level) \(line ?? "-"):\(column ?? "-") \(cell ?? "-")"
  }
}
