import Testing

@testable import HuizongCore

/// Texts that say nothing: they do not count, and the query stays open.
struct ThinExplanationTests {
  static let tooShort = ["无", "正常", "两家都计入", "厂店 都（计）入", "，，，，，，，，", "12345"]

  static let stock = [
    "核实无误核实无误", "经核实，情况属实", "已核实，数据无误", "情况属实情况属实情况属实", "经核实无误，特此说明",
    "核对无误；确认无误。", "数据真实有效，没有问题", "以上情况属实，同意", "无误无误无误", "哈哈哈哈哈哈哈哈",
    "已核实已核对已确认", "核实说明无误正常", "123456", "已核实。2023-08-05",
  ]

  static let reasons = [
    "厂店都计入内", "经核实，生产、销售双方都计入", "一批货抽了三家门店", "6月立案，8月移送", "无误报：企业停产未抽样",
    "本月补报上月漏填的两家企业，情况属实",
  ]

  private static let policy = TestRules.annex2.explanations

  @Test(arguments: tooShort)
  func `under six characters it does not count`(text: String) {
    #expect(Self.policy.objection(to: text)?.chinese == "不足 6 个字")
  }

  @Test(arguments: stock)
  func `a stock phrase does not count, alone, repeated or with others`(text: String) {
    #expect(Self.policy.objection(to: text)?.chinese.contains("套话") == true)
  }

  @Test(arguments: reasons)
  func `a reason counts, even beside a stock phrase`(text: String) {
    #expect(Self.policy.objection(to: text) == nil)
  }

  @Test(arguments: ["情况属实情况属实", "两家都计入"])
  func `the query stays open and the report says why`(text: String) throws {
    let table = TestTable().with("化肥", "抽查企业", "9").explained("化肥", text)
    let (status, file) = try table.checked()
    #expect(file.places == ["L03 E8", "E02 Q8"])
    #expect(file.findings.map(\.explanation) == [nil, nil])
    #expect(file.findings.last?.message.contains(text) == true)
    #expect(file.status == "needs-explanation" && status == 1)
  }
}
