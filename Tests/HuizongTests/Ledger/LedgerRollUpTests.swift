import Foundation
import Testing

/// The units' ledgers, merged into a sheet of the city workbook.
struct LedgerRollUpTests {
  private static func book(
    _ ledgers: [(name: String, ledger: MadeLedger)], period: String = "2023-08",
    tables: [String] = ["2023-08"], _ use: (Binary.Outcome, String) throws -> Void
  ) throws {
    try Office.with(required: ["黄浦区", "徐汇区"]) { office in
      // All different: equal tables are asked about.
      for (index, month) in tables.enumerated() {
        for (place, unit) in ["黄浦区", "徐汇区"].enumerated() {
          let factor = Int64(1 + place + 2 * index)
          try office.add(.times(factor, month, unit: unit), as: "\(unit)\(month)")
        }
      }
      for (name, ledger) in ledgers { try office.add(ledger, as: name) }
      let outcome = try office.run(
        "rollup", [office.tables, "--period", period, "-o", office.xlsx])
      try use(outcome, outcome.status == 2 ? "" : try Unzipped.text(office.xlsx))
    }
  }

  @Test func `without a ledger there is no such sheet, and nothing is said`() throws {
    try Self.book([]) { outcome, text in
      #expect(outcome.status == 0 && !text.contains("典型案例"))
      let remarks = outcome.remarks.split(separator: "\n")
      #expect(remarks.allSatisfy { $0.contains("没有查 P01、P07、P08") })
    }
  }

  @Test func `the sheet has the cases, and says who sent none`() throws {
    let ledger = MadeLedger(cases: [MadeLedger.row("某商店销售不合格头盔案")])
    try Self.book([("台账", ledger)]) { outcome, text in
      #expect(outcome.status == 0)
      #expect(text.contains("name=\"典型案例\"") && text.contains("某商店销售不合格头盔案"))
      #expect(text.contains("未报台账的单位：徐汇区") && outcome.remarks.contains("未报台账的单位：徐汇区"))
      #expect(text.contains("台账.csv 第 3 行"))
      // The day of sending as a real date, formatted as one.
      #expect(
        text.contains("<v>45169</v>") && text.contains("yyyy\\-mm\\-dd")
          || text.contains("yyyy-mm-dd"))
    }
  }

  @Test func `a ledger with errors is left out, and that is written`() throws {
    let bad = MadeLedger(cases: [MadeLedger.row("某商店销售不合格头盔案", opened: "2023-06-31")])
    let good = MadeLedger(unit: "徐汇区", period: "2023-08", cases: [["无", "", "", "", "", ""]])
    try Self.book([("坏", bad), ("好", good)]) { outcome, text in
      // The figures do not depend on it.
      #expect(outcome.status == 0)
      #expect(text.contains("台账退回、案例未列入：黄浦区（") && text.contains("坏.csv，1 件）"))
      #expect(text.contains("报了台账、没有案例：徐汇区"))
      #expect(outcome.remarks.contains("台账退回"))
      #expect(text.contains("历法上没有这一天"), "the finding stands under 审核情况")
    }
  }

  @Test func `text from a ledger is text`() throws {
    let row = MadeLedger.row("=HYPERLINK(\"http://x\",\"y\")", progress: "@SUM(1+1)")
    try Self.book([("台账", MadeLedger(cases: [row]))]) { _, text in
      #expect(text.contains("=HYPERLINK(") && !text.contains("<f>HYPERLINK"))
      #expect(!text.contains("<f>@SUM") && !text.contains("<f>SUM(1+1)"))
    }
  }

  @Test func `a range of months has every report of a case, in one run`() throws {
    let july = MadeLedger.row("甲案", sent: "2023-07-31", opened: "2023-07-01")
    let august = MadeLedger.row("甲案", opened: "2023-07-01", progress: "已结案")
    let other = MadeLedger.row("乙案")
    let ledgers = [
      ("8月", MadeLedger(cases: [other, august])), ("7月", MadeLedger(cases: [july])),
    ]
    try Self.book(ledgers, period: "2023-07—2023-08", tables: ["2023-07", "2023-08"]) { _, text in
      #expect(text.contains("案例 2 件（连同续报 3 行）") && text.contains("续报（首报 2023-07-31）"))
    }
    // In a month's workbook too the case is known to be an old one.
    try Self.book(ledgers, tables: ["2023-07", "2023-08"]) { _, text in
      #expect(text.contains("收入 1 个单位的案例 2 件") && text.contains("续报（首报 2023-07-31）"))
    }
  }

  @Test func `more cases exposed than the table counts is among the findings`() throws {
    try Office.with { office in
      try office.add(DistrictTable.blank().with(3, 1, "5"), as: "table")
      try office.add(MadeLedger(cases: [MadeLedger.row("甲案", exposed: "是")]), as: "ledger")
      let outcome = try office.run(
        "rollup", [office.tables, "--period", "2023-08", "-o", office.xlsx])
      #expect(outcome.status == 0, "\(outcome.remarks)")
      #expect(outcome.remarks.contains("台账待说明、案例已列入：黄浦区"))
      let text = try Unzipped.text(office.xlsx)
      #expect(text.contains("A31") && text.contains("甲案"))
    }
  }
}
