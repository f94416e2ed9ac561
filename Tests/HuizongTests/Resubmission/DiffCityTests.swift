import Foundation
import Testing

/// What a resubmission does to the city's figures: they must be what `rollup` says.
struct DiffCityTests {
  private static let old = DistrictTable().with(
    DistrictTable.cement, DistrictTable.information, "9")
  private static let new = DistrictTable()
    .with(DistrictTable.cement, DistrictTable.information, "4")
    .with(DistrictTable.wires, DistrictTable.fines, "12.000001").revised(2)
  private static let others = [
    ("徐汇区", DistrictTable.times(2, "2023-08", unit: "徐汇区")),
    ("长宁区", DistrictTable.times(5, "2023-08", unit: "长宁区")),
  ]

  private static func inOffice(_ use: (Office, _ old: String, _ new: String) throws -> Void) throws
  {
    try Office.with(required: ["黄浦区", "徐汇区", "长宁区"]) { office in
      for (name, table) in others { try office.add(table, as: name) }
      let old = try office.scratch.file("old.csv", self.old.text).path
      let new = try office.scratch.file("new.csv", self.new.text).path
      try use(office, old, new)
    }
  }

  private static func diff(
    _ office: Office, _ old: String, _ new: String, _ options: String...
  ) throws -> Binary.Diff {
    let common = ["--form", office.form, "--units", office.roster, "--in", office.tables]
    return try Binary().diff(old, new, common + options)
  }

  private static let expected = [
    "水泥 采集风险信息 30 → 25 = -5", "电线电缆 罚没金额 98.765424 → 98.419747 = -0.345677",
  ]

  @Test func `a city's figure is the others' and the table's, before and after`() throws {
    try Self.inOffice { office, old, new in
      let (status, answer) = try Self.diff(office, old, new)
      #expect(status == 0)
      let city = try #require(answer.city?.first)
      #expect(city.figures.filter { $0.category != nil }.map(\.short) == Self.expected)
      #expect(city.included == ["U-徐汇区", "U-长宁区"] && city.missing.isEmpty)
      for (table, side) in [(Self.old, \DiffAnswer.City.Figure.old), (Self.new, \.new)] {
        try office.add(table, as: "own")
        #expect(try office.rollUp().status == 0)
        try compare(city.figures, side, office.city())
      }
    }
  }

  /// With the city's table that `rollup` wrote, the total included.
  private func compare(
    _ figures: [DiffAnswer.City.Figure], _ side: KeyPath<DiffAnswer.City.Figure, String?>,
    _ city: [[String]]
  ) throws {
    #expect(figures.count == 4)
    for figure in figures {
      let row = try #require(city.first { $0[0] == figure.category ?? "合计" })
      let metric = TestForm.annex2.metrics.firstIndex { $0.name == figure.metric }
      #expect(figure[keyPath: side] == row[try #require(metric) + 1])
    }
  }

  private static let kept: [(name: String, tables: [DistrictTable])] = [
    ("the old one", [old]), ("the new one", [new]), ("both", [old, new]),
    ("another version", [old.with(0, 1, "7").revised(3)]),
    ("a rejected version", [old.with(0, 1, "约7")]), ("parts", [old.part(0..<5), old.part(5..<20)]),
  ]

  @Test(arguments: kept.indices)
  func `a table that the folder holds as well is not counted twice`(index: Int) throws {
    try Self.inOffice { office, old, new in
      for (number, table) in Self.kept[index].tables.enumerated() {
        try office.add(table, as: "own\(number)")
      }
      let city = try #require(try Self.diff(office, old, new).answer.city?.first)
      #expect(city.figures.filter { $0.category != nil }.map(\.short) == Self.expected)
    }
  }

  @Test func `files of the folder itself can be compared`() throws {
    try Self.inOffice { office, _, _ in
      let old = try office.add(Self.old, as: "old")
      let new = try office.add(Self.new, as: "new")
      let city = try #require(try Self.diff(office, old, new).answer.city?.first)
      #expect(city.figures.filter { $0.category != nil }.map(\.short) == Self.expected)
    }
  }

  @Test func `a cumulative figure is tiled from the months`() throws {
    try Office.with { office in
      try office.add(.times(1, "2023-06"), as: "june")
      try office.add(Self.old, as: "august")
      let old = try office.scratch.file("old.csv", Self.old.text).path
      let new = try office.scratch.file("new.csv", Self.new.text).path
      let lacking = try Self.diff(office, old, new, "--period", "2023-06—2023-08").answer.city
      #expect(lacking?.first?.exchanged.map(\.inFigures) == [false])
      #expect(lacking?.first?.exchanged.first?.reason?.contains("7 月") == true)
      #expect(lacking?.first?.figures.isEmpty == true)
      try office.add(.times(10, "2023-07"), as: "july")
      let whole = try Self.diff(office, old, new, "--period", "2023-06—2023-08").answer.city
      #expect(whole?.first?.figures.first?.short == "水泥 采集风险信息 42 → 37 = -5")
    }
  }

  @Test func `a cumulative table that no longer agrees with the months is named`() throws {
    try Office.with { office in
      try office.add(.times(1, "2023-07"), as: "july")
      try office.add(.times(2, "2023-07—2023-08"), as: "both")
      let old = try office.scratch.file("old.csv", DistrictTable().text).path
      let new = try office.scratch.file("new.csv", Self.new.text).path
      let (status, answer) = try Self.diff(office, old, new, "--period", "2023-07—2023-08")
      let city = answer.city
      #expect(status == 1)
      #expect(Set(city?.first?.exchanged.first?.findings.map(\.code) ?? []) == ["P06"])
    }
  }

  // MARK: What is said on the figure

  @Test func `missing units, and tables that do not count, are said on the figure`() throws {
    try Self.inOffice { office, _, new in
      try office.add(DistrictTable(unit: "徐汇区").with(0, 1, "约3"), as: "徐汇区")
      try FileManager.default.removeItem(atPath: office.tables + "/长宁区.csv")
      let wrong = try office.scratch.file("wrong.csv", Self.old.with(0, 4, "约15").text).path
      let outcome = try office.run("diff", [wrong, new, "--in", office.tables])
      #expect(outcome.status == 0)
      for word in ["未含徐汇区、长宁区", "徐汇区：退回", "长宁区：缺报", "含 1 个单位：黄浦区", "黄浦区原来的表退回"] {
        #expect(outcome.text.contains(word), "\(word)")
      }
      #expect(outcome.text.contains("“危险化学品”的“抽查企业（家）”：— → 15"))
      #expect(outcome.text.contains("“合计”的“抽查企业（家）”：— → 428"))
      #expect(!outcome.text.contains("黄浦区重报的表"))
    }
  }

  @Test func `without --in nothing is said of the city`() throws {
    try Self.inOffice { office, old, new in
      let outcome = try office.run("diff", [old, new])
      #expect(outcome.status == 0 && !outcome.text.contains("汇总数"))
      #expect(try office.run("diff", [old, new, "--period", "2023-08"]).status == 2)
    }
  }
}
