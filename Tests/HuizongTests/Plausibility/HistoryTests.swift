import Foundation
import Testing

/// What tables are compared with: which versions count, and what is said when there is too little.
struct HistoryTests {
  private func text(_ arguments: [String]) throws -> String { try Binary().run(arguments).text }

  @Test func `without a history the report says what it did not look at, above the last line`()
    throws
  {
    let lines = try text(["check", "samples/year/2023-10/黄浦区.csv"]).split(separator: "\n")
    #expect(lines.dropLast().last?.contains("--history") == true)
    #expect(lines.last?.hasPrefix("共 1 份") == true)
  }

  @Test func `too few months are said, once`() throws {
    let result = try text(["check", "samples/year/2023-07", "--history", "samples/year/2023-06"])
    #expect(result.components(separatedBy: "以前的月份不足 3 个").count == 2)
    let json = try text([
      "check", "samples/year/2023-07", "--history", "samples/year/2023-06", "--format", "json",
    ])
    #expect(json.contains("\"comparison\""))
    #expect(json.contains("\"withoutMonths\":17"))
  }

  @Test func `too few other units are said`() throws {
    try Scratch.with { scratch in
      for month in 6...9 {
        let name = month == 6 ? "2023-06" : "2023-0\(month)"
        try scratch.file("\(name).csv", try UnitReport("松江区", name).text)
      }
      let path = try scratch.file("now/now.csv", try UnitReport("松江区", "2023-10").text).path
      let result = try text(["check", path, "--history", scratch.folder.path])
      #expect(result.contains("其他单位同一个月的报表不足 5 个"))
    }
  }

  /// A table that was sent back must not make the next month's look wrong.
  @Test func `what replaced a table counts, not what it replaced`() throws {
    try Scratch.with { scratch in
      var months = ["2023-06", "2023-07", "2023-08", "2023-09"]
      for month in months { try scratch.file("\(month).csv", try UnitReport("松江区", month).text) }
      months = []
      let wrong = try UnitReport("松江区", "2023-09").changed { report in
        for row in 0..<20 { report[row, UnitReport.reports] *= 30 }
      }
      try scratch.file("2023-09.csv", wrong.text)
      let right = try UnitReport("松江区", "2023-09").text
        .replacing("数据周期,2023-09", with: "数据周期,2023-09\r\n修订,2")
      try scratch.file("2023-09-2.csv", right)
      try UnitReport.others(than: "松江区", to: scratch)
      let findings = try UnitReport("松江区", "2023-10")
        .checked(["--history", scratch.folder.path])
      #expect(findings.map(\.message) == [])
    }
  }

  /// A unit that reports cumulatively is compared by what each table adds to the one before.
  @Test func `cumulative tables are compared by what they add`() throws {
    try Scratch.with { scratch in
      var sum = try UnitReport("松江区", "2023-06")
      let row = try #require((0..<20).first { (8...30).contains(sum[$0, UnitReport.reports]) })
      for month in 7...10 {
        if month > 6 {
          let name = month == 10 ? "2023-10" : "2023-0\(month)"
          let next = try UnitReport("松江区", name)
          for row in 0..<20 {
            for figure in 1...15 where TestForm.annex2.metrics[figure - 1].kind == .count {
              sum[row, figure] += next[row, figure]
            }
          }
          sum.period = "2023年6月至\(month)月"
        }
        if month < 10 { try scratch.file("own/\(month).csv", sum.text) }
      }
      try scratch.file("own/6.csv", try UnitReport("松江区", "2023-06").text)
      try UnitReport.others(than: "松江区", to: scratch)
      let history = ["--history", scratch.folder.path]
      #expect(try sum.checked(history).filter { $0.code.hasPrefix("P") }.map(\.message) == [])
      sum[row, UnitReport.reports] += 400
      let findings = try sum.checked(history).filter { $0.code.hasPrefix("P") }
      #expect(findings.map(\.code) == ["P01"])
      #expect(findings.first?.message.contains("累计数减去以前各月") == true)
    }
  }

  @Test func `a broken section of the rules is refused with its place`() throws {
    try Scratch.with { scratch in
      let form = try FormFolder(in: scratch) { book in
        var section = book["plausibility"] as? [String: Any] ?? [:]
        section["amounts"] = [["metric": "罚没金", "per": "立案"]]
        section["gap"] = 0
        section["spread"] = "wide"
        book["plausibility"] = section
      }
      let outcome = try Binary().run([
        "check", "samples/year/2023-10", "--form", form.path, "--history", "samples/year",
      ])
      #expect(outcome.status == 2)
      #expect(outcome.remarks.contains("罚没金额") && outcome.remarks.contains("plausibility.gap"))
      #expect(outcome.remarks.contains("plausibility.spread"))
    }
  }

  @Test func `a form without the section compares nothing`() throws {
    try Scratch.with { scratch in
      let form = try FormFolder(in: scratch) { $0["plausibility"] = nil }
      let result = try text([
        "check", "samples/year/2023-10", "--form", form.path, "--history", "samples/year",
      ])
      #expect(!result.contains("P0") && !result.contains("没有与以前各月"))
    }
  }

  /// A check of files looks at each by itself; what only all of them show is not passed over.
  @Test func `what is left to status and rollup is said`() throws {
    let both = ["samples/year/2023-08/黄浦区.csv", "samples/year/2023-09/黄浦区.csv"]
    #expect(try Binary().run(["check"] + both).remarks == "")
    try Scratch.with { scratch in
      let range = try UnitReport("黄浦区", "2023-08").changed { $0.period = "2023-08—2023-09" }
      for other in [try scratch.file("range.csv", range.text).path, "samples/year/2023-08/黄浦区.csv"]
      {
        let rival = try UnitReport("黄浦区", "2023-08").changed { $0[0, 1] += 1 }
        let files = [other, try scratch.file("rival.csv", rival.text).path]
        #expect(try Binary().run(["check"] + files).remarks.contains("用 huizong status 或 rollup"))
      }
    }
  }
}
