import Testing

@testable import Spreadsheet

@Suite(.reader) struct CellTests {
  @Test(arguments: [
    (0.0, "0"), (-0.0, "0"), (1.5, "1.5"), (123_456_789.123456, "123456789.123456"),
    (9_007_199_254_740_991, "9007199254740991"), (1e-300, "1e-300"), (-0.1, "-0.1"),
  ])
  func aNumberIsReadBack(number: Double, shown: String) throws {
    let book = try opened { try $0.write(number, at: "B2") }
    #expect(book.cell("B2")?.value == shown)
    #expect(book.cell("B2")?.type == "n")
  }

  @Test(arguments: [Double.nan, .infinity, -.infinity])
  func whatIsNoNumberIsRefusedWithItsPlace(number: Double) throws {
    let plain = try refusal { try $0.write(number, at: "B5") }
    #expect(plain == WorkbookError(.limit(.notANumber(.number)), at: .init("表", "B5")))
    let stored = try refusal { try $0.write(Formula("1/0", value: number), at: "B5") }
    #expect(stored?.problem == .limit(.notANumber(.number)))
  }

  @Test func aFormulaHasItsValueBesideIt() throws {
    let book = try opened {
      try $0.write(2, at: "A1")
      try $0.write(Formula("=A1*21", value: 42), at: "A2")
      try $0.write(Formula("IF(A1>1,\"是\",\"否\")", value: "是"), at: "A3")
    }
    #expect(book.cell("A2")?.formula == "=A1*21")
    #expect(book.cell("A2")?.value == "42")
    #expect(book.cell("A3")?.formula == "=IF(A1>1,\"是\",\"否\")")
    #expect(book.cell("A3")?.value == "是")
  }

  @Test(arguments: [
    ("", Problem.cell(.emptyFormula)), ("= ", .cell(.emptyFormula)),
    ("A1&\"\u{7}\"", .cell(.formulaCharacter("U+0007"))),
    ("\"_x0041_\"", .cell(.formulaCharacter("_x0041_"))),
    ("SUM('一 区:九 区'!B5)", .name(.spanNeedsQuotes("一 区:九 区"))),
    (
      String(repeating: "1+", count: 4_096) + "1",
      .limit(.tooLong(.formula, 8_193, 8_192, .characters))
    ),
  ])
  func aFormulaThatCannotBeWrittenIsRefused(text: String, problem: Problem) throws {
    let error = try refusal { try $0.write(Formula(text, value: 0), at: "B5") }
    #expect(error == WorkbookError(problem, at: .init("表", "B5")))
  }

  @Test(arguments: [
    "SUM(一区:九区!B5)", "'一 区'!B5+'九 区'!B5", "\"'a:b'!\"&A1", "SUM('It''s'!A1:B2)",
    "IF(A1=\"a:b\",'x y'!A1,1)",
  ])
  func aFormulaThatIsOnlyLikeAQuotedSpanIsWritten(text: String) {
    #expect(Formula.problem(with: text) == nil)
  }

  @Test(arguments: [(-1, 0), (0, -1), (1_048_576, 0), (0, 16_384), (.max, .min)])
  func aCellOutsideTheSheetIsRefused(row: Int, column: Int) throws {
    let cell = CellAddress(row: row, column: column)
    for content in [CellContent.blank, .text("x"), .number(1), .formula(Formula("1", value: 1))] {
      let error = try refusal { try $0.write(content, at: cell) }
      #expect(error?.problem == .cell(.outsideSheet))
    }
  }

  @Test func theFarCornerOfTheSheetIsWritten() throws {
    let book = try opened(cells: false) { try $0.write("x", at: "XFD1048576") }
    #expect(book.part("xl/worksheets/sheet1").contains("r=\"XFD1048576\""))
  }

  @Test func equalStylesAreOneFormat() throws {
    let book = try opened {
      for row in 0..<20 {
        let style = Style {
          $0.font = .init("宋体", size: 12)
          $0.borders = .thin
          $0.numberFormat = "#,##0.00"
          $0.fill = Color(0xFFF2CC)
        }
        try $0.write(Double(row), at: CellAddress(row: row, column: 0), style)
      }
    }
    #expect(book.part("xl/styles").contains("<cellXfs count=\"2\">"))
    let cell = book.cell("A1")
    #expect(cell?.font == "宋体")
    #expect(cell?.numberFormat == "#,##0.00")
    #expect(cell?.fill == "FFFFF2CC")
    #expect(cell?.topBorder == "thin")
  }

  @Test(arguments: [
    (
      Style { $0.font.name = String(repeating: "宋", count: 32) },
      Problem.limit(.tooLong(.fontName, 32, 31, .characters))
    ),
    (Style { $0.font.name = "宋\u{0}" }, .name(.character(.fontName, "宋\u{0}", "U+0000"))),
    (Style { $0.font.size = 0 }, .limit(.outOfRange(.fontSize, 0, 1, 409))),
    (
      Style { $0.numberFormat = "0\"" + String(repeating: "元", count: 42) + "\"" },
      .limit(.tooLong(.numberFormat, 129, 127, .bytes))
    ),
    (Style { $0.rotation = .degrees(91) }, .limit(.outOfRange(.rotation, 91, -90, 90))),
    (Style { $0.indent = 16 }, .limit(.outOfRange(.indent, 16, 0, 15))),
  ])
  func aStyleThatWouldBeCutOrIgnoredIsRefused(style: Style, problem: Problem) throws {
    let error = try refusal { try $0.write(1, at: "B5", style) }
    #expect(error == WorkbookError(problem, at: .init("表", "B5")))
  }

  @Test func theLongestNamesOfFontsAndFormatsStayWhole() throws {
    let name = String(repeating: "宋", count: 31)
    let format = "0\"" + String(repeating: "元", count: 41) + "\""
    let book = try opened {
      try $0.write(1, at: "A1", Style { ($0.font.name, $0.numberFormat) = (name, format) })
    }
    #expect(book.cell("A1")?.font == name)
    #expect(book.cell("A1")?.numberFormat == format)
  }

  @Test func richTextIsOneText() throws {
    let book = try opened {
      try $0.write(
        [TextRun("审核 & ", .init("宋体")), TextRun("_x0041_<", .init("黑体", size: 14))], at: "A1")
      try $0.write([TextRun("一段", .init("黑体"))], at: "A2")
      try $0.write([TextRun](), at: "A3")
    }
    #expect(book.cell("A1")?.value == "审核 & _x0041_<")
    #expect(book.cell("A2")?.font == "黑体")
    let many = Array(repeating: TextRun("x"), count: 201)
    let error = try refusal { try $0.write(many, at: "B5") }
    #expect(error?.problem == .limit(.tooMany(.richText, 200)))
  }
}
