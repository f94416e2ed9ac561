import Foundation
import Testing

/// Options, exit statuses, and how a comparison looks.
struct DiffOutputTests {
  private static let (old, new) = (DiffCellTests.sentBack, DiffCellTests.sentAgain)

  private static let statuses: [(arguments: [String], status: Int32)] = [
    ([old, new], 1), ([new, old], 1), ([new, new], 1),
    (["samples/accepted/gbk.csv", "samples/accepted/tidy.csv"], 0),
    ([], 2), ([old], 2), ([old, new, new], 2), (["-", "-"], 2), (["gone.csv", new], 2),
    ([old, "gone.csv"], 2), ([old, new, "--in", "gone"], 2), ([old, new, "--history", "gone"], 2),
    ([old, new, "--format", "csv"], 2), ([old, new, "--form", "gone"], 2),
    ([old, new, "--in", "samples/year/2023-08", "--period", "August"], 2),
  ]

  @Test(arguments: statuses)
  func `the exit status says what happened`(arguments: [String], status: Int32) throws {
    let outcome = try Binary().run(["diff"] + arguments)
    #expect(outcome.status == status)
    #expect(outcome.remarks.isEmpty == (status != 2))
    #expect(outcome.output.isEmpty == (status == 2))
  }

  @Test func `one side may come through a pipe`() throws {
    let bytes = try Data(contentsOf: Samples.root.appending(path: "samples/accepted/gbk.csv"))
    let outcome = try Binary().run(["diff", "-", "samples/accepted/reference.csv"], input: bytes)
    #expect(outcome.status == 0 && outcome.text.contains("没有变化"))
  }

  @Test(arguments: ["zh", "en"])
  func `every part of the text is in one language`(language: String) throws {
    let text = try Binary().run(
      ["diff", Self.old, Self.new, "--lang", language, "--in", "samples/year/2023-08"]
    ).text
    #expect(text.contains("still open") == (language == "en"))
    #expect(text.contains("仍未解决") == (language == "zh"))
    #expect(text.contains("without 崇明区") == (language == "en"))
  }

  // MARK: The page

  private static func page(_ old: String, _ new: String, _ options: String...) throws -> Page {
    let outcome = try Binary().run(["diff", old, new, "--format", "html"] + options)
    return try Page([UInt8](outcome.output))
  }

  @Test func `the page shows the new table with the old figures struck through`() throws {
    let page = try Self.page(Self.old, Self.new, "--in", "samples/year/2023-08")
    #expect(page.all("caption").count == 1)
    let sheet = page.elements.filter { $0.name == "td" && $0.attributes["id"] != nil }
    let figures = Set(sheet.map(\.text))
    #expect(figures.isSuperset(of: ["“约32”32", "67", "20", "999", "441442"]))
    #expect(page.all("del").map(\.text).contains("99"))
    #expect(page.all("ins").map(\.text).contains("9"))
    for word in ["未含崇明区", "说明失效，重新待说明", "新出现", "已解决：错误 3", "修订"] {
      #expect(page.text.contains(word), "\(word)")
    }
  }

  @Test func `every link leads somewhere and every name is given once`() throws {
    let page = try Self.page("samples/year/2023-08", "samples/year/2023-08")
    let drawn = try Self.page(Self.old, Self.new)
    for page in [page, drawn] {
      #expect(Set(page.ids).count == page.ids.count)
      for link in page.all("a").compactMap({ $0.attributes["href"] }) {
        #expect(page.ids.contains(String(link.dropFirst())), "\(link)")
      }
    }
  }

  @Test func `the same files give the same bytes`() throws {
    for format in ["text", "json", "html"] {
      let arguments = [
        "diff", "samples/year/2023-10", "samples/year", "--in", "samples/year", "--format", format,
      ]
      let first = try Binary().run(arguments).output
      #expect(try Binary().run(arguments).output == first)
      #expect(!first.isEmpty)
    }
  }

  // MARK: Text from outside

  private static let nasty = "\u{1B}[31m\u{202E}<script>&\"'\u{7}"

  @Test(arguments: ["填表单位,", "数据周期,", "填表人：", "说明,情况特殊：", "水泥,"])
  func `a cell cannot speak to the terminal or to the page`(before: String) throws {
    let table = TestTable().below("填表人：金敏").below("说明", "情况特殊：全年停产").text
    try Scratch.with { scratch in
      let old = try scratch.file("old.csv", table).path
      let new = try scratch.file("new.csv", table.replacing(before, with: before + Self.nasty)).path
      for paths in [[old, new], [new, old]] {
        let text = try Binary().run(["diff"] + paths).text
        #expect(!text.contains("\u{1B}") && !text.contains("\u{202E}") && !text.contains("\u{7}"))
        let page = try Self.page(paths[0], paths[1])
        #expect(page.all("script").isEmpty && !page.text.contains("\u{202E}"))
      }
    }
  }
}
