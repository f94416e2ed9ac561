import Drafts
import Foundation
import Testing

@testable import Spreadsheet

@Suite(.reader) struct PropertyTests {
  @Test func theFileSaysWhatItIs() throws {
    let scratch = try Scratch()
    let book = try Workbook(path: scratch.path())
    _ = try book.addSheet("表")
    book.properties.title = "2023 年第二季度\n汇总表"
    book.properties.author = "市局 & <执法>"
    book.properties.subject = "附件2"
    book.properties.category = "报表"
    book.properties.keywords = "质量\u{0}"
    book.properties.comments = "初稿"
    book.properties.status = "初稿"
    book.properties.company = "市局"
    book.properties.custom = [
      .init("周期", .text("2023-04—2023-06")), .init("单位数", .number(9)), .init("完整", .truth(false)),
    ]
    try book.close()
    let read = try OpenedBook(scratch.path()).properties
    #expect(read["title"] == "2023 年第二季度 汇总表")
    #expect(read["author"] == "市局 & <执法>")
    #expect(read["keywords"] == "质量\u{FFFD}")
    #expect(read["created"] == "1980-01-01 00:00:00")
    #expect(["周期", "单位数", "完整"].map { read[$0] } == ["2023-04—2023-06", "9.0", "False"])
  }

  @Test(arguments: [
    (["a", "A"], Problem.name(.taken(.propertyName, "A"))), ([""], .name(.empty(.propertyName))),
    ([String(repeating: "a", count: 256)], .limit(.tooLong(.propertyName, 256, 255, .characters))),
  ])
  func aPropertyThatExcelWouldRepairIsRefused(names: [String], problem: Problem) throws {
    let scratch = try Scratch()
    let book = try Workbook(path: scratch.path())
    _ = try book.addSheet("表")
    book.properties.custom = names.map { .init($0, .text("x")) }
    #expect(throws: WorkbookError(problem)) { try book.close() }
    #expect(scratch.names == [])
  }
}

@Suite(.reader) struct DefinedNameTests {
  @Test func aNameLeadsToItsCells() throws {
    let book = try opened("一 区") {
      try $0.workbook.define("合计批次", as: $0.reference("B5" as CellRange))
      try $0.workbook.define("全部_2", as: SheetRange("2023", "B5:C7" as CellRange))
    }
    #expect(book.names == ["合计批次": "'一 区'!$B$5", "全部_2": "'2023'!$B$5:$C$7"])
  }

  /// The library keeps 128 bytes of a name, and cuts the last character in two.
  @Test func theLongestNameStaysWholeAndOneMoreIsRefused() throws {
    let name = String(repeating: "合", count: 42)
    let book = try opened { try $0.workbook.define(name, as: $0.reference("A1" as CellRange)) }
    #expect(book.names[name] == "表!$A$1")
    let error = try refusal {
      try $0.workbook.define(name + "计", as: $0.reference("A1" as CellRange))
    }
    #expect(error?.problem == .limit(.tooLong(.definedName, 129, 127, .bytes)))
    let far = SheetRange(String(repeating: "（", count: 31), "XFC1048575:XFD1048576" as CellRange)
    let book2 = try opened(far.sheet) { try $0.workbook.define("x", as: far) }
    #expect(book2.names["x"] == far.absolute)
  }

  @Test(arguments: [
    ("", Problem.name(.empty(.definedName))),
    ("合 计", .name(.character(.definedName, "合 计", " "))),
    ("1合计", .name(.character(.definedName, "1合计", "1"))),
    ("合-计", .name(.character(.definedName, "合-计", "-"))),
    ("AB12", .name(.cell(.definedName, "AB12"))), ("R", .name(.cell(.definedName, "R"))),
    ("合计", .name(.taken(.definedName, "合计"))),
  ])
  func aNameThatExcelWouldRepairIsRefused(name: String, problem: Problem) throws {
    let error = try refusal {
      try $0.workbook.define("合计", as: $0.reference("A1" as CellRange))
      try $0.workbook.define(name, as: $0.reference("A1" as CellRange))
    }
    #expect(error?.problem == problem)
  }
}

@Suite(.reader) struct StreamingTests {
  @Test func rowsAreWrittenInOrder() throws {
    let book = try opened(mode: .streaming) {
      try $0.setWidth(ofColumns: 0...2, to: 12)
      try $0.merge("A1:C1", "明细")
      for row in 1..<100 {
        try $0.setHeight(ofRow: row, to: 18)
        try $0.write("单位\(row)", at: CellAddress(row: row, column: 0))
        try $0.write(Double(row), at: CellAddress(row: row, column: 2))
        let formula = Formula("C\(row + 1)*2", value: Double(row * 2))
        try $0.write(formula, at: CellAddress(row: row, column: 1))
      }
      try $0.setFilter("A2:C100")
      try $0.freeze(at: "A2")
    }
    #expect(book.cell("A100")?.value == "单位99")
    #expect(book.cell("B100")?.value == "198")
    #expect(book.cell("A1")?.value == "明细")
    #expect(book.sheets["表"]?.merges == ["A1:C1"])
  }

