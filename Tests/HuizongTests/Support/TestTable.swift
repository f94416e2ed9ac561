import Foundation
import Testing

@testable import HuizongCore

/// A submission of the 2023 form that keeps every rule, until a test changes it.
struct TestTable {
  var unit = "黄浦区市场监管局"
  var period = "2023-08"
  var hasTotal = false
  /// Records below the table.
  var below: [[String]] = []
  private var rows: [String: [String]] = [:]
  private var explanations: [String: String] = [:]
  private var names: [String: String] = [:]
  private var wrongTotals: [Int: String] = [:]

  static let cumulative = "2023年6月至8月"

  private static let form = TestForm.annex2
  private static let order = form.categories.map(\.name)
  private static let usual = [
    "5", "4", "1", "6", "8", "1", "1", "2.5", "1.5", "0", "0", "2", "1", "10", "1",
  ]

  init(period: String = "2023-08") {
    self.period = period
    for category in Self.order { rows[category] = Self.usual }
  }

  /// A month in which nothing happened.
  static let empty: TestTable = {
    var table = TestTable()
    for category in order { table.rows[category] = usual.map { _ in "0" } }
    return table
  }()

  // MARK: Changes

  func with(_ category: String, _ metric: String, _ text: String) -> TestTable {
    var table = self
    table.rows[category]?[Self.index(of: metric)] = text
    return table
  }

  func explained(_ category: String, _ text: String) -> TestTable {
    var table = self
    table.explanations[category] = text
    return table
  }

  /// Calls a product by another name.
  func renamed(_ category: String, _ name: String) -> TestTable {
    var table = self
    table.names[category] = name
    return table
  }

  func below(_ record: String...) -> TestTable {
    var table = self
    table.below.append(record)
    return table
  }

  /// With a total that is right, or says something else of one figure.
  func withTotal(_ metric: String? = nil, _ text: String = "") -> TestTable {
    var table = self
    table.hasTotal = true
    if let metric { table.wrongTotals[Self.index(of: metric)] = text }
    return table
  }

  private static func index(of metric: String) -> Int {
    form.metrics.firstIndex { $0.name == metric } ?? -1
  }

  // MARK: As a file

  /// The cell of a number; products begin in row 4, figures in column B.
  static func cell(_ category: String, _ metric: String) -> String {
    let row = 4 + (order.firstIndex(of: category) ?? 0)
    return Place(line: row, row: row, column: 2 + index(of: metric)).cell ?? ""
  }

  var text: String {
    var records = [["填表单位", unit], ["数据周期", period]]
    records.append(["产品类别"] + Self.form.metrics.map(\.label) + ["说明"])
    for category in Self.order {
      records.append(
        [names[category] ?? category] + (rows[category] ?? []) + [explanations[category] ?? ""])
    }
    if hasTotal { records.append(["合计"] + Self.form.metrics.indices.map(total) + [""]) }
    return (records + below).map { $0.map(Self.quoted).joined(separator: ",") + "\r\n" }.joined()
  }

  private func total(_ metric: Int) -> String {
    if let text = wrongTotals[metric] { return text }
    return Self.order.compactMap { rows[$0].flatMap { Exact(plain: $0[metric]) } }
      .reduce(.zero, +).description
  }

  private static func quoted(_ text: String) -> String {
    guard text.contains(where: { ",\"\n\r".contains($0) }) else { return text }
    return "\"" + text.replacing("\"", with: "\"\"") + "\""
  }

  // MARK: As the program sees it

  typealias Result = (status: Int32, file: CheckReport.File)

  /// What `huizong check` says about this one file.
  func checked(_ options: String...) throws -> Result { try checked(options) }

  func checked(_ options: [String]) throws -> Result {
    try Scratch.with { scratch in
      let path = try scratch.file("table.csv", text).path
      let (status, report) = try Binary().report(["check", path] + options)
      return (status, try #require(report.files.first))
    }
  }
}

extension Binary {
  /// A command that reports findings as JSON.
  func report(_ arguments: [String]) throws -> (status: Int32, report: CheckReport) {
    let outcome = try run(arguments + ["--format", "json"])
    return (outcome.status, try JSONDecoder().decode(CheckReport.self, from: outcome.output))
  }
}

extension CheckReport.File {
  /// `L03 E8`, in the order of the report.
  var places: [String] { findings.map { "\($0.code) \($0.cell ?? "-")" } }
}
