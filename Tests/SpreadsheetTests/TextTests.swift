import Testing

@testable import Spreadsheet

/// What passes the library unclean makes a file that no program opens, or that shows other text.
@Suite(.reader) struct TextTests {
  @Test(arguments: [
    ("品类，合计：1", "品类，合计：1"),
    ("=1+1", "=1+1"),
    ("a\u{0}b", "a\u{FFFD}b"),
    ("a\u{7}\u{1F}b", "a\u{FFFD}\u{FFFD}b"),
    ("a\u{FFFE}\u{FFFF}b", "a\u{FFFD}\u{FFFD}b"),
    ("two\r\nlines\rthree", "two\nlines\nthree"),
    ("<b> & \"q\" 'p' ]]>", "<b> & \"q\" 'p' ]]>"),
    (" blanks ", " blanks "),
    ("\ttab\u{85}\u{A0}\u{3000}", "\ttab\u{85}\u{A0}\u{3000}"),
    ("emoji 👩‍👩‍👧 𠮷", "emoji 👩‍👩‍👧 𠮷"),
    ("_x0041_", "_x0041_"),
    ("_x0041_x0042_", "_x0041_x0042_"),
    ("_x00ZZ_ _x004_", "_x00ZZ_ _x004_"),
    ("#REF! @x '5", "#REF! @x '5"),
  ])
  func textIsReadBackAsItWasOrWithAVisibleSign(text: String, shown: String) throws {
    let book = try opened {
      try $0.write(text, at: "A1")
      try $0.write(Formula("1", value: text), at: "A2")
    }
    let cells = ["A1", "A2"].map { book.cell($0) }
    #expect(book.part("xl/sharedStrings").contains(CleanText.cell(text).text.xml))
    #expect(cells[0]?.type == "s")
    #expect(cells[0]?.value == shown)
    #expect(cells[1]?.value.map(Escapes.read) == shown)
  }

  @Test(arguments: [
    ("a", "a"), ("_x0041_", "_x005F_x0041_"), ("_x0041_x0042_", "_x005F_x0041_x005F_x0042_"),
    ("_x005F_", "_x005F_x005F_"), ("__x00e9__", "__x005F_x00e9__"), ("_x0041", "_x0041"),
    ("_X0041_", "_X0041_"),
  ])
  func anEscapeIsEscapedSoThatItIsShown(text: String, written: String) {
    #expect(CleanText.cell(text).text == written)
    #expect(Escapes.read(written) == text)
  }

  @Test func whileStreamingTextIsCleanedAsWell() throws {
    let book = try opened(mode: .streaming) {
      try $0.write("a\u{0}\u{7}\u{FFFE}b", at: "A1")
      try $0.write("_x0041_ & <", at: "A2")
    }
    #expect(book.cell("A1")?.value == "a\u{FFFD}\u{FFFD}\u{FFFD}b")
    #expect(book.cell("A2")?.value.map(Escapes.read) == "_x0041_ & <")
  }

  @Test func textThatIsTooLongEndsInAnEllipsisAndIsNoted() throws {
    let scratch = try Scratch()
    let workbook = try Workbook(path: scratch.path())
    let sheet = try workbook.addSheet("表")
    let fits = String(repeating: "区", count: 32_767)
    try sheet.write(fits, at: "A1")
    try sheet.write(fits + "区", at: "A2")
    try sheet.write(String(repeating: "𠮷", count: 20_000), at: "A3")
    try workbook.close()
    #expect(workbook.shortenedTexts.map(\.length) == [32_768, 40_000])
    #expect(workbook.shortenedTexts.map(\.cell) == ["A2", "A3"])
    let book = try OpenedBook(scratch.path())
    #expect(book.cell("A1")?.value == fits)
    #expect(book.cell("A2")?.value == fits.dropLast() + "…")
    #expect(book.cell("A3")?.value == String(repeating: "𠮷", count: 16_383) + "…")
  }

  @Test func aCutNeverLandsInAnEscape() {
    let text = String(repeating: "_x0041_", count: 5_000)
    let fitted = CleanText.cell(text)
    #expect(fitted.cutFrom == 35_000)
    #expect(fitted.text.utf16.count <= 32_767)
    #expect(text.hasPrefix(Escapes.read(String(fitted.text.dropLast()))))
  }

  @Test func emptyTextIsABlankCell() throws {
    let book = try opened {
      try $0.write("", at: "A1", Style { $0.font.isBold = true })
      try $0.write("", at: "B1")
      try $0.write("x", at: "C1")
    }
    #expect(book.cell("A1")?.value == nil)
    #expect(book.cell("A1")?.isBold == true)
  }
}

/// Excel's way of reading `_x0041_`, from left to right.
enum Escapes {
  static func read(_ text: String) -> String {
    text.replacing(/_x([0-9A-Fa-f]{4})_/) { match in
      UInt32(match.1, radix: 16).flatMap(UnicodeScalar.init).map(String.init) ?? ""
    }
  }
}

extension String {
  var xml: String {
    replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;")
  }
}
