import Foundation
import Testing

/// `verify` given another file than the city's table, or a draft of it.
struct VerifyFileTests {
  private static func inCity(_ use: (Office) throws -> Void) throws {
    try Office.with(required: ["黄浦区", "徐汇区", "长宁区"]) { office in
      for unit in ["黄浦区", "徐汇区"] { try office.add(DistrictTable(unit: unit), as: unit) }
      try use(office)
    }
  }

  /// What `verify` says of these arguments, which must be refused.
  private static func refusal(_ office: Office, _ arguments: [String]) throws -> String {
    let outcome = try office.run("verify", arguments)
    #expect(outcome.status == 2 && outcome.output.isEmpty)
    #expect(!outcome.remarks.contains("单位名单"), "the roster has nothing to do with it")
    return outcome.remarks
  }

  @Test func `a district's table is named, and what to give instead`() throws {
    try Self.inCity { office in
      let district = office.tables + "/黄浦区.csv"
      let remark = try Self.refusal(office, [district, office.tables])
      #expect(remark.contains("是黄浦区的表，不是上海市的全市表"))
      #expect(remark.contains("huizong verify 全市.csv \(office.tables)"))
      let english = try Self.refusal(office, [district, office.tables, "--lang", "en"])
      #expect(english.contains("is the table of 黄浦区, not that of 上海市"))
    }
  }

  @Test func `so is the table of many`() throws {
    try Self.inCity { office in
      let tidy = office.scratch.path("tidy.csv")
      _ = try office.run("tidy", [office.tables, "-o", tidy])
      let remark = try Self.refusal(office, [tidy, office.tables])
      #expect(remark.contains("黄浦区等 2 个单位的表"))
    }
  }

  @Test func `the city's table behind its units is put in front`() throws {
    try Self.inCity { office in
      try office.scratch.file("city.csv", DistrictTable(unit: "上海市").text)
      let right = "huizong verify \(office.csv) \(office.tables)"
      let swapped = try Self.refusal(office, [office.tables, office.csv])
      #expect(swapped.contains("是文件夹") && swapped.contains(right))
      let district = office.tables + "/徐汇区.csv"
      #expect(try Self.refusal(office, [district, office.tables, office.csv]).contains(right))
      #expect(try Self.refusal(office, [office.tables, office.tables]).contains("全市.csv"))
    }
  }

  @Test func `another city's table says what it must name`() throws {
    try Self.inCity { office in
      try office.scratch.file("city.csv", DistrictTable(unit: "南京市").text)
      let remark = try Self.refusal(office, [office.csv, office.tables])
      #expect(remark.contains("“南京市”") && remark.contains("应写“上海市”"))
    }
  }

  @Test func `a draft is compared row by row, and its gaps are accounted for`() throws {
    try Self.inCity { office in
      #expect(try office.rollUp("2023-08", "--partial").status == 1)
      var outcome = try office.run("verify", [office.csv, office.tables])
      #expect(outcome.status == 1)
      #expect(outcome.text.contains("是初稿，未含长宁区，合计一行不核对"))
      #expect(outcome.text.contains("现在也不含这些单位") && outcome.text.contains("各格与下级合计一致"))

      try office.add(DistrictTable(unit: "长宁区"), as: "长宁区")
      outcome = try office.run("verify", [office.csv, office.tables])
      #expect(outcome.status == 1)
      #expect(outcome.text.contains("现在含有长宁区的数") && outcome.text.contains("处不一致"))
      let json = try office.run("verify", [office.csv, office.tables, "--format", "json"])
      #expect(json.text.contains(#""draftWithout":["长宁区"]"#))
      #expect(json.remarks.contains("是初稿"))
    }
  }

  @Test func `a folder without the city's months is no list of differences`() throws {
    try Self.inCity { office in
      try office.scratch.file("city.csv", DistrictTable(unit: "上海市", period: "2023-07").text)
      for paths in [[office.csv, office.tables], [office.csv, office.csv]] {
        let remark = try office.run("verify", paths).remarks
        #expect(remark.contains("2023-07 的报表没有一份能计入") && remark.contains("huizong status"))
        #expect(try office.run("verify", paths).status == 2)
      }
    }
  }
}
