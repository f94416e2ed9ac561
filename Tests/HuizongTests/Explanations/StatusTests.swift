import Testing

/// What becomes of a submission, and the exit status that scripts see.
struct StatusTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let what: String
    let table: TestTable
    let status: String
    /// Plain, with --strict, with --lenient.
    let exits: [Int32]

    var testDescription: String { what }
  }

  private static let query = TestTable().with("化肥", "抽查企业", "9")

  static let cases = [
    Case(what: "in order", table: TestTable(), status: "accepted", exits: [0, 0, 0]),
    Case(
      what: "a hint", table: TestTable().with("化肥", "违法案件", "2"), status: "accepted",
      exits: [0, 1, 0]),
    Case(what: "an open query", table: query, status: "needs-explanation", exits: [1, 1, 0]),
    Case(
      what: "an explained query", table: query.explained("化肥", ExplanationTests.reason),
      status: "accepted", exits: [0, 0, 0]),
    Case(
      what: "a query with a stock phrase", table: query.explained("化肥", "情况属实情况属实"),
      status: "needs-explanation", exits: [1, 1, 0]),
    Case(
      what: "an error", table: TestTable().with("化肥", "发现不合格产品", "9"), status: "rejected",
      exits: [1, 1, 1]),
    Case(
      what: "an error and an open query", table: query.with("水泥", "发现不合格产品", "9"),
      status: "rejected", exits: [1, 1, 1]),
  ]

  @Test(arguments: cases)
  func `status and exit status follow the worst that is open`(table: Case) throws {
    for (option, exit) in zip([[], ["--strict"], ["--lenient"]], table.exits) {
      let (status, file) = try table.table.checked(option)
      #expect(file.status == table.status)
      #expect(status == exit, "\(option)")
    }
  }

  @Test func `the summary counts each submission and finding once`() throws {
    try Scratch.with { scratch in
      for (index, table) in Self.cases.enumerated() {
        try scratch.file("\(index).csv", table.table.text)
      }
      let summary = try Binary().report(["check", scratch.folder.path]).report.summary
      #expect(summary.files == 7)
      #expect([summary.accepted, summary.needsExplanation, summary.rejected] == [3, 2, 2])
      #expect([summary.errors, summary.queries, summary.hints] == [2, 3, 2])
    }
  }
}
