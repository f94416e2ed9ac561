import Foundation
import Testing

/// Which tables make up a period: nothing twice, nothing missing.
struct TilingTests {
  struct Case: CustomTestStringConvertible {
    let name: String
    /// Period, and how many times the reference it holds.
    let tables: [(period: String, factor: Int64)]
    var period = "2023-06—2023-08"
    let status: String
    /// What the city's figures are, in references; nil when nothing is written.
    var sum: Int64?
    var detail = ""
    var testDescription: String { name }
  }

  private static let cases = [
    Case(
      name: "months", tables: [("2023-06", 1), ("2023-07", 2), ("2023-08", 4)],
      status: "accepted", sum: 7),
    Case(
      name: "a cumulative table", tables: [("2023-06—2023-08", 7)], status: "accepted", sum: 7),
    Case(
      name: "months and a cumulative table", tables: [("2023-06—2023-07", 3), ("2023-08", 4)],
      status: "accepted", sum: 7),
    Case(
      name: "the other way round", tables: [("2023-06", 1), ("2023-07—2023-08", 6)],
      status: "accepted", sum: 7),
    Case(
      name: "both say the same",
      tables: [("2023-06", 1), ("2023-07", 2), ("2023-08", 4), ("2023-06—2023-08", 7)],
      status: "accepted", sum: 7),
    Case(
      name: "a month of another period",
      tables: [("2023-05", 9), ("2023-08", 4), ("2023-09", 1), ("2023-06—2023-09", 8)],
      period: "2023-08", status: "accepted", sum: 4),
    Case(
      name: "a gap", tables: [("2023-06", 1), ("2023-08", 4)], status: "incomplete",
      detail: "缺 7 月"),
    Case(
      name: "two gaps", tables: [("2023-07", 1)], status: "incomplete", detail: "缺 6、8 月"),
    Case(
      name: "a longer table does not fill a month", tables: [("2023-07—2023-08", 6)],
      period: "2023-08", status: "missing"),
    Case(
      name: "an overlap", tables: [("2023-06—2023-07", 3), ("2023-07—2023-08", 6)],
      status: "overlapping", detail: "重叠"),
    Case(
      name: "an overlap that months resolve",
      tables: [
        ("2023-06—2023-07", 3), ("2023-07—2023-08", 6), ("2023-06", 1), ("2023-07", 2),
        ("2023-08", 4),
      ], status: "accepted", sum: 7),
    Case(name: "nothing", tables: [("2023-09", 1)], status: "missing", detail: "不是"),
  ]

  @Test(arguments: cases)
  func `the tables of a period are put together`(_ test: Case) throws {
    try Office.with { office in
      for (index, table) in test.tables.enumerated() {
        try office.add(.times(table.factor, table.period), as: "\(index)")
      }
      let answer = try office.status(test.period)
      #expect(answer["黄浦区"]?.status == test.status)
      #expect(test.detail.isEmpty || answer["黄浦区"]?.detail?.contains(test.detail) == true)
      let outcome = try office.rollUp(test.period)
      #expect(outcome.status == (test.sum == nil ? 1 : 0))
      #expect(office.wasWritten(office.csv) == (test.sum != nil))
      if let sum = test.sum {
        #expect(try office.city().dropLast() == DistrictTable.times(sum, test.period).rows[...])
      }
    }
  }

  /// A month is traced further than a cumulative table: the workbook names the months' files.
  @Test func `the finest cover is preferred`() throws {
    try Office.with { office in
      try office.add(.times(1, "2023-06"), as: "june")
      try office.add(.times(2, "2023-07"), as: "july")
      try office.add(.times(3, "2023-06—2023-07"), as: "both")
      let text = try office.run("status", [office.tables, "--period", "2023-06—2023-07"]).text
      #expect(text.contains("6月✓") && text.contains("7月✓"))
      _ = try office.rollUp("2023-06—2023-07", "-o", office.xlsx)
      let book = try Unzipped.text(office.xlsx)
      #expect(book.contains("june.csv") && book.contains("july.csv"))
    }
  }

  @Test func `parts in several files are one table`() throws {
    try Office.with { office in
      try office.add(DistrictTable().part(0..<7), as: "first")
      try office.add(DistrictTable().part(7..<20), as: "second")
      #expect(try office.status()["黄浦区"]?.files.count == 2)
      #expect(try office.rollUp().status == 0)
      #expect(try office.city().dropLast() == DistrictTable().rows[...])
    }
  }

  @Test func `a part that is lacking is a fault`() throws {
    try Office.with { office in
      try office.add(DistrictTable().part(0..<19), as: "first")
      let unit = try #require(try office.status()["黄浦区"])
      #expect(unit.status == "rejected")
      #expect(unit.reminder?.contains("儿童学生用品") == true)
    }
  }

  @Test func `a tidy file holds many units and months`() throws {
    let units = ["黄浦区", "徐汇区"]
    try Office.with(required: units) { office in
      let parts = units.enumerated().flatMap { index, unit in
        ["2023-07", "2023-08"].map { DistrictTable.times(Int64(index + 1), $0, unit: unit) }
      }
      let body = parts.flatMap { table in
        table.rows.map { ([table.unit, table.period] + $0).joined(separator: ",") }
      }
      let labels = (["填表单位", "数据周期"] + DistrictTable.labels).joined(separator: ",")
      try office.scratch.file("tables/tidy.csv", ([labels] + body).joined(separator: "\n"))
      #expect(try office.rollUp("2023-07—2023-08").status == 0)
      #expect(try office.city().dropLast() == DistrictTable.times(6, "2023-08").rows[...])
    }
  }
}
