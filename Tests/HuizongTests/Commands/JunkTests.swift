import Foundation
import Testing

/// Files that no one would send: each is answered, soon, with a finding.
struct JunkTests {
  private static let header = SimpleCSV.rows(Samples.text("samples/accepted/reference.csv"))
    .prefix(3).map { $0.joined(separator: ",") + "\n" }.joined()

  private static func lines(_ line: String, _ count: Int) -> Data {
    Data(String(repeating: line, count: count).utf8)
  }

  private static func table(_ row: String) -> Data { Data((header + row).utf8) }

  struct Junk: Sendable, CustomTestStringConvertible {
    let testDescription: String
    /// One of the codes that must be found.
    let code: String
    let bytes: @Sendable () -> Data

    init(_ name: String, _ code: String, _ bytes: @autoclosure @escaping @Sendable () -> Data) {
      (testDescription, self.code, self.bytes) = (name, code, bytes)
    }
  }

  static let junk = [
    Junk("a line of a million commas", "S22", lines(",", 1_000_000)),
    Junk("a table with a row of a million commas", "V01", table("水泥") + lines(",", 1_000_000)),
    Junk("a table with a cell of a million digits", "S08", table("水泥,") + lines("7", 1_000_000)),
    Junk("a table with quotes that never close", "S21", table("") + lines("水泥,\"1\n", 2_000)),
    Junk("a table with zero bytes in it", "V11", table("水泥,\0\0") + lines(",1", 14)),
    Junk("quotation marks only", "S22", lines("\"", 300_000)),
    Junk("quotes within quotes", "S16", lines("\"a\"\"b\",\"\n", 20_000)),
    Junk("one long line of letters", "S16", lines("a", 300_000)),
    Junk("line ends only", "S22", lines("\n", 500_000)),
    Junk("the header a thousand times", "S03", lines(header, 1_000)),
    Junk("a heading that never ends", "S16", lines("填表单位：黄浦区\n", 20_000)),
    Junk("a letter longer than the first look", "S16", lines("上海市黄浦区", 8_000)),
    Junk("zero bytes", "S18", Data(count: 200_000)),
    Junk("every byte there is", "S18", Data((0...255).map { UInt8($0) } + (0...255))),
    Junk("random bytes", "S18", random(50_000)),
    Junk("UTF-16 with half a character", "S20", Data([0xFF, 0xFE, 0x3D, 0xD8, 0x61])),
  ]

  private static func random(_ count: Int) -> Data {
    var random = SeededRandom(seed: 7)
    return Data((0..<count).map { _ in UInt8.random(in: 0...255, using: &random) })
  }

  @Test(arguments: junk)
  func `junk is rejected soon, with the right finding`(junk: Junk) throws {
    let outcome = try Binary(limit: 15).run(
      ["check", "-", "--format", "json"], input: junk.bytes())
    let report = try JSONDecoder().decode(CheckReport.self, from: outcome.output)
    #expect(report.files.map(\.status) == ["rejected"])
    #expect(report.findings.contains { $0.code == junk.code })
    #expect(outcome.status == 1)
    #expect(outcome.remarks == "")
  }

  @Test func `a hundred megabytes are not even read`() throws {
    try Scratch.with { scratch in
      let file = try FileHandle(forWritingTo: scratch.file("large.csv"))
      try file.truncate(atOffset: 100 * 1024 * 1024)
      try file.close()
      let (status, report) = try Binary(limit: 5).check([scratch.path("large.csv")])
      #expect(report.findings.map(\.code) == ["S19"])
      #expect(report.findings[0].found == "100")
      #expect(status == 1)
    }
  }
}
