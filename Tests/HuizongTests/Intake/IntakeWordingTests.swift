import Testing

/// What a message must name so that a clerk can act on it.
struct IntakeWordingTests {
  static let names: [(flaw: String, words: [String])] = [
    ("S01-misspelled-category", ["农用地模", "农用地膜"]),
    ("S01-unknown-category", ["室内加热器"]),
    ("S02-repeated-under-another-name", ["电动自行车乘员头盔", "16"]),
    ("S03-missing-category", ["烟花爆竹", "20", "19"]),
    ("S04-missing-metric", ["发现不合格产品（批次）", "监督抽查"]),
    ("S05-repeated-metric", ["立案", "H", "Q"]),
    ("S06-ambiguous-metric", ["企业", "抽查企业（家）", "帮扶企业（家）", "约谈企业（家）"]),
    ("S07-misspelled-metric", ["罚没金颏", "罚没金额"]),
    ("S08-unquoted-in-official", ["电动自行车", "17", "16", "O14", "1,234.5"]),
    ("S08-unquoted-and-last-blank", ["儿童学生用品", "17", "16"]),
    ("S08-row-too-short", ["消防产品", "12", "16"]),
    ("S11-unknown-unit", ["浦江区市场监管局", "上海市", "浦东新区市场监管局"]),
    ("S14-last-year", ["2022-08", "2023"]),
    ("S15-tables-of-two-units", ["徐汇区市场监管局", "黄浦区市场监管局", "B1"]),
    ("S15-second-header-differs", ["表头", "A3"]),
    ("S17-another-title", ["12315投诉举报情况统计表"]),
    ("S18-workbook-xlsx", [".xlsx"]),
    ("S18-workbook-xls", [".xls"]),
    ("S18-web-page", ["HTML"]),
    ("S18-pdf", ["PDF"]),
    ("S18-utf-16-without-mark", ["UTF-16"]),
    ("S23-header-in-yuan", ["罚没金额", "“元”", "“万元”"]),
    ("V15-about-12", ["危险化学品", "采集风险信息（条）", "约12"]),
    ("V22-yuan-under-wan-yuan", ["5000元", "万元", "0.5"]),
    ("V23-seven-decimals", ["12.3456789", "6"]),
    ("V24-byte-lost-in-the-unit", ["黄浦区市场监管\u{FFFD}"]),
  ]

  @Test(arguments: names.indices)
  func `the message names what it is about`(index: Int) throws {
    let (flaw, words) = Self.names[index]
    let (_, report) = try Binary().check(["samples/flaws/\(flaw).csv"])
    let finding = try #require(report.findings.first { $0.code == flaw.prefix(3) })
    for word in words { #expect(finding.message.contains(word), "\(finding.message)") }
  }

  @Test(arguments: Expectations.accepted.filter { !$0.remarks.isEmpty })
  func `a remark on a number says what was understood`(sample: AcceptedCase) throws {
    let (_, report) = try Binary().check([sample.path])
    for finding in report.findings where ["V01", "V02", "V03", "V05"].contains(finding.code) {
      let row = Samples.reference.first { $0[0] == finding.category }
      let column = try #require(Metrics2023.names.firstIndex { $0 == finding.metric })
      let number = try #require(row)[column + 1]
      #expect(finding.message.contains("按 \(number) 计"))
    }
  }
}

/// The figures of the 2023 form in their order, as the reference prints them.
enum Metrics2023 {
  static let names: [String] = {
    let header = SimpleCSV.rows(Samples.text("samples/accepted/reference.csv"))[2].dropFirst()
    return header.map { String($0.prefix { $0 != "（" }) }
  }()
}
