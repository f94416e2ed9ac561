import Foundation
import Testing

/// Whatever stands in a file, the report is valid, short and harmless to whoever looks at it.
struct HostileCellTests {
  struct Text: Sendable, CustomTestStringConvertible {
    let what: String
    let text: String

    var testDescription: String { what }
  }

  static let texts = [
    Text(what: "a formula", text: "=cmd|' /C calc'!A0"),
    Text(what: "a link in a formula", text: "=HYPERLINK(\"http://example.com\",\"点这里\")"),
    Text(what: "markup", text: "<script>alert('化肥')</script><b>&amp;</b>"),
    Text(what: "a terminal's commands", text: "化肥\u{1B}[2J\u{1B}]0;标题\u{7}\u{9B}31m"),
    Text(what: "control characters", text: "化\u{1}\u{8}\u{B}肥\u{7F}\u{85}说明"),
    Text(what: "lines", text: "化肥\r\n第二行\n第三行"),
    Text(what: "text that turns round", text: "化肥\u{202E}反\u{2066}转\u{2069}"),
    Text(what: "braces", text: "{category} [[{found}]] {{gap}}"),
    Text(what: "quotation marks", text: "\"化肥\" \\\"C:\\\\表\\\" “”"),
    Text(what: "10,000 characters", text: String(repeating: "化肥厂", count: 3_334)),
    Text(what: "10,000 combining marks", text: "化" + String(repeating: "\u{301}", count: 10_000)),
    Text(what: "a family of one character", text: String(repeating: "👨‍👩‍👧‍👦", count: 500)),
  ]

  /// With the text wherever words may stand: as a product, a number, an explanation, below the table.
  private static func body(_ text: String) -> TestTable {
    TestTable().renamed("水泥", text).with("化肥", "立案", text)
      .with("安全帽", "抽查企业", "9").explained("安全帽", "厂店都计入\(text)")
      .explained("成品油", text).below("说明", text).below(text, "1")
  }

  /// With the text as unit and as period.
  private static func heading(_ text: String) -> TestTable {
    var table = TestTable(period: text)
    table.unit = text
    return table
  }

  @Test(arguments: texts)
  func `messages are whole, short and clean`(text: Text) throws {
    for table in [Self.body(text.text), Self.heading(text.text)] {
      let (status, file) = try table.checked()
      #expect(status == 1)
      #expect(file.findings.count >= 2)
      for finding in file.findings {
        #expect(finding.message.unicodeScalars.count < 300, "\(finding.message)")
        #expect(finding.message.unicodeScalars.allSatisfy(Self.isHarmless), "\(finding.message)")
      }
    }
  }

  @Test(arguments: texts)
  func `a long text is cut where it shows`(text: Text) throws {
    let findings = try Self.body(text.text).checked().file.findings
    let found = try #require(findings.first { $0.cell == "H8" }?.found).unicodeScalars
    #expect(found.count <= 41)
    #expect((found.last == "…") == (text.text.unicodeScalars.count > 40))
  }

  @Test(arguments: texts)
  func `the report for a terminal obeys no file either`(text: Text) throws {
    try Scratch.with { scratch in
      let path = try scratch.file("table.csv", Self.body(text.text).text).path
      let outcome = try Binary().run(["check", path])
      #expect(outcome.status == 1)
      let lines = outcome.text.unicodeScalars.filter { $0 != "\n" }
      #expect(lines.allSatisfy(Self.isHarmless), "\(outcome.text)")
    }
  }

  private static func isHarmless(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0..<0x20, 0x7F..<0xA0, 0x202A...0x202E, 0x2066...0x2069: false
    default: true
    }
  }
}
