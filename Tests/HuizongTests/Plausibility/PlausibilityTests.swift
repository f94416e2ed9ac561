import Foundation
import Testing

/// Tables that add up and are still wrong, found by what they are compared with.
struct PlausibilityTests {
  private static let october = "2023-10"

  @Test(arguments: ["黄浦区", "闵行区", "崇明区", "浦东新区"])
  func `a table in line with its months raises nothing`(unit: String) throws {
    #expect(try UnitReport(unit, Self.october).checked().map(\.message) == [])
  }

  @Test func `a digit too many is found in its cell, with what it was compared with`() throws {
    let report = try UnitReport("闵行区", Self.october)
    let row = try #require((0..<20).first { (8...30).contains(report[$0, UnitReport.reports]) })
    let value = report[row, UnitReport.reports] * 10
    let findings = try report.changed { $0[row, UnitReport.reports] = value }.checked()
    #expect(findings.map(\.code) == ["P01"])
    let finding = try #require(findings.first)
    #expect(finding.cell == UnitReport.cell(row, UnitReport.reports))
    #expect(finding.found == String(value) && finding.level == "query")
    #expect(finding.message.contains("前 4 个月共") && finding.message.contains("其他 17 个单位"))
    #expect(finding.message.contains("去掉末位是 \(value / 10)"))
  }

  @Test func `an explanation on the row answers it`() throws {
    var report = try UnitReport("闵行区", Self.october)
    let row = try #require((0..<20).first { (8...30).contains(report[$0, UnitReport.reports]) })
    report[row, UnitReport.reports] *= 10
    report.explanations[row] = "国庆前集中采集了网络舆情信息"
    try Scratch.with { scratch in
      let path = try scratch.file("table.csv", report.text).path
      let (status, result) = try Binary().report(["check", path, "--history", "samples/year"])
      #expect(status == 0 && result.files[0].status == "accepted")
      #expect(result.findings.filter { $0.code == "P01" }.map(\.explanation) != [nil])
    }
  }

  // MARK: Money

  private static func inYuan(_ unit: String, _ period: String) throws -> UnitReport {
    try UnitReport(unit, period).changed { report in
      for row in 0..<20 {
        let text = report.rows[row][UnitReport.fines]
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        let decimals = String(((parts.count > 1 ? String(parts[1]) : "") + "0000").prefix(4))
        report.rows[row][UnitReport.fines] = String(Int(parts[0] + decimals) ?? 0)
      }
    }
  }

  @Test func `a money column in 元 is an error when the unit's own months prove it`() throws {
    let findings = try Self.inYuan("浦东新区", Self.october).checked().filter { $0.code == "P02" }
    #expect(findings.map(\.level) == ["error"] && findings.map(\.cell) == ["I3"])
    let message = try #require(findings.first).message
    #expect(message.contains("按“元”填") && message.contains("本单位以前平均"))
    #expect(message.contains("乘 0.0001"))
  }

  @Test func `and a query when only other units are there to compare with`() throws {
    let findings = try Self.inYuan("浦东新区", "2023-06").checked(["--history", "samples/year/2023-06"])
    #expect(findings.map(\.code) == ["P02"] && findings.map(\.level) == ["query"])
    #expect(findings.first?.message.contains("本单位以前") == false)
  }

  // MARK: Whole tables

  @Test func `last month's table sent again names that month`() throws {
    var report = try UnitReport("黄浦区", "2023-09")
    report.period = Self.october
    let findings = try report.checked()
    #expect(findings.map(\.code) == ["P04"])
    #expect(findings.first?.message.contains("本单位 2023-09") == true)
  }

  @Test func `with a few figures changed it is still last month's`() throws {
    var report = try UnitReport("黄浦区", "2023-09")
    report.period = Self.october
    for row in 0..<10 { report[row, UnitReport.reports] += 1 }
    #expect(try report.checked().map(\.code) == ["P04"])
  }

  @Test func `another unit's table names the unit`() throws {
    var report = try UnitReport("徐汇区", Self.october)
    report.unit = "黄浦区"
    let findings = try report.checked()
    #expect(findings.map(\.code) == ["P04"])
    #expect(findings.first?.message.contains("徐汇区 2023-10") == true)
  }

