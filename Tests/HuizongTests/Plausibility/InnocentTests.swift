import Foundation
import Testing

/// One unit's mistake makes no other table look wrong, neither other units' nor its own of other
/// months.
struct InnocentTests {
  private static let unit = "闵行区"
  private static let months = ["2023-06", "2023-07", "2023-08", "2023-09", "2023-10"]

  /// What is asked about all other tables: `file code cell`.
  private static func asked(
    _ month: String, _ change: (inout UnitReport) -> Void
  ) throws -> Set<String> {
    try Scratch.with { scratch in
      try UnitReport.others(than: unit, to: scratch)
      for other in months {
        let report = try UnitReport(unit, other).changed { if other == month { change(&$0) } }
        try scratch.file("own/\(other).csv", report.text)
      }
      let all = [scratch.path("others"), scratch.path("own")]
      let report = try Binary().report(["check"] + all + ["--history"] + [all[0]]).report
      var asked: Set<String> = []
      for file in report.files where !file.path.hasSuffix("own/\(month).csv") {
        for finding in file.findings where finding.level != "hint" {
          let name = URL(filePath: file.path).lastPathComponent
          asked.insert("\(name) \(finding.code) \(finding.cell ?? "")")
        }
      }
      return asked
    }
  }

  @Test(arguments: ["2023-08", "2023-10"])
  func `a slip of the keys`(month: String) throws {
    let clean = try Self.asked(month) { _ in }
    let slipped = try Self.asked(month) { $0[3, UnitReport.reports] = 88888 }
    #expect(slipped.subtracting(clean) == [])
  }

  @Test(arguments: ["2023-06", "2023-07", "2023-10"])
  func `a column in 元`(month: String) throws {
    let clean = try Self.asked(month) { _ in }
    let inYuan = try Self.asked(month) { report in
      for row in 0..<20 {
        let amount = Double(report.rows[row][UnitReport.fines]) ?? 0
        report.rows[row][UnitReport.fines] = String(Int((amount * 10_000).rounded()))
      }
    }
    #expect(inYuan.subtracting(clean) == [])
  }
}
