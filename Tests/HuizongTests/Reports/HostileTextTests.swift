import HuizongCore
import Testing

@testable import HuizongReports

@Suite("Hostile text in a report")
struct HostileTextTests {
  let fixture: ReportFixture

  init() throws { fixture = try ReportFixture() }

  private static let elements: Set<String> = [
    "html", "head", "meta", "title", "style", "body", "header", "h1", "h2", "p", "dl", "div", "dt",
    "dd", "ul", "ol", "li", "span", "nav", "table", "caption", "colgroup", "col", "thead", "tbody",
    "tr", "th", "td", "a", "b", "bdi", "strong", "section", "main", "article",
  ]
  private static let attributes: Set<String> = [
    "xmlns", "lang", "charset", "http-equiv", "content", "name", "class", "id", "href", "scope",
    "colspan", "rowspan", "tabindex", "data-tip", "aria-describedby",
  ]

  @Test("is text on the page and nothing else", arguments: Hostile.texts)
  func page(_ text: String) throws {
    let page = try Page(HTMLReport(Hostile.report(text, fixture)).render())
    for element in page.elements {
      #expect(HostileTextTests.elements.contains(element.name))
      #expect(HostileTextTests.attributes.isSuperset(of: element.attributes.keys))
    }
    let shown = VisibleText.shown(text).split { $0 == "\r\n" || $0 == "\t" }
    for part in shown { #expect(page.all("bdi").contains { $0.text.contains(part) }) }
  }

  @Test("leaves nothing unseen on the page or in the CSV", arguments: Hostile.texts)
  func nothingUnseen(_ text: String) {
    let report = Hostile.report(text, fixture)
    let page = String(decoding: HTMLReport(report).render(), as: UTF8.self)
    let csv = String(decoding: CSVReport(report).render().dropFirst(3), as: UTF8.self)
    #expect(page == VisibleText.shown(page))
    #expect(csv == VisibleText.shown(csv))
  }

  @Test("does not make the page grow by its square")
  func longText() {
    let long = String(repeating: "长", count: 10_000)
    let short = HTMLReport(Hostile.report("长", fixture)).render().count
    // Three bytes a character, in its path (six times on the page) and in one explanation.
    #expect(HTMLReport(Hostile.report(long, fixture)).render().count - short < 30_000 * 9)
  }

  @Test(
    "is shown by name where it cannot be seen",
    arguments: [
      ("\u{1B}[0m", "[U+001B][0m"), ("a\u{202E}b", "a[U+202E]b"), ("\u{0}", "[U+0000]"),
      ("\u{7F}\u{9F}", "[U+007F][U+009F]"), ("\u{FEFF}", "[U+FEFF]"), ("\u{10FFFF}", "[U+10FFFF]"),
      ("a\tb\nc", "a\tb\nc"), ("👨‍👩‍👧", "👨‍👩‍👧"), ("“正常”（文字），。", "“正常”（文字），。"),
    ])
  func shown(_ text: String, _ expected: String) {
    #expect(VisibleText.shown(text) == expected)
  }

  @Test("is escaped in text and in attributes")
  func escaped() {
    var writer = HTMLWriter()
    writer.element("p", [.init("data-tip", "<a b='c'>\n&\"")], text: "<a b='c'>\n&\"")
    #expect(
      String(decoding: writer.bytes, as: UTF8.self)
        == "<p data-tip=\"&lt;a b=&#39;c&#39;&gt;&#10;&amp;&quot;\">"
        + "&lt;a b=&#39;c&#39;&gt;\n&amp;&quot;</p>")
  }
}
