import Foundation
import Testing

/// Both outputs of a roll-up appear, whole, or neither does: whatever happens to the program.
struct OutputSafetyTests {
  private static let inputs = ["samples/year/2023-08", "samples/year/崇明区2023年6至10月.csv"]
  private static let old = "the roll-up of yesterday"

  /// A folder with both outputs of yesterday and one for temporary files.
  private static func inFolder(_ use: (Scratch, Binary) throws -> Void) throws {
    try Scratch.with { scratch in
      try scratch.subfolder("temporary")
      try scratch.file("city.xlsx", old)
      try scratch.file("city.csv", old)
      var binary = Binary()
      binary.environment["TMPDIR"] = scratch.path("temporary")
      try use(scratch, binary)
    }
  }

  private static func rollUp(
    _ binary: Binary, _ workbook: String, _ table: String
  ) throws -> Binary.Outcome {
    try binary.run(["rollup", "--period", "2023-08", "-o", workbook, "--csv", table] + inputs)
  }

  private static func rollUp(_ binary: Binary, _ scratch: Scratch) throws -> Binary.Outcome {
    try rollUp(binary, scratch.path("city.xlsx"), scratch.path("city.csv"))
  }

  private static func areOld(_ scratch: Scratch) throws -> Bool {
    try ["city.xlsx", "city.csv"].allSatisfy {
      try String(contentsOfFile: scratch.path($0), encoding: .utf8) == old
    }
  }

  private static let refused: [(workbook: String, table: String)] = [
    ("city.xlsx", "missing/city.csv"), ("city.xlsx", "temporary"), ("city.xlsx", "full"),
    ("missing/city.xlsx", "city.csv"), ("temporary", "city.csv"), ("full", "city.csv"),
    ("city.xlsx", "city.xlsx"), ("city.xlsx", "temporary/../city.xlsx"),
  ]

  @Test(arguments: refused)
  func `when one output cannot be written the other is not either`(
    workbook: String, table: String
  ) throws {
    try Self.inFolder { scratch, binary in
      try FileManager.default.createSymbolicLink(
        atPath: scratch.path("full"), withDestinationPath: "/dev/full")
      let before = try scratch.contents()
      // Not `scratch.path`, which would tidy the path up.
      let outcome = try Self.rollUp(
        binary, "\(scratch.folder.path)/\(workbook)", "\(scratch.folder.path)/\(table)")
      #expect(outcome.status == 2 && outcome.output.isEmpty && !outcome.remarks.isEmpty)
      #expect(try Self.areOld(scratch))
      #expect(try scratch.contents() == before)
    }
  }

  @Test(arguments: [1, 40, 400])
  func `a file that may not grow is reported and changes nothing`(blocks: Int) throws {
    try Self.inFolder { scratch, binary in
      let before = try scratch.contents()
      var binary = binary
      binary.blocks = blocks
      let outcome = try Self.rollUp(binary, scratch)
      #expect(outcome.status == 2 && outcome.output.isEmpty, "\(outcome.remarks)")
      #expect(outcome.remarks.contains("city.xlsx") && outcome.remarks.contains("写不成工作簿"))
      #expect(try Self.areOld(scratch))
      #expect(try scratch.contents() == before)
    }
  }

  @Test func `a table that may not grow is reported and changes nothing`() throws {
    try Self.inFolder { scratch, binary in
      var binary = binary
      binary.blocks = 1
      let outcome = try binary.run(
        ["rollup", "--period", "2023-08", "--csv", scratch.path("city.csv")] + Self.inputs)
      #expect(outcome.status == 2 && outcome.remarks.contains("文件大小"), "\(outcome.remarks)")
      #expect(try Self.areOld(scratch))
    }
  }

  /// Killed between two steps of putting them in their places it may leave one file more, and that a
  /// whole one, which the next run removes. (The C library gives each of its temporary files a name
  /// for a moment; those are not looked at.)
  @Test func `killed at any moment it leaves the old files or the new ones`() throws {
    try Self.inFolder { scratch, binary in
      let start = Date()
      #expect(try Self.rollUp(binary, scratch).status == 0)
      let duration = Date().timeIntervalSince(start)
      let new = try Self.files(scratch).mapValues { [$0, Data(Self.old.utf8)] }
      for moment in 0..<30 {
        try Self.restore(scratch)
        var killed = binary
        killed.end = duration * Double(moment) / 28
        _ = try Self.rollUp(killed, scratch)
        for (name, bytes) in try Self.files(scratch) {
          let isWhole = (new[name] ?? new.values.flatMap(\.self)).contains(bytes)
          #expect(isWhole, "\(name), killed after \(killed.end ?? 0) s")
        }
      }
      try Self.restore(scratch)
      #expect(try Self.rollUp(binary, scratch).status == 0)
      #expect(try Self.files(scratch).keys.sorted() == ["city.csv", "city.xlsx"])
    }
  }

  private static func restore(_ scratch: Scratch) throws {
    for name in ["city.xlsx", "city.csv"] { try scratch.file(name, old) }
  }

  /// Every file beside the outputs, and them.
  private static func files(_ scratch: Scratch) throws -> [String: Data] {
    var files: [String: Data] = [:]
    for name in try scratch.contents() where !name.hasPrefix("temporary") {
      files[name] = try Data(contentsOf: scratch.folder.appending(path: name))
    }
    return files
  }
}
