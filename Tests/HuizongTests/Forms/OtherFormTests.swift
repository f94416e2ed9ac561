import Foundation
import Testing

/// A form of another kind, another year and another language: nothing of the 2023 form is in Swift.
struct OtherFormTests {
  private static let folder = "Tests/Fixtures/forms/school-meals"
  private static let submission = "\(folder)/north.csv"
  private static let numbers = [
    ["Breakfast", "14", "120", "0", "35.5", "0"],
    ["Hot lunch", "31", "1260", "1", "1204.75", "8000"],
    ["Cold lunch", "9", "44", "0", "12", "350.05"],
    ["Milk and fruit", "14", "96", "0", "0.01", "0"],
  ]

  @Test func `its submission is read with the right numbers`() throws {
    let (status, rows) = try Binary().tidy([Self.submission], "--form", Self.folder)
    #expect(rows == Self.numbers.map { ["North district", "2025-04"] + $0 })
    #expect(status == 0)
  }

  @Test func `it is checked with its own words and units`() throws {
    let (status, report) = try Binary().check([Self.submission], "--form", Self.folder)
    #expect(report.files.map(\.unit) == ["LK1"])
    #expect(report.files.map(\.period) == [.init(from: "2025-04", to: "2025-04")])
    #expect(
      report.findings.map { "\($0.code) \($0.cell ?? "-")" } == [
        "S33 A10", "V02 D7", "V02 F8", "V03 B8",
      ])
    #expect(status == 0)
  }

  /// A cell of the submission as it is changed, and what is found then.
  private static let faults: [(text: String, changed: String, finding: String)] = [
    ("Breakfast,14", "Breakfast,14.5", "V14 error 9:2 B5"),
    ("35.50,0", "35.505,0", "V23 error 9:5 E5"),
    ("35.50,0", "0.5万元,0", "V22 error 9:5 E5"),
    ("Breakfast", "Brekfast", "S01 error 9:1 A5"),
    ("2025-04", "2023-04", "S14 error 2:2 B2"),
    ("2025-04", "2025-09", "S31 hint 2:2 B2"),
    ("North", "West", "S11 error 1:2 B1"),
    ("(元)\"\n", "(万元)\"\n", "S23 error 7:6 F4"),
    ("Meals tasted", "Meals eaten", "S07 error 5:3 C4"),
    ("Lunch box,9,44,none,12,350.05\n", "", "S03 error 4:- -"),
    ("Total,68", "Total,69", "T01 error 13:2 B9"),
  ]

  @Test(arguments: faults)
  func `its faults are found as those of any form`(
    text: String, changed: String, finding: String
  ) throws {
    let table = Samples.text(Self.submission).replacing(text, with: changed, maxReplacements: 1)
    let outcome = try Binary().run(
      ["check", "-", "--format", "json", "--form", Self.folder], input: Data(table.utf8))
    let report = try JSONDecoder().decode(CheckReport.self, from: outcome.output)
    #expect(report.findings.map(\.short).contains(finding))
    #expect(report.findings.count { $0.level == "error" } == (finding.contains("error") ? 1 : 0))
  }

  @Test func `a roster of another place can be named`() throws {
    try Scratch.with { scratch in
      let roster = Samples.text("\(Self.folder)/units.json").replacing("LK1", with: "XX9")
      try scratch.file("units.json", roster)
      let (_, report) = try Binary().check(
        [Self.submission], "--form", Self.folder, "--units", scratch.path("units.json"))
      #expect(report.files.map(\.unit) == ["XX9"])
    }
  }

  @Test func `neither form takes a table of the other`() throws {
    let reference = "samples/accepted/reference.csv"
    let (_, other) = try Binary().check([reference], "--form", Self.folder)
    #expect(other.findings.map(\.code) == ["S16"])
    let (_, builtIn) = try Binary().check([Self.submission])
    #expect(builtIn.findings.map(\.code) == ["S16"])
  }
}

/// The rows and columns of a form are data: no Swift file knows their names.
struct FormIsDataTests {
  struct Names: Decodable {
    struct Named: Decodable { let name: String }
    let categories: [Named]
    let metrics: [Named]
  }

  /// The program's own sources; the generator of sample tables knows what it generates.
  private static let sources: [String] = {
    let files = FileManager.default.enumerator(atPath: Samples.root.appending(path: "Sources").path)
    let names = files?.compactMap { $0 as? String } ?? []
    return names.filter { $0.hasSuffix(".swift") && !$0.hasPrefix("HuizongBenchmark/") }.sorted()
  }()

  @Test func `no source names a category or a metric`() throws {
    let json = Data(Samples.text("templates/2023-annex2/form.json").utf8)
    let form = try JSONDecoder().decode(Names.self, from: json)
    let names = (form.categories + form.metrics).map(\.name)
    #expect(names.count == 35)
    #expect(Self.sources.count > 40)
    for source in Self.sources {
      let code = Self.withoutComments(Samples.text("Sources/\(source)"))
      #expect(names.filter { code.contains($0) } == [], "\(source)")
    }
  }

  private static func withoutComments(_ source: String) -> String {
    source.split(separator: "\n").map { line in
      line.firstRange(of: "//").map { line[..<$0.lowerBound] } ?? line
    }.joined(separator: "\n")
  }
}
