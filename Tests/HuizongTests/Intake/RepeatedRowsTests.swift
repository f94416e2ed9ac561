import Testing

/// Rows pasted twice are one fault; a few of them are each their own.
struct RepeatedRowsTests {
  private static func findings(_ below: [[String]]) throws -> [CheckReport.Finding] {
    try Scratch.with { scratch in
      var table = DistrictTable()
      table.below = below.map { $0.joined(separator: ",") }
      let path = try scratch.file("table.csv", table.text).path
      return try Binary().check([path]).report.findings
    }
  }

  private static let rows = Array(Samples.reference)

  @Test func `a table pasted twice is one finding that names its rows`() throws {
    let findings = try Self.findings(Self.rows)
    #expect(findings.map(\.short) == ["S02 error 24:1 A24"])
    #expect(findings[0].message.contains("第 24 行到第 43 行（20 行）"))
    #expect(findings[0].message.contains("从第 4 行起"))
  }

  @Test func `so is one with its header again, or with other numbers`() throws {
    let other = Self.rows.map { [$0[0]] + DistrictTable.zeros }
    let findings = try Self.findings([DistrictTable.labels] + other)
    #expect(findings.map(\.short) == ["S02 error 25:1 A25"])
  }

  @Test func `a few rows are named one by one`() throws {
    let findings = try Self.findings(Array(Self.rows[..<4]))
    #expect(findings.map(\.short) == (24...27).map { "S02 error \($0):1 A\($0)" })
    #expect(findings[0].message.contains("“危险化学品”已在第 4 行填过"))
  }

  @Test func `two blocks are two findings`() throws {
    let findings = try Self.findings(
      Array(Self.rows[..<8]) + [["备注：以下为补充"]] + Array(Self.rows[8...]))
    #expect(findings.filter { $0.code == "S02" }.map(\.cell) == ["A24", "A33"])
  }
}