  @Test func aRowThatIsWrittenAlreadyIsRefused() throws {
    let error = try refusal(mode: .streaming) {
      try $0.write("x", at: "A5")
      try $0.write("x", at: "B4")
    }
    #expect(error?.problem == .cell(.rowAlreadyWritten))
    #expect(error?.place?.range == "B4")
    #expect(error?.library?.name == "LXW_ERROR_WORKSHEET_INDEX_OUT_OF_RANGE")
  }

  @Test func whatNeedsRowsInAnyOrderIsRefused() throws {
    let merge = try refusal(mode: .streaming) { try $0.merge("A1:A2", "x") }
    #expect(merge?.problem == .cell(.notWhileStreaming(.merge)))
    let table = try refusal(mode: .streaming) {
      try $0.add(Table("t", headings: ["a"]), over: "A1:A2")
    }
    #expect(table?.problem == .cell(.notWhileStreaming(.table)))
  }

  /// One open file for each sheet: with 1,024 of them the library failed at sheet 1,019.
  @Test func sheetsAreRefusedBeforeTheProcessHasNoFileLeft() async throws {
    await #expect(processExitsWith: .success) {
      var limits = rlimit(rlim_cur: 64, rlim_max: 128)
      try #require(setrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limits) == 0)
      let scratch = try Scratch()
      let book = try Workbook(path: scratch.path(), mode: .streaming)
      var count = 0
      let error = #expect(throws: WorkbookError.self) {
        while count < 200 {
          try book.addSheet("表\(count)").write("x", at: CellAddress(row: 0, column: 0))
          count += 1
        }
      }
      try #require(error?.problem == .file(.tooManyOpenFiles))
      try #require(count > 64, "the limit was raised as far as it goes")
    }
  }

  @Test func aThousandSheetsInMemoryNeedNoFiles() throws {
    let scratch = try Scratch()
    let book = try Workbook(path: scratch.path())
    var names = SheetNames()
    for number in 0..<1_100 {
      let sheet = try book.addSheet(names.name(for: "单位"))
      try sheet.write(Double(number), at: "A1")
    }
    try book.close()
    #expect(try OpenedBook(scratch.path(), cells: false).parts.count > 1_100)
  }
}

@Suite struct ErrorTests {
  @Test func anErrorSaysInBothLanguagesWhereAndWhat() {
    let error = WorkbookError(
      .limit(.tooLong(.formula, 8_300, 8_192, .characters)), at: .init("全市汇总", "B5"))
    #expect(error.chinese == "工作表“全市汇总”的 B5：公式有 8300 个字符，最多 8192 个")
    #expect(error.english == "sheet “全市汇总”, B5: formula of 8300 characters, where 8192 fit")
    #expect(error.description == "\(error.chinese) / \(error.english)")
  }

  @Test func theLibrarysCodeIsPutInWords() {
    let error = WorkbookError(
      .file(.diskFull("/out")), library: LibraryCode(9))
    #expect(error.chinese == "磁盘已满：/out (放不进压缩文件, LXW_ERROR_ZIP_FILE_ADD)")
    #expect(
      error.english
        == "the disk is full: /out (a part could not be added to the zip file, LXW_ERROR_ZIP_FILE_ADD)"
    )
  }

  @Test func everyCodeOfTheLibraryHasWords() {
    #expect(LibraryCode.table.count == LibraryCode.count)
    #expect(LibraryCode(99).name == "LXW_ERROR_99")
  }

  @Test func everythingHasItsOwnWordInBothLanguages() {
    #expect(Set(Item.allCases.map(\.chinese)).count == Item.allCases.count)
    #expect(Set(Item.allCases.map(\.english)).count == Item.allCases.count)
  }

  @Test(arguments: [
    (ENOSPC, FileProblem.diskFull("/f")), (EDQUOT, .diskFull("/f")),
    (EACCES, .folderNotWritable("/f")),
    (EROFS, .readOnlyDisk("/f")), (EBUSY, .inUse("/f/a")), (ETXTBSY, .inUse("/f/a")),
    (ENOENT, .folderMissing("/f")), (EFBIG, .tooLarge("/f/a")), (EINTR, .interrupted("/f/a")),
    (EMFILE, .tooManyOpenFiles),
    (EIO, .system("/f/a", code: EIO)),
  ])
  func theSystemsErrorsHaveNames(code: Int32, problem: FileProblem) {
    #expect(FileProblem(errno: code, file: "/f/a", folder: "/f") == problem)
  }
}
