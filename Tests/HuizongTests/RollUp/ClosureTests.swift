import Foundation
import Testing

/// A city's table is a submission of the next level, and can be checked against its districts.
struct ClosureTests {
  private static let districts = ["黄浦区", "徐汇区", "长宁区"]
  private static let metrics = DistrictTable.labels

  /// Three districts, with 1, 2 and 4 times the reference.
  private static func inCity(_ use: (Office) throws -> Void) throws {
    try Office.with(required: districts) { office in
      for (index, unit) in districts.enumerated() {
        try office.add(.times(1 << Int64(index), "2023-08", unit: unit), as: unit)
      }
      #expect(try office.rollUp().status == 0)
      try use(office)
    }
  }

  /// Replaces the city's table by one of the same shape.
  private static func give(_ table: DistrictTable, _ office: Office) throws {
    var table = table
    table.unit = "上海市"
    try office.scratch.file("city.csv", table.text)
  }

  @Test func `cities roll up as districts do`() throws {
    try Scratch.with { scratch in
      try scratch.subfolder("cities")
      func rollUp(_ folder: String, _ roster: String, _ csv: String) throws -> Int32 {
        try Binary().run([
          "rollup", scratch.path(folder), "--period", "2023-08", "--units", scratch.path(roster),
          "--csv", scratch.path(csv),
        ]).status
      }
      for (name, factor) in [("上海市", Int64(3)), ("江苏省", 5)] {
        let units = [Office.unit("东区"), Office.unit("西区")]
        try scratch.file("\(name).json", Office.roster(name, "C-\(name)", units))
        for (unit, times) in [("东区", factor), ("西区", 2 * factor)] {
          let table = DistrictTable.times(times, "2023-08", unit: unit)
          try scratch.file("\(name)/\(unit).csv", table.text)
        }
        #expect(try rollUp(name, "\(name).json", "cities/\(name).csv") == 0)
      }
      let cities = [Office.unit("上海市"), Office.unit("江苏省")]
      try scratch.file("nation.json", Office.roster("全国", "000000", cities))
      let (status, report) = try Binary().check(
        [scratch.path("cities")], "--units", scratch.path("nation.json"))
      #expect(status == 0 && report.summary.accepted == 2)
      #expect(try rollUp("cities", "nation.json", "nation.csv") == 0)
      let text = try String(contentsOfFile: scratch.path("nation.csv"), encoding: .utf8)
      let rows = SimpleCSV.rows(text)
      let expected = DistrictTable.times(24, "2023-08").rows
      #expect(Array(rows[3..<23]) == expected)
      #expect(rows[23] == ["合计"] + Decimals.totals(expected))
      #expect(rows[0] == ["填表单位", "全国"] && rows[1] == ["数据周期", "2023-08"])
    }
  }

  @Test func `a city's own table agrees with its units`() throws {
    try Self.inCity { office in
      let answer = try office.verify()
      #expect(answer.exit == 0 && answer.balanced && answer.differences.isEmpty)
      let text = try office.run("verify", [office.csv, office.tables])
      #expect(text.status == 0 && text.text.contains("完全一致"))
    }
  }

  private static let changes: [(row: Int, column: Int, value: String, sum: String, gap: String)] = [
    (2, 1, "22", "21", "1"), (2, 1, "0", "21", "-21"), (3, 8, "86.419747", "86.419746", "0.000001"),
    (3, 8, "86.42", "86.419746", "0.000254"), (19, 15, "1042", "42", "1000"),
  ]

  @Test(arguments: changes)
  func `one changed cell is one difference`(
    row: Int, column: Int, value: String, sum: String, gap: String
  ) throws {
    try Self.inCity { office in
      let table = DistrictTable.times(7, "2023-08").with(row, column, value)
      try Self.give(table, office)
      let answer = try office.verify()
      #expect(answer.exit == 1 && !answer.balanced && answer.differences.count == 1)
      let difference = try #require(answer.differences.first)
      #expect(difference.category == table.rows[row][0])
      #expect(Self.metrics[column].hasPrefix(difference.metric))
      #expect(difference.cell == table.cell(row, column))
      #expect([difference.given, difference.sum, difference.gap] == [value, sum, gap])
      let text = try office.run("verify", [office.csv, office.tables]).text
      #expect(text.contains("汇总值 \(value)，下级合计 \(sum)，差值 \(gap)"))
      #expect(text.contains(table.cell(row, column)) && text.contains("1 处不一致"))
      let csv = SimpleCSV.rows(
        try office.run("verify", [office.csv, office.tables, "--format", "csv"]).text)
      #expect(csv.count == 2)
      #expect(csv[0].dropFirst(2).prefix(4) == ["单元格", "汇总值", "下级合计", "差值"])
      #expect(csv[1].dropFirst(2).prefix(4) == [table.cell(row, column), value, sum, gap])
    }
  }

