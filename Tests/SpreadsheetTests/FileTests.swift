import Drafts
import Foundation
import Testing

@testable import Spreadsheet

/// The file appears whole or not at all, and what stood there stays as it was until then.
@Suite struct FileTests {
  @Test func theFileAppearsOnlyWhenTheWorkbookCloses() throws {
    let scratch = try Scratch()
    try scratch.put("old")
    let book = try Workbook(path: scratch.path())
    try book.addSheet("表").write("x", at: "A1")
    #expect(try scratch.text() == "old")
    #expect(scratch.names == ["book.xlsx"])
    try book.close()
    #expect(scratch.names == ["book.xlsx"])
    #expect(try scratch.bytes().starts(with: Array("PK".utf8)))
  }

  @Test func aWorkbookLetGoLeavesNothing() throws {
    for mode in [Workbook.Mode.whole, .streaming] {
      let scratch = try Scratch()
      try scratch.put("old")
      do {
        let sheet = try Workbook(path: scratch.path(), mode: mode).addSheet("表")
        try sheet.write("x", at: "A1")
        try sheet.insert(
          Chart(.pie, [.init("x", values: sheet.reference("A1" as CellRange))]), at: "B1")
      }
      #expect(scratch.names == ["book.xlsx"])
      #expect(try scratch.text() == "old")
    }
  }

  @Test func aClosedWorkbookRefusesEverything() throws {
    let scratch = try Scratch()
    let book = try Workbook(path: scratch.path())
    let sheet = try book.addSheet("表")
    try book.close()
    let closed = WorkbookError(.closed)
    #expect(throws: closed) { try book.close() }
    #expect(throws: closed) { try book.addSheet("再") }
    #expect(throws: closed) { try sheet.activate() }
    #expect(throws: closed) { try sheet.set(PageSetup()) }
    #expect(throws: closed) { try sheet.write("x", at: "A1", .link) }
  }

  @Test func aWorkbookWithoutSheetsIsRefused() throws {
    let scratch = try Scratch()
    let book = try Workbook(path: scratch.path())
    #expect(throws: WorkbookError(.noSheets)) { try book.close() }
    #expect(scratch.names == [])
  }

  @Test func theSameInputGivesTheSameBytes() throws {
    let scratch = try Scratch()
    for name in ["a.xlsx", "b.xlsx"] {
      try Showcase.write(to: scratch.path(name))
      Thread.sleep(forTimeInterval: 1.1)  // The clock must not show.
    }
    #expect(try scratch.bytes("a.xlsx") == scratch.bytes("b.xlsx"))
  }

  @Test func aPathThatCannotBeWrittenIsRefusedAtOnce() throws {
    let scratch = try Scratch()
    let folder = scratch.path("folder")
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    let long = scratch.path(String(repeating: "区", count: 90) + ".xlsx")
    let cases: [(String, FileProblem)] = [
      (folder, .isFolder(folder)),
      (folder + "/", .isFolder(folder)),
      (scratch.path("none/book.xlsx"), .folderMissing(scratch.path("none"))),
      ("/dev/null", .notAFile("/dev/null")),
      ("/dev/full", .notAFile("/dev/full")),
      ("/proc/book.xlsx", .folderMissing("/proc")),
      (long, .pathTooLong(long)),
    ]
    for (path, problem) in cases {
      let error = #expect(throws: WorkbookError.self) { try Workbook(path: path) }
      #expect(error?.problem == .file(problem), "\(path)")
    }
    #expect(scratch.names == ["folder"])
  }

  @Test(.enabled(if: getuid() != 0, "root may write everywhere"))
  func aFolderThatIsNotWritableIsRefusedAtOnce() throws {
    let scratch = try Scratch()
    chmod(scratch.folder, 0o500)
    defer { chmod(scratch.folder, 0o700) }
    let error = #expect(throws: WorkbookError.self) { try Workbook(path: scratch.path()) }
    #expect(error?.problem == .file(.folderNotWritable(scratch.folder)))
  }

  @Test func aLinkIsFollowedAndAFileKeepsItsRights() throws {
    let scratch = try Scratch()
    try scratch.put("old", "real.xlsx")
    chmod(scratch.path("real.xlsx"), 0o640)
    try FileManager.default.createSymbolicLink(
      atPath: scratch.path(), withDestinationPath: "real.xlsx")
    let book = try Workbook(path: scratch.path())
    _ = try book.addSheet("表")
    try book.close()
    let link = try FileManager.default.destinationOfSymbolicLink(atPath: scratch.path())
    let rights = try FileManager.default.attributesOfItem(atPath: scratch.path("real.xlsx"))
    #expect(link == "real.xlsx")
    #expect((rights[.posixPermissions] as? Int) == 0o640)
    #expect(try scratch.bytes("real.xlsx").starts(with: Array("PK".utf8)))
  }

  @Test func aTargetThatBecomesAFolderMeanwhileStays() throws {
    let scratch = try Scratch()
    let book = try Workbook(path: scratch.path())
    _ = try book.addSheet("表")
    try FileManager.default.createDirectory(
      atPath: scratch.path(), withIntermediateDirectories: true)
    let error = #expect(throws: WorkbookError.self) { try book.close() }
    #expect(error?.problem == .file(.isFolder(scratch.path())))
    #expect(scratch.names == ["book.xlsx"])
  }

  @Test func draftsOfDeadWritersAreRemovedAndThoseOfLivingOnesStay() throws {
    let scratch = try Scratch()
    try scratch.put("dead", ".huizong-0123456789abcdef.tmp")
    try scratch.put("other", ".huizong-notes.txt")
    let first = try Workbook(path: scratch.path("a.xlsx"))
    let second = try Workbook(path: scratch.path("a.xlsx"))
    _ = try first.addSheet("一")
    _ = try second.addSheet("二")
    try first.close()
    try second.close()
    #expect(scratch.names == [".huizong-notes.txt", "a.xlsx"])
  }
}
