import Testing

@testable import Spreadsheet

@Suite struct AddressTests {
  @Test(arguments: [
    (0, 0, "A1"), (4, 1, "B5"), (0, 25, "Z1"), (0, 26, "AA1"), (9, 51, "AZ10"), (9, 52, "BA10"),
    (99, 701, "ZZ100"), (99, 702, "AAA100"), (1_048_575, 16_383, "XFD1048576"),
  ])
  func aCellIsShownAsExcelNamesIt(row: Int, column: Int, text: String) {
    let cell = CellAddress(row: row, column: column)
    #expect(cell.description == text)
    #expect(CellAddress(a1: text) == cell)
  }

  @Test(arguments: ["", "A", "1", "A0", "A01", "a1", "$A$1", "A1B", "XFE1", "A1048577", "AAAA1"])
  func whatIsNotACellIsNotRead(text: String) { #expect(CellAddress(a1: text) == nil) }

  @Test func aRangeHasItsCornersInOrder() {
    let range = CellRange(CellAddress(row: 6, column: 1), CellAddress(row: 4, column: 2))
    #expect(range.description == "B5:C7")
    #expect(range.absolute == "$B$5:$C$7")
    #expect(CellRange(a1: "C7:B5") == range)
    #expect(CellRange(a1: "B5")?.description == "B5")
    #expect(CellRange(a1: "B5:C7:D8") == nil)
  }

  @Test(arguments: [
    ("A1:B2", "B2:C3", true), ("A1:B2", "C1:C2", false), ("A1:B2", "A3:B4", false),
    ("A1:D4", "B2", true), ("B2", "B2", true),
  ])
  func rangesOverlapWhenTheyShareACell(one: String, other: String, shares: Bool) {
    let (one, other) = (CellRange(stringLiteral: one), CellRange(stringLiteral: other))
    #expect(one.overlaps(other) == shares)
    #expect(other.overlaps(one) == shares)
  }

  @Test func readingOrderGoesRowByRow() {
    #expect(("B1" as CellAddress) < "A2")
    #expect(("A2" as CellAddress) < "B2")
  }
}

@Suite struct SheetNamesTests {
  @Test(arguments: [
    ("一区", "一区"), (" 一区\n二中队 ", "一区 二中队"), ("a/b\\c:d*e?f[g]", "a／b＼c：d＊e？f［g］"),
    ("'99", "’99"), ("3#仓库", "3＃仓库"), ("", "表"), (" \u{0} ", "表"), ("_x0041_", "＿x0041_"),
    ("History", "History_2"),
  ])
  func aLegalNameIsMadeOfAnyText(text: String, name: String) {
    var names = SheetNames()
    #expect(names.name(for: text) == name)
  }

  @Test func noNameIsGivenTwiceWhateverItsCase() {
    var names = SheetNames()
    #expect(
      ["A区", "a区", "A区", "A区_2"].map { names.name(for: $0) } == ["A区", "a区_2", "A区_3", "A区_2_2"])
  }

  @Test func aLongNameIsCutBetweenCharactersAndStaysUnique() {
    var names = SheetNames()
    let long = String(repeating: "𠮷", count: 20)
    let made = [names.name(for: long), names.name(for: long)]
    #expect(made == [String(repeating: "𠮷", count: 15), String(repeating: "𠮷", count: 14) + "_2"])
    #expect(made.allSatisfy { $0.utf16.count <= 31 })
  }

  @Test(arguments: [
    ("一区", false), ("sheet_2", false), ("一区2", false), ("2023", true), ("一 区", true), ("A1", true),
    ("R1C1", true), ("RC", true), ("true", true), ("AB12", true), ("ABCD12", false),
    ("一区（二）", true),
    ("It's", true), ("a.b", true),
  ])
  func aNameIsQuotedUnlessEveryProgramReadsItWithout(name: String, quotes: Bool) {
    #expect(SheetNames.needsQuotes(name) == quotes)
    #expect(SheetNames.quoted(name).hasPrefix("'") == quotes)
  }

  @Test func anApostropheIsDoubledInQuotes() {
    #expect(SheetRange("It's", "B5" as CellRange).absolute == "'It''s'!$B$5")
    #expect(SheetRange("一区", "B5:C7" as CellRange).description == "一区!B5:C7")
  }

  @Test(arguments: [
    ("", Problem.name(.empty(.sheetName))),
    (" ", .name(.empty(.sheetName))),
    ("a:b", .name(.character(.sheetName, "a:b", ":"))),
    ("'a", .name(.character(.sheetName, "'a", "'"))),
    ("a\u{7}", .name(.character(.sheetName, "a\u{7}", "U+0007"))),
    ("a\nb", .name(.character(.sheetName, "a\nb", "U+000A"))),
    ("_x0041_", .name(.character(.sheetName, "_x0041_", "_x0041_"))),
    ("history", .name(.reserved(.sheetName, "history"))),
    (String(repeating: "区", count: 32), .limit(.tooLong(.sheetName, 32, 31, .characters))),
    (String(repeating: "𠮷", count: 16), .limit(.tooLong(.sheetName, 32, 31, .characters))),
  ])
  func theWorkbookRefusesABadName(name: String, problem: Problem) throws {
    let scratch = try Scratch()
    let book = try Workbook(path: scratch.path())
    #expect(throws: WorkbookError(problem)) { try book.addSheet(name) }
  }

  @Test func theWorkbookRefusesANameThatIsTaken() throws {
    let scratch = try Scratch()
    let book = try Workbook(path: scratch.path())
    _ = try book.addSheet("A区")
    #expect(throws: WorkbookError(.name(.taken(.sheetName, "a区")))) { try book.addSheet("a区") }
  }

  @Test func aSpanOfSheetsIsWrittenWithoutQuotesOrNotAtAll() throws {
    #expect(try SheetSpan(from: "一区", to: "九区").reference(to: "B5") == "一区:九区!B5")
    #expect(throws: WorkbookError(.name(.spanNeedsQuotes("九 区")))) {
      try SheetSpan(from: "一区", to: "九 区")
    }
  }
}
