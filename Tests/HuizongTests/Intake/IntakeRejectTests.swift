import Testing

/// Each file of `samples/flaws` has one flaw, and its findings are exactly those of that flaw.
struct IntakeRejectTests {
  @Test(arguments: Expectations.flaws)
  func `the flaw is found where it is, and nothing else`(flaw: FlawCase) throws {
    let (status, report) = try Binary().check([flaw.path])
    #expect(report.findings.map(\.short).sorted() == flaw.findings)
    #expect(report.files.contains { $0.status == "rejected" })
    #expect(status == 1)
  }

  @Test(arguments: ["zh", "en"])
  func `every finding says in words what is wrong and what to do`(language: String) throws {
    let paths = Expectations.flaws.map(\.path) + Expectations.accepted.map(\.path)
    let (_, report) = try Binary().check(paths, "--lang", language)
    #expect(report.findings.count > 100)
    for finding in report.findings {
      #expect(finding.message.count > 5, "\(finding.short)")
      #expect(finding.help.count > 3, "\(finding.short)")
      #expect(!finding.message.contains { "{}[]".contains($0) }, "\(finding.message)")
    }
  }

  @Test func `every sample has expectations, and every expectation a sample`() {
    #expect(Samples.names(in: "samples/flaws") == Expectations.flaws.map(\.name))
  }

  @Test func `nothing of a rejected table is put into the tidy table`() throws {
    let partly = "V11-in-one-of-three-tables"
    let (status, rows) = try Binary().tidy(
      Expectations.flaws.filter { $0.name != partly }.map(\.path))
    #expect(rows == [])
    #expect(status == 1)
  }

  @Test func `the other tables of the file are kept`() throws {
    let (status, rows) = try Binary().tidy(["samples/flaws/V11-in-one-of-three-tables.csv"])
    #expect(rows.count == 40)
    #expect(Set(rows.map { $0[0] + $0[1] }) == ["黄浦区市场监管局2023-07", "徐汇区市场监管局2023-08"])
    #expect(status == 1)
  }
}
