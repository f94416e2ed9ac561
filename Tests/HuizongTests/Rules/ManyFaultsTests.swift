import Testing

/// One bad cell never hides the next: everything comes in one run.
struct ManyFaultsTests {
  /// Ten faults of every kind, none of which is in the way of another.
  private static let table: TestTable = {
    var table = TestTable(period: TestTable.cumulative)
      .with("危险化学品", "采集风险信息", "约5")
      .with("水泥", "抽查企业", "-6")
      .with("电线电缆", "罚没金额", "5000元")
      .with("化肥", "发现不合格产品", "9")
      .with("消防产品", "抽查企业", "10")
      .with("电动自行车", "移送司法机关案件", "2").with("电动自行车", "案值", "10")
      .with("农用地膜", "帮扶企业", "0")
      .with("安全帽", "立案", "3.5")
    table.unit = "黄埔区市场监管局"
    let total = "合计,100,80,20,120,160,28,20,50,38.5,2,0,38,20,200,21"
    table.below = [total.split(separator: ",").map(String.init)]
    return table
  }()

  /// In the order of the report: errors, then queries, each from the top.
  private static let faults = [
    "S11 B1", "V15 B4", "V13 E6", "V22 I7", "L01 G8", "V14 H21", "T01 P24", "L03 E9", "L04 K12",
    "L10 M20",
  ]

  @Test func `ten faults are found in one run, each at its cell, the worst first`() throws {
    let (status, file) = try Self.table.checked()
    #expect(file.places == Self.faults)
    #expect(
      file.findings.map(\.level) == Array(repeating: "error", count: 7) + [
        "query", "query", "query",
      ])
    #expect(file.status == "rejected")
    #expect(status == 1)
  }

  @Test func `each column of the total is checked, those with an unreadable number excepted`()
    throws
  {
    let total = "合计,101,81,20,121,160,28,21,51,38.5,2,1,38,20,200.000001,21"
    var table = Self.table
    table.below = [total.split(separator: ",").map(String.init)]
    let found = try table.checked().file.places.filter { $0.hasPrefix("T01") }
    #expect(found == ["T01 C24", "T01 L24", "T01 O24", "T01 P24"])
  }
}
