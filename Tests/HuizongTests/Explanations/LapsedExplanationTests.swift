import Testing

/// An explanation holds for the values that it came with (`--history` holds the earlier table).
struct LapsedExplanationTests {
  private static let words = ExplanationTests.reason
  private static let others = "新增三家销售企业都没有抽样"

  private static func table(firms: String, _ text: String) -> TestTable {
    TestTable().with("化肥", "抽查企业", firms).explained("化肥", text)
  }

  /// What is said of the second when the first was sent before.
  private static func after(
    _ first: TestTable, _ second: TestTable, _ options: String...
  ) throws -> CheckReport.File {
    try Scratch.with { scratch in
      try scratch.file("earlier/table.csv", first.text)
      return try second.checked(["--history", scratch.path("earlier")] + options).file
    }
  }

  @Test func `a changed cell with the same words is open again`() throws {
    let file = try Self.after(
      Self.table(firms: "9", Self.words), Self.table(firms: "12", Self.words))
    #expect(file.places == ["L03 E8", "E03 Q8"])
    #expect(file.findings.map(\.level) == ["query", "hint"])
    #expect(file.findings.map(\.explanation) == [nil, nil])
    #expect(file.status == "needs-explanation")
    let message = try #require(file.findings.last?.message)
    for word in [Self.words, "抽查企业（家）", "9", "12", "L03"] { #expect(message.contains(word)) }
  }

  @Test func `the same words in another width are the same words`() throws {
    let first = Self.table(firms: "9", "L03:新增三家(销售),都没有抽样")
    let second = Self.table(firms: "12", "L03：新增三家（销售），都没有抽样")
    #expect(try Self.after(first, second).places == ["L03 E8", "E03 Q8"])
  }

  static let kept: [(firms: String, text: String)] = [("9", words), ("12", others), ("9", others)]

  @Test(arguments: kept.indices)
  func `the same values, or other words, are still explained`(index: Int) throws {
    let (firms, text) = Self.kept[index]
    let file = try Self.after(Self.table(firms: "9", Self.words), Self.table(firms: firms, text))
    #expect(file.places == ["L03 E8"])
    #expect(file.findings.map(\.explanation) == [text])
    #expect(file.status == "accepted")
  }

  @Test func `a change in a figure that the query is not about does no harm`() throws {
    let second = Self.table(firms: "9", Self.words).with("化肥", "采集风险信息", "6")
      .with("水泥", "抽查企业", "7")
    let file = try Self.after(Self.table(firms: "9", Self.words), second)
    #expect(file.places == ["L03 E8"] && file.status == "accepted")
  }

  @Test func `a change in either figure of the query counts`() throws {
    let second = Self.table(firms: "9", Self.words).with("化肥", "抽查批次数", "7")
    let file = try Self.after(Self.table(firms: "9", Self.words), second)
    #expect(file.places == ["L03 E8", "E03 Q8"])
    #expect(file.findings.last?.message.contains("抽查批次数") == true)
  }

  @Test func `the table of another month or of another unit says nothing about this one`() throws {
    var july = Self.table(firms: "9", Self.words)
    july.period = "2023-07"
    var other = Self.table(firms: "9", Self.words)
    other.unit = "徐汇区市场监管局"
    for first in [july, other] {
      let file = try Self.after(first, Self.table(firms: "12", Self.words))
      // That the two tables are alike otherwise is another matter.
      #expect(file.places.filter { !$0.hasPrefix("P04") } == ["L03 E8"])
    }
  }

  @Test func `a nil return that repeats the words of a table with figures is open again`() throws {
    let first = TestTable.empty.with("水泥", "采集风险信息", "1").below("说明", Self.words)
    let file = try Self.after(first, TestTable.empty.below("说明", Self.words))
    #expect(file.places == ["L12 -", "E03 B24"])
    #expect(file.status == "needs-explanation")
  }

  @Test func `a coded check that asks depends on its own cell only`() throws {
    try Scratch.with { scratch in
      let form = try FormFolder(in: scratch) { $0["levels"] = ["V01": "query"] }
      let first = TestTable().with("化肥", "违法案件", "").explained("化肥", Self.words)
      let second = first.with("化肥", "采集风险信息", "6")
      let file = try Self.after(first, second, "--form", form.path)
      #expect(file.places == ["V01 L8"] && file.status == "accepted")
    }
  }
}
