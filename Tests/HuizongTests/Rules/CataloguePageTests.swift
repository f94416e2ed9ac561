import Foundation
import Testing

/// Every check that the program knows has its page, in both languages.
struct CataloguePageTests {
  private struct Catalogue: Decodable {
    struct Rule: Decodable {
      let code: String
      let rule: String
      let title: String?
      let help: String?
      let finds: String?
      let why: String?
      let example: String?
      let harmless: String?

      var parts: [String?] { [title, help, finds, why, example, harmless] }
    }
    let rules: [Rule]
  }

  private static func rules(_ language: String) throws -> [Catalogue.Rule] {
    let outcome = try Binary().run(["rules", "--format", "json", "--lang", language])
    #expect(outcome.status == 0)
    return try JSONDecoder().decode(Catalogue.self, from: outcome.output).rules
  }

  @Test(arguments: ["zh", "en"])
  func `every check has its page`(language: String) throws {
    let rules = try Self.rules(language)
    #expect(rules.count > 70)
    #expect(Set(rules.map(\.code)).count == rules.count)
    for rule in rules {
      #expect(rule.parts.allSatisfy { $0?.isEmpty == false }, "\(rule.code)")
      // A page speaks of no one finding: there is nothing to fill its blanks with.
      let text = rule.parts.compactMap { $0 }.joined()
      #expect(!text.contains { "{}[]".contains($0) }, "\(rule.code)")
    }
  }

  @Test func `a page is found by code, in any case, and by name`() throws {
    for name in ["L01", "l01", "failures-exceed-batches"] {
      let outcome = try Binary().run(["explain", name])
      #expect(outcome.status == 0)
      #expect(outcome.text.hasPrefix("L01 failures-exceed-batches\n"))
    }
  }

  @Test func `a code that does not exist is answered with the nearest`() throws {
    let outcome = try Binary().run(["explain", "L1"])
    #expect(outcome.status == 2)
    #expect(outcome.remarks.contains("L01"))
  }
}
