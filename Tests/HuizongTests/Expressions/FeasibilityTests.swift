import Testing

@testable import HuizongCore

/// Whether figures exist for which a condition holds.
struct FeasibilityTests {
  static let impossible = [
    "立案 < 0", "立案 > 3 且 立案 < 2", "立案 < 立案", "立案 + 约谈企业 < 立案", "立案 = 1 且 立案 = 2",
    "抽查企业 > 抽查批次数 且 抽查批次数 > 发现不合格产品 且 发现不合格产品 > 抽查企业",
    "2 * 立案 + 3 * 约谈企业 < 6 且 立案 >= 3", "案值 > 5万元 且 案值 <= 49999元", "非零格数 < 0",
    "立案 = 0 且 罚没金额 > 0 且 罚没金额 <= 20万元 * 立案", "非 (立案 >= 0)",
    "立案 - 约谈企业 >= 3 且 约谈企业 >= 立案",
  ]

  static let possible = [
    "立案 = 0", "立案 > 1000000", "立案 >= 立案", "立案 > 3 或 立案 < 0", "立案 > 约谈企业 且 约谈企业 > 抽查企业",
    "罚没金额 > 4 * 案值 + 20万元 * 立案", "案值 > 5万元 且 案值 <= 50001元", "立案 != 0", "2 * 立案 = 3 * 约谈企业",
    "0.000001 * 案值 > 0", "立案 > 2 且 立案 < 3",
  ]

  @Test(arguments: impossible)
  func `it is told when no figures will do`(text: String) throws {
    #expect(!Feasibility.isPossible(try Alternatives(text)))
  }

  @Test(arguments: possible)
  func `it is told when some will`(text: String) throws {
    #expect(Feasibility.isPossible(try Alternatives(text)))
  }

  private static let form = TestForm.annex2
  private static let names = ["抽查企业", "抽查批次数", "立案"]

  /// Two to five comparisons of three figures with small factors, joined by 且.
  private static func system(_ chance: inout SeededGenerator) -> String {
    (0..<chance.number(2...5)).map { _ in
      let sum = names.map { "\(chance.number(-3...3)) * \($0)" }.joined(separator: " + ")
      let sign = chance.one(of: ["<", "<=", "=", ">", ">="])
      return "\(sum) \(sign) \(chance.number(-4...4))"
    }.joined(separator: " 且 ")
  }

  /// Every row in which each of the three is 0 to 5.
  private static let small: [TestFigures] = (0..<6 * 6 * 6).map { number in
    let digits = [number % 6, number / 6 % 6, number / 36]
    return TestFigures(Dictionary(uniqueKeysWithValues: zip(names, digits.map(String.init))))
  }

  @Test func `it never says impossible of what whole numbers fulfil`() throws {
    var chance = SeededGenerator(seed: 352)
    var wrong: [String] = []
    var counts = (possible: 0, impossible: 0)
    for _ in 0..<250 {
      let text = Self.system(&chance)
      let cases = try Alternatives(text)
      if Feasibility.isPossible(cases) {
        counts.possible += 1
        continue
      }
      counts.impossible += 1
      if Self.small.contains(where: { $0.fulfil(cases) }) { wrong.append(text) }
    }
    #expect(wrong == [])
    #expect(counts.possible > 80 && counts.impossible > 40, "\(counts)")
  }

  @Test func `a system too large to decide is let pass, and quickly`() throws {
    var chance = SeededGenerator(seed: 353)
    let names = Self.form.metrics.filter { $0.kind == .count }.map(\.name)
    let parts = (0..<8).map { _ in
      let sides = (0..<6).map { _ in "\(chance.number(1...9)) * \(chance.one(of: names))" }
      return sides[..<3].joined(separator: " + ") + " <= " + sides[3...].joined(separator: " + ")
    }
    let start = ContinuousClock.now
    #expect(Feasibility.isPossible(try Alternatives(parts.joined(separator: " 且 "))))
    #expect(ContinuousClock.now - start < .seconds(2))
  }
}
