import Foundation
import Testing

/// What changed between a table and its resubmission, cell by cell.
struct DiffCellTests {
  private static let reference = "samples/accepted/reference.csv"
  static let sentBack = "samples/resubmission/退回/黄浦区.csv"
  static let sentAgain = "samples/resubmission/重报/黄浦区.csv"

  /// The accepted files that hold the reference's unit, month and numbers.
  private static let layouts = Expectations.accepted.map(\.path).filter {
    !["period-", "three-units", "parts"].contains(where: $0.contains)
  }

  @Test(arguments: layouts)
  func `what is only layout is no change`(path: String) throws {
    for (old, new) in [(Self.reference, path), (path, Self.reference)] {
      let pair = try #require(try Binary().diff(old, new).answer.tables.first)
      #expect(pair.cells.map(\.short) == [])
      #expect(!pair.heading.contains { ["unit", "period", "revision"].contains($0.field) })
    }
  }

  @Test func `a table in parts is the same table`() throws {
    for (old, new) in [("parts", "reference.csv"), ("reference.csv", "parts")] {
      let (status, answer) = try Binary().diff("samples/accepted/\(old)", "samples/accepted/\(new)")
      #expect(status == 0)
      #expect(answer.tables.count == 1 && answer.tables[0].cells.isEmpty)
    }
  }

  @Test func `a change names product, metric, both addresses and both figures`() throws {
    let pair = try #require(try Binary().diff(Self.sentBack, Self.sentAgain).answer.tables.first)
    #expect(
      pair.cells.map(\.short) == [
        "电线电缆 抽查企业 E9 约32 → E18 32 = -", "化肥 抽查企业 E10 6 → E19 7 = 1",
        "防爆电气 帮扶企业 M13 2 → M22 0 = -2", "电动自行车 发现不合格产品 G14 99 → G23 9 = -90",
        "合计 抽查企业 E26 441 → E25 442 = 1", "合计 帮扶企业 M26 152 → M25 150 = -2",
      ])
    #expect(pair.heading.map(\.short) == ["revision: - → 2", "填表人: 金敏 → 顾俊"])
  }

  @Test func `amounts are exact to the last decimal`() throws {
    let resent = Resent(
      old: TestTable().with("水泥", "案值", "0.1").with("化肥", "罚没金额", "99999999.999999"),
      new: TestTable().with("水泥", "案值", "0.3").with("化肥", "罚没金额", "100000000"))
    #expect(
      try resent.diff().answer.tables[0].cells.map { "\($0.change ?? "")" } == ["0.2", "0.000001"])
  }

  @Test func `a row that came or went is said, and is no row of zeros`() throws {
    try Scratch.with { scratch in
      let whole = try scratch.file("whole.csv", DistrictTable().text).path
      let part = try scratch.file("part.csv", DistrictTable().part(0..<19).text).path
      let gone = try Binary().diff(whole, part)
      #expect(gone.status == 1)
      #expect(gone.answer.tables[0].cells.count == 15)
      #expect(gone.answer.tables[0].cells.allSatisfy { $0.old != nil && $0.new == nil })
      let came = try Binary().run(["diff", part, whole])
      #expect(came.status == 0)
      #expect(came.text.contains("“儿童学生用品”：新增的一行"))
    }
  }

  @Test func `nothing but the changed cells is reported, wherever the rows stand`() throws {
    var chance = SeededGenerator(seed: 20_230_831)
    for _ in 0..<12 {
      var table = DistrictTable()
      var expected: Set<String> = []
      for _ in 0..<chance.number(1...40) {
        let (row, column) = (chance.number(0...19), chance.number(1...15))
        let before = Samples.reference[Samples.reference.startIndex + row][column]
        let after = Decimals.text(Decimals.steps(before) + 1_000_000 * Int64(chance.number(1...9)))
        table.rows[row][column] = after
        let metric = TestForm.annex2.metrics[column - 1].name
        expected = expected.filter { !$0.hasPrefix("\(table.rows[row][0]) \(metric) ") }
        expected.insert("\(table.rows[row][0]) \(metric) \(before) \(after)")
      }
      table.rows.shuffle(using: &chance)
      let found = try changes(from: DistrictTable(), to: table)
      #expect(Set(found) == expected && found.count == expected.count)
    }
  }

  private func changes(from old: DistrictTable, to new: DistrictTable) throws -> [String] {
    try Scratch.with { scratch in
      let paths = try [("a", old), ("b", new)].map { try scratch.file("\($0).csv", $1.text).path }
      return try Binary().diff(paths[0], paths[1]).answer.tables[0].cells.map {
        "\($0.category ?? "") \($0.metric) \($0.old?.value ?? "") \($0.new?.value ?? "")"
      }
    }
  }
}
