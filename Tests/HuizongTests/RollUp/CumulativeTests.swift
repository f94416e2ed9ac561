import Foundation
import Testing

/// P05 and P06: cumulative tables against the months and against each other.
struct CumulativeTests {
  /// June holds the reference once, July twice; the cumulative table holds it three times.
  private static let whole = "2023-06—2023-07"

  private static func inOffice(
    _ cumulative: DistrictTable, _ use: (Office, StatusAnswer.Unit) throws -> Void
  ) throws {
    try Office.with { office in
      try office.add(.times(1, "2023-06"), as: "june")
      try office.add(.times(2, "2023-07"), as: "july")
      try office.add(cumulative, as: "both")
      try use(office, try #require(try office.status(whole)["黄浦区"]))
    }
  }

  private static let wrong:
    [(row: Int, column: Int, value: String, expected: String, gap: String)] =
      [
        (DistrictTable.cement, DistrictTable.information, "12", "9", "多 3"),
        (DistrictTable.cement, DistrictTable.information, "8", "9", "少 1"),
        (DistrictTable.wires, DistrictTable.fines, "37.037035", "37.037034", "多 0.000001"),
        (DistrictTable.wires, DistrictTable.fines, "37", "37.037034", "少 0.037034"),
        (19, 15, "0", "18", "少 18"),
      ]

  @Test(arguments: wrong)
  func `a cumulative figure must be the sum of its months`(
    row: Int, column: Int, value: String, expected: String, gap: String
  ) throws {
    let table = DistrictTable.times(3, Self.whole).with(row, column, value)
    try Self.inOffice(table) { office, unit in
      #expect(unit.status == "rejected")
      #expect(unit.detail?.contains("1 处错误") == true)
      let reminder = try #require(unit.reminder)
      for word in ["both.csv", table.cell(row, column), table.rows[row][0], expected, gap, value] {
        #expect(reminder.contains(word), "\(word)")
      }
      let outcome = try office.rollUp(Self.whole)
      #expect(outcome.status == 1)
      #expect(outcome.remarks.contains("P06") && outcome.remarks.contains(expected))
      #expect(!office.wasWritten(office.csv))
    }
  }

  @Test func `every wrong figure is named`() throws {
    try Self.inOffice(.times(4, Self.whole)) { office, unit in
      let cells = Samples.reference.joined().filter { Int64($0) != 0 && $0.first?.isNumber == true }
      #expect(unit.detail?.contains("\(cells.count) 处错误") == true)
      #expect(unit.reminder?.contains("另有 \(cells.count - 10) 处") == true)
    }
  }

  private static let shorter = ["2023-06", "2023-06—2023-07"]

  @Test(arguments: shorter)
  func `a cumulative figure does not shrink`(earlier: String) throws {
    try Office.with { office in
      try office.add(.times(3, earlier), as: "before")
      let now = DistrictTable.times(3, "2023-06—2023-08")
        .with(DistrictTable.cement, DistrictTable.information, "8")
      try office.add(now, as: "now")
      let unit = try #require(try office.status("2023-06—2023-08")["黄浦区"])
      #expect(unit.status == "needs-explanation")
      let reminder = try #require(unit.reminder)
      for word in ["now.csv", now.cell(2, 1), "水泥", "采集风险信息", "累计 8", earlier, "9"] {
        #expect(reminder.contains(word), "\(word)")
      }
      let outcome = try office.rollUp("2023-06—2023-08")
      #expect(outcome.status == 1 && outcome.remarks.contains("P05"))
      #expect(!office.wasWritten(office.csv))
      #expect(try office.rollUp("2023-06—2023-08", "--lenient").status == 0)
    }
  }

  private static let explanations: [(text: String, status: String)] = [
    ("7月多报一条，已重新核减", "accepted"), ("P05：7月多报一条，已重新核减", "accepted"),
    ("情况属实", "needs-explanation"), ("L02：7月多报一条，已重新核减", "needs-explanation"),
  ]

  @Test(arguments: explanations)
  func `a smaller figure can be explained`(text: String, status: String) throws {
    try Office.with { office in
      try office.add(.times(3, "2023-06—2023-07"), as: "before")
      let now = DistrictTable.times(3, "2023-06—2023-08")
        .with(DistrictTable.cement, DistrictTable.information, "8")
        .explained(DistrictTable.cement, text)
      try office.add(now, as: "now")
      #expect(try office.status("2023-06—2023-08")["黄浦区"]?.status == status)
      let remarks = try office.rollUp("2023-06—2023-08").remarks
      #expect(office.wasWritten(office.csv) == (status == "accepted"), "\(remarks)")
    }
  }

  /// A cumulative table that shrinks to `value`, with the reason that was given for 8.
  private static func shrunk(_ value: String) -> DistrictTable {
    .times(3, "2023-06—2023-08").with(DistrictTable.cement, DistrictTable.information, value)
      .explained(DistrictTable.cement, "7月多报一条，已重新核减")
  }

  private static let resent: [(value: String, status: String)] = [
    ("8", "accepted"), ("7", "needs-explanation"),
  ]

  @Test(arguments: resent, [true, false])
  func `an explanation of a smaller figure lapses with the figure`(
    resent: (value: String, status: String), isHistory: Bool
  ) throws {
    try Office.with { office in
      try office.add(.times(3, "2023-06—2023-07"), as: "before")
      let first = try office.scratch.file(
        isHistory ? "history/first.csv" : "tables/first.csv", Self.shrunk("8").text)
      try office.add(Self.shrunk(resent.value).revised(2), as: "now")
      let history = isHistory ? ["--history", first.path] : []
      let outcome = try office.run(
        "rollup",
        [office.tables, "--period", "2023-06—2023-08", "--csv", office.csv] + history)
      #expect(outcome.status == (resent.status == "accepted" ? 0 : 1), "\(outcome.remarks)")
      // Why the reason no longer counts.
      #expect(outcome.remarks.contains("E03") == (resent.status != "accepted"))
    }
  }

  @Test func `an explanation that answers only such a query is not called useless`() throws {
    try Office.with { office in
      try office.add(.times(3, "2023-06—2023-07"), as: "before")
      try office.add(Self.shrunk("8").explained(DistrictTable.wires, "这一行没有疑问"), as: "now")
      let outcome = try office.rollUp("2023-06—2023-08", "-o", office.xlsx)
      #expect(outcome.status == 0, "\(outcome.remarks)")
      let text = try Unzipped.text(office.xlsx)
      #expect(text.contains("“这一行没有疑问”没有对应"))
      #expect(text.contains("7月多报一条") && !text.contains("“7月多报一条，已重新核减”没有对应"))
    }
  }

  /// The office decides how severe the checks between tables are, as with all others.
  private static let levels: [(levels: String, status: String)] = [
    ("\"P05\":\"off\"", "accepted"), ("\"P05\":\"hint\"", "accepted"),
    ("\"P05\":\"error\"", "rejected"), ("", "needs-explanation"),
  ]

  @Test(arguments: levels)
  func `the office sets the level`(levels: String, status: String) throws {
    try Office.with { office in
      let rules = Samples.text("templates/2023-annex2/rules.json")
      try office.scratch.file(
        "form/rules.json", rules.replacing("\"levels\": {}", with: "\"levels\": {\(levels)}"))
      try office.add(.times(2, "2023-06—2023-07"), as: "before")
      try office.add(.times(1, "2023-06—2023-08"), as: "now")
      let answer = try office.status("2023-06—2023-08")
      #expect(answer["黄浦区"]?.status == status)
    }
  }
}
