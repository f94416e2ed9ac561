import Foundation
import Testing

/// Rules are data: an office adds, switches off and re-levels them in a file.
struct OwnRuleTests {
  static let own: [String: any Sendable] = [
    "code": "Z01", "name": "too-many-talks", "level": "query", "when": "约谈企业>0且立案=0",
    "require": "约谈企业 <= 抽查企业 + 帮扶企业",
    "chinese": [
      "title": "约谈过多", "message": "“{category}”约谈 {约谈企业} 家，多于 {right} 家，多 {gap}；罚没 {罚没金额} 万元",
      "help": "核对约谈企业。",
    ],
    "english": [
      "title": "Many talks", "message": "{约谈企业} firms talked to in {cell}, {gap} more than {right}",
      "help": "Look at the firms talked to.",
    ],
  ]

  private static let table = TestTable().with("化肥", "约谈企业", "12").with("化肥", "立案", "0")
    .with("化肥", "罚没金额", "0").with("化肥", "案值", "0")

  private static func checked(
    _ table: TestTable, _ options: String..., change: (inout [String: Any]) -> Void
  ) throws -> TestTable.Result {
    try Scratch.with { scratch in
      try table.checked(["--form", FormFolder(in: scratch, change: change).path] + options)
    }
  }

  @Test(arguments: [
    ("zh", "“化肥”约谈 12 家，多于 8 家，多 4；罚没 0 万元", "核对约谈企业。"),
    ("en", "12 firms talked to in P8, 4 more than 8", "Look at the firms talked to."),
  ])
  func `a rule of one's own is found with its numbers in its words`(
    language: String, message: String, help: String
  ) throws {
    let (status, file) = try Self.checked(Self.table, "--lang", language) { $0.add(Self.own) }
    let finding = try #require(file.findings.first)
    #expect(file.findings.count == 1 && status == 1)
    #expect([finding.code, finding.rule, finding.level] == ["Z01", "too-many-talks", "query"])
    #expect([finding.cell, finding.category, finding.metric] == ["P8", "化肥", "约谈企业"])
    #expect([finding.found, finding.expected, finding.gap] == ["12", "8", "4"])
    #expect(finding.message == message && finding.help == help)
  }

  @Test func `a rule of one's own keeps silent at its limit`() throws {
    let table = Self.table.with("化肥", "约谈企业", "8")
    #expect(try Self.checked(table) { $0.add(Self.own) }.file.places == [])
  }

  @Test func `its code limits an explanation like any other`() throws {
    let table = Self.table.with("化肥", "抽查企业", "9").explained("化肥", "Z01：本月集中约谈了上月的企业")
    let (_, file) = try Self.checked(table) { $0.add(Self.own) }
    #expect(
      file.findings.map { "\($0.code) \($0.explanation != nil)" } == ["L03 false", "Z01 true"])
  }

  @Test func `a sentence may quote a figure that cannot be read`() throws {
    let table = Self.table.with("化肥", "罚没金额", "约3")
    let (_, file) = try Self.checked(table) { $0.add(Self.own) }
    let finding = try #require(file.findings.first { $0.code == "Z01" })
    #expect(finding.message.hasSuffix("罚没 （读不出） 万元"))
  }

  // MARK: Levels

  private static let strange = TestTable().with("化肥", "抽查企业", "9").with("水泥", "违法案件", "")
    .renamed("危险化学品", "水泥").renamed("水泥", "危险化学品").withTotal()

  private static func levels(change: (inout [String: Any]) -> Void) throws -> [String] {
    try checked(strange, change: change).file.findings.map { "\($0.code) \($0.level)" }
  }

  @Test func `a rule that is switched off is silent`() throws {
    #expect(try Self.levels { _ in } == ["L03 query", "S32 hint", "V01 hint"])
    #expect(try Self.levels { $0.set("L03", "level", "off") } == ["S32 hint", "V01 hint"])
  }

  @Test func `a rule is re-leveled`() throws {
    #expect(try Self.levels { $0.set("L03", "level", "error") }.first == "L03 error")
    #expect(try Self.levels { $0.set("L03", "level", "hint") }.first == "L03 hint")
  }

  @Test func `a level may differ between a month and a cumulative table`() throws {
    func levels(_ period: String) throws -> [String] {
      let table = TestTable(period: period).with("化肥", "抽查企业", "9")
      return try Self.checked(table) {
        $0.set("L03", "level", ["cumulative": "error"])
      }.file.findings.map(\.level)
    }
    #expect(try levels("2023-08") == [])
    #expect(try levels(TestTable.cumulative) == ["error"])
  }

  @Test func `built-in checks change their level under levels`() throws {
    let found = try Self.levels { $0["levels"] = ["V01": "query", "S32": "off"] }
    #expect(found == ["V01 query", "L03 query"])
  }

  @Test func `a built-in check that asks can be explained`() throws {
    let table = TestTable().with("水泥", "违法案件", "").explained("水泥", "本月没有曝光过案件")
    let (status, file) = try Self.checked(table) { $0["levels"] = ["V01": "query"] }
    #expect(file.places == ["V01 L6"])
    #expect(file.findings.first?.explanation == "本月没有曝光过案件")
    #expect(file.status == "accepted" && status == 0)
  }

  @Test func `remarks on explanations can be switched off too`() throws {
    let table = TestTable().explained("水泥", ExplanationTests.reason)
    #expect(try Self.checked(table) { $0["levels"] = ["E01": "off"] }.file.places == [])
  }
}
