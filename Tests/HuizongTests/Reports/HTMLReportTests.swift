import HuizongCore
import Testing

@testable import HuizongReports

@Suite("The page of a check")
struct HTMLReportTests {
  let fixture: ReportFixture

  init() throws { fixture = try ReportFixture() }

  private func page(_ report: Report) throws -> Page { try Page(HTMLReport(report).render()) }

  /// A table with a fault of each level, a total, an explained query and a cell that is no number.
  private func faulty() -> String {
    var rows = fixture.ones()
    rows[2][5] = "3"
    rows[3][4] = "约12家"
    rows[4][0] = ""
    rows[7][3] = "0"
    rows[8][3] = "9"
    var total = Array(repeating: "20", count: fixture.form.metrics.count)
    total[11] = "21"
    return fixture.file(
      rows, total: total, explanations: [8: "生产、销售双方都计入企业数"])
  }

  // MARK: The table

  @Test("draws the table as the form prints it")
  func drawsTheForm() throws {
    let page = try page(fixture.report([("a.csv", fixture.file())]))
    let form = fixture.form
    let heads = page.all("th")
    #expect(page.all("caption").count == 1)
    #expect(page.text.contains("填表单位：黄浦区"))
    #expect(page.text.contains("数据周期：2023年8月"))
    #expect(
      heads.filter { $0.attributes["scope"] == "colgroup" }.map(\.text)
        == ["风险监测", "监督抽查", "案件查办", "曝光", "质量技术帮扶", "约谈"])
    #expect(heads.compactMap { $0.attributes["colspan"] } == ["3", "3", "4", "1", "3", "1"])
    #expect(
      heads.filter { $0.attributes["scope"] == "row" }.map(\.text)
        == form.categories.map(\.name))
    #expect(heads.contains { $0.text == "罚没金额\n（万元）" })
    #expect(page.all("td").count { $0.text == "1" && !$0.has("count") } == form.cellCount)
  }

  @Test("numbers the rows and letters the columns as the clerk's spreadsheet does")
  func addresses() throws {
    let page = try page(fixture.report([("a.csv", fixture.file(without: [1]))]))
    let numbers = page.all("td", "number").dropFirst().map(\.text)
    #expect(numbers.prefix(3) == ["5", "—", "6"])
    #expect(page.all("td").map(\.text).prefix(4) == ["", "A", "B", "C"])
  }

  @Test("shows the figures exactly, and the file's own total")
  func exactFigures() throws {
    var rows = fixture.ones()
    rows[0][7] = "1234567.123456"
    rows[1][7] = "0.50"
    var total = Array(repeating: "20", count: fixture.form.metrics.count)
    total[0] = "99"
    let page = try page(fixture.report([("a.csv", fixture.file(rows, total: total))]))
    #expect(page.all("td").contains { $0.text == "1234567.123456" })
    #expect(page.all("td").contains { $0.text == "0.5" })
    #expect(page.element("s1tc1")?.text == "99")
    #expect(page.element("s1tc1")?.has("error") == true)
  }

  @Test("shows what stood in a cell that could not be read")
  func unreadableCell() throws {
    let page = try page(fixture.report([("a.csv", faulty())]))
    let cell = try #require(page.element("s1r4c5"))
    #expect(cell.text == "约12家")
    #expect(cell.has("error") && cell.has("found"))
  }

  @Test("marks each level in its own way")
  func marks() throws {
    let page = try page(fixture.report([("a.csv", faulty())]))
    #expect(page.element("s1r3c6")?.has("error") == true)
    #expect(page.element("s1r8c4")?.has("query") == true)
    #expect(page.element("s1r9c4")?.has("explained") == true)
    #expect(page.element("s1r5c1")?.has("hint") == true)
    #expect(page.all("th", "concerned").contains { $0.text == "水泥" })
    #expect(!page.all("th", "concerned").contains { $0.text == "化肥" })
  }

  @Test("draws a missing row empty, and says so")
  func missingRow() throws {
    let page = try page(fixture.report([("a.csv", fixture.file(without: [5]))]))
    #expect(page.element("s1r6")?.has("error") == true)
    #expect(page.all("td", "nothing").map(\.text) == ["缺：文件里没有这一行"])
  }

  @Test("marks a misspelled product where it was meant to stand")
  func misspelledRow() throws {
    let text = fixture.file().split(separator: "农用地膜").joined(separator: "农用薄膜")
    let page = try page(fixture.report([("a.csv", text)]))
    #expect(page.element("s1r17")?.text == "农用地膜")
  }

  @Test("marks unit and period in the heading")
  func heading() throws {
    let page = try page(
      fixture.report([("a.csv", fixture.file(unit: "某某区", period: "2023年13月"))]))
    #expect(page.element("s1unit")?.text == "填表单位：某某区")
    #expect(page.element("s1period")?.text == "数据周期：2023年13月")
  }

  // MARK: Findings

  @Test("says everything about every finding", arguments: [Language.chinese, .english])
  func everyFinding(_ language: Language) throws {
    let report = fixture.report(
      [("a.csv", faulty()), ("b.csv", "nothing here"), ("c.csv", fixture.file(without: [5]))],
      leftOut: ["d.txt"], language)
    let page = try page(report)
    let said = page.text + page.elements.compactMap { $0.attributes["data-tip"] }.joined()
    for finding in report.entries.flatMap(\.findings) {
      #expect(said.contains(report.wording.message(finding)))
      #expect(said.contains(report.wording.help(finding)))
      if let explanation = finding.explanation { #expect(said.contains(explanation)) }
    }
  }

  @Test("links cells with findings and back, each to something that is there")
  func links() throws {
    let report = fixture.report([
      ("a.csv", faulty()), ("b.csv", fixture.file(unit: "", without: [1])),
    ])
    let page = try page(report)
    let ids = page.ids
    #expect(Set(ids).count == ids.count)
    for link in page.elements.compactMap({ $0.attributes["href"] }) {
      #expect(link.hasPrefix("#") && ids.contains(String(link.dropFirst())))
    }
    #expect(page.all("a").contains { $0.text == "G7" && $0.attributes["href"] == "#s1r3c6" })
    let item = try #require(page.element("s1n1"))
    #expect(item.text.contains("L01"))
  }

  @Test("tells a cell's findings to the pointer, the keyboard and the screen reader")
  func tips() throws {
    let page = try page(fixture.report([("a.csv", faulty())]))
    let link = try #require(page.all("a").first { $0.attributes["href"] == "#s1n1" })
    #expect(link.attributes["data-tip"]?.hasPrefix("错误 L01：“水泥”发现不合格产品 3 批次") == true)
    #expect(link.attributes["aria-describedby"] == "s1n1")
  }

  @Test("folds remarks that say the same of many cells")
  func folded() throws {
    var rows = fixture.ones()
    for row in rows.indices { rows[row][0] = "" }
    let page = try page(fixture.report([("a.csv", fixture.file(rows))]))
    let items = page.all("li", "hint").filter { $0.attributes["id"] != nil }
    #expect(items.count == 1)
    #expect(items.first?.text.contains("20 处") == true)
    #expect(items.first?.text.contains("B5 B6 B7") == true)
  }

  // MARK: The page

  @Test("counts, and lists the files with their status, and those left out with the reason")
  func overview() throws {
    let report = fixture.report(
      [("a.csv", fixture.file()), ("b.csv", faulty())], leftOut: ["说明.docx"])
    let page = try page(report)
    #expect(page.all("dd").map(\.text) == ["2", "1", "0", "1", "6", "1", "1", "2", "1"])
    let rows = page.all("tr").filter { $0.text.contains(".csv") }.map(\.text)
    #expect(rows == ["黄浦区市场监管局 2023年8月通过a.csv", "黄浦区市场监管局 2023年8月退回6111b.csv"])
    let leftOut = try #require(page.all("section").first)
    #expect(leftOut.text.contains("说明.docx") && leftOut.text.contains("是文件夹里的别的文件"))
    #expect(page.all("article").map { $0.attributes["id"] } == ["s1", "s2"])
  }

  @Test("shows the findings alone of a file that is no table")
  func noTable() throws {
    let page = try page(fixture.report([("空.csv", "")]))
    #expect(page.all("table").isEmpty)
    #expect(page.all("article", "bare").first?.text.contains("S22") == true)
  }

  @Test("draws of many files only those that are not accepted, and says so")
  func manyFiles() throws {
    let right = (1...HTMLReport.mostFiles).map { ("\($0).csv", fixture.file()) }
    let page = try page(fixture.report(right + [("坏.csv", faulty())]))
    #expect(page.all("caption").count == 1)
    #expect(
      page.all("p", "note").map(\.text) == [
        "没有与以前各月、其他单位比对（P01—P04、P07、P08 未查）：用 --history 指明它们的文件夹，就会一起查。",
        "文件多于 200 份，通过的只列名称，不画表。",
      ])
    #expect(page.all("tr").count { $0.text.contains(".csv") } == HTMLReport.mostFiles + 1)
  }

  @Test("draws no more tables than a browser can bear")
  func mostTables() {
    let entry = fixture.report([("坏.csv", faulty())]).entries[0]
    let sections = HTMLReport.sections(Array(repeating: entry, count: HTMLReport.mostTables + 3))
    #expect(sections.count { $0.drawsTable } == HTMLReport.mostTables)
    #expect(sections.count { $0.isShown } == sections.count)
  }

  @Test("is in the reader's language, and the form's labels in its own")
  func languages() throws {
    let report = fixture.report([("a.csv", fixture.file(without: [5]))], .english)
    let page = try page(report)
    #expect(page.elements.first?.attributes["lang"] == "en")
    #expect(page.all("h1").first?.text == "Check result")
    #expect(page.all("div", "sheet").first?.attributes["lang"] == "zh-CN")
    #expect(page.all("td", "nothing").first?.attributes["lang"] == "en")
    let chinese = try self.page(fixture.report([("a.csv", fixture.file())]))
    #expect(chinese.elements.first?.attributes["lang"] == "zh-CN")
  }

  @Test("needs no script and loads nothing")
  func selfContained() throws {
    let bytes = HTMLReport(fixture.report([("a.csv", faulty())])).render()
    let text = String(decoding: bytes, as: UTF8.self)
    for word in ["<script", "<link", "<img", "src=", "url(", "@import", "https:", "javascript"] {
      #expect(!text.contains(word))
    }
    #expect(text.split(separator: "http:").count == 2)
    #expect(text.contains("content=\"default-src 'none'; style-src 'unsafe-inline'\""))
  }

  @Test("is the same for the same input")
  func sameBytes() {
    let files = [("a.csv", faulty()), ("b.csv", fixture.file(without: [5]))]
    #expect(
      HTMLReport(fixture.report(files)).render() == HTMLReport(fixture.report(files)).render())
  }
}
