import Foundation
import Testing

/// `tidy` keeps what was explained: checked again, its table says what the submissions said.
struct TidyExplanationTests {
  /// What a check says, wherever it stands.
  private static func findings(_ path: String) throws -> [String] {
    try Binary().check([path]).report.files.map { file in
      let findings = file.findings.filter { !["S33"].contains($0.code) }.map { finding in
        [
          finding.code, finding.level, finding.category, finding.metric, finding.message,
          finding.explanation,
        ].map { $0 ?? "-" }.joined(separator: " ")
      }
      return "\(file.unit ?? "-") \(file.status) \(findings.sorted())"
    }
  }

  private static func expectSame(_ path: String, _ scratch: Scratch) throws {
    let tidy = scratch.path("tidy.csv")
    #expect(try Binary().run(["tidy", path, "-o", tidy]).status == 0)
    #expect(try findings(tidy) == findings(path), "\(path)")
    let again = try Binary().run(["tidy", tidy])
    #expect(again.output == (try Data(contentsOf: URL(filePath: tidy))), "\(path)")
  }

  @Test func `every rule's sample says the same after tidy`() throws {
    let names = Samples.names(in: "samples/rules")
    let paths = names.filter { !$0.hasPrefix("T01-fails") && !$0.hasPrefix("S38-fails") }
      .map { "samples/rules/\($0).csv" }
    try Scratch.with { scratch in
      var count = 0
      for path in paths where try Binary().check([path]).report.summary.rejected == 0 {
        try Self.expectSame(path, scratch)
        count += 1
      }
      #expect(count > 30)
    }
  }

  @Test func `a table that says that it does not count is not kept without these words`() throws {
    for name in ["S38-fails", "S38-fails-below"] {
      let outcome = try Binary().run(["tidy", "samples/rules/\(name).csv"])
      #expect(outcome.status == 1 && outcome.text.split(separator: "\n").count == 1)
      #expect(outcome.remarks.contains("未收入：表上写着不作数"))
    }
  }

  private static let texts = [
    "生产和销售双方都计入企业数", "L03：含“走访”, 未抽查的企业", "第一行原因不同\n第二行另有说明", "他说\"都是生产企业\"属实",
  ]

  @Test(arguments: texts)
  func `commas, quotation marks and line breaks in a text survive`(text: String) throws {
    let table = TestTable().with("化肥", "抽查企业", "9").explained("化肥", text)
    try Scratch.with { scratch in
      let path = try scratch.file("table.csv", table.text).path
      try Self.expectSame(path, scratch)
      #expect(
        try Binary().check([scratch.path("tidy.csv")]).report.findings.contains {
          $0.code == "L03" && $0.explanation != nil
        })
    }
  }

  @Test func `explanations of the table stand in rows of their own`() throws {
    let table = TestTable.empty.below("说明", "L12：本月机构调整没有开展").below("说明：L05、L06 另行报告原因")
    try Scratch.with { scratch in
      let path = try scratch.file("table.csv", table.text).path
      try Self.expectSame(path, scratch)
      let rows = try String(contentsOfFile: scratch.path("tidy.csv"), encoding: .utf8)
        .split(whereSeparator: \.isNewline)
      #expect(rows[0].hasSuffix(",说明"))
      #expect(rows.count(where: { $0.contains(",合计,,,") }) == 2)
      #expect(rows.contains { $0.hasSuffix(",L12：本月机构调整没有开展") })
    }
  }

  /// As tidy files were written before.
  @Test func `a tidy table without the column is read as well`() throws {
    try Scratch.with { scratch in
      let path = try scratch.file("table.csv", TestTable().text).path
      let tidy = try Binary().run(["tidy", path]).text
      let old = tidy.split(whereSeparator: \.isNewline).map { line in
        line.split(separator: ",", omittingEmptySubsequences: false).dropLast()
          .joined(separator: ",")
      }
      let file = try scratch.file("old.csv", old.joined(separator: "\r\n") + "\r\n").path
      #expect(try Binary().run(["tidy", file]).text == tidy)
    }
  }

  /// What is said in the row 合计 of any table is said of the table.
  @Test func `a text beside the total answers for the table`() throws {
    let blank = Array(repeating: "0", count: 15)
    var table = TestTable.empty
    table.below = [["合计"] + blank + ["本月机构调整没有开展"]]
    let (_, file) = try table.checked()
    #expect(file.findings.map(\.explanation) == ["本月机构调整没有开展"])
    #expect(file.status == "accepted")
  }

  @Test func `a text that a spreadsheet would run is kept as text`() throws {
    let table = TestTable().with("化肥", "抽查企业", "9").explained("化肥", "=1+1 企业重复计入")
    try Scratch.with { scratch in
      let path = try scratch.file("table.csv", table.text).path
      #expect(try Binary().run(["tidy", path]).text.contains(",'=1+1 企业重复计入"))
    }
  }
}