  @Test func `cumulative figures in a month's table are asked about once`() throws {
    let months = try ["2023-06", "2023-07", "2023-08", "2023-09"].map {
      try UnitReport("闵行区", $0)
    }
    let findings = try UnitReport("闵行区", Self.october).changed { report in
      for row in 0..<20 {
        for figure in 1...15 where TestForm.annex2.metrics[figure - 1].kind == .count {
          report[row, figure] += months.reduce(0) { $0 + $1[row, figure] }
        }
      }
    }.checked()
    #expect(findings.map(\.code) == ["P08"])
    #expect(findings.first?.help.contains("2023-06—2023-10") == true)
  }

  // MARK: Lines

  @Test func `two rows exchanged are named, and their cells are not asked about one by one`() throws
  {
    let (tanks, batteries) = (1, 9)
    let findings = try UnitReport("浦东新区", Self.october).changed { report in
      let figures = report.rows[tanks].dropFirst()
      report.rows[tanks].replaceSubrange(1..., with: report.rows[batteries].dropFirst())
      report.rows[batteries].replaceSubrange(1..., with: figures)
    }.checked()
    #expect(findings.map(\.code) == ["P07"])
    let message = try #require(findings.first).message
    #expect(message.contains("“危险化学品车载常压罐体”与“电动自行车充电器和电池”两行的数像是互换了"))
  }

  @Test func `rows moved down by one are named from first to last`() throws {
    let findings = try UnitReport("浦东新区", Self.october).changed { report in
      for row in (4..<20).reversed() {
        report.rows[row].replaceSubrange(1..., with: report.rows[row - 1].dropFirst())
      }
      report.rows[3].replaceSubrange(1..., with: Array(repeating: "0", count: 15))
    }.checked()
    #expect(findings.first { $0.code == "P07" }?.message.contains("下移了一行") == true)
  }

  @Test func `two columns exchanged point at the header`() throws {
    let findings = try UnitReport("浦东新区", Self.october).changed { report in
      for row in 0..<20 {
        let reports = report[row, 1]
        report[row, 1] = report[row, 13]
        report[row, 13] = reports
      }
    }.checked().filter { $0.code == "P07" }
    #expect(findings.map(\.cell) == ["B3"])
    #expect(findings.first?.message.contains("“采集风险信息”与“解决质量问题”两列") == true)
  }

  /// The only columns of their groups: how busy the unit was with that kind of work excuses nothing.
  @Test(arguments: ["闵行区", "浦东新区", "嘉定区"])
  func `columns of different work exchanged are named, with their totals`(unit: String) throws {
    let (exposed, talks) = (11, 15)
    let findings = try UnitReport(unit, Self.october).changed { report in
      for row in 0..<20 { report.rows[row].swapAt(exposed, talks) }
    }.checked().filter { $0.code == "P07" }
    let message = try #require(findings.first).message
    #expect(message.contains("“违法案件”与“约谈企业”两列的数像是互换了；如“合计”"))
  }

  @Test(arguments: ["闵行区", "浦东新区", "嘉定区"])
  func `two money columns exchanged are seen by what stands beside what`(unit: String) throws {
    let findings = try UnitReport(unit, Self.october).changed { report in
      for row in 0..<20 { report.rows[row].swapAt(UnitReport.fines, UnitReport.fines + 1) }
    }.checked().filter { $0.code == "P07" }
    #expect(findings.map(\.cell) == ["I3"])
    #expect(findings.first?.message.contains("“罚没金额”与“案值”两列的数像是互换了") == true)
  }

  @Test func `a share out of line is a hint`() throws {
    let report = try UnitReport("浦东新区", Self.october).changed { report in
      let row = 18
      report[row, 4] = 20
      report[row, UnitReport.batches] = 40
      report[row, UnitReport.failures] = 30
    }
    try Scratch.with { scratch in
      let path = try scratch.file("table.csv", report.text).path
      let result = try Binary().report(["check", path, "--history", "samples/year"]).report
      let share = result.findings.filter { $0.code == "P03" }
      #expect(share.map(\.level) == ["hint"])
      #expect(share.first?.message.contains("占 75%") == true)
    }
  }
}
