@testable import HuizongCore

/// The figures of one row, by name; the others are zero.
struct TestFigures {
  private(set) var values: [Int64?]

  private static let form = TestForm.annex2

  init(_ values: [Int64?]) { self.values = values }

  init(_ named: [String: String]) {
    values = Self.form.metrics.map { metric in
      let amount = Exact(plain: named[metric.name] ?? "0")
      return amount.map { Int64($0.counted(in: metric.decimals)) }
    }
  }

  private var table: Table {
    var table = Table(form: Self.form)
    table.rows[0] = RowOrigin(row: 4, line: 4)
    table.setRow(0, values.map { $0 ?? Table.unreadable })
    return table
  }

  /// As the rules were read.
  func fulfil(_ condition: Alternatives) -> Bool {
    Figures(table, category: 0).break(condition)
  }

  /// As a program runs them.
  func fulfilAsProgram(_ condition: Alternatives) -> Bool {
    let rule = FormRule(
      code: Code("Z01", "test", .query), scope: .row, monthLevel: .query, cumulativeLevel: .query,
      when: nil, require: "", exempt: [], metric: nil, metrics: [], violation: condition, sides: nil
    )
    let program = RuleProgram([rule], Self.form) { _ in true }
    var row = Array(repeating: Int64(0), count: Self.form.metrics.count + 1)
    table.load(0, into: &row)
    var position = 0
    return program.next(row, category: 0, from: &position) != nil
  }
}

extension Alternatives {
  /// The cases in which an expression holds.
  init(_ text: String) throws {
    let condition = try ExpressionParser.condition(text, TestForm.annex2)
    guard let cases = Alternatives(condition, TestForm.annex2) else { throw TooInvolved() }
    self = cases
  }

  struct TooInvolved: Error {}
}
