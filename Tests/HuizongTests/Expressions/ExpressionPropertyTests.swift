import Testing

@testable import HuizongCore

/// Expressions made by chance, against the plain arithmetic that they stand for.
struct ExpressionPropertyTests {
  private static let form = TestForm.annex2

  /// Small figures, so that both sides meet often: counts of 0 to 4, money of 0 to 4 in halves.
  private static func figures(_ chance: inout SeededGenerator) -> [Int] {
    form.metrics.map { metric in
      let halves = metric.kind == .money ? chance.number(0...8) : chance.number(0...4) * 2
      return halves * RandomSum.billion / 2
    }
  }

  /// As a table holds them.
  private static func row(_ figures: [Int]) -> TestFigures {
    TestFigures(
      zip(figures, form.metrics).map { figure, metric in
        Int64(figure / (RandomSum.billion / Int(Exact.power(metric.decimals))))
      })
  }

  @Test func `an expression means what its tree says, read or run as a program`() throws {
    var chance = SeededGenerator(seed: 349)
    var counts = (held: 0, all: 0)
    var wrong: [String] = []
    for _ in 0..<400 {
      let condition = RandomCondition(&chance)
      let text = condition.text(&chance)
      guard let cases = try? Alternatives(text) else { continue }
      for _ in 0..<5 {
        let figures = Self.figures(&chance)
        let row = Self.row(figures)
        let holds = condition.holds(figures)
        if row.fulfil(cases) != holds || row.fulfilAsProgram(cases) != holds { wrong.append(text) }
        counts.held += holds ? 1 : 0
        counts.all += 1
      }
    }
    #expect(wrong == [])
    #expect(counts.all > 1_500, "most were read: \(counts)")
    #expect(
      (counts.all / 4...counts.all * 3 / 4).contains(counts.held), "both answers occur: \(counts)")
  }

  @Test func `what is refused is refused for its size only`() {
    var chance = SeededGenerator(seed: 350)
    for _ in 0..<400 {
      let text = RandomCondition(&chance).text(&chance)
      do {
        _ = try Alternatives(text)
      } catch {
        let reason = (error as? ExpressionFault)?.reason.chinese
        #expect(
          error is Alternatives.TooInvolved || reason == "式子太长" || reason == "括号太多", "\(text)")
      }
    }
  }

  @Test func `with a figure that cannot be read, rules and program agree`() throws {
    var chance = SeededGenerator(seed: 351)
    var wrong: [String] = []
    var broken = 0
    for _ in 0..<400 {
      let text = RandomCondition(&chance).text(&chance)
      guard let cases = try? Alternatives(text) else { continue }
      var values = Self.row(Self.figures(&chance)).values
      for _ in 0..<4 { values[chance.number(0...values.count - 1)] = nil }
      let row = TestFigures(values)
      if row.fulfil(cases) != row.fulfilAsProgram(cases) { wrong.append(text) }
      broken += row.fulfil(cases) ? 1 : 0
    }
    #expect(wrong == [])
    #expect(broken > 50)
  }
}
