import Testing

/// What T01 says about the one change that would make a total and its rows agree.
struct TotalRepairTests {
  struct Named: Sendable, CustomTestStringConvertible {
    let slip: String
    /// What the sentence must name: the cell, what belongs there, what was written.
    let chinese: [String]
    let english: [String]

    var testDescription: String { slip }
  }

  static let named = [
    Named(
      slip: "swapped-digits", chinese: ["“消防产品” F9 可能是 152", "现为 512", "相邻两位颠倒"],
      english: ["F9", "may be 152", "it says 512", "two digits swapped"]),
    Named(
      slip: "lost-digit", chinese: ["“电线电缆” B9 可能是 568", "现为 58", "少了一位"],
      english: ["B9", "may be 568", "it says 58", "a digit lost"]),
    Named(
      slip: "lost-decimal", chinese: ["“电线电缆” O7 可能是 260.07", "现为 260", "少了一位"],
      english: ["O7", "may be 260.07", "it says 260", "a digit lost"]),
    Named(
      slip: "doubled-digit", chinese: ["“燃气用品” M17 可能是 37", "现为 377", "多打了一位"],
      english: ["M17", "may be 37", "it says 377", "a digit doubled"]),
    Named(
      slip: "slipped-point", chinese: ["“电动自行车” O12 可能是 1234.56", "现为 12.3456", "小数点错位"],
      english: ["O12", "may be 1234.56", "it says 12.3456", "decimal point slipped"]),
    Named(
      slip: "row-left-out", chinese: ["可能漏加了“儿童学生用品” J25", "91.7"],
      english: ["leave out J25", "儿童学生用品", "91.7"]),
    Named(
      slip: "row-counted-twice", chinese: ["“燃气用品” C15 加了两次", "305"],
      english: ["C15", "燃气用品", "twice", "305"]),
    Named(
      slip: "total-mistyped", chinese: ["合计 B26 可能是 453", "现为 4453", "多打了一位"],
      english: ["total B26 may be 453", "it says 4453", "a digit doubled"]),
  ]

  @Test(arguments: named)
  func `a change that alone explains the gap is named`(repair: Named) throws {
    for (language, words) in [("zh", repair.chinese), ("en", repair.english)] {
      let message = try Self.message(repair.slip, language)
      for word in words { #expect(message.contains(word), "\(message)") }
      #expect(!message.contains(Self.several(language)))
    }
  }

  @Test(arguments: ["zh", "en"])
  func `of several changes none is called the answer`(language: String) throws {
    let message = try Self.message("several-repairs", language)
    #expect(message.contains(Self.several(language)))
    for cell in ["P24", "P9", "P10", "P15"] { #expect(message.contains(cell)) }
  }

  @Test(arguments: ["zh", "en"])
  func `where no change explains the gap only the gap is told`(language: String) throws {
    let message = try Self.message("no-repair", language)
    for number in ["1016", "16", "1000"] { #expect(message.contains(number)) }
    #expect(!message.contains("可能") && !message.contains("may be"))
    #expect(!message.contains(Self.several(language)))
  }

  private static func several(_ language: String) -> String {
    language == "zh" ? "不止一种" : "several changes"
  }

  private static func message(_ slip: String, _ language: String) throws -> String {
    let path = "samples/rules/T01-fails-\(slip).csv"
    let (_, report) = try Binary().report(["check", path, "--lang", language])
    return try #require(report.findings.first).message
  }

  @Test func `a cell without a number is where to look first`() throws {
    let one = TestTable().with("化肥", "抽查批次数", "").withTotal("抽查批次数", "160")
    let message = try #require(try one.checked().file.findings.first { $0.code == "T01" }).message
    #expect(message.contains("\(TestTable.cell("化肥", "抽查批次数")) 没有填数") && message.contains("漏填了 8"))
    let two = one.with("水泥", "抽查批次数", "—")
    let second = try #require(try two.checked().file.findings.first { $0.code == "T01" }).message
    #expect(second.contains("那几格") && second.contains("差 16"))
  }
}
