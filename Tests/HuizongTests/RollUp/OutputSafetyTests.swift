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

  /// A file that is made with a name and loses it at once would have changed the folder.
  @Test func `a temporary file never has a name`() throws {
    try Self.inFolder { scratch, binary in
      let folder = scratch.path("temporary")
      let before = Date(timeIntervalSince1970: 1_000_000_000)
      try FileManager.default.setAttributes([.modificationDate: before], ofItemAtPath: folder)
      #expect(try Self.rollUp(binary, scratch).status == 0)
      let after = try FileManager.default.attributesOfItem(atPath: folder)[.modificationDate]
      #expect(after as? Date == before)
    }
  }

  /// The second moments are those when the outputs take their places.
  @Test func `killed at any moment it leaves the old files or the new ones, and nothing else`()
    throws
  {
    try Self.inFolder { scratch, binary in
      let old = try Self.files(scratch)
      let start = Date()
      #expect(try Self.smallRollUp(binary, scratch).status == 1)
      let duration = Date().timeIntervalSince(start)
      let new = try Self.files(scratch)
      #expect(old.keys == new.keys && old != new)
      for moment in 0..<100 {
        let ends: [Spawn.End] = [
          .after(duration * Double(moment) / 90),
          .afterName(in: scratch.folder.path, Double(moment) / 100_000),
        ]
        for end in ends {
          try Self.restore(scratch)
          var killed = binary
          killed.end = end
          _ = try Self.smallRollUp(killed, scratch)
          let files = try Self.files(scratch)
          #expect(files == old || files == new, "killed \(end): \(files.keys.sorted())")
        }
      }
    }
  }

  /// Of a form with few rows, because it is run often; a draft, because a unit is lacking.
  private static func smallRollUp(
    _ binary: Binary, _ scratch: Scratch
  ) throws -> Binary.Outcome {
    let form = "Tests/Fixtures/forms/school-meals"
    return try binary.run(
      ["rollup", "\(form)/north.csv", "--form", form, "--period", "2025-04"]
        + ["--partial", "-o", scratch.path("city.xlsx"), "--csv", scratch.path("city.csv")])
  }

  private static func restore(_ scratch: Scratch) throws {
    for name in ["city.xlsx", "city.csv"] { try scratch.file(name, old) }
  }

  /// Every file below the folder; a folder has no bytes.
  private static func files(_ scratch: Scratch) throws -> [String: Data?] {
    try scratch.contents().reduce(into: [:]) { files, name in
      files[name] = .some(FileManager.default.contents(atPath: scratch.path(name)))
    }
  }
}
