import Testing

@testable import Spreadsheet

@Suite(.reader) struct LinkTests {
  @Test func aLinkLeadsToACellOfAnotherSheet() throws {
    let long = String(repeating: "说", count: 3_000)
    let book = try opened {
      try $0.writeLink("一区", to: SheetRange("一 区", "B5" as CellRange), at: "A1", tooltip: "看一区")
      try $0.writeLink(long, to: SheetRange("表", "A1" as CellRange), at: "A2", .plain)
    }
    #expect(book.sheets["表"]?.links["A1"]?.location == "'一 区'!B5")
    #expect(book.sheets["表"]?.links["A1"]?.tooltip == "看一区")
    #expect(book.cell("A1")?.value == "一区")
    #expect(book.cell("A2")?.value == long)
  }

  @Test func aLinkThatWouldBreakIsRefused() throws {
    let target = SheetRange("3#仓库", "A1" as CellRange)
    let error = try refusal { try $0.writeLink("x", to: target, at: "A1") }
    #expect(error?.problem == .cell(.linkTarget("3#仓库")))
    let far = SheetRange("表", CellAddress(row: -1, column: 0))
    #expect(
      try refusal { try $0.writeLink("x", to: far, at: "A1") }?.problem == .cell(.outsideSheet))
  }

  @Test func linksBeyondExcelsLimitAreRefused() throws {
    let error = try refusal { sheet in
      sheet.linkCount = 65_530
      try sheet.writeLink("x", to: sheet.reference("A1" as CellRange), at: "A1")
    }
    #expect(error?.problem == .limit(.tooMany(.link, 65_530)))
  }
}

@Suite(.reader) struct CommentTests {
  @Test func aCommentHasItsTextAndAuthor() throws {
    let book = try opened {
      try $0.comment(Comment("合计与分项之和不符\n差 3 & <5>", author: "审核"), at: "B5")
      try $0.comment(Comment("旧") { $0.isVisible = true }, at: "C5")
      try $0.comment(Comment("a\u{0}b") { $0.font = .init("宋体") }, at: "C5")
    }
    #expect(book.sheets["表"]?.comments["B5"] == ["合计与分项之和不符\n差 3 & <5>", "审核"])
    #expect(book.sheets["表"]?.comments["C5"]?.first == "a\u{FFFD}b")
  }

  /// The library keeps it in 32 bytes.
  @Test func aFontNameThatWouldBeCutIsRefused() throws {
    let error = try refusal {
      try $0.comment(Comment("x") { $0.font.name = String(repeating: "宋", count: 11) }, at: "B5")
    }
    #expect(error?.problem == .limit(.tooLong(.fontName, 33, 31, .bytes)))
    let book = try opened {
      try $0.comment(Comment("x") { $0.font.name = String(repeating: "宋", count: 10) }, at: "B5")
    }
    #expect(book.part("xl/comments1").contains(String(repeating: "宋", count: 10)))
  }
}

@Suite(.reader) struct TableTests {
  @Test func aTableHasItsHeadingsAndItsRange() throws {
    let book = try opened {
      try $0.add(Table("明细", headings: ["单位", "品类\n名称", "_x0041_"]), over: "A1:C3")
      try $0.write("一区", at: "A2")
    }
    #expect(book.sheets["表"]?.tables == ["明细": "A1:C3"])
    #expect(book.cell("B1")?.value == "品类 名称")
    #expect(book.part("xl/tables/table1").contains("name=\"_x005F_x0041_\""))
  }

  @Test(arguments: [
    (["a", "A"], "A1:B2", Problem.name(.taken(.heading, "A"))),
    (["a", ""], "A1:B2", .name(.empty(.heading))),
    (["a"], "A1:B2", .cell(.headings(1, 2))),
    (["a", "b"], "A1:B1", .cell(.noTableRows)),
    (
      ["a", String(repeating: "b", count: 256)], "A1:B2",
      .limit(.tooLong(.heading, 256, 255, .characters))
    ),
  ])
  func headingsThatExcelWouldRepairAreRefused(
    headings: [String], range: String, problem: Problem
  ) throws {
    let error = try refusal {
      try $0.add(Table("t", headings: headings), over: CellRange(stringLiteral: range))
    }
    #expect(error?.problem == problem)
  }

  @Test func aTableSharesNoCellsWithMergesFiltersAndTables() throws {
    let table = Table("t", headings: ["a"])
    let works: [((Worksheet) throws -> Void, Item, String)] = [
      ({ try $0.merge("A2:B2", "x") }, .merge, "A2:B2"),
      ({ try $0.setFilter("A1:B2") }, .filter, "A1:B2"),
      ({ try $0.add(Table("u", headings: ["a"]), over: "A3:A5") }, .table, "A3:A5"),
    ]
    for (work, item, range) in works {
      let error = try refusal {
        try work($0)
        try $0.add(table, over: "A1:A3")
      }
      let other = CellRange(stringLiteral: range)
      #expect(error?.problem == .cell(.overlap(.table, "A1:A3", item, other)))
    }
  }

