import Foundation
import Testing

/// Which table is compared with which, and what is said of the rest.
struct DiffPairingTests {
  private static func diff(
    old: [(String, String)], new: [(String, String)]
  ) throws -> (status: Int32, answer: DiffAnswer, text: String) {
    try Scratch.with { scratch in
      for (side, files) in [("old", old), ("new", new)] {
        try scratch.subfolder(side)
        for (name, text) in files { try scratch.file("\(side)/\(name)", text) }
      }
      let (status, answer) = try Binary().diff(scratch.path("old"), scratch.path("new"))
      let text = try Binary().run(["diff", scratch.path("old"), scratch.path("new")]).text
      return (status, answer, text)
    }
  }

  private static func table(_ unit: String, _ period: String = "2023-08") -> DistrictTable {
    DistrictTable(unit: unit, period: period)
  }

  @Test func `tables are paired by unit and period, whatever their files are called`() throws {
    let july = Self.table("黄浦区", "2023-07")
    let (status, answer, _) = try Self.diff(
      old: [
        ("a.csv", Self.table("徐汇区").text), ("b.csv", Self.table("黄浦区").text),
        ("c.csv", july.text),
      ],
      new: [
        ("a.csv", july.with(0, 1, "13").text), ("z.csv", Self.table("黄浦区").with(1, 1, "5").text),
        ("y.csv", Self.table("徐汇区").with(2, 1, "6").text),
      ])
    #expect(status == 0)
    let found = answer.tables.map { pair in
      "\(pair.new.unitName ?? "") \(pair.new.period?.from ?? "") \(pair.cells[0].category ?? "")"
    }
    #expect(
      Set(found) == [
        "黄浦区市场监管局 2023-07 危险化学品", "黄浦区市场监管局 2023-08 危险化学品车载常压罐体",
        "徐汇区市场监管局 2023-08 水泥",
      ])
    #expect(answer.onlyOld.isEmpty && answer.onlyNew.isEmpty)
  }

  @Test func `a tidy file of many units stands for its tables`() throws {
    let (status, answer) = try Binary().diff(
      "samples/accepted/reference.csv", "samples/accepted/tidy-of-three-units.csv")
    #expect(status == 0)
    #expect(answer.tables.count == 1 && answer.tables[0].cells.isEmpty)
    #expect(answer.onlyNew.count == 3)
  }

  @Test func `what stands on one side only is named, and so is what was not read`() throws {
    let (status, answer, text) = try Self.diff(
      old: [("a.csv", Self.table("黄浦区").text), ("b.csv", Self.table("徐汇区").text)],
      new: [
        ("a.csv", Self.table("黄浦区").text), ("c.csv", Self.table("长宁区").text),
        ("d.csv", "不是表"), ("e.xlsx", "PK"),
      ])
    #expect(status == 1)
    #expect(answer.onlyOld.map(\.unitName) == ["徐汇区市场监管局"])
    #expect(answer.onlyNew.map(\.unitName) == ["长宁区市场监管局", nil])
    #expect(answer.leftOut.count == 1)
    for word in ["徐汇区 2023年8月", "长宁区 2023年8月", "d.csv", "e.xlsx"] {
      #expect(text.contains(word), "\(word)")
    }
  }

  @Test func `sides that share nothing are no success`() throws {
    let (status, answer, text) = try Self.diff(
      old: [("a.csv", Self.table("黄浦区").text), ("b.csv", Self.table("徐汇区").text)],
      new: [("c.csv", Self.table("长宁区").text)])
    #expect(status == 1 && answer.tables.isEmpty)
    #expect(text.contains("没有可以比对的表"))
  }

  // MARK: Headings

  private static let headings: [(old: (String, String), new: (String, String), changes: [String])] =
    [
      (("浦江局", "2023-08"), ("黄浦区", "2023-08"), ["unit: 浦江局 → 黄浦区市场监管局"]),
      (("黄浦区", "2023-13"), ("黄浦区", "2023-08"), ["period: 2023-13 → 2023-08"]),
      (("黄浦区", "2023-08"), ("上海市黄浦区市场监督管理局", "2023年8月"), []),
    ]

  @Test(arguments: headings.indices)
  func `a corrected heading is a change, another way of writing it is none`(index: Int) throws {
    let test = Self.headings[index]
    let (status, answer, text) = try Self.diff(
      old: [("a.csv", Self.table(test.old.0, test.old.1).text)],
      new: [("b.csv", Self.table(test.new.0, test.new.1).text)])
    #expect(status == 0)
    #expect(answer.tables.map { $0.heading.map(\.short) } == [test.changes])
    #expect(answer.tables[0].sameTable && answer.tables[0].cells.isEmpty)
    #expect(!text.contains("拿错了文件"))
  }

  private static let strangers = [("徐汇区", "2023-08"), ("黄浦区", "2023-07")]

  @Test(arguments: strangers.indices)
  func `another unit or period is said before anything else, and is no success`(index: Int) throws {
    let (unit, period) = Self.strangers[index]
    let (status, answer, text) = try Self.diff(
      old: [("a.csv", Self.table(unit, period).text)],
      new: [("b.csv", Self.table("黄浦区").text)])
    #expect(status == 1)
    #expect(answer.tables.map(\.sameTable) == [false])
    let lines = text.split(separator: "\n")
    #expect(lines.count > 3 && lines[3].contains("拿错了文件"))
  }

  // MARK: What cannot be compared

  @Test func `rival tables are not compared, and their files are named`() throws {
    let (status, answer, text) = try Self.diff(
      old: [("a.csv", Self.table("黄浦区").text)],
      new: [
        ("b.csv", Self.table("黄浦区").with(0, 1, "1").text),
        ("c.csv", Self.table("黄浦区").with(0, 1, "2").text),
      ])
    #expect(status == 1 && answer.status == "rejected")
    #expect(answer.tables.map(\.compared) == [false])
    #expect(answer.tables[0].findings.contains { $0.new?.code == "R02" })
    #expect(text.contains("b.csv") && text.contains("c.csv") && text.contains("两份不同的表"))
  }

  @Test func `of several revisions the highest is the one that counts`() throws {
    let (status, answer, _) = try Self.diff(
      old: [("a.csv", Self.table("黄浦区").text)],
      new: [
        ("b.csv", Self.table("黄浦区").with(0, 1, "1").revised(3).text),
        ("c.csv", Self.table("黄浦区").with(0, 1, "2").revised(2).text),
      ])
    #expect(status == 0)
    #expect(answer.tables[0].cells.map { $0.new?.value } == ["1"])
    #expect(answer.tables[0].findings.contains { $0.new?.code == "R04" })
  }

  @Test func `a file that was no table is settled by one that is`() throws {
    let (status, answer) = try Binary().diff(
      "samples/flaws/S18-workbook-xlsx.csv", "samples/accepted/reference.csv")
    #expect(status == 0)
    #expect(answer.tables.map(\.compared) == [false])
    #expect(answer.tables[0].findings.map(\.fate) == ["closed"])
  }
}
