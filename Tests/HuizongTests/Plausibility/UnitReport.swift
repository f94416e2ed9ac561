import Foundation
import Testing

/// A unit's table of the sample year, as figures to change and to send again.
struct UnitReport {
  var unit: String
  var period: String
  /// By product and figure, as `tidy` writes them.
  var rows: [[String]]
  /// By row, in a column 说明.
  var explanations: [Int: String] = [:]
  var below: [String] = []

  private static let year = try? Binary().tidy(["samples/year"]).rows

  init(_ unit: String, _ period: String) throws {
    let year = try #require(Self.year)
    self.unit = unit
    self.period = period
    rows = year.filter { $0[0].contains(unit) && $0[1] == period }.map { Array($0[2..<18]) }
    try #require(rows.count == 20)
  }

  /// Writes every other unit's tables of the year into a folder.
  static func others(than unit: String, to scratch: Scratch) throws {
    let units = Set(try #require(Self.year).map { $0[0] }).filter { !$0.contains(unit) }
    for other in units {
      for month in ["2023-06", "2023-07", "2023-08", "2023-09", "2023-10"] {
        try scratch.file("others/\(other)\(month).csv", try UnitReport(other, month).text)
      }
    }
  }

  /// Figures from 1, as in the form; 0 is the product.
  static let reports = 1
  static let batches = 5
  static let failures = 6
  static let fines = 8

  subscript(row: Int, figure: Int) -> Int {
    get { Int(rows[row][figure]) ?? 0 }
    set { rows[row][figure] = String(newValue) }
  }

  func changed(_ change: (inout UnitReport) -> Void) -> UnitReport {
    var report = self
    change(&report)
    return report
  }

  var text: String {
    var lines = ["填表单位,\(unit)", "数据周期,\(period)"]
    let labels = ["产品类别"] + TestForm.annex2.metrics.map(\.name) + ["说明"]
    lines.append(labels.joined(separator: ","))
    lines += rows.indices.map { row in
      (rows[row] + [explanations[row] ?? ""]).joined(separator: ",")
    }
    return (lines + below).map { $0 + "\r\n" }.joined()
  }

  /// `E9` of a product's figure in `text`.
  static func cell(_ row: Int, _ figure: Int) -> String {
    let letter = Character(Unicode.Scalar(UInt8(ascii: "A") + UInt8(figure)))
    return "\(letter)\(row + 4)"
  }

  /// What a check says, hints left out; the sample year is the history.
  func checked(
    _ options: [String] = ["--history", "samples/year"]
  ) throws -> [CheckReport.Finding] {
    try Scratch.with { scratch in
      let path = try scratch.file("table.csv", text).path
      let report = try Binary().report(["check", path] + options).report
      return report.findings.filter { $0.level != "hint" }
    }
  }
}
