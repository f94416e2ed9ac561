import Testing

/// Each file of `samples/rules` fails one rule, or keeps it with nothing to spare.
struct RuleSampleTests {
  @Test(arguments: RuleExpectations.fails)
  func `a table that fails a rule fails that rule only`(sample: RuleCase) throws {
    let (status, file) = try sample.check()
    #expect(file.findings.map(\.expectation) == sample.findings)
    #expect(file.findings.contains { $0.code == sample.code })
    let levels = sample.findings.map { $0[1] }
    #expect(file.status == Self.status(levels))
    #expect(status == (file.status == "accepted" ? 0 : 1))
  }

  private static func status(_ levels: [String]) -> String {
    if levels.contains("error") { return "rejected" }
    return levels.contains("query") ? "needs-explanation" : "accepted"
  }

  @Test(arguments: RuleExpectations.passes)
  func `a table that just keeps a rule passes`(sample: RuleCase) throws {
    let (status, file) = try sample.check()
    #expect(!file.findings.contains { $0.code == sample.code })
    #expect(file.findings.allSatisfy { $0.explanation != nil })
    #expect(file.status == "accepted")
    #expect(status == 0)
  }

  @Test(arguments: RuleExpectations.codes)
  func `every rule has a file that fails it and one that keeps it`(code: String) {
    #expect(RuleExpectations.fails.contains { $0.code == code })
    #expect(RuleExpectations.passes.contains { $0.code == code })
  }

  @Test func `every failing file has expectations, and every expectation a file`() {
    let files = Samples.names(in: "samples/rules").filter { $0.contains("-fails") }
    #expect(files == RuleExpectations.fails.map(\.name))
  }

  @Test func `every rule of the form has samples`() {
    let own = TestRules.annex2.rules.map(\.code.text)
    #expect(own.filter { !RuleExpectations.codes.contains($0) } == [])
  }

  @Test func `each sample has a unit and period of its own`() throws {
    let entries = try TestRules.check(
      Samples.names(in: "samples/rules").map { "samples/rules/\($0).csv" })
    let keys = Set(entries.map { "\($0.unit ?? -1) \($0.period?.description ?? "")" })
    #expect(keys.count == entries.count)
  }
}
