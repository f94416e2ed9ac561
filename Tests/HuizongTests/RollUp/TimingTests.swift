import Foundation
import Testing

/// Who is late by how much, by the form's own calendar.
struct TimingTests {
  struct Case: CustomTestStringConvertible {
    var table: DistrictTable?
    var period = "2023-08"
    let today: String
    let timing: String
    var due: String?
    var late: Int?
    var left: Int?
    var testDescription: String { "\(period) \(today) \(timing)" }
  }

  private static let cumulative = DistrictTable(period: "2023-06—2023-10")

  private static let cases = [
    Case(today: "2023-08-30", timing: "not-due", due: "2023-08-31", left: 1),
    Case(today: "2023-08-31", timing: "due-today", due: "2023-08-31"),
    Case(today: "2023-09-01", timing: "late", due: "2023-08-31", late: 1),
    Case(today: "2024-03-01", timing: "late", due: "2023-08-31", late: 183),
    Case(table: DistrictTable(), today: "2024-03-01", timing: "delivered"),
    // What was sent back, or is not explained, was not delivered.
    Case(
      table: DistrictTable().with(2, 6, "99"), today: "2023-09-05", timing: "late",
      due: "2023-08-31", late: 5),
    Case(
      table: DistrictTable().with(2, 4, "0"), today: "2023-09-05", timing: "late",
      due: "2023-08-31", late: 5),
    // The first month that lacks.
    Case(
      table: DistrictTable(), period: "2023-07—2023-09", today: "2023-08-02", timing: "late",
      due: "2023-07-31", late: 2),
    Case(
      table: DistrictTable(period: "2023-07"), period: "2023-07—2023-08", today: "2023-08-30",
      timing: "not-due", due: "2023-08-31", left: 1),
    // The table of the whole campaign has a day of its own.
    Case(
      table: cumulative.with(2, 6, "99"), period: "2023-06—2023-10", today: "2023-11-14",
      timing: "not-due", due: "2023-11-15", left: 1),
    Case(
      table: cumulative.with(2, 6, "99"), period: "2023-06—2023-10", today: "2023-11-16",
      timing: "late", due: "2023-11-15", late: 1),
  ]

  @Test(arguments: cases)
  func `a unit is in time or late`(_ test: Case) throws {
    try Office.with { office in
      if let table = test.table { try office.add(table, as: "own") }
      let answer = try office.status(test.period, "--today", test.today)
      let unit = try #require(answer["黄浦区"])
      #expect(unit.timing == test.timing && unit.due == test.due, "\(unit)")
      #expect(unit.daysLate == test.late && unit.daysLeft == test.left)
      #expect(answer.today == test.today)
      let text = try office.run(
        "status", [office.tables, "--period", test.period, "--today", test.today]
      ).text
      if let late = test.late {
        #expect(text.contains("逾期 \(late) 天") && text.contains("；逾期 1\n"))
        #expect(unit.reminder?.contains("应于 \(test.due ?? "") 前报送，已逾期 \(late) 天") == true)
      } else {
        #expect(!text.contains("已逾期") && text.contains("；逾期 0\n"))
      }
    }
  }

  @Test func `a unit that need not report is never late`() throws {
    try Office.with(required: ["黄浦区"], optional: ["执法总队"]) { office in
      try office.add(DistrictTable(), as: "own")
      let outcome = try office.run(
        "status", [office.tables, "--period", "2023-08", "--today", "2023-12-31"])
      #expect(outcome.status == 0 && !outcome.text.contains("逾期 1"))
    }
  }

  @Test(
    arguments: [
      ("2023-06-30", ["2023-06-30", "2023-07-31", "2023-08-15"]),
      ("2023-08-15", ["2023-08-15", "2023-08-31", "2023-09-30"]),
      ("2023-08-16", ["2023-08-31", "2023-09-30", "2023-10-31"]),
      ("2023-11-15", ["2023-11-15"]), ("2023-11-16", []),
      ("2022-12-31", ["2023-06-30", "2023-07-31", "2023-08-15"]),
    ])
  func `the next deadlines are named`(today: String, days: [String]) throws {
    try Office.with { office in
      let answer = try office.status("2023-08", "--today", today)
      #expect(answer.deadlines.map(\.due) == days)
      let text = try office.run(
        "status", [office.tables, "--period", "2023-08", "--today", today]
      ).text
      for day in days { #expect(text.contains(day)) }
      #expect(text.contains("各项截止日期都已过") == days.isEmpty)
    }
  }

  @Test func `CSV has the day, the delay and the words`() throws {
    try Office.with { office in
      let csv = try office.run(
        "status",
        [office.tables, "--period", "2023-08", "--today", "2023-09-05", "--format", "csv"]
      ).text
      let rows = SimpleCSV.rows(csv)
      #expect(rows[0].suffix(4) == ["截止日期", "逾期天数", "期限", "台账"])
      #expect(rows[1].suffix(4) == ["2023-08-31", "5", "逾期 5 天（2023-08-31 截止）", "缺报"])
    }
  }

  /// A form of a leap year, up to its last day.
  @Test(
    arguments: [
      ("2024-02", "2024-02-29", nil, "due-today"), ("2024-02", "2024-03-01", 1, "late"),
      ("2024-12", "2024-12-31", nil, "due-today"), ("2024-12", "2025-01-01", 1, "late"),
    ] as [(String, String, Int?, String)])
  func `leap days and year ends count`(
    period: String, today: String, late: Int?, timing: String
  ) throws {
    try Office.with { office in
      // The office has a form of its own; this is the same one for another year.
      let form = Samples.text("templates/2023-annex2/form.json")
        .replacing("\"year\": 2023", with: "\"year\": 2024")
        .replacing("\"from\": 6, \"to\": 10", with: "\"from\": 1, \"to\": 12")
      try office.scratch.file("form/form.json", form)
      let answer = try office.status(period, "--today", today)
      let unit = try #require(answer["黄浦区"])
      #expect(unit.timing == timing && unit.daysLate == late)
    }
  }

  @Test(arguments: ["2023-02-29", "2023-9-5", "gestern", "2023/09/05", ""])
  func `a day that does not exist is refused`(today: String) throws {
    let outcome = try Binary().run(
      ["status", "samples/year", "--period", "2023-08", "--today", today])
    #expect(outcome.status == 2 && outcome.remarks.contains("--today"))
  }

  @Test func `without --today it is today`() throws {
    try Office.with { office in
      let answer = try office.status("2023-08")
      let now = Calendar(identifier: .gregorian).dateComponents([.year], from: Date())
      #expect(answer.today.hasPrefix("\(now.year ?? 0)-") && answer["黄浦区"]?.timing == "late")
    }
  }
}