  /// The city counts 1, 2 or 4 times the reference too little, or once too much.
  private static let factors: [(factor: Int64, unit: String, word: String)] = [
    (6, "黄浦区", "漏加"), (5, "徐汇区", "漏加"), (3, "长宁区", "漏加"), (8, "黄浦区", "重加"),
    (9, "徐汇区", "重加"),
  ]

  @Test(arguments: factors)
  func `a unit left out or counted twice explains every difference`(
    factor: Int64, unit: String, word: String
  ) throws {
    try Self.inCity { office in
      try Self.give(.times(factor, "2023-08"), office)
      let answer = try office.verify()
      #expect(answer.differences.count > 200)
      #expect(answer.differences.allSatisfy { $0.units == ["U-\(unit)"] })
      let text = try office.run("verify", [office.csv, office.tables]).text
      let lines = text.split(separator: "\n").dropLast()
      #expect(lines.allSatisfy { $0.contains("正好是\(unit)的数") && $0.contains(word) })
    }
  }

  @Test func `the total row is verified too`() throws {
    try Self.inCity { office in
      var table = DistrictTable.times(7, "2023-08")
      let totals = Decimals.totals(table.rows)
      table.below = [(["合计", "1"] + totals.dropFirst()).joined(separator: ",")]
      try Self.give(table, office)
      let answer = try office.verify()
      #expect(answer.differences.map(\.category) == ["合计"])
      #expect(answer.differences.map(\.cell) == ["B24"])
      #expect(answer.differences.map(\.sum) == [totals[0]])
    }
  }

  @Test func `a unit that does not count is named`() throws {
    try Self.inCity { office in
      try FileManager.default.removeItem(atPath: office.scratch.path("tables/黄浦区.csv"))
      let outcome = try office.run("verify", [office.csv, office.tables])
      #expect(outcome.status == 1 && outcome.remarks.contains("黄浦区"))
    }
  }

  struct Broken: CustomTestStringConvertible {
    let testDescription: String
    let text: String
    var word = ""
  }

  private static let ofCity = DistrictTable(unit: "上海市")

  private static let broken = [
    Broken(testDescription: "empty", text: "", word: "没有任何内容"),
    Broken(testDescription: "a letter", text: "各位同事,请查收\r\n"),
    Broken(testDescription: "a district", text: DistrictTable().text, word: "黄浦区"),
    Broken(
      testDescription: "no period", text: DistrictTable(unit: "上海市", period: "").text, word: "周期"),
    Broken(
      testDescription: "last year", text: DistrictTable(unit: "上海市", period: "2022-08").text,
      word: "2022"),
    Broken(testDescription: "no number", text: ofCity.with(2, 1, "约3").text, word: "约3"),
    Broken(testDescription: "a row lacks", text: ofCity.part(0..<19).text, word: "儿童学生用品"),
    Broken(testDescription: "no text", text: "\u{0}\u{1}\u{2}"),
  ]

  @Test(arguments: broken)
  func `a broken table of the city is answered with a message`(_ test: Broken) throws {
    try Self.inCity { office in
      try office.scratch.file("city.csv", test.text)
      for format in ["text", "json", "csv"] {
        let outcome = try office.run(
          "verify", [office.csv, office.tables, "--format", format])
        #expect(outcome.status == 2 && outcome.output.isEmpty)
        #expect(outcome.remarks.contains("city.csv"))
        #expect(test.word.isEmpty || outcome.remarks.contains(test.word), "\(outcome.remarks)")
      }
    }
  }

  @Test func `verify without a folder, or without the city's table, says what is wanted`() throws {
    try Self.inCity { office in
      for arguments in [
        [], [office.csv], ["missing.csv", office.tables], [office.csv, "missing"],
      ] {
        let outcome = try office.run("verify", arguments)
        #expect(outcome.status == 2 && !outcome.remarks.isEmpty)
      }
    }
  }
}
