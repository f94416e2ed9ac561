import Testing

/// A rule that cannot be used is refused with the file, the place and the reason, never passed over.
struct BrokenRuleTests {
  @Test(arguments: BrokenRule.expressions + BrokenRule.names)
  func `the rule is refused where the fault is, with the reason`(broken: BrokenRule) throws {
    try Scratch.with { scratch in
      let form = try FormFolder(in: scratch, rules: BrokenRule.book(broken.changes))
      let expected = broken.chinese.map { "\(form.rules):\($0)" }
      #expect(try Self.faults(form, "zh") == expected)
      let english = try Self.faults(form, "en")
      #expect(english.count == broken.english.count)
      for (fault, part) in zip(english, broken.english) {
        #expect(fault.contains(part), "\(fault)")
      }
    }
  }

  /// Runs a check, which must not begin, and returns its complaints without the program's name.
  private static func faults(_ form: FormFolder, _ language: String) throws -> [String] {
    let path = "samples/rules/L01-passes.csv"
    let outcome = try Binary().run(["check", path, "--form", form.path, "--lang", language])
    #expect(outcome.status == 2)
    #expect(outcome.output.isEmpty)
    return outcome.remarks.replacing("huizong: ", with: "").split(separator: "\n").map(String.init)
  }

  @Test func `a rule in order is accepted`() throws {
    try Scratch.with { scratch in
      let form = try FormFolder(in: scratch, rules: BrokenRule.book())
      #expect(try TestTable().checked("--form", form.path).file.places == [])
    }
  }

  @Test func `rules without words in a language are told so in one line`() throws {
    try Scratch.with { scratch in
      let book = BrokenRule.book().replacing("\"english\"", with: "\"note\"")
      let form = try FormFolder(in: scratch, rules: book)
      #expect(try Self.faults(form, "zh") == ["\(form.rules):2:3: rules[0] 缺少“english”"])
    }
  }

  @Test func `the same code twice, and an unknown code under levels`() throws {
    try Scratch.with { scratch in
      let form = try FormFolder(in: scratch) { book in
        let rules = book["rules"] as? [[String: Any]] ?? []
        book["rules"] = rules + rules.prefix(1)
        book["levels"] = ["L03": "off"]
      }
      let faults = try Self.faults(form, "zh")
      #expect(faults.count == 2)
      #expect(faults.contains { $0.hasSuffix("rules[12] 代码“L01”已被使用，请换一个") })
      #expect(
        faults.contains { $0.contains("levels.L03 没有代码为“L03”的内置检查；表式自己的规则请在 rules 里改 level") })
    }
  }

  @Test func `all faults of a file come in one go`() throws {
    try Scratch.with { scratch in
      let form = try FormFolder(
        in: scratch,
        rules: BrokenRule.book([
          "require": "\"约谈企业 <= 罚没金额\"", "exempt": "[\"土豆\"]", "level": "\"x\"",
        ]))
      let places = try Self.faults(form, "zh").map { $0.dropFirst(form.rules.count + 1).prefix(2) }
      #expect(places == ["5:", "6:", "7:"])
    }
  }

  @Test func `a file that is no JSON is told by line and column`() throws {
    try Scratch.with { scratch in
      let form = try FormFolder(
        in: scratch, rules: "{ \"rules\": [\n  { \"code\": \"Z01\" \"name\"")
      #expect(try Self.faults(form, "zh") == ["\(form.rules):2:19: 不是有效的 JSON：缺少逗号或右花括号 }"])
    }
  }
}
