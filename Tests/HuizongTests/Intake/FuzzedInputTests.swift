import Foundation
import Testing

/// What the fuzzer once broke the reader with is read at every test run, as a user would hand it over.
struct FuzzedInputTests {
  static let found: [String] = {
    let folder = Samples.root.appending(path: "Tests/Fuzz/found").path
    return ((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []).sorted()
  }()

  @Test func `there is something that was found`() {
    #expect(Self.found.contains("ends-with-separator"))
  }

  @Test(arguments: found)
  func `a file that broke the reader once is rejected in words`(name: String) throws {
    let outcome = try Binary().run(["check", "Tests/Fuzz/found/\(name)", "--format", "json"])
    let report = try JSONDecoder().decode(CheckReport.self, from: outcome.output)
    #expect(outcome.status == 1)
    #expect(report.files.map(\.status) == ["rejected"])
    #expect(report.findings.allSatisfy { !$0.message.isEmpty })
  }
}
