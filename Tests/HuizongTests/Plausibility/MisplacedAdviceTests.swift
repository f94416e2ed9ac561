import Testing

/// What P07 advises works, word for word.
struct MisplacedAdviceTests {
  private static let reason = "P07：本月按专项要求调整安排，逐行核对无错"
  private static let tanks = 1
  private static let batteries = 9

  private static func exchangedRows() throws -> UnitReport {
    try UnitReport("浦东新区", "2023-10").changed { report in
      let figures = report.rows[tanks].dropFirst()
      report.rows[tanks].replaceSubrange(1..., with: report.rows[batteries].dropFirst())
      report.rows[batteries].replaceSubrange(1..., with: figures)
    }
  }

  private static func exchangedColumns() throws -> UnitReport {
    try UnitReport("浦东新区", "2023-10").changed { report in
      for row in report.rows.indices { report.rows[row].swapAt(1, 13) }
    }
  }

  /// The P07 of a table, which has the column 说明.
  private static func finding(
    _ report: UnitReport, inRow row: Int? = nil, below: Bool = false
  ) throws -> CheckReport.Finding? {
    var report = report
    report.explanations = row.map { [$0: reason] } ?? [:]
    if below { report.below = ["说明,\(reason)"] }
    return try report.checked().first { $0.code == "P07" }
  }

  @Test func `rows are explained in the row that is named, and nowhere else`() throws {
    let report = try Self.exchangedRows()
    let help = try #require(try Self.finding(report)).help
    #expect(help.contains("在“\(report.rows[Self.tanks][0])”一行的“说明”列写明"))
    #expect(!help.contains("表下"))
    #expect(try Self.finding(report, inRow: Self.tanks)?.explanation == Self.reason)
    #expect(try Self.finding(report, inRow: Self.batteries)?.explanation == .none)
    #expect(try Self.finding(report, below: true)?.explanation == .none)
  }

  @Test func `columns are explained below the table, and nowhere else`() throws {
    let report = try Self.exchangedColumns()
    let help = try #require(try Self.finding(report)).help
    #expect(help.contains("在表下加一行“说明”写明"))
    #expect(!help.contains("在“"))
    #expect(try Self.finding(report, below: true)?.explanation == Self.reason)
    #expect(try Self.finding(report, inRow: Self.tanks)?.explanation == .none)
  }
}
