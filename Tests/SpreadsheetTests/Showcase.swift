import Foundation
import Testing

@testable import Spreadsheet

/// A workbook that uses everything, as an office would: to compare, and to look at.
enum Showcase {
  static let units = ["一区", "二区", "三区", "四区"]
  static let metrics = ["监督抽查批次", "不合格批次", "不合格率", "罚没款（万元）"]

  static let body = Style {
    $0.font = .init("仿宋", size: 11)
    $0.borders = .thin
    $0.vertical = .center
  }
  static let heading = body.with {
    $0.font = .init("宋体", size: 11)
    $0.font.isBold = true
    $0.fill = Color(0xD9E2F3)
    ($0.horizontal, $0.wraps) = (.center, true)
  }
  static let title = Style {
    $0.font = .init("宋体", size: 18)
    $0.font.isBold = true
    ($0.horizontal, $0.vertical) = (.center, .center)
  }

  static func write(to path: String) throws {
    let book = try Workbook(path: path)
    book.properties.title = "示例"
    book.properties.custom = [.init("周期", .text("2023-08"))]
    let summary = try book.addSheet("全市汇总")
    let charts = try book.addSheet("图表")
    try fill(summary)
    for (index, unit) in units.enumerated() { try fillUnit(book.addSheet(unit), index) }
    try fill(charts, from: summary)
    try book.define("合计批次", as: summary.reference("B7" as CellRange))
    try book.close()
  }

  private static func fill(_ sheet: Worksheet) throws {
    try sheet.setWidth(ofColumns: 0...0, to: 16)
    try sheet.setWidth(ofColumns: 1...4, to: 14)
    try sheet.merge("A1:E1", "全市产品质量监督抽查汇总表", title)
    try sheet.setHeight(ofRow: 0, to: 34)
    for (column, name) in (["单位"] + metrics).enumerated() {
      try sheet.write(name, at: CellAddress(row: 1, column: column), heading)
    }
    for (index, unit) in units.enumerated() { try fillRow(sheet, index, unit) }
    try fillTotal(sheet)
    try sheet.format("B3:B6", .dataBar(Color(0x9DC3E6)))
    try sheet.format("D3:D6", .threeColors(Color(0x63BE7B), Color(0xFFEB84), Color(0xF8696B)))
    let red = Style { ($0.font.color, $0.fill) = (.red, Color(0xFFC7CE)) }
    try sheet.format("C3:C6", .cell(.greaterOrEqual(.number(9)), red))
    try sheet.comment(Comment("三区：不合格批次 9，需要说明", author: "审核"), at: "C5")
    try sheet.freeze(at: "B3")
    try sheet.validate("G2", Validation(.cells(sheet.reference("B2:E2" as CellRange))))
    try setPage(sheet)
  }

  private static func fillRow(_ sheet: Worksheet, _ index: Int, _ unit: String) throws {
    let row = index + 2
    let target = SheetRange(unit, "A1" as CellRange)
    try sheet.writeLink(
      unit, to: target, at: CellAddress(row: row, column: 0),
      body.with { ($0.font.color, $0.font.isUnderlined) = (.blue, true) }, tooltip: "看\(unit)")
    for column in 1...4 {
      let formula = Formula("\(unit)!B\(column + 1)", value: value(index, column))
      try sheet.write(formula, at: CellAddress(row: row, column: column), number(column))
    }
  }

  private static func fillTotal(_ sheet: Worksheet) throws {
    let bold: (inout Style) -> Void = { $0.font.isBold = true }
    try sheet.write("合计", at: "A7", body.with(bold))
    for column in 1...4 {
      let values = units.indices.map { value($0, column) }
      let letter = CellAddress.letters(ofColumn: column)
      let span = try SheetSpan(from: "一区", to: "四区")
      let sum = Formula(
        "SUM(\(span.reference(to: CellRange(CellAddress(row: column, column: 1)))))",
        value: values.reduce(0, +))
      let rate = Formula("C7/B7", value: 21.0 / 460)
      let cell = CellAddress(row: 6, column: column)
      try sheet.write(letter == "D" ? rate : sum, at: cell, number(column).with(bold))
    }
  }