  @Test func tablesAndNamesShareOneSetOfNames() throws {
    let scratch = try Scratch()
    let book = try Workbook(path: scratch.path())
    let sheet = try book.addSheet("表")
    try book.define("合计", as: sheet.reference("A1" as CellRange))
    let error = WorkbookError(.name(.taken(.tableName, "合计")), at: .init("表", "A1:A2"))
    #expect(throws: error) { try sheet.add(Table("合计", headings: ["a"]), over: "A1:A2") }
  }
}

@Suite(.reader) struct ValidationTests {
  @Test func choicesComeFromAListOrFromCells() throws {
    let book = try opened {
      let message = Validation.Message("指标", "选一个 _x0041_")
      try $0.validate("A1", Validation(.list(["是", "否"]), prompt: message))
      try $0.validate("A2:A9", Validation(.cells($0.reference("C1:C40" as CellRange))))
    }
    let rules = book.sheets["表"]?.validations ?? []
    #expect(rules.map(\.formula) == ["\"是,否\"", "'表'!$C$1:$C$40".replacing("'", with: "")])
    #expect(rules.map(\.range) == ["A1", "A2:A9"])
    #expect(rules.first?.prompt == "选一个 _x005F_x0041_")
  }

  /// 37 items of two characters are 258 bytes in 110 characters: enough to end the process.
  @Test func aListOfTooManyBytesIsRefused() throws {
    let fits = Array(repeating: "品类", count: 36) + ["x"]
    let book = try opened { try $0.validate("A1", Validation(.list(fits))) }
    #expect(book.sheets["表"]?.validations.first?.formula.utf8.count == 255)
    let error = try refusal {
      try $0.validate("A1", Validation(.list(Array(repeating: "品类", count: 37))))
    }
    #expect(error?.problem == .limit(.tooLong(.listText, 258, 255, .bytes)))
  }

  @Test(arguments: [["a,b"], ["a\"b"], [""], ["a\nb"]])
  func anItemThatWouldFallApartIsRefused(items: [String]) throws {
    let error = try refusal { try $0.validate("A1", Validation(.list(items))) }
    #expect(error?.problem == .cell(.listItem(items[0])))
  }

  /// The library counts them in 8 bits, and at 256 writes none.
  @Test func theTwoHundredAndFiftySixthIsRefused() throws {
    let error = try refusal { sheet in
      for row in 0...255 {
        try sheet.validate(CellRange(CellAddress(row: row, column: 0)), Validation(.list(["a"])))
      }
    }
    #expect(error?.problem == .limit(.tooMany(.validation, 255)))
    #expect(error?.place?.range == "A256")
  }

  @Test func aPromptThatIsTooLongIsRefused() throws {
    let message = Validation.Message(String(repeating: "题", count: 33), "")
    let error = try refusal { try $0.validate("A1", Validation(.list(["a"]), prompt: message)) }
    #expect(error?.problem == .limit(.tooLong(.promptTitle, 33, 32, .characters)))
  }
}

@Suite(.reader) struct ConditionalFormatTests {
  @Test func rulesAreWritten() throws {
    let red = Style { ($0.fill, $0.font.color) = (Color(0xFFC7CE), .red) }
    let book = try opened {
      try $0.format("A1:A9", .twoColors(.white, .red))
      try $0.format("B1:B9", .threeColors(.blue, .white, .red))
      try $0.format("C1:C9", .dataBar(.blue))
      try $0.format("D1:D9", .cell(.notEqual(.number(0)), red))
      try $0.format("D1:D9", .cell(.equal(.text("缺\"报\"")), red))
      try $0.format("D1:D9", .cell(.between(.number(-1.5), .formula("$A$1")), red))
      try $0.format("E1:E9", .formula("=E1<>SUM(F1:G1)", red))
    }
    let part = book.part("xl/worksheets/sheet1")
    for text in [
      "<colorScale>", "<dataBar>", "operator=\"notEqual\"><formula>0.0</formula>",
      "<formula>\"缺\"\"报\"\"\"</formula>", "<formula>-1.5</formula><formula>$A$1</formula>",
      "<formula>E1&lt;&gt;SUM(F1:G1)</formula>",
    ] {
      #expect(part.contains(text), "\(text)")
    }
    #expect(book.part("xl/styles").contains("<dxfs count=\"1\">"))
  }

  @Test func aRuleThatCannotBeIsRefused() throws {
    let nan = ConditionalFormat.cell(.greater(.number(.nan)), .plain)
    #expect(try refusal { try $0.format("A1", nan) }?.problem == .limit(.notANumber(.number)))
    #expect(
      try refusal { try $0.format("A1", .formula("", .plain)) }?.problem == .cell(.emptyFormula))
  }
}
