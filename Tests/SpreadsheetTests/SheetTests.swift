import Testing

@testable import Spreadsheet

@Suite(.reader) struct LayoutTests {
  @Test func mergedCellsHoldOneContent() throws {
    let book = try opened {
      let style = Style { $0.borders = .thin }
      try $0.merge("A1:C1", "标题", style)
      try $0.merge("A2:A3", .number(5), style)
      try $0.merge("B2:C3", .formula(Formula("A2*2", value: 10)), style)
    }
    #expect(book.sheets["表"]?.merges == ["A1:C1", "A2:A3", "B2:C3"])
    #expect(["A1", "A2", "B2"].map { book.cell($0)?.value } == ["标题", "5", "10"])
    #expect(book.cell("A1")?.topBorder == "thin")
  }

  /// The library refuses to merge one cell.
  @Test func aMergeOfOneCellIsThatCell() throws {
    let book = try opened { try $0.merge("B5", "标题") }
    #expect(book.sheets["表"]?.merges == [])
    #expect(book.cell("B5")?.value == "标题")
  }

  /// The library lays one over the other, and Excel then repairs the file.
  @Test func overlappingMergesAreRefusedByName() throws {
    let error = try refusal {
      try $0.merge("A1:C1", "a")
      try $0.merge("C1:D2", "b")
    }
    let overlap = CellProblem.overlap(.merge, "C1:D2", .merge, "A1:C1")
    #expect(error == WorkbookError(.cell(overlap), at: .init("表", "C1:D2")))
  }

  @Test func columnsAndRowsHaveTheirSizesAndTheLastWordCounts() throws {
    let book = try opened {
      try $0.setWidth(ofColumns: 0...3, to: 20)
      try $0.setWidth(ofColumns: 2...5, to: 30)
      try $0.setHeight(ofRow: 4, to: 33)
      try $0.write("x", at: "F5")
    }
    let widths = book.sheets["表"]?.widths ?? [:]
    #expect(["A", "B", "C", "F"].map { widths[$0].map { Int($0) } } == [20, 20, 30, 30])
    #expect(book.sheets["表"]?.heights["5"] == 33)
    let columns = book.part("xl/worksheets/sheet1").matches(of: /<col min="(\d+)"/).map(\.1)
    #expect(columns == ["1", "2", "3", "4", "5", "6"])
  }

  @Test(arguments: [-1, 256, Double.nan])
  func sizesOutsideExcelsLimitsAreRefused(size: Double) throws {
    #expect(try refusal { try $0.setWidth(ofColumns: 0...0, to: size) } != nil)
    #expect(try refusal { try $0.setHeight(ofRow: 0, to: size * 2) } != nil)
    #expect(try refusal { try $0.setWidth(ofColumns: 0...20_000, to: 8) } != nil)
  }

  @Test func theScreenIsSetUp() throws {
    let book = try opened {
      try $0.freeze(at: "B3")
      try $0.setZoom(85)
      try $0.hideGridlines()
      try $0.setTabColor(.red)
      try $0.setFilter("A2:C9")
      try $0.protect()
      try $0.activate()
    }
    let sheet = book.part("xl/worksheets/sheet1")
    #expect(book.sheets["表"]?.freeze == "B3")
    #expect(book.sheets["表"]?.zoom == 85)
    #expect(book.sheets["表"]?.filter == "A2:C9")
    #expect(sheet.contains("showGridLines=\"0\""))
    #expect(sheet.contains("<tabColor rgb=\"FFC00000\"/>"))
    #expect(sheet.contains("<sheetProtection"))
  }

  @Test func aSheetFrozenAtItsCornerIsNotFrozen() throws {
    let book = try opened { try $0.freeze(at: "A1") }
    #expect(book.sheets["表"]?.freeze == nil)
  }

  @Test func whatTheLibraryWouldComplainOfIsRefusedBefore() throws {
    #expect(try refusal { try $0.setZoom(9) }?.problem == .limit(.outOfRange(.zoom, 9, 10, 400)))
    let password = NameProblem.character(.password, "密码", "密")
    #expect(try refusal { try $0.protect(password: "密码") }?.problem == .name(password))
  }
}

