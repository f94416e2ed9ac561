import Foundation
import Testing

/// An office in a scratch folder: a roster of its own, a folder of tables, and the program run on
/// both.
struct Office {
  let scratch: Scratch
  var roster: String
  /// The form without P04: the tables of these tests are much alike.
  let form: String

  static func with<Result>(
    required: [String] = ["黄浦区"], optional: [String] = [], _ use: (Office) throws -> Result
  ) throws -> Result {
    try Scratch.with { scratch in
      try scratch.subfolder("tables")
      let units = required.map { unit($0, true) } + optional.map { unit($0, false) }
      let form = try FormFolder(in: scratch) { $0["levels"] = ["P04": "off"] }
      let office = Office(
        scratch: scratch, roster: scratch.path("units.json"), form: form.path)
      try scratch.file("units.json", roster("上海市", "310000", units))
      return try use(office)
    }
  }

  static func roster(_ name: String, _ code: String, _ units: [String]) -> String {
    "{\"name\":\"\(name)\",\"code\":\"\(code)\",\"units\":[\(units.joined(separator: ","))]}"
  }

  static func unit(_ name: String, _ required: Bool = true) -> String {
    "{\"code\":\"U-\(name)\",\"name\":\"\(name)\",\"short\":\"\(name)\",\"required\":\(required)}"
  }

  var tables: String { scratch.path("tables") }
  var csv: String { scratch.path("city.csv") }
  var xlsx: String { scratch.path("city.xlsx") }

  @discardableResult
  func add(_ table: DistrictTable, as name: String) throws -> String {
    try scratch.file("tables/\(name).csv", table.text).path
  }

  // MARK: Commands

  func run(
    _ command: String, _ arguments: [String], in binary: Binary = Binary()
  ) throws -> Binary.Outcome {
    try binary.run([command, "--form", form, "--units", roster] + arguments)
  }

  func rollUp(_ period: String = "2023-08", _ options: String...) throws -> Binary.Outcome {
    try run("rollup", [tables, "--period", period, "--csv", csv] + options)
  }

  func status(_ period: String = "2023-08", _ options: String...) throws -> StatusAnswer {
    let outcome = try run(
      "status", [tables, "--period", period, "--format", "json"] + options)
    var answer = try JSONDecoder().decode(StatusAnswer.self, from: outcome.output)
    answer.exit = outcome.status
    return answer
  }

  func verify(_ options: String...) throws -> VerifyAnswer {
    let outcome = try run("verify", [csv, tables, "--format", "json"] + options)
    var answer = try JSONDecoder().decode(VerifyAnswer.self, from: outcome.output)
    answer.exit = outcome.status
    return answer
  }

  // MARK: What was written

  func wasWritten(_ path: String) -> Bool { FileManager.default.fileExists(atPath: path) }

  /// The rows of the city's table below its labels: the products and the total.
  func city() throws -> [[String]] {
    Array(SimpleCSV.rows(try String(contentsOfFile: csv, encoding: .utf8)).dropFirst(3))
  }
}

/// What `huizong status --format json` prints.
struct StatusAnswer: Decodable {
  let complete: Bool
  let today: String
  let deadlines: [Deadline]
  let units: [Unit]
  var exit: Int32?

  struct Unit: Decodable {
    let unit: String
    let unitName: String
    let required: Bool
    let status: String
    let files: [String]
    let detail: String?
    let reminder: String?
    let timing: String
    let due: String?
    let daysLate: Int?
    let daysLeft: Int?
    let ledger: String?
  }

  struct Deadline: Decodable {
    let due: String
    let report: String
  }

  subscript(name: String) -> Unit? { units.first { $0.unitName == name } }
}

/// What `huizong verify --format json` prints.
struct VerifyAnswer: Decodable {
  let balanced: Bool
  let differences: [Difference]
  var exit: Int32?

  struct Difference: Decodable, Equatable {
    let category: String
    let metric: String
    let cell: String?
    let given: String
    let sum: String
    let gap: String
    let units: [String]
  }
}
