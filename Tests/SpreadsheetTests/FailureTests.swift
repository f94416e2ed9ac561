import Drafts
import Foundation
import Testing

@testable import Spreadsheet

/// A process that is killed while it writes.
@Suite struct KilledWriterTests {
  @Test func theOldFileStaysAndNothingElse() async throws {
    let scratch = try Scratch()
    try scratch.put("old")
    await #expect(processExitsWith: .signal(SIGKILL)) { [folder = scratch.folder as String] in
      let book = try Workbook(path: folder + "/book.xlsx")
      let sheet = try book.addSheet("表")
      for row in 0..<100_000 {
        try sheet.write(Double(row) / 7, at: .init(row: row, column: row % 9))
      }
      Thread.detachNewThread {
        while writtenSoFar(in: folder) < 100_000 { usleep(500) }
        kill(getpid(), SIGKILL)
      }
      try book.close()
      fatalError("closed before it was killed")
    }
    #expect(try scratch.text() == "old")
    #expect(scratch.names == ["book.xlsx"])
  }

  /// A file that is made with a name and loses it at once would have changed the folder.
  @Test(arguments: [Workbook.Mode.whole, .streaming])
  func noTemporaryFileEverHasAName(mode: Workbook.Mode) throws {
    let (scratch, temporary) = try (Scratch(), Scratch())
    let before = Date(timeIntervalSince1970: 1_000_000_000)
    try FileManager.default.setAttributes(
      [.modificationDate: before], ofItemAtPath: temporary.folder)
    let book = try Workbook(
      path: scratch.path(), mode: mode, temporaryFolder: temporary.folder)
    try book.addSheet("表").write(1, at: "A1")
    try book.close()
    let after = try FileManager.default.attributesOfItem(atPath: temporary.folder)
    #expect(after[.modificationDate] as? Date == before)
  }
}

/// The size of the largest file that this process has open in the folder, nameless ones too.
private func writtenSoFar(in folder: String) -> Int {
  let files = (try? FileManager.default.contentsOfDirectory(atPath: "/proc/self/fd")) ?? []
  return files.compactMap(Int32.init).map { file in
    var status = stat()
    let name = try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/fd/\(file)")
    return name?.hasPrefix(folder) == true && fstat(file, &status) == 0 ? Int(status.st_size) : 0
  }.max() ?? 0
}

/// A disk of its own that is soon full.
private final class SmallDisk {
  let folder: String

  init?(kilobytes: Int) {
    folder = NSTemporaryDirectory() + "spreadsheet-disk-\(UUID().uuidString)"
    mkdir(folder, 0o700)
    guard mount("tmpfs", folder, "tmpfs", 0, "size=\(kilobytes)k") == 0 else {
      rmdir(folder)
      return nil
    }
  }

  deinit {
    umount(folder)
    rmdir(folder)
  }

  static let canMount = SmallDisk(kilobytes: 64) != nil
}

@Suite(.enabled(if: SmallDisk.canMount, "needs the right to mount a small disk"))
struct FullDiskTests {
  @Test func aFullDiskLeavesTheOldFileAndNoOther() throws {
    let disk = try #require(SmallDisk(kilobytes: 128))
    let path = disk.folder + "/book.xlsx"
    try Data("old".utf8).write(to: URL(fileURLWithPath: path))
    let book = try fill(Workbook(path: path))
    let error = #expect(throws: WorkbookError.self) { try book.close() }
    #expect(error?.problem == .file(.diskFull(disk.folder)))
    #expect(error?.library != nil)
    #expect(error?.chinese.contains("磁盘已满：\(disk.folder)") == true)
    #expect(try FileManager.default.contentsOfDirectory(atPath: disk.folder) == ["book.xlsx"])
    #expect(try String(contentsOfFile: path, encoding: .utf8) == "old")
  }

  /// The library reports success and leaves a part of the workbook cut in the middle.
  @Test(arguments: [Workbook.Mode.whole, .streaming])
  func aFullDiskForTemporaryFilesIsFoundOut(mode: Workbook.Mode) throws {
    let disk = try #require(SmallDisk(kilobytes: 128))
    #expect(try problem(mode, temporaryFolder: disk.folder) == .file(.diskFull(disk.folder)))
  }

  /// With the part gone there is room again, so the fullness can only be guessed.
  @Test func aDiskThatWasFullForOnePartIsNamedToo() throws {
    let disk = try #require(SmallDisk(kilobytes: 1_100))
    let part = FileProblem.incomplete("xl/worksheets/sheet1.xml", disk.folder)
    #expect(try problem(.whole, temporaryFolder: disk.folder) == .file(part))
  }

  private func problem(_ mode: Workbook.Mode, temporaryFolder: String) throws -> Problem? {
    let scratch = try Scratch()
    try scratch.put("old")
    let path = scratch.path()
    let book = try fill(Workbook(path: path, mode: mode, temporaryFolder: temporaryFolder))
    let error = #expect(throws: WorkbookError.self) { try book.close() }
    #expect(scratch.names == ["book.xlsx"])
    #expect(try scratch.text() == "old")
    return error?.problem
  }

  private func fill(_ book: Workbook) throws -> Workbook {
    let sheet = try book.addSheet("表")
    for row in 0..<20_000 {
      try sheet.write(Double(row) * 1.37, at: CellAddress(row: row, column: 0))
      try sheet.write(Double(row) / 7, at: CellAddress(row: row, column: 1))
    }
    return book
  }
}

@Suite struct QuietTests {
  /// The library prints what goes wrong; a command that draws its own messages must not show it.
  @Test(.enabled(if: SmallDisk.canMount, "needs the right to mount a small disk"))
  func nothingIsPrintedWhenWritingFails() async throws {
    let result = await #expect(
      processExitsWith: .success, observing: [\.standardErrorContent]
    ) {
      let disk = try #require(SmallDisk(kilobytes: 64))
      let book = try Workbook(path: disk.folder + "/book.xlsx")
      let sheet = try book.addSheet("表")
      for row in 0..<20_000 { try sheet.write(Double(row) / 7, at: .init(row: row, column: 0)) }
      let error = #expect(throws: WorkbookError.self) { try book.close() }
      try #require(error?.library?.said.contains("[ERROR]") == true)
    }
    #expect(result.map { String(decoding: $0.standardErrorContent, as: UTF8.self) } == "")
  }

  @Test func whatIsPrintedMeanwhileIsReturned() {
    let (result, said) = quietly {
      errno = ENOSPC
      perror("[ERROR]")
      return 7
    }
    #expect(result == 7)
    #expect(said == "[ERROR]: No space left on device\n")
  }

  @Test func workbooksOnManyThreadsCloseInTurn() async throws {
    let scratch = try Scratch()
    try await withThrowingTaskGroup(of: Void.self) { group in
      for number in 0..<16 {
        group.addTask {
          let book = try Workbook(path: scratch.path("\(number).xlsx"))
          try book.addSheet("表").write(Double(number), at: CellAddress(row: 0, column: 0))
          try book.close()
        }
      }
      try await group.waitForAll()
    }
    #expect(scratch.names.count == 16)
  }
}
