import Testing

/// What became of the findings and of the explanations when a table was sent again.
struct DiffFindingTests {
  private static let words = ExplanationTests.reason
  private static let asked = TestTable().with("化肥", "抽查企业", "9")

  /// Both files have it: the old one without an error, the new one with every fate.
  @Test func `the samples show every fate`() throws {
    let (status, answer) = try Binary().diff(DiffCellTests.sentBack, DiffCellTests.sentAgain)
    #expect(status == 1 && answer.status == "needs-explanation")
    #expect(
      answer.summary == [
        "tables": 1, "changed": 6, "settled": 3, "explained": 1, "open": 2, "new": 1,
      ])
    #expect(
      Set(answer.tables[0].findings.map(\.short)) == [
        "still-open L02 E7", "reopened L03 E19", "opened L10 M22", "explained L03 E8",
        "opened E03 Q19", "opened S32 A15", "stays S33 A26", "closed V15 E9", "closed L01 G14",
        "closed T01 G26",
      ])
  }

  typealias Case = (old: TestTable, new: TestTable, fates: [String], status: Int32)

  private static let cases: [Case] = [
    (asked, TestTable(), ["closed L03 E8"], 0),
    (TestTable(), asked, ["opened L03 E8"], 1),
    (asked, asked.with("化肥", "抽查企业", "10"), ["still-open L03 E8"], 1),
    (asked, asked.explained("化肥", words), ["explained L03 E8"], 0),
    (TestTable(), asked.explained("化肥", words), ["explained L03 E8"], 0),
    (
      asked.explained("化肥", words), asked.explained("化肥", words), ["still-explained L03 E8"], 0
    ),
    (asked.explained("化肥", words), asked, ["reopened L03 E8"], 1),
    (
      asked.explained("化肥", words), asked.with("化肥", "抽查企业", "12").explained("化肥", words),
      ["reopened L03 E8", "opened E03 Q8"], 1
    ),
    (
      asked.with("水泥", "立案", "一"), asked.with("水泥", "立案", "二"),
      ["still-open V11 H6", "still-open L03 E8"], 1
    ),
    // About no product and no metric: told apart by what was found.
    (
      TestTable().renamed("水泥", "水泥粉").renamed("化肥", "花费"),
      TestTable().renamed("水泥", "水泥粉"), ["still-open S01 A6", "closed S01 A8"], 1
    ),
  ]

  @Test(arguments: cases.indices)
  func `a finding is followed by what it is about`(index: Int) throws {
    let test = Self.cases[index]
    let (status, answer) = try Resent(old: test.old, new: test.new).diff()
    #expect(status == test.status)
    #expect(answer.tables[0].findings.map(\.short).filter { !$0.contains(" S03") } == test.fates)
  }

  @Test func `open queries pass with --lenient, errors never`() throws {
    #expect(try Resent(old: TestTable(), new: Self.asked).diff("--lenient").status == 0)
    let wrong = TestTable().with("水泥", "立案", "一")
    #expect(try Resent(old: TestTable(), new: wrong).diff("--lenient").status == 1)
  }

  @Test func `rows that moved do not make new findings`() throws {
    try Scratch.with { scratch in
      let old = DistrictTable().with(DistrictTable.cement, 4, "9")
      var new = old
      new.rows.reverse()
      let paths = try [old, new].enumerated().map {
        try scratch.file("\($0).csv", $1.text).path
      }
      let findings = try Binary().diff(paths[0], paths[1]).answer.tables[0].findings
      #expect(findings.filter { $0.new?.code == "L03" }.map(\.fate) == ["still-open"])
      #expect(!findings.contains { $0.fate == "closed" })
    }
  }

  // MARK: Explanations

  @Test func `a changed, new or withdrawn explanation is shown with both texts`() throws {
    let old = Self.asked.explained("化肥", Self.words).explained("水泥", "去年没有的")
    let new = Self.asked.explained("化肥", "两家都是新开的门店").below("说明", "全表由新来的同事填报")
    let changes = try Resent(old: old, new: new).diff().answer.tables[0].explanations
    #expect(changes.map(\.category) == ["水泥", "化肥", nil])
    #expect(changes.map(\.old) == ["去年没有的", Self.words, nil])
    #expect(changes.map(\.new) == [nil, "两家都是新开的门店", "全表由新来的同事填报"])
    #expect(changes.map(\.lapsed) == [false, false, false])
  }

  @Test func `words repeated beside a changed figure lapse, even when the heading was corrected`()
    throws
  {
    var old = Self.asked.explained("化肥", Self.words)
    let new = old.with("化肥", "抽查企业", "12")
    for unit in ["黄浦区市场监管局", "黄泥区"] {
      old.unit = unit
      let (status, answer) = try Resent(old: old, new: new).diff()
      #expect(status == 1)
      #expect(answer.tables[0].explanations.map(\.lapsed) == [true])
    }
  }

  @Test func `--history lapses explanations of still earlier tables`() throws {
    try Scratch.with { scratch in
      let explained = Self.asked.explained("化肥", Self.words)
      try scratch.file("first/table.csv", explained.text)
      let old = try scratch.file("old.csv", TestTable().text).path
      let new = explained.with("化肥", "抽查企业", "12")
      let path = try scratch.file("new.csv", new.text).path
      #expect(try Binary().diff(old, path).status == 0)
      let (status, answer) = try Binary().diff(old, path, ["--history", scratch.path("first")])
      #expect(status == 1)
      #expect(answer.tables[0].findings.map(\.short).contains("opened E03 Q8"))
    }
  }
}
