import Testing

@testable import Spreadsheet

@Suite(.reader) struct ChartTests {
  /// The library stores 0 for every formula, and that is what a viewer draws.
  @Test func aChartKeepsTheValuesOfFormulas() throws {
    let book = try opened {
      for row in 0..<3 {
        try $0.write("区\(row)", at: CellAddress(row: row, column: 0))
        let formula = Formula("\(row)*1.5", value: Double(row) * 1.5)
        try $0.write(formula, at: CellAddress(row: row, column: 1))
      }
      let series = Chart.Series(
        "批次", categories: $0.reference("A1:A4" as CellRange),
        values: $0.reference("B1:B4" as CellRange))
      try $0.insert(Chart(.column, [series]), at: "D1")
    }
    let part = book.part("xl/charts/chart1")
    #expect(part.contains("<c:f>表!$B$1:$B$4</c:f>"))
    #expect(
      part.matches(of: /<c:v>(.*?)<\/c:v>/).map(\.1) == ["批次", "区0", "区1", "区2", "0", "1.5", "3"])
    #expect(part.contains("<c:ptCount val=\"4\"/>"))
  }

  @Test func titlesAxesColoursAndLabelsAreWritten() throws {
    let book = try opened { sheet in
      try sheet.write(1, at: "A1")
      var series = Chart.Series(
        .cell(sheet.reference("B1" as CellRange)), values: sheet.reference("A1:A2" as CellRange))
      series.color = Color(0x4472C4)
      series.labels = .init { ($0.numberFormat, $0.font) = ("0.0%", .init("宋体", size: 8)) }
      let chart = Chart(.line, [series]) {
        ($0.title, $0.titleFont) = ("=趋势 & 走向", .init("黑体", size: 16))
        $0.categoryAxis = .init { ($0.name, $0.labelAngle) = ("月份", -45) }
        $0.valueAxis = .init { ($0.name, $0.minimum, $0.numberFormat) = ("万元", 0, "#,##0") }
        ($0.legend, $0.description) = (.none, "按月")
      }
      try sheet.insert(chart, at: "D1")
    }
    let part = book.part("xl/charts/chart1")
    for text in [
      "<a:t> =趋势 &amp; 走向</a:t>", "typeface=\"黑体\"", "<a:t>月份</a:t>", "<a:t>万元</a:t>",
      "rot=\"-2700000\"", "<a:srgbClr val=\"4472C4\"/>", "formatCode=\"0.0%\"",
      "<c:min val=\"0\"/>",
    ] {
      #expect(part.contains(text), "\(text)")
    }
    #expect(!part.contains("<c:legend>"))
    #expect(book.part("xl/drawings/drawing1").contains("descr=\"按月\""))
  }

  @Test(arguments: [
    Chart.Kind.column, .columnStacked, .columnStackedPercent, .bar, .barStacked, .barStackedPercent,
    .line, .area, .areaStacked, .pie, .doughnut,
  ])
  func everyKindIsWritten(kind: Chart.Kind) throws {
    let book = try opened {
      try $0.write(1, at: "A1")
      var series = Chart.Series("x", values: $0.reference("A1:A3" as CellRange))
      series.pointColors = [.red, .blue, .gray]
      series.hasMarkers = true
      try $0.insert(Chart(kind, [series]) { $0.title = "图" }, at: "D1")
    }
    #expect(book.part("xl/charts/chart1").contains("<c:plotArea>"))
  }

  @Test(arguments: [Chart.Kind.bar, .column])
  func anAxisIsTheSameInAChartThatLiesDown(kind: Chart.Kind) throws {
    let book = try opened {
      try $0.write(1, at: "A1")
      let values = $0.reference("A1:A3" as CellRange)
      let chart = Chart(kind, [.init("x", values: values)]) {
        ($0.categoryAxis.isReversed, $0.valueAxis.maximum) = (true, 9)
      }
      try $0.insert(chart, at: "D1")
    }
    let part = book.part("xl/charts/chart1")
    #expect(part.contains(/<c:catAx><c:axId[^>]*><c:scaling><c:orientation val="maxMin"/))
    #expect(part.contains(/<c:valAx><c:axId[^>]*><c:scaling><c:orientation val="minMax"\/><c:max/))
  }

  @Test func whatAChartDrawsMayComeLaterButMustCome() throws {
    let scratch = try Scratch()
    let book = try Workbook(path: scratch.path())
    let sheet = try book.addSheet("图表")
    let values = SheetRange("一区", "A1:A3" as CellRange)
    try sheet.insert(Chart(.column, [.init("x", values: values)]), at: "B5")
    let error = WorkbookError(.unknownSheet("一区"), at: .init("图表", "B5"))
    #expect(throws: error) { try book.close() }
    #expect(scratch.names == [])
  }

  @Test(arguments: [
    ("A1:B2", Problem.cell(.notALine("A1:B2"))),
    ("A1:A32001", .limit(.tooMany(.chartRange, 32_000))),
  ])
  func aRangeThatIsNoSeriesIsRefused(range: String, problem: Problem) throws {
    let error = try refusal {
      let values = $0.reference(CellRange(stringLiteral: range))
      try $0.insert(Chart(.column, [.init("x", values: values)]), at: "A1")
    }
    #expect(error?.problem == problem)
    #expect(
      try refusal { try $0.insert(Chart(.column, []), at: "A1") }?.problem == .cell(.noSeries))
  }

  @Test func whileStreamingAChartHasNoStoredValues() throws {
    let book = try opened(mode: .streaming) {
      try $0.write(1, at: "A1")
      let values = $0.reference("A1:A3" as CellRange)
      try $0.insert(Chart(.column, [.init("x", values: values)]), at: "D1")
    }
    #expect(!book.part("xl/charts/chart1").contains("numCache"))
  }
}
