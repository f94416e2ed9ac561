import Foundation
import Testing

/// Months in which nothing was asked for: nobody lacks them.
struct AskedMonthTests {
  private static func inOffice(_ use: (Office) throws -> Void) throws {
    try Office.with { office in
      for month in ["2023-09", "2023-10"] {
        try office.add(DistrictTable(period: month), as: month)
      }
      try use(office)
    }
  }

  private static let outside = [
    ("status", ["--period", "2023-01"]), ("status", ["--period", "2023-11"]),
    ("status", ["--period", "2023-01—2023-05"]), ("rollup", ["--period", "2023-11"]),
    ("annual", ["--from", "2023-11"]), ("annual", ["--to", "2023-05"]),
    ("annual", ["--from", "2023-01", "--to", "2023-03"]),
  ]

  @Test(arguments: outside)
  func `a period wholly outside is a mistake, and the months that are asked for are named`(
    command: String, options: [String]
  ) throws {
    try Self.inOffice { office in
      let file = command == "status" ? [] : ["-o", office.xlsx]
      let outcome = try office.run(command, [office.tables] + options + file)
      #expect(outcome.status == 2 && outcome.output.isEmpty && !office.wasWritten(office.xlsx))
      #expect(outcome.remarks.contains("没有要求报送"))
      #expect(outcome.remarks.contains("2023-06—2023-10") && outcome.remarks.contains(options[0]))
      #expect(!outcome.remarks.contains("缺报"))
    }
  }

  private static let partly = [
    ("rollup", ["--period", "2023-10—2023-12"], "2023-10"),
    ("rollup", ["--period", "2023-09—2023-11"], "2023-09—2023-10"),
    ("annual", ["--from", "2023-09", "--to", "2023-12"], "2023-09—2023-10"),
    ("annual", ["--from", "2023-10", "--to", "2023-11"], "2023-10"),
  ]

  @Test(arguments: partly)
  func `of a period partly outside, the months asked for are taken, and it is said`(
    command: String, options: [String], period: String
  ) throws {
    try Self.inOffice { office in
      let outcome = try office.run(command, [office.tables, "-o", office.xlsx] + options)
      #expect(outcome.status == 0 && office.wasWritten(office.xlsx))
      #expect(outcome.remarks.contains("没有要求报送，按 \(period) 算"))
      #expect(outcome.text.hasPrefix("上海市 \(period)，"))
    }
  }

  @Test func `only the months asked for are missing`() throws {
    try Self.inOffice { office in
      let answer = try office.status("2023-08—2023-12")
      #expect(answer.exit == 1 && answer["黄浦区"]?.detail == "缺 8 月的报表，请催报")
      let inside = try office.run("status", [office.tables, "--period", "2023-09—2023-10"])
      #expect(inside.status == 0 && !inside.remarks.contains("没有要求"))
    }
  }

  @Test func `English says it too`() throws {
    try Self.inOffice { office in
      let english = try office.run(
        "status", [office.tables, "--period", "2023-01", "--lang", "en"])
      #expect(english.remarks.contains("Nothing was asked for in 2023-01"))
    }
  }
}
