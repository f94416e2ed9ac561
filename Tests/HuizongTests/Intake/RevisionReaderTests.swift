import Testing

@testable import HuizongCore

/// What may stand behind 修订.
struct RevisionReaderTests {
  private static let understood: [(text: String, revision: Int)] = [
    ("2", 2), ("10", 10), ("0", 0), ("二", 2), ("十", 10), ("第二次", 2), ("第 3 次", 3), ("2次", 2),
    ("第2版", 2), ("v2", 2), ("V12", 12),
  ]

  @Test(arguments: understood)
  func `a number is read however it is written`(text: String, revision: Int) {
    #expect(RevisionReader.read(text) == revision)
  }

  @Test(arguments: [
    "", "更正稿", "是", "-2", "+2", "2.0", "2/3", "十二", "第", "次", "v", "v二次", "2023-09-01",
    "99999999999999999999", "٢",
  ])
  func `anything else is not guessed at`(text: String) {
    #expect(RevisionReader.read(text) == nil)
  }

  @Test func `a revision in words counts, and one that is not understood is told`() throws {
    try Office.with { office in
      try office.add(DistrictTable(), as: "a")
      var table = DistrictTable().with(DistrictTable.cement, DistrictTable.information, "5")
      table.above = ["修订,第二次"]
      try office.add(table, as: "b")
      #expect(try office.rollUp().status == 0)
      #expect(try office.city()[DistrictTable.cement][DistrictTable.information] == "5")
      table.above = ["修订,更正稿"]
      try office.add(table, as: "b")
      #expect(try office.rollUp().status == 1)
      let remarks = try office.run("check", [office.tables]).text
      for word in ["S37", "B3", "更正稿", "修订,2"] { #expect(remarks.contains(word), "\(remarks)") }
    }
  }
}
