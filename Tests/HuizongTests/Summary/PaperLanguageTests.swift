import Foundation
import Testing

/// The office's papers are Chinese; the console's language is no concern of theirs.
struct PaperLanguageTests {
  private static func run(_ arguments: [String], _ locale: String) throws -> String {
    let outcome = try Binary(environment: ["LC_ALL": locale]).run(arguments)
    try #require(outcome.status == 0, "\(outcome.remarks)")
    return outcome.text
  }

  @Test(arguments: ["md", "docx"])
  func `an English console writes the same summary and workbook`(ending: String) throws {
    try Scratch.with { scratch in
      func papers(_ locale: String) throws -> (console: String, text: Data, book: String) {
        let (text, book) = (scratch.path("\(locale).\(ending)"), scratch.path("\(locale).xlsx"))
        let console = try Self.run(
          ["annual", "samples/year", "--text", text, "-o", book], locale)
        return (
          console, try Data(contentsOf: URL(filePath: text)), try Unzipped.text(book)
        )
      }
      let (chinese, english) = (try papers("zh_CN.UTF-8"), try papers("en_US.UTF-8"))
      #expect(english.console.contains("Workbook"))
      #expect(chinese.text == english.text)
      #expect(chinese.book.contains("已说明"))
      #expect(chinese.book == english.book)
    }
  }

  @Test func `so does rollup`() throws {
    try Scratch.with { scratch in
      let books = try ["zh_CN.UTF-8", "en_US.UTF-8"].map { locale in
        let path = scratch.path("\(locale).xlsx")
        _ = try Self.run(["rollup", "samples/year", "--period", "2023-10", "-o", path], locale)
        return try Unzipped.text(path)
      }
      #expect(books[0] == books[1])
    }
  }
}
