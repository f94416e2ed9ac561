import Testing

/// What a unit writes under 说明, and which queries it answers.
struct ExplanationTests {
  static let reason = "生产和销售双方都计入企业数"

  /// 化肥 fails L03 and L10, each a query.
  private static let twoQueries = TestTable().with("化肥", "抽查企业", "9").with("化肥", "帮扶企业", "0")

  /// Each finding as `L03 open`, `L03 explained` or `E01`.
  private static func outcome(_ table: TestTable) throws -> [String] {
    try table.checked().file.findings.map { finding in
      finding.level == "query"
        ? "\(finding.code) \(finding.explanation == nil ? "open" : "explained")" : finding.code
    }
  }

  static let answers: [(text: String, outcome: [String])] = [
    ("", ["L03 open", "L10 open"]),
    (reason, ["L03 explained", "L10 explained"]),
    ("L03：\(reason)", ["L03 explained", "L10 open"]),
    ("l10 \(reason)", ["L03 open", "L10 explained"]),
    ("L03、L10：\(reason)", ["L03 explained", "L10 explained"]),
    ("L03/L10 \(reason)", ["L03 explained", "L10 explained"]),
    ("L03和L10，\(reason)", ["L03 explained", "L10 explained"]),
    ("L03\(reason)", ["L03 explained", "L10 open"]),
    ("L04：\(reason)", ["L03 open", "L10 open", "E01"]),
    ("L33：\(reason)", ["L03 open", "L10 open", "E01"]),
    ("V11：\(reason)", ["L03 open", "L10 open", "E01"]),
    ("T12型\(reason)", ["L03 explained", "L10 explained"]),
    ("L03：无", ["L03 open", "L10 open", "E02"]),
    ("L03", ["L03 open", "L10 open", "E02"]),
  ]

  @Test(arguments: answers.indices)
  func `the text of a row answers its queries, codes in front limit it`(index: Int) throws {
    let (text, outcome) = Self.answers[index]
    #expect(try Self.outcome(Self.twoQueries.explained("化肥", text)) == outcome, "\(text)")
  }

  @Test func `the text of one row does not answer another`() throws {
    let table = Self.twoQueries.explained("水泥", Self.reason)
    #expect(try Self.outcome(table) == ["L03 open", "L10 open", "E01"])
  }

  @Test func `an explanation in the wrong row is told the right one`() throws {
    func advice(_ table: TestTable) throws -> String? {
      try table.checked().file.findings.first { $0.code == "E01" }?.help
    }
    let one = TestTable().with("化肥", "抽查企业", "9").explained("水泥", Self.reason)
    #expect(try advice(one)?.contains("待说明的只有 L03，回答它的写在“化肥”一行的“说明”列（Q8）。") == true)
    let whole = TestTable.empty.explained("水泥", Self.reason)
    #expect(try advice(whole)?.contains("待说明的只有 L12，回答它的写在表下的“说明”一行。") == true)
    // Of two queries nobody can tell which is meant.
    #expect(try advice(Self.twoQueries.explained("水泥", Self.reason))?.contains("只有") == false)
    #expect(try advice(one.explained("化肥", "L03：\(Self.reason)"))?.contains("只有") == false)
  }

  @Test(arguments: [["说明", "本月机构调整没有开展"], ["说明：本月机构调整没有开展"]])
  func `a line below the table answers for the table as a whole`(record: [String]) throws {
    var table = TestTable.empty
    #expect(try Self.outcome(table) == ["L12 open"])
    table.below = [record]
    #expect(try Self.outcome(table) == ["L12 explained"])
  }

  @Test func `a line below the table does not answer for a row`() throws {
    let table = Self.twoQueries.below("说明", Self.reason)
    #expect(try Self.outcome(table) == ["L03 open", "L10 open", "E01"])
  }

  @Test func `the report shows a query with the explanation that answers it`() throws {
    let (status, file) = try Self.twoQueries.explained("化肥", "L03：\(Self.reason)").checked()
    #expect(file.findings.compactMap(\.explanation).map { $0.hasSuffix(Self.reason) } == [true])
    #expect(file.status == "needs-explanation" && status == 1)
  }

  private static let wide = "L03：生产（含分装）、销售双方，都计入企业数；２家"

  @Test func `a text is kept as it was written`() throws {
    let row = try Self.twoQueries.explained("化肥", " \(Self.wide)\u{3000}").checked().file
    #expect(row.findings.compactMap(\.explanation) == [Self.wide])
    let below = ["L12：机构调整，没有开展（全局）"]
    for record in [["说明"] + below, ["说明：" + below[0]]] {
      var table = TestTable.empty
      table.below = [record]
      #expect(try table.checked().file.findings.map(\.explanation) == below)
    }
  }

  @Test func `a message quotes what was written`() throws {
    let unused = try TestTable().explained("化肥", Self.wide).checked().file
    #expect(unused.findings.map(\.code) == ["E01"])
    #expect(unused.findings.first?.message.contains("“\(Self.wide)”") == true)
    let unknown = try TestTable().renamed("水泥", "水泥管（预制）").checked().file
    #expect(unknown.findings.first?.message.contains("水泥管（预制）") == true)
  }

  private static let errors: [String: TestTable] = [
    "L01": TestTable().with("化肥", "发现不合格产品", "9"),
    "V11": TestTable().with("化肥", "立案", "若干"),
    "S01": TestTable().renamed("水泥", "水泥管"),
    "T01": TestTable().withTotal("立案", "21"),
  ]

  @Test(arguments: errors.keys.sorted())
  func `an error cannot be explained away`(code: String) throws {
    let table = try #require(Self.errors[code]).explained("化肥", Self.reason)
    let (status, file) = try table.below("说明", Self.reason).checked()
    #expect(file.findings.map(\.code) == [code, "E01", "E01"])
    #expect(file.findings.allSatisfy { $0.explanation == nil })
    #expect(file.status == "rejected" && status == 1)
  }
}
