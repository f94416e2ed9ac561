import Foundation
import Testing

@testable import HuizongCore

/// Every sentence has what it calls for, whatever it is said about.
struct WordingTests {
  /// Every submission of the repository's samples, good and bad.
  private static let paths = ["flaws", "accepted", "rules"].flatMap { folder in
    Samples.names(in: "samples/\(folder)").map { "samples/\(folder)/\($0).csv" }
  }

  private static let findings: [Finding] = {
    let history = Samples.names(in: "samples/rules/E03-earlier")
      .map { "samples/rules/E03-earlier/\($0).csv" }
    return (try? TestRules.check(paths, history: history).flatMap(\.findings)) ?? []
  }()

  private static let codes = Code.all.map(\.text) + TestRules.annex2.rules.map(\.code.text)

  @Test(arguments: [Language.chinese, .english])
  func `every check has a title, a message and help in both languages`(language: Language) throws {
    for code in Self.codes {
      let words = try #require(TestRules.catalogue.entries[code], "\(code)").words(language)
      for text in [words.title, words.message, words.help] { #expect(!text.isEmpty, "\(code)") }
    }
  }

  @Test func `the words of a check are the same by themselves`() throws {
    let text = try Samples.bytes("templates/checks.json")
    for code in Code.all.map(\.text) {
      let found = Catalogue.entry(code, in: text.span)
      let entry = try #require(found, "\(code)")
      let whole = try #require(TestRules.catalogue.entries[code])
      for language in [Language.chinese, .english] {
        let (words, expected) = (entry.words(language), whole.words(language))
        #expect(words.title == expected.title && words.message == expected.message)
        #expect(words.help == expected.help)
      }
    }
    let none = Catalogue.entry("S00", in: text.span)
    #expect(none?.code == nil)
  }

  @Test func `there are no words for a check that does not exist`() {
    #expect(TestRules.catalogue.entries.keys.filter { !Self.codes.contains($0) } == [])
  }

  @Test func `every rule and every remark on explanations is among the findings`() {
    let found = Set(Self.findings.map(\.code.text))
    #expect(RuleExpectations.codes.filter { !found.contains($0) } == [])
  }

  @Test(arguments: [Language.chinese, .english])
  func `no message has a hole or a brace in it`(language: Language) {
    let wording = Wording(language, form: TestForm.annex2, catalogue: TestRules.catalogue)
    for finding in Self.findings {
      for text in [wording.message(finding), wording.help(finding)] {
        #expect(!["{", "}", "[[", "]]", "“”", "  "].contains(where: text.contains), "\(text)")
        #expect(!text.hasPrefix(" ") && !text.hasSuffix(" "), "\(text)")
      }
    }
  }

  @Test(arguments: [Language.chinese, .english])
  func `every name outside an optional part is one that the finding gives`(language: Language)
    throws
  {
    for finding in Self.findings {
      let words = try #require(TestRules.catalogue[finding.code]).words(language)
      for name in Self.required(words.message) + Self.required(words.help) {
        #expect(Self.gives(finding, name), "\(finding.code.text) lacks {\(name)}")
      }
    }
  }

  /// The names of a sentence without those in `[[…]]`.
  private static func required(_ template: String) -> [String] {
    var text = template
    while let open = text.range(of: "[["), let close = text.range(of: "]]") {
      text.removeSubrange(open.lowerBound..<close.upperBound)
    }
    return Wording.names(in: text)
  }

  private static func gives(_ finding: Finding, _ name: String) -> Bool {
    if finding.fact(FactName(name)) != nil { return true }
    switch name {
    case "category": return finding.category != nil
    case "metric": return finding.metric != nil
    case "cell": return finding.place.cell != nil
    case "row": return finding.place.row > 0
    default: return false
    }
  }

  @Test(arguments: ["zh", "en"])
  func `the command prints whole sentences`(language: String) throws {
    let folders = ["samples/flaws", "samples/accepted", "samples/rules"].filter {
      FileManager.default.fileExists(atPath: Samples.root.appending(path: $0).path)
    }
    let outcome = try Binary().run(["check", "--lang", language, "-v"] + folders)
    #expect(outcome.status == 1)
    #expect(outcome.text.count > 5_000)
    #expect(!["{", "[[", "“”"].contains(where: outcome.text.contains))
  }
}