  private static func setPage(_ sheet: Worksheet) throws {
    try sheet.set(
      PageSetup {
        ($0.isLandscape, $0.repeatedRows, $0.area) = (true, 0...1, "A1:E7")
        $0.footer = HeaderFooter(
          left: [.text("市局 R&D")],
          right: [.text("第 "), .page, .text(" 页 共 "), .pages, .text(" 页")],
          font: .init("宋体", size: 9))
      })
  }

  private static func fillUnit(_ sheet: Worksheet, _ index: Int) throws {
    try sheet.write("指标", at: "A1", heading)
    try sheet.write("数值", at: "B1", heading)
    try sheet.setWidth(ofColumns: 0...0, to: 20)
    for (row, metric) in metrics.enumerated() {
      try sheet.write(metric, at: CellAddress(row: row + 1, column: 0), body)
      let cell = CellAddress(row: row + 1, column: 1)
      try sheet.write(value(index, row + 1), at: cell, number(row + 1))
    }
    try sheet.add(Table("明细_\(index + 1)", headings: ["品类", "批次"]), over: "D1:E4")
    for row in 1...3 {
      try sheet.write("品类\(row)", at: CellAddress(row: row, column: 3))
      try sheet.write(Double(row * 7), at: CellAddress(row: row, column: 4))
    }
  }

  private static func fill(_ sheet: Worksheet, from summary: Worksheet) throws {
    try sheet.hideGridlines()
    let names = summary.reference("A3:A6" as CellRange)
    let count = Chart.Series(
      "监督抽查批次", categories: names, values: summary.reference("B3:B6" as CellRange),
      color: Color(0x4472C4), labels: .init())
    let failed = Chart.Series(
      "不合格批次", categories: names, values: summary.reference("C3:C6" as CellRange),
      color: Color(0xC55A11))
    var rate = Chart.Series(
      "不合格率", categories: names, values: summary.reference("D3:D6" as CellRange), color: .red)
    (rate.hasMarkers, rate.labels) = (true, .init { $0.numberFormat = "0.0%" })
    var fines = Chart.Series(
      "罚没款", categories: names, values: summary.reference("E3:E6" as CellRange),
      labels: .init { ($0.showsValue, $0.showsPercent) = (false, true) })
    fines.pointColors = [0x4472C4, 0xED7D31, 0xA5A5A5, 0xFFC000].map(Color.init)
    let font = Style.Font("宋体", size: 14)
    let charts = [
      Chart(.column, [count, failed]) { ($0.title, $0.valueAxis) = ("各单位抽查批次", .init("批次")) },
      Chart(.line, [rate]) { ($0.title, $0.valueAxis.numberFormat) = ("不合格率", "0%") },
      Chart(.bar, [failed]) { ($0.title, $0.categoryAxis.isReversed) = ("不合格批次", true) },
      Chart(.pie, [fines]) { ($0.title, $0.legend) = ("罚没款构成", .right) },
    ]
    for (index, chart) in charts.enumerated() {
      var chart = chart
      (chart.titleFont, chart.width, chart.height) = (font, 480, 300)
      try sheet.insert(chart, at: CellAddress(row: index / 2 * 16, column: index % 2 * 8))
    }
  }

  private static func value(_ unit: Int, _ column: Int) -> Double {
    let row: [Double] = [
      [120, 6, 6.0 / 120, 12.345678], [98, 2, 2.0 / 98, 0], [150, 9, 0.06, 45.5],
      [92, 4, 4.0 / 92, 8.25],
    ][unit]
    return row[column - 1]
  }

  private static func number(_ column: Int) -> Style {
    body.with { $0.numberFormat = ["#,##0", "#,##0", "0.00%", "#,##0.00"][column - 1] }
  }
}

@Suite(.reader) struct ShowcaseTests {
  /// With SPREADSHEET_SHOWCASE set to a path, the workbook stays there to be looked at.
  @Test func theShowcaseIsReadBack() throws {
    let scratch = try Scratch()
    let path = ProcessInfo.processInfo.environment["SPREADSHEET_SHOWCASE"] ?? scratch.path()
    try Showcase.write(to: path)
    let book = try OpenedBook(path)
    #expect(book.sheetNames == ["全市汇总", "图表"] + Showcase.units)
    #expect(book.cell("B7", sheet: "全市汇总")?.formula == "=SUM(一区:四区!B2)")
    #expect(book.cell("B7", sheet: "全市汇总")?.value == "460")
    #expect(book.parts.keys.filter { $0.hasPrefix("xl/charts/chart") }.count == 4)
  }
}
