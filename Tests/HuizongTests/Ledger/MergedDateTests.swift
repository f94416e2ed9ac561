import Foundation
import Testing

@testable import HuizongCore

/// A wrong date over several rows, merged, is one fault; and what was probably meant is said.
struct MergedDateTests {
  /// What is found in a ledger of three cases that share one date of sending.
  private static func findings(_ date: String) throws -> [CheckReport.Finding] {
    let header = "报送时间,立案时间,案例内容,典型案例办理进度,是否依法曝光,是否纳入国家企业信用信息公示系统"
    let rows = ["甲公司销售不合格电线", "乙公司销售不合格头盔", "丙公司销售不合格燃气灶"].enumerated().map { index, text in
      "\(index == 0 ? date : ""),2023-07-1\(index),\(text),已结案,是,是"
    }
    return try Scratch.with { scratch in
      let text = (["单位：黄浦区市场监管局", header] + rows).joined(separator: "\r\n") + "\r\n"
      let path = try scratch.file("ledger.csv", text).path
      return try Binary().check([path]).report.findings
    }
  }

  @Test(arguments: ["2023-08", "八月底", "#####", "2023-08-32", "202382", "2023-08-3\u{FFFD}"])
  func `what cannot be read is said once`(date: String) throws {
    let findings = try Self.findings(date).filter { $0.code != "A27" }
    #expect(findings.count == 1 && findings[0].cell == "A3" && findings[0].level == "error")
  }

  @Test func `another year, and a month outside, are said once`() throws {
    let year = try Self.findings("2022-08-31")
    #expect(year.filter { $0.code == "A22" }.map(\.cell) == ["A3"])
    let outside = try Self.findings("2023-11-30")
    #expect(outside.filter { $0.code == "A23" }.map(\.cell) == ["A3"])
  }

  @Test func `a right date is still taken from above, and said`() throws {
    #expect(try Self.findings("2023-08-31").map(\.short).map { $0.prefix(3) } == ["A14", "A14"])
  }

  private static let meant: [(text: String, days: [String])] = [
    ("202382", ["2023-08-02"]), ("2023831", ["2023-08-31"]), ("230831", ["2023-08-31"]),
    ("2023111", ["2023-01-11", "2023-11-01"]), ("23/8/5", ["2023-08-05"]),
    ("23.8.31", ["2023-08-31"]), ("31/8/2023", ["2023-08-31"]),
    ("05/08/2023", ["2023-05-08", "2023-08-05"]), ("2023/31/8", ["2023-08-31"]),
    ("8月5日", ["2023-08-05"]), ("5/8", ["2023-05-08", "2023-08-05"]), ("22-12-30", ["2022-12-30"]),
    ("2023-08-32", []), ("2023-08", []), ("上月", []), ("约23/8/5", []), ("", []), ("12", []),
    ("1999/31/8", []), ("99999999999", []), ("2023-08-01-02", []),
  ]

  @Test(arguments: meant.indices)
  func `what was probably meant`(index: Int) {
    let (text, days) = Self.meant[index]
    #expect(DaySuggestion.days(for: text, year: 2023) == days, "\(text)")
  }

  @Test func `the finding says it`() throws {
    let message = try Self.findings("202382").first { $0.code == "A12" }?.message
    #expect(message?.contains("不是一个日期；是否应为：2023-08-02？") == true)
    let other = try Self.findings("23/8/5").first { $0.code == "A12" }?.message
    #expect(other?.contains("是否应为：2023-08-05？") == true)
  }
}
