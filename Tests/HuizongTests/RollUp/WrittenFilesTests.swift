import Foundation
import Testing

/// What `rollup` and `annual` say when they have written: the key figures, and every file.
struct WrittenFilesTests {
  private static func inOffice(_ use: (Office) throws -> Void) throws {
    try Office.with { office in
      try office.add(DistrictTable(), as: "district")
      try use(office)
    }
  }

  private static let august = ["--from", "2023-08", "--to", "2023-08"]

  @Test func `the figures and the files are listed`() throws {
    try Self.inOffice { office in
      let text = office.scratch.path("summary.md")
      let (book, table, summary) = ("工作簿：\(office.xlsx)", "全市表：\(office.csv)", "总结：\(text)")
      let period = ["--period", "2023-08"]
      let cases: [(command: String, options: [String], files: [String])] = [
        ("rollup", period + ["--csv", office.csv], [table]),
        ("rollup", period + ["--csv", office.csv, "-o", office.xlsx], [book, table]),
        ("annual", Self.august + ["--text", text], [summary]),
        ("annual", Self.august + ["--text", text, "-o", office.xlsx], [book, summary]),
      ]
      let total = Decimals.totals(DistrictTable().rows)[0]
      for test in cases {
        let outcome = try office.run(test.command, [office.tables] + test.options)
        let lines = outcome.text.split(separator: "\n").map(String.init)
        #expect(outcome.status == 0)
        #expect(lines.first == "上海市 2023-08，1 个单位")
        #expect(lines.contains { $0.contains("采集风险信息（条）") && $0.hasSuffix(" \(total)") })
        #expect(lines.suffix(test.files.count) == test.files[...])
      }
    }
  }

  @Test func `English says City table and Summary`() throws {
    try Self.inOffice { office in
      let outcome = try office.rollUp("2023-08", "--lang", "en")
      #expect(outcome.text.hasSuffix("City table: \(office.csv)\n"))
    }
  }

  /// What goes to a device is for another program, and nothing is mixed into it.
  @Test(arguments: [false, true])
  func `a table sent to standard output stays clean`(withWorkbook: Bool) throws {
    try Self.inOffice { office in
      _ = try office.rollUp()
      let table = try Data(contentsOf: URL(filePath: office.csv))
      let book = withWorkbook ? ["-o", office.xlsx] : []
      try FileManager.default.createSymbolicLink(
        atPath: office.scratch.path("pipe"), withDestinationPath: "/dev/stdout")
      for device in ["/dev/stdout", office.scratch.path("pipe")] {
        let arguments = [office.tables, "--period", "2023-08", "--csv", device] + book
        for isPiped in [false, true] {
          let outcome = try office.run("rollup", arguments, in: Binary(isPiped: isPiped))
          #expect(outcome.output == table)
        }
        #expect(office.wasWritten(office.xlsx) == withWorkbook)
      }
    }
  }
}
