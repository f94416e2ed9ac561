import HuizongCore
import Testing

@testable import HuizongReports

@Suite("The CSV of a check")
struct CSVReportTests {
  let fixture: ReportFixture

  init() throws { fixture = try ReportFixture() }

  /// The fields as a spreadsheet reads them.
  private func records(_ report: Report) -> [[String]] {
    let bytes = CSVReport(report).render()
    #expect(bytes.starts(with: [0xEF, 0xBB, 0xBF]))
    #expect(bytes.suffix(2) == [0x0D, 0x0A])
    return CSVReportTests.records(String(decoding: bytes.dropFirst(3), as: UTF8.self))
  }

  private static func records(_ text: String) -> [[String]] {
    var records: [[String]] = []
    var record: [String] = []
    var field = ""
    var isQuoted = false
    for character in text {
      switch character {
      case "\"":
        isQuoted.toggle()
        if isQuoted && !field.isEmpty { field.append("\"") }
      case "," where !isQuoted:
        record.append(field)
        field = ""
      case "\r\n" where !isQuoted:
        records.append(record + [field])
        (record, field) = ([], "")
      default: field.append(character)
      }
    }
    return records
  }

  @Test("has a line for every finding")
  func findings() {
    var rows = fixture.ones()
    rows[2][5] = "3"
    var total = Array(repeating: "20", count: fixture.form.metrics.count)
    total[5] = "22"
    total[0] = "14"
    let records = records(fixture.report([("2023/黄浦区.csv", fixture.file(rows, total: total))]))
    #expect(
      records[0].joined(separator: "|")
        == "文件|单位|数据周期|结论|级别|代码|单元格|行|产品类别|指标|表中数|应为|差额|问题|怎么办|说明|台账")
    #expect(
      records[1].prefix(14).joined(separator: "|")
        == "2023/黄浦区.csv|黄浦区市场监管局|2023年8月|退回|错误|L01|G7|7|水泥|发现不合格产品|3|1|2|"
        + "“水泥”发现不合格产品 3 批次，抽查批次数只有 1，多出 2")
    #expect(records[2][5...12].joined(separator: "|") == "T01|B25|25||采集风险信息|14|20|-6")
    #expect(records.count == 3)
    #expect(records.allSatisfy { $0.count == 17 })
  }

  @Test("accounts for files without a finding and for those left out")
  func everyFile() {
    let records = records(fixture.report([("a.csv", fixture.file())], leftOut: ["b.txt"]))
    #expect(records[1].joined(separator: "|") == "a.csv|黄浦区市场监管局|2023年8月|通过|||||||||||||")
    #expect(records[2].prefix(6) == ["b.txt", "", "", "未检查", "提示", "S35"])
  }

  @Test("is in the reader's language")
  func english() {
    let records = records(fixture.report([("a.csv", fixture.file())], .english))
    #expect(records[0].prefix(4) == ["file", "unit", "period", "status"])
    #expect(records[1][2...3] == ["2023-08", "accepted"])
  }

  @Test("lets no field of a file become a formula", arguments: Hostile.texts)
  func noFormula(_ text: String) {
    for field in records(Hostile.report(text, fixture)).dropFirst().flatMap({ $0 }) {
      #expect(field.unicodeScalars.count <= 16_002)
      guard let first = field.unicodeScalars.first(where: { $0 != " " }) else { continue }
      #expect(!"=+-@\t\r\n＝＋－＠".unicodeScalars.contains(first))
    }
  }

  @Test(
    "keeps text text and leaves other text alone",
    arguments: [
      ("=1+1", "'=1+1"), ("+1", "'+1"), ("-5", "'-5"), ("@SUM(A1)", "'@SUM(A1)"), ("\t=1", "'\t=1"),
      ("\r=1", "'\r=1"), ("\n=1", "'\n=1"), (" =1", "' =1"), ("\u{3000}=1", "'\u{3000}=1"),
      ("＝1", "'＝1"), ("3-5", "'3-5"), ("1/2", "'1/2"), ("1E5", "'1E5"), ("1,234", "'1,234"),
      ("2023.8.5", "'2023.8.5"), ("007", "'007"), ("12家", "12家"), ("约12", "约12"), ("", ""),
      ("2023-08/黄浦区.csv", "2023-08/黄浦区.csv"), ("'quoted", "'quoted"), ("a=b", "a=b"),
    ])
  func fields(_ text: String, _ expected: String) {
    #expect(SpreadsheetText.field(text) == expected)
  }

  @Test("keeps quotes and line breaks within their field")
  func quoting() {
    let explanation = "生产、销售\"双方\"，\n都计入,企业数"
    var rows = fixture.ones()
    rows[8][3] = "9"
    let report = fixture.report(
      [("a,\"b\".csv", fixture.file(rows, explanations: [8: explanation]))])
    let records = records(report)
    #expect(records[1].first == "a,\"b\".csv")
    #expect(records[1].dropLast().last == report.entries[0].findings[0].explanation)
  }
}