@Suite(.reader) struct PageTests {
  @Test func aPageIsSetUp() throws {
    let book = try opened("全市汇总") {
      try $0.write("x", at: "A1")
      try $0.set(
        PageSetup {
          ($0.paper, $0.isLandscape, $0.area) = (.a3, true, "A1:T40")
          ($0.repeatedRows, $0.repeatedColumns) = (0...2, 0...1)
          $0.rowBreaks = [40, 0, 20, 40]
          $0.header = HeaderFooter(center: [.text("R&D & Q[1]"), .sheetName])
          $0.footer = HeaderFooter(
            left: [.text("第2季度")], right: [.text("第 "), .page, .text(" 页")],
            font: .init("仿宋", size: 9))
        })
    }
    let sheet = try #require(book.sheets["全市汇总"])
    #expect(sheet.paper == "8")
    #expect(sheet.orientation == "landscape")
    #expect(book.part("xl/workbook.xml").contains(">全市汇总!$A:$B,全市汇总!$1:$3<"))
    #expect(sheet.printTitles == "'全市汇总'!$1:$3,'全市汇总'!$A:$B")
    #expect(sheet.printArea == "'全市汇总'!$A$1:$T$40")
    #expect(sheet.rowBreaks == [20, 40])
    let part = book.part("xl/worksheets/sheet1")
    #expect(part.contains("fitToHeight=\"0\""))
    #expect(part.contains("&amp;C&amp;\"-,Regular\"&amp;10 R&amp;&amp;D &amp;&amp; Q[1]&amp;A"))
    #expect(
      part.contains(
        "&amp;L&amp;\"仿宋,Regular\"&amp;9 第2季度&amp;R&amp;\"仿宋,Regular\"&amp;9 第 &amp;P 页"))
  }

  /// The library takes such a text for a picture that is missing, and frees it twice.
  @Test(arguments: ["R&G", "&[Picture]", "&", "&&G", "&\u{301}G", "&G\u{301}"])
  func aHeaderThatLooksLikeAPictureIsText(text: String) throws {
    let book = try opened {
      try $0.set(PageSetup { $0.header = HeaderFooter(left: [.text(text), .text("G")]) })
    }
    #expect(book.part("xl/worksheets/sheet1").contains("<oddHeader>"))
  }

  @Test func settingThePageAgainTakesTheNewBreaks() throws {
    let book = try opened {
      try $0.set(PageSetup { $0.rowBreaks = [5, 6] })
      try $0.set(PageSetup { $0.rowBreaks = [7] })
    }
    #expect(book.sheets["表"]?.rowBreaks == [7])
  }

  @Test(arguments: [
    (PageSetup { $0.rowBreaks = Array(1...1_024) }, Problem.limit(.tooMany(.pageBreak, 1_023))),
    (PageSetup { $0.rowBreaks = [1_048_576] }, .cell(.outsideSheet)),
    (PageSetup { $0.repeatedRows = 0...2_000_000 }, .cell(.outsideSheet)),
    (PageSetup { $0.margins.left = .infinity }, .limit(.notANumber(.margin))),
    (
      PageSetup { $0.header = .init(left: [.text(String(repeating: "区", count: 260))]) },
      .limit(.tooLong(.headerOrFooter, 278, 255, .characters))
    ),
  ])
  func aPageThatCannotBeIsRefused(page: PageSetup, problem: Problem) throws {
    #expect(try refusal { try $0.set(page) }?.problem == problem)
  }

  /// In the library's 128 bytes the sheet's name stands twice.
  @Test func titlesThatWouldBeCutAreRefused() throws {
    let page = PageSetup { ($0.repeatedRows, $0.repeatedColumns) = (0...1, 0...0) }
    let fits = String(repeating: "区", count: 18)
    let book = try opened(fits + "1") { try $0.set(page) }
    #expect(book.sheetNames == [fits + "1"])
    let scratch = try Scratch()
    let sheet = try Workbook(path: scratch.path()).addSheet(fits + "（")
    #expect(
      throws: WorkbookError(
        .limit(.tooLong(.repeatedTitles, 131, 127, .bytes)), at: .init(fits + "（"))
    ) {
      try sheet.set(page)
    }
  }

  @Test func theLongestNameStillHasRepeatedRowsAreaAndFilter() throws {
    let name = String(repeating: "（", count: 31)
    let book = try opened(name) {
      try $0.set(
        PageSetup {
          ($0.repeatedRows, $0.area) = (1_048_574...1_048_575, "XFC1048575:XFD1048576")
        })
      try $0.setFilter("XFC1048575:XFD1048576")
    }
    #expect(book.sheets[name]?.printArea == "'\(name)'!$XFC$1048575:$XFD$1048576")
    #expect(book.sheets[name]?.printTitles == "'\(name)'!$1048575:$1048576")
  }

  /// `2023!$1:$2` without quotes is no reference; the library writes it so.
  @Test(arguments: ["2023", "A1", "R1C1", "It's"])
  func aNameThatReadsAsSomethingElseIsQuotedEverywhere(name: String) throws {
    let book = try opened(name) {
      try $0.write(1, at: "A1")
      try $0.set(PageSetup { ($0.repeatedRows, $0.area) = (0...0, "A1:B2") })
      let values = $0.reference("A1" as CellRange)
      try $0.insert(Chart(.column, [.init("x", values: values)]), at: "D1")
    }
    let quoted = SheetNames.quoted(name)
    #expect(book.part("xl/workbook.xml").contains(">\(quoted)!$A$1:$B$2<"))
    #expect(book.part("xl/charts/chart1").contains("<c:f>\(quoted)!$A$1</c:f>"))
  }
}
