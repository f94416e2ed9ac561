import Foundation
import Testing

/// What stands in the way of a roll-up, and what a draft says.
struct RefusalTests {
  private static let names = ["黄浦区", "徐汇区", "长宁区", "静安区"]

  /// One accepted, one rejected, one unexplained, one missing.
  private static func inOffice(_ use: (Office) throws -> Void) throws {
    try Office.with(required: names, optional: ["执法总队"]) { office in
      try office.add(DistrictTable(), as: "good")
      try office.add(DistrictTable(unit: "徐汇区").with(2, 6, "99"), as: "rejected")
      try office.add(DistrictTable(unit: "长宁区").with(2, 4, "0"), as: "unexplained")
      try use(office)
    }
  }

  @Test func `all that stands in the way is named at once and nothing is written`() throws {
    try Self.inOffice { office in
      let outcome = try office.rollUp("2023-08", "-o", office.xlsx)
      #expect(outcome.status == 1 && outcome.output.isEmpty)
      #expect(!office.wasWritten(office.csv) && !office.wasWritten(office.xlsx))
      let lines = outcome.remarks.split(separator: "\n")
      for words in [("徐汇区", "退回"), ("长宁区", "待说明"), ("静安区", "缺报")] {
        #expect(lines.contains { $0.contains(words.0) && $0.contains(words.1) }, "\(words)")
      }
      #expect(!outcome.remarks.contains("黄浦区") && !outcome.remarks.contains("执法总队"))
    }
  }

  @Test func `a draft is written and says so`() throws {
    try Self.inOffice { office in
      let outcome = try office.rollUp("2023-08", "--partial", "-o", office.xlsx)
      #expect(outcome.status == 1 && outcome.text.contains("初稿"))
      #expect(outcome.remarks.contains("静安区"))
      let total = try #require(try office.city().last)
      #expect(total[0] == "合计（初稿，未含徐汇区、长宁区、静安区）")
      #expect(try office.city().dropLast() == DistrictTable().rows[...])
      let book = try Unzipped.text(office.xlsx)
      #expect(book.contains("初稿"))
      for name in Self.names.dropFirst() { #expect(book.contains(name)) }
    }
  }

  @Test func `the next level does not take a draft`() throws {
    try Self.inOffice { office in
      _ = try office.rollUp("2023-08", "--partial")
      let units = [Office.unit("上海市")]
      try office.scratch.file("nation.json", Office.roster("全国", "000000", units))
      let (status, report) = try Binary().check(
        [office.csv], "--units", office.scratch.path("nation.json"))
      #expect(status == 1 && report.summary.rejected == 1)
      #expect(report.findings.contains { $0.level == "error" && $0.message.contains("初稿") })
      let verified = try office.run("verify", [office.csv, office.tables])
      #expect(verified.status == 1 && verified.text.contains("初稿"))
    }
  }

  @Test func `lenient lets open queries pass and nothing else`() throws {
    try Self.inOffice { office in
      let outcome = try office.rollUp("2023-08", "--lenient")
      #expect(outcome.status == 1 && !outcome.remarks.contains("长宁区"))
      _ = try office.rollUp("2023-08", "--lenient", "--partial")
      let city = try office.city()
      #expect(city.last?[0] == "合计（初稿，未含徐汇区、静安区）")
      #expect(city[DistrictTable.cement][4] == "4", "the sum of 4 and 0")
      #expect(city[DistrictTable.cement][1] == "6")
    }
  }

  @Test func `a unit that may report counts when it does`() throws {
    try Office.with(optional: ["执法总队"]) { office in
      try office.add(DistrictTable(), as: "district")
      #expect(try office.rollUp().status == 0)
      #expect(try office.city().dropLast() == DistrictTable().rows[...])
      #expect(try office.status().units.map(\.unitName) == ["黄浦区"])
      try office.add(DistrictTable(unit: "执法总队"), as: "team")
      #expect(try office.rollUp().status == 0)
      #expect(try office.city().dropLast() == DistrictTable.times(2, "2023-08").rows[...])
      #expect(try office.status()["执法总队"]?.status == "accepted")
    }
  }

  @Test func `a table with faults of a unit that may report stands in the way`() throws {
    try Office.with(optional: ["执法总队"]) { office in
      try office.add(DistrictTable(), as: "district")
      try office.add(DistrictTable(unit: "执法总队").with(2, 6, "99"), as: "team")
      let outcome = try office.rollUp()
      #expect(outcome.status == 1 && outcome.remarks.contains("执法总队"))
      #expect(!office.wasWritten(office.csv))
    }
  }

  @Test func `nobody counted, nothing written`() throws {
    try Office.with { office in
      try office.add(DistrictTable(unit: "黄浦区").with(2, 6, "99"), as: "rejected")
      let outcome = try office.rollUp("2023-08", "--partial", "-o", office.xlsx)
      #expect(outcome.status == 1)
      #expect(!office.wasWritten(office.csv) && !office.wasWritten(office.xlsx))
    }
  }

  @Test func `files that belong nowhere are named`() throws {
    try Office.with { office in
      try office.add(DistrictTable(), as: "good")
      try office.add(DistrictTable(unit: "虹桥区"), as: "unknown")
      try office.add(DistrictTable(period: "八月份"), as: "undated")
      try office.scratch.file("tables/letter.csv", "各位同事,请查收\r\n")
      let remarks = try office.rollUp().remarks
      for name in ["unknown.csv", "undated.csv", "letter.csv"] {
        #expect(remarks.contains(name), "\(name)")
      }
    }
  }
}
