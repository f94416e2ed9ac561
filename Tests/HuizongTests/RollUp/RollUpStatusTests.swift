import Foundation
import Testing

/// Who has reported, and the reminders to send.
struct RollUpStatusTests {
  struct Case: CustomTestStringConvertible {
    let table: DistrictTable?
    let status: String
    /// In the text.
    let word: String
    /// In the reminder: the cells and what is wrong; empty when nothing has to be sent.
    let reminder: [String]
    var period = "2023-08"
    var exit: Int32 = 1
    var testDescription: String { status }
  }

  private static let cases = [
    Case(table: DistrictTable(), status: "accepted", word: "通过", reminder: [], exit: 0),
    Case(table: nil, status: "missing", word: "缺报", reminder: ["尚未收到"]),
    Case(
      table: DistrictTable().with(2, 6, "99"), status: "rejected", word: "退回",
      reminder: ["更正", "G6", "水泥", "99"]),
    Case(
      table: DistrictTable().with(2, 4, "0"), status: "needs-explanation", word: "待说明",
      reminder: ["说明", "水泥", "抽查企业 0"]),
    Case(
      table: .blank(), status: "needs-explanation", word: "待说明", reminder: ["说明"]),
    Case(
      table: nilReturn, status: "nil-return", word: "零报告", reminder: [], exit: 0),
    Case(
      table: DistrictTable(), status: "incomplete", word: "缺部分月份", reminder: ["还缺 7 月"],
      period: "2023-07—2023-08"),
  ]

  private static let nilReturn: DistrictTable = {
    var table = DistrictTable.blank()
    table.below = ["说明,本月没有开展抽查和办案工作"]
    return table
  }()

  private static let elsewhere: [(sent: [String], words: [String])] = [
    (["2023-06—2023-08"], ["own 0.csv 是 2023-06—2023-08", "分不出 8 月"]),
    (["2023-07"], ["own 0.csv 是 2023-07", "不是 2023-08"]),
    (["2023-07", "2023-06—2023-08"], ["own 1.csv 是 2023-06—2023-08", "分不出 8 月"]),
    (["2023-06", "2023-07", "2023-09"], ["own 1.csv 是 2023-07", "另有 1 份", "不是 2023-08"]),
  ]

  @Test(arguments: elsewhere)
  func `what came for another period is named`(sent: [String], words: [String]) throws {
    try Office.with { office in
      for (number, period) in sent.enumerated() {
        try office.add(DistrictTable(period: period), as: "own \(number)")
      }
      let unit = try #require(try office.status()["黄浦区"])
      #expect(unit.status == "missing" && unit.files.isEmpty)
      let remarks = try office.rollUp().remarks
      for word in words + ["请补报 2023-08 的报表"] {
        #expect(unit.detail?.contains(word) == true, "\(unit.detail ?? "")")
        #expect(unit.reminder?.contains(word) == true, "\(unit.reminder ?? "")")
        #expect(remarks.contains(word), "\(remarks)")
      }
    }
  }

  private static func inOffice(_ test: Case, _ use: (Office) throws -> Void) throws {
    try Office.with(required: ["黄浦区", "徐汇区"]) { office in
      let months = test.period == "2023-08" ? ["2023-08"] : ["2023-07", "2023-08"]
      for month in months {
        try office.add(DistrictTable(unit: "徐汇区", period: month), as: "other \(month)")
      }
      if let table = test.table { try office.add(table, as: "own") }
      try use(office)
    }
  }

  @Test(arguments: cases)
  func `status in JSON`(_ test: Case) throws {
    try Self.inOffice(test) { office in
      let answer = try office.status(test.period)
      #expect(answer.exit == test.exit && answer.complete == (test.exit == 0))
      let unit = try #require(answer["黄浦区"])
      #expect(unit.status == test.status && unit.required)
      #expect(unit.files.count == (test.table == nil ? 0 : 1))
      #expect((unit.reminder == nil) == test.reminder.isEmpty)
      #expect((unit.detail == nil) == test.reminder.isEmpty)
      #expect(answer["徐汇区"]?.status == "accepted" && answer["徐汇区"]?.reminder == nil)
    }
  }

  @Test(arguments: cases)
  func `status as text, with the reminder`(_ test: Case) throws {
    try Self.inOffice(test) { office in
      let outcome = try office.run("status", [office.tables, "--period", test.period])
      #expect(outcome.status == test.exit && outcome.errors.isEmpty)
      let lines = outcome.text.split(separator: "\n")
      #expect(lines.contains { $0.hasPrefix("黄浦区") && $0.contains(test.word) })
      #expect(outcome.text.contains("应报 2 个单位，通过 \(test.reminder.isEmpty ? 2 : 1)"))
      let reminder = outcome.text.split(separator: "【催报】")
      #expect(reminder.count == (test.reminder.isEmpty ? 1 : 2))
      for word in test.reminder + (test.reminder.isEmpty ? [] : ["黄浦区", test.period]) {
        #expect(reminder.last?.contains(word) == true, "\(word)")
      }
    }
  }

  @Test(arguments: cases)
  func `status as CSV`(_ test: Case) throws {
    try Self.inOffice(test) { office in
      let path = office.scratch.path("status.csv")
      let outcome = try office.run(
        "status", [office.tables, "--period", test.period, "--format", "csv", "-o", path])
      #expect(outcome.status == test.exit && outcome.output.isEmpty)
      let rows = SimpleCSV.rows(try String(contentsOfFile: path, encoding: .utf8))
      #expect(rows.map(\.count) == [10, 10, 10])
      #expect(rows[1].prefix(4) == ["U-黄浦区", "黄浦区", test.period, test.word])
      #expect(rows[1][4].isEmpty == test.reminder.isEmpty)
      #expect(rows[1][5].hasSuffix("own.csv") == (test.table != nil))
    }
  }

  @Test func `every state has an English word`() throws {
    let words = [
      "accepted", "missing", "rejected", "needs explanation", "needs explanation", "nil return",
      "months missing",
    ]
    for (test, word) in zip(Self.cases, words) {
      try Self.inOffice(test) { office in
        let text = try office.run(
          "status", [office.tables, "--period", test.period, "--lang", "en"]
        ).text
        #expect(text.split(separator: "\n").contains { $0.hasPrefix("黄浦区") && $0.contains(word) })
        #expect(text.contains("[Reminder]") == !test.reminder.isEmpty)
      }
    }
  }

  @Test func `lenient counts open queries as accepted`() throws {
    try Self.inOffice(Self.cases[3]) { office in
      let answer = try office.status("2023-08", "--lenient")
      #expect(answer.exit == 0 && answer["黄浦区"]?.status == "accepted")
    }
  }

  /// A file that nobody can place may be the one that is missed.
  @Test func `a table without a unit or period is named`() throws {
    try Office.with { office in
      try office.add(DistrictTable(period: "八月份"), as: "undated")
      let outcome = try office.run("status", [office.tables, "--period", "2023-08"])
      #expect(outcome.status == 1)
      #expect((outcome.text + outcome.remarks).contains("undated.csv"))
    }
  }
}
