import Foundation
import Testing

/// The sentences are the office's: it may change them, and is told what it got wrong.
struct SummaryTemplateTests {
  /// One line as the whole template, in the form's own folder.
  private func write(_ template: String, _ options: String...) throws -> Binary.Outcome {
    try Scratch.with { scratch in
      let form = try FormFolder(in: scratch) { _ in }
      try Data(template.utf8).write(to: URL(filePath: form.path + "/summary.md"))
      var outcome = try Binary().run(
        [
          "annual", "samples/year", "--form", form.path, "--text", "/dev/stdout",
        ].map { $0 == "/dev/stdout" ? scratch.path("a.md") : $0 } + options)
      let remarks = outcome.remarks.replacing(form.path + "/", with: "")
      let text = try? Data(contentsOf: scratch.folder.appending(path: "a.md"))
      outcome = Binary.Outcome(
        status: outcome.status, output: text ?? Data(), errors: Data(remarks.utf8))
      return outcome
    }
  }

  @Test(arguments: [
    ("# 题\n\n立案{立按}起。", "3:4: 没有数字“立按”；是否应为“立案”？"),
    ("立案{}起。", "1:4: 花括号里没有名称"),
    ("立案{立案起。", "1:3: “{”没有配对"),
    ("立案立案}起。", "1:5: “}”没有配对"),
    ("[[立案[[{立案}]]起]]。", "1:5: “[[”没有配对"),
    ("{企业}", "1:2: “企业”对应几个指标，请在前面写上分组名"),
    ("{罚没金额占立案}", "1:2: “罚没金额（万元）”和“立案（起）”单位不同，不能算占比"),
    ("{罚没金额+立案}", "1:7: “罚没金额（万元）”和“立案（起）”单位不同，不能相加"),
    ("{水尼·立案}", "1:2: 没有产品或月份“水尼”；是否应为“水泥”？"),
    ("{13月·立案}", "1:2: 没有产品或月份“13月”"),
    ("{立案最多的三个单位}", "1:7: 应写成“3个”这样的个数（1 至 50），却是“三个”"),
    ("{立案最多的街道}", "1:7: 没有比较对象“街道”；可用：单位、产品、月份"),
    ("{立案>0且案值=0的单位}", "1:2: 有几个条件的要加括号"),
    ("{立案>一？}", "1:5: 没有数字“一”"),
    ("{期限：全年总节}", "1:5: 没有期限“全年总节”"),
    ("{表：统记表}", "1:4: 没有表“统记表”；是否应为“统计表”？"),
    ("\n否则：无。", "2:1: “否则”前面没有句子"),
    ("#### 小节", "1:1: 标题最多三级"),
  ])
  func `a mistake is pointed at`(template: String, refusal: String) throws {
    let outcome = try write(template)
    #expect(outcome.status == 2)
    #expect(outcome.output.isEmpty)
    #expect(outcome.remarks.hasPrefix("huizong: summary.md:\(refusal)"), "\(outcome.remarks)")
  }

  @Test func `all mistakes are told in one go, in English too`() throws {
    let outcome = try write("立案{立按}起。\n罚没{罚金}万元。\n", "--lang", "en")
    #expect(
      outcome.remarks == """
        huizong: summary.md:1:4: there is no figure “立按”; did you mean “立案”?
        summary.md:2:4: there is no figure “罚金”; did you mean “罚没金额”?

        """)
  }

  @Test func `a file that is no UTF-8 is refused`() throws {
    let outcome = try Scratch.with { scratch in
      let form = try FormFolder(in: scratch) { _ in }
      try Data([0xC1, 0xA2, 0xB0, 0xB8]).write(to: URL(filePath: form.path + "/summary.md"))
      return try Binary().run(
        ["annual", "samples/year", "--form", form.path, "--text", scratch.path("a.md")])
    }
    #expect(outcome.status == 2)
    #expect(outcome.remarks.contains("请另存为 UTF-8"))
  }

  @Test func `a form without sentences says so`() throws {
    let outcome = try Binary().run(
      ["annual", "samples/year", "--form", "Tests/Fixtures/forms/school-meals", "--text", "a.md"])
    #expect(outcome.status == 2)
    #expect(outcome.remarks.contains("没有总结的文字模板 summary.md"))
  }

  @Test(arguments: [
    ("立案{立案}起", "共{立案}起案", "共6042起案"),
    ("两句", "{立案=0？}没有。\n否则：{立案}起。\n否则：从不。", "6042起。"),
    ("半句", "立案[[{立案=0？}零]][[{立案>0且罚没金额>0？}有]]", "立案有"),
    ("或", "{立案=0或罚没金额>0？}有", "有"),
    ("选择", "{立案>=468的单位}", "闵行区、嘉定区、浦东新区"),
    ("个数", "{立案>=468的单位数}", "3"),
    ("括号", "{（立案>=434且立案<900）的单位数>1且全年？}{（立案>=434且立案<900）的单位}", "闵行区、嘉定区、松江区"),
    ("排名", "{立案最多的单位}", "浦东新区"),
    ("排名的数", "{立案最多的单位·数}", "942"),
    ("产品", "{水泥·立案}", "128"),
    ("Windows", "\u{FEFF}立案{立案}起\r\n罚没{罚没金额}万元\r\n", "立案6042起罚没29159.33万元"),
    ("全角", "{ 立案＞０的单位数＝18？}有", ""),
    ("空", "## 空\n\n{立案=0？}没有。\n\n## 有\n\n有", "## 一、有\n\n有"),
  ])
  func `a template of the office's own`(name: String, template: String, text: String) throws {
    let outcome = try write(template)
    if text.isEmpty {
      #expect(outcome.status == 2, "\(name)")
    } else {
      #expect(outcome.text == text + "\n", "\(name)")
    }
  }

  @Test func `another form has other figures`() throws {
    let text = try Scratch.with { scratch in
      let folder = "Tests/Fixtures/forms/school-meals"
      for name in ["form.json", "rules.json", "units.json"] {
        try scratch.file("form/\(name)", Samples.text("\(folder)/\(name)"))
      }
      let form =
        try JSONSerialization.jsonObject(
          with: Data(Samples.bytes("\(folder)/form.json"))) as? [String: Any]
      let metrics = form?["metrics"] as? [[String: Any]] ?? []
      let name = try #require(metrics.first?["name"] as? String)
      try scratch.file("form/summary.md", "数{\(name)}。\n否则：没有数。")
      let path = scratch.path("a.md")
      _ = try Binary().run(
        [
          "annual", "\(folder)/north.csv", "--form", scratch.path("form"), "--from", "2025-04",
          "--to",
          "2025-04", "--partial", "--lenient",
          "--text", path,
        ])
      return (try? String(contentsOfFile: path, encoding: .utf8)) ?? ""
    }
    #expect(text.hasPrefix("数"))
  }
}
