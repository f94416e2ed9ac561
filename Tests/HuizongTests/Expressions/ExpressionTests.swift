import Testing

@testable import HuizongCore

/// What an expression means for one row of figures.
struct ExpressionTests {
  private static let figures = TestFigures([
    "抽查企业": "6", "抽查批次数": "8", "发现不合格产品": "2", "立案": "3", "罚没金额": "26.5", "案值": "1.5",
    "约谈企业": "4",
  ])

  static let comparisons: [(text: String, holds: Bool)] = [
    ("立案 < 3", false), ("立案 <= 3", true), ("立案 = 3", true), ("立案 == 3", true),
    ("立案 != 3", false), ("立案 >= 3", true), ("立案 > 3", false), ("立案 ≤ 2", false),
    ("立案 ≥ 4", false), ("立案 ≠ 4", true), ("3 >= 立案", true), ("立案>=3", true),
  ]

  static let sums: [(text: String, holds: Bool)] = [
    ("抽查企业 + 发现不合格产品 = 抽查批次数", true), ("抽查批次数 - 抽查企业 - 发现不合格产品 = 0", true),
    ("抽查批次数 - (抽查企业 - 发现不合格产品) = 4", true), ("立案 + 2 * 约谈企业 = 11", true),
    ("2 * (立案 + 2) = 10", true), ("(立案 + 约谈企业) * 2 = 14", true),
    ("2 × (立案 + 约谈企业) = 14", true), ("-立案 + 约谈企业 = 1", true), ("-2 * 立案 = -6", true),
    ("立案 * -2 = -6", true), ("-(立案 - 约谈企业) = 1", true), ("0.5 * 抽查企业 = 立案", true),
    ("立案 - -1 = 4", true), ("非零格数 = 7", true), ("filled < 7", false),
  ]

  static let units: [(text: String, holds: Bool)] = [
    ("罚没金额 = 26.5万元", true), ("罚没金额 = 265000元", true), ("罚没金额 = 265千元", true),
    ("罚没金额 > 0.002亿元", true), ("案值 > 200元", true), ("案值 < 15000.01元", true),
    ("罚没金额 <= 4 * 案值 + 20万元 * 立案", true), ("罚没金额 <= 4 * 案值 + 立案 * 20万元", true),
    ("罚没金额 - 案值 = 25万元", true), ("案值 = 0.5万元 * 立案", true), ("抽查企业 = 6家", true),
    ("立案 <= 3起", true), ("罚没金额 > 0", true), ("0 < 案值", true),
  ]

  static let words: [(text: String, holds: Bool)] = [
    ("立案 = 3 或 立案 = 4 且 约谈企业 = 9", true), ("(立案 = 3 或 立案 = 4) 且 约谈企业 = 9", false),
    ("立案 = 4 且 约谈企业 = 9 或 立案 = 3", true), ("非 立案 = 4 且 约谈企业 = 4", true),
    ("非 (立案 = 3 且 约谈企业 = 9)", true), ("非(立案=3)或非(约谈企业=4)", false),
    ("非 非 立案 = 3", true), ("not 立案 = 4 and 约谈企业 = 4", true),
    ("立案 = 4 or not (约谈企业 = 9 or 立案 = 4)", true), ("((立案 = 3)) 且 ((约谈企业) = 4)", true),
    ("立案=3且约谈企业=4", true), ("立案>抽查企业或约谈企业>立案", true), ("（立案 = 3）且（约谈企业 = 4）", true),
    ("罚没金额>20万元且案值<2万元", true), ("“立案” = 3", true), ("立案\u{3000}=\u{A0}3", true),
  ]

  @Test(arguments: comparisons + sums + units + words)
  func `an expression holds or does not, and its opposite is the other way round`(
    text: String, holds: Bool
  ) throws {
    #expect(Self.figures.fulfil(try Alternatives(text)) == holds)
    #expect(Self.figures.fulfil(try Alternatives("非 (\(text))")) == !holds)
    #expect(Self.figures.fulfilAsProgram(try Alternatives(text)) == holds)
  }

  static let faults: [(text: String, position: Int, reason: String)] = [
    ("", 1, "a figure or a number is expected here"),
    ("立案 >", 5, "a figure or a number is expected here"),
    ("立案", 3, "a comparison (such as <=, =, >) is missing"),
    ("立案 = 3 立案", 8, "something is left over"),
    ("(立案 = 3", 8, "a closing parenthesis is missing"),
    ("立案 = (3", 8, "a closing parenthesis is missing"),
    ("立案 = 3)", 7, "something is left over"), ("立案 ÷ 2 = 3", 4, "unknown sign “÷”"),
    ("立案 * 约谈企业 = 3", 4, "two figures cannot be multiplied"),
    ("(立案 + 2) * 约谈企业 = 20", 10, "two figures cannot be multiplied"),
    ("案值 * 2万元 = 3万元", 4, "money cannot be multiplied by money"),
    ("2万元 * 2万元 = 案值", 5, "money cannot be multiplied by money"), ("案值 = 3", 4, "a plain number"),
    ("立案 = 3万元", 4, "a count cannot be"), ("案值 + 立案 > 0", 4, "money cannot be"),
    ("立案 = 1.2.3", 6, "“1.2.3” is no number"), ("立案 = 3人", 6, "unknown unit “人”"),
    ("“立案 = 3", 1, "has no partner"), ("立按 = 3", 1, "did you mean “立案”?"),
    ("立案 = 3 且 约谈 = 2", 10, "did you mean “约谈企业”?"),
    ("立案 = 3 且且 约谈企业 = 2", 9, "a figure or a number"),
    ("立案 = 9999999999999999", 6, "is no number"), ("立案 = 1000000000001", 6, "too large"),
    ("立案 = 0.0000000001", 6, "too many decimals"),
  ]

  @Test(arguments: faults.indices)
  func `what cannot be read is told where it stands`(index: Int) {
    let (text, position, reason) = Self.faults[index]
    let fault = #expect(throws: ExpressionFault.self) {
      try ExpressionParser.condition(text, TestForm.annex2)
    }
    #expect(fault?.position == position, "\(text)")
    #expect(fault?.reason.english.contains(reason) == true, "\(fault?.reason.english ?? "")")
  }

  @Test(arguments: [12, 60, 3_000])
  func `however many parentheses there are, reading ends`(depth: Int) {
    let open = String(repeating: "(", count: depth)
    let close = String(repeating: ")", count: depth)
    for text in ["\(open)立案 = 3\(close)", "\(open)立案\(close) = 3", "\(open)立案 = 3", open] {
      #expect(throws: (any Error).self) { try Alternatives(depth == 12 ? text + "(" : text) }
    }
  }
}
