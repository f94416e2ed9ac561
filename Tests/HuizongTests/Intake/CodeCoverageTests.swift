import Foundation
import Testing

@testable import HuizongCore

/// No check of structure or of values without a file that shows it.
struct CodeCoverageTests {
  @Test func `every S and V code is shown by a sample or by a test that makes its file`() {
    var shown = Set(MadeCase.all.map(\.code))
    for flaw in Expectations.flaws { shown.formUnion(flaw.codes) }
    for sample in Expectations.accepted { shown.formUnion(sample.codes) }
    shown.formUnion(RuleExpectations.codes)
    let codes = Code.all.map(\.text).filter { $0.hasPrefix("S") || $0.hasPrefix("V") }
    #expect(codes.count > 40)
    #expect(codes.filter { !shown.contains($0) } == [])
  }

  @Test(arguments: MadeCase.all)
  func `what no sample can hold is found as well`(made: MadeCase) throws {
    try Scratch.with { scratch in
      let path = try made.make(scratch)
      let (_, report) = try Binary().check([path])
      #expect(report.findings.map { "\($0.code) \($0.level)" } == ["\(made.code) \(made.level)"])
      #expect(report.files.map(\.status) == [made.status])
    }
  }
}

/// A fault that cannot be a file of the repository: too large, unreadable, of another kind.
struct MadeCase: Sendable, CustomTestStringConvertible {
  let code: String
  let level: String
  let status: String
  let make: @Sendable (Scratch) throws -> String

  var testDescription: String { code }

  static let all = [
    MadeCase(code: "S19", level: "error", status: "rejected") { scratch in
      try sparse(scratch.file("large.csv"), bytes: 65 * 1024 * 1024)
    },
    MadeCase(code: "S24", level: "error", status: "rejected") { scratch in
      // Reading what lies behind it fails on every system, even for root.
      try symbolicLink(scratch.path("reports/unreadable.csv"), to: "/proc/self/mem")
      return scratch.path("reports/unreadable.csv")
    },
    MadeCase(code: "S35", level: "hint", status: "left-out") { scratch in
      try scratch.file("reports/黄浦区.xlsx", "PK")
      return scratch.path("reports")
    },
  ]

  private static func sparse(_ file: URL, bytes: UInt64) throws -> String {
    let handle = try FileHandle(forWritingTo: file)
    try handle.truncate(atOffset: bytes)
    try handle.close()
    return file.path
  }

  private static func symbolicLink(_ path: String, to target: String) throws {
    let folder = URL(filePath: path).deletingLastPathComponent()
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    try FileManager.default.createSymbolicLink(atPath: path, withDestinationPath: target)
  }
}
