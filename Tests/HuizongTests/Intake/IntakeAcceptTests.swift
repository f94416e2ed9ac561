import Foundation
import Testing

/// Each file of `samples/accepted` is odd in one way, is accepted, and gives the reference's numbers.
struct IntakeAcceptTests {
  @Test(arguments: Expectations.accepted)
  func `the file is accepted with exactly the expected remarks`(sample: AcceptedCase) throws {
    let (status, report) = try Binary().check([sample.path])
    #expect(report.findings.map { "\($0.code) \($0.cell ?? "-")" }.sorted() == sample.remarks)
    #expect(report.findings.allSatisfy { $0.level == "hint" })
    #expect(report.files.map(\.status) == ["accepted"])
    #expect(report.files.map(\.unit) == ["310101"])
    #expect(report.files.map(\.period) == [sample.period])
    #expect(status == 0)
  }

  @Test(arguments: Expectations.accepted)
  func `its 300 numbers are those of the reference`(sample: AcceptedCase) throws {
    let (status, rows) = try Binary().tidy([sample.path])
    let period = sample.period
    let months = period.from == period.to ? period.from : "\(period.from)—\(period.to)"
    #expect(rows == Samples.reference.map { ["黄浦区市场监管局", months] + $0 })
    #expect(status == 0)
  }

  @Test func `every sample has expectations, and every expectation a sample`() {
    let apart = ["tidy-of-three-units"]
    let samples = Samples.names(in: "samples/accepted").filter { !apart.contains($0) }
    #expect(samples == Expectations.accepted.map(\.name))
  }

  @Test func `a table in two parts is whole when both are there`() throws {
    let parts = ["first", "second"].map { "samples/accepted/parts/\($0).csv" }
    let (status, report) = try Binary().check(parts)
    #expect(report.findings.map(\.short) == [])
    #expect(status == 0)
    let (_, rows) = try Binary().tidy(parts)
    #expect(rows.map { Array($0.dropFirst(2)) } == Array(Samples.reference))
  }

  @Test func `one part alone lacks the products of the other`() throws {
    let (status, report) = try Binary().check(["samples/accepted/parts/first.csv"])
    #expect(report.findings.map(\.code) == Array(repeating: "S03", count: 10))
    #expect(report.findings.map(\.category) == Samples.reference.suffix(10).map { $0[0] })
    #expect(status == 1)
  }

  @Test func `a tidy file keeps its units and months apart`() throws {
    let path = "samples/accepted/tidy-of-three-units.csv"
    let (status, report) = try Binary().check([path])
    #expect(report.files.map(\.unit) == ["310101", "310104", "310101", "SH-JC"])
    #expect(
      report.files.compactMap(\.period?.from) == ["2023-08", "2023-08", "2023-07", "2023-06"])
    #expect(report.findings.map(\.short) == [])
    #expect(status == 0)
    let (_, rows) = try Binary().tidy([path])
    #expect(rows == Array(SimpleCSV.rows(Samples.text(path)).dropFirst()))
  }

  @Test func `what tidy writes is accepted and gives the same again`() throws {
    let paths = ["samples/accepted/gbk-official.csv", "samples/accepted/period-range-packed.csv"]
    try Scratch.with { scratch in
      let first = try Binary().run(["tidy", "-o", scratch.path("tidy.csv")] + paths)
      #expect(first.status == 0 && first.output.isEmpty)
      let again = try Binary().run(["tidy", scratch.path("tidy.csv")])
      #expect(again.output == (try Data(contentsOf: scratch.folder.appending(path: "tidy.csv"))))
      #expect(try Binary().check([scratch.path("tidy.csv")]).report.summary.accepted == 2)
    }
  }
}
