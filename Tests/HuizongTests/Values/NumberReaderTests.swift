import Testing

@testable import HuizongCore

/// What a cell says, and what is read from it.
struct NumberReaderTests {
  private static let reader = NumberReader(TestForm.annex2)

  /// `value 12`, `value 0.5 V03`, or the code that rejects it.
  private func reading(_ text: String, _ metric: String) throws -> String {
    let index = try #require(TestForm.annex2.metrics.firstIndex { $0.name == metric })
    let decimals = TestForm.annex2.metrics[index].decimals
    switch Self.reader.read(text, metric: index) {
    case .value(let steps): return "\(Exact(steps, decimals: decimals))"
    case .remarked(let steps, let code, _):
      return "\(Exact(steps, decimals: decimals)) \(code.text)"
    case .rejected(let code, _): return code.text
    }
  }

  @Test(arguments: NumberCases.counts)
  func `a count of firms`(text: String, expected: String) throws {
    #expect(try reading(text, "抽查企业") == expected)
  }

  @Test(arguments: NumberCases.money)
  func `an amount in ten thousands of yuan`(text: String, expected: String) throws {
    #expect(try reading(text, "罚没金额") == expected)
  }

  @Test(arguments: NumberCases.batches)
  func `a count without a printed unit`(text: String, expected: String) throws {
    #expect(try reading(text, "抽查批次数") == expected)
  }

  @Test(arguments: ["约12", "12+3", "#REF!", "5000元", "1,23,4", "若干"])
  func `a rejected cell is quoted as it stands`(text: String) {
    guard case .rejected(_, let facts) = Self.reader.read(text, metric: 7) else {
      Issue.record("\(text) was not rejected")
      return
    }
    guard case .text(let found) = facts.first(where: { $0.name == .found })?.value else {
      Issue.record("\(text) is not quoted")
      return
    }
    #expect(found == text)
  }

  @Test func `a quoted cell is cut and holds nothing that a terminal obeys`() {
    let nasty = "\u{1B}[31m\u{202E}红\r\n\u{9B}" + String(repeating: "长", count: 100_000)
    let shown = CellText.shown(nasty)
    #expect(shown.unicodeScalars.count == 41)
    #expect(
      shown.unicodeScalars.allSatisfy { $0.value >= 0x20 && !(0x7F...0x9F).contains($0.value) })
    #expect(!shown.unicodeScalars.contains("\u{202E}"))
  }
}
