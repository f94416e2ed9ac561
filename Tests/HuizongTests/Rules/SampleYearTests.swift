import Testing

/// A year of a city as it should be: the checks find nothing to ask and little to remark on.
struct SampleYearTests {
  private static let report = try? Binary().report(["check", "samples/year"])

  @Test func `every table of the year is accepted`() throws {
    let (status, report) = try #require(Self.report)
    #expect(report.summary.accepted >= 90)
    #expect(report.files.filter { $0.status != "accepted" }.map(\.path) == [])
    #expect(report.findings.filter { $0.level != "hint" }.map(\.message) == [])
    #expect(status == 0)
  }

  @Test func `the hints only say how blanks and dashes were read, and what notes were kept`() throws
  {
    let report = try #require(Self.report).report
    #expect(Set(report.findings.map(\.code)).isSubset(of: ["V01", "V02", "S33"]))
    #expect(report.findings.count < 2 * report.summary.files)
  }

  @Test func `every ledger of the year is accepted`() throws {
    let (status, report) = try Binary().report(["check", "samples/ledgers/year"])
    #expect(report.files.count >= 20)
    #expect(report.findings.filter { $0.level != "hint" }.map(\.message) == [])
    #expect(status == 0)
  }

  @Test func `set beside its own months, everything out of line is explained`() throws {
    let arguments = ["check", "samples/year", "--history", "samples/year"]
    let (status, report) = try Binary().report(arguments)
    let queries = report.findings.filter { $0.level == "query" }
    #expect(Set(queries.map(\.code)) == ["P01", "P07"])
    #expect(queries.allSatisfy { $0.explanation != nil })
    #expect(report.findings.filter { $0.level == "error" }.map(\.message) == [])
    #expect(status == 0)
  }
}
