import Foundation
import Testing

@testable import HuizongCore

/// Ledgers of cases, as `check` reads them.
struct LedgerCheckTests {
  @Test(arguments: LedgerSamples.all)
  func `a sample's findings are exactly those expected`(sample: LedgerSamples.Case) throws {
    let (_, report) = try Binary().check([sample.path])
    #expect(report.findings.map(\.short).sorted() == sample.findings)
    #expect(report.files.contains { $0.kind == "ledger" })
    let levels = Set(sample.findings.map { $0.split(separator: " ")[1] })
    let isExplained = sample.name == "accepted/explained"
    let wanted =
      levels.contains("error")
      ? "rejected" : levels.contains("query") && !isExplained ? "needs-explanation" : "accepted"
    #expect(report.files.contains { $0.status == wanted })
  }

  @Test func `every sample has expectations, and every expectation a sample`() {
    let there = (LedgerSamples.names(in: "accepted") + LedgerSamples.names(in: "flaws")).sorted()
    #expect(there == LedgerSamples.all.map(\.name))
  }

  @Test func `every check of ledgers has a sample that fails it`() {
    let shown = Set(LedgerSamples.all.flatMap { $0.findings.map { String($0.prefix(3)) } })
    #expect(Code.ledger.map(\.text).filter { !shown.contains($0) } == [])
  }

  /// Whatever the encoding, separator, shape and spelling, it is the reference that is read.
  @Test(
    arguments: LedgerSamples.accepted.filter { sample in
      !["empty", "explained", "case-with-line", "of-two", "header-again"].contains {
        sample.name.contains($0)
      }
    })
  func `every spelling means the same`(sample: LedgerSamples.Case) throws {
    let reference = try #require(
      LedgerSamples.ledgers("samples/ledgers/accepted/reference.csv").first)
    let ledger = try #require(LedgerSamples.ledgers(sample.path).first)
    #expect(ledger.cases.map(\.cells) == reference.cases.map(\.cells))
    #expect(ledger.unit == reference.unit && ledger.period == reference.period)
    #expect(ledger.period == Period(year: 2023, first: 8, last: 8))
  }

  @Test(arguments: ["empty", "empty-with-word", "empty-with-date", "empty-with-numbers"])
  func `a month without a case is a report`(name: String) throws {
    let (status, report) = try Binary().check(["samples/ledgers/accepted/\(name).csv"])
    let file = try #require(report.files.first)
    #expect(status == 0 && report.files.count == 1 && report.findings.isEmpty)
    #expect(file.kind == "ledger" && file.cases == 0 && file.status == "accepted")
    #expect(file.period == .init(from: "2023-08", to: "2023-08"))
  }

  @Test func `text is kept as it was written`() throws {
    let ledger = try #require(
      LedgerSamples.ledgers("samples/ledgers/accepted/case-with-line-breaks.csv").first)
    #expect(
      ledger.cases[1].cells[2]
        == .text("黄浦区某五金店销售不合格家用燃气灶案：\n一、熄火保护装置不合格；\n二、无生产日期,\"三无\"产品"))
    #expect(ledger.cases.map(\.places[2].line) == [3, 4, 7])
  }

  @Test func `a column 单位 makes a ledger for each unit`() throws {
    let (_, report) = try Binary().check(["samples/ledgers/accepted/of-two-units.csv"])
    #expect(report.files.map(\.unitName) == ["黄浦区市场监管局", "徐汇区市场监管局"])
    #expect(report.files.map(\.cases) == [2, 1])
  }

  // MARK: Between files

  @Test func `a case that goes on is exposed once`() throws {
    try Scratch.with { scratch in
      let row = MadeLedger.row(
        "某商店销售不合格头盔案", sent: "2023-07-31", opened: "2023-07-01", exposed: "是")
      var again = row
      again[0] = "2023-08-31"
      try scratch.file("7.csv", MadeLedger(cases: [row]).text)
      try scratch.file("8.csv", MadeLedger(cases: [again]).text)
      try scratch.file("table.csv", DistrictTable.blank().text + "说明,本月没有开展抽查和办案工作\r\n")
      let (status, report) = try Binary().check([scratch.folder.path])
      #expect(status == 0)
      #expect(report.findings.map(\.code).sorted() == ["A25", "L12"])
    }
  }

  @Test func `earlier ledgers are known from the history`() throws {
    let month = "samples/ledgers/flaws/A25-sent-before"
    let (status, report) = try Binary().check(
      ["\(month)/2023-08.csv"], "--history", "\(month)/2023-07.csv")
    #expect(status == 0 && report.files.count == 1)
    #expect(report.findings.map(\.short) == ["A25 hint 3:3 C3"])
  }

  @Test func `a cumulative table bounds the months' ledgers together`() throws {
    try Scratch.with { scratch in
      let table = DistrictTable.blank("2023-06—2023-08").with(8, 11, "1")
      try scratch.file("table.csv", table.text)
      for month in ["7", "8"] {
        let row = MadeLedger.row(
          "案例\(month)", sent: "2023-0\(month)-31", opened: "2023-07-01", exposed: "是")
        try scratch.file("\(month).csv", MadeLedger(cases: [row]).text)
      }
      let (_, report) = try Binary().check([scratch.folder.path])
      let found = try #require(report.findings.first { $0.code == "A31" })
      #expect(found.found == "2" && found.expected == "1" && found.gap == "1")
      #expect(found.message.contains("2023-06—2023-08") && found.message.contains("table.csv"))
      #expect(
        report.files.filter { $0.findings.contains { $0.code == "A31" } }.map(\.path).allSatisfy {
          $0.hasSuffix("8.csv")
        })
    }
  }

  @Test func `an explanation below the ledger answers what concerns the whole`() throws {
    try Scratch.with { scratch in
      let row = MadeLedger.row("某商店销售不合格头盔案", exposed: "是")
      let ledger = MadeLedger(cases: [row]).text + "说明,该案由市局统一曝光，不计入本区\r\n"
      try scratch.file("ledger.csv", ledger)
      try scratch.file("table.csv", DistrictTable.blank().text + "说明,本月没有开展抽查和办案工作\r\n")
      let (status, report) = try Binary().check([scratch.folder.path])
      #expect(status == 0)
      let found = try #require(report.findings.first { $0.code == "A31" })
      #expect(found.explanation?.contains("市局统一曝光") == true)
    }
  }

  // MARK: Reports

  @Test func `every format shows a ledger as an entry of its own`() throws {
    let path = "samples/ledgers/flaws/A12-no-such-day.csv"
    let text = try Binary().run(["check", path]).text
    #expect(text.contains("\(path):4:2: 错误 A12: B4") && text.contains("台账，3 个案例"))
    let csv = SimpleCSV.rows(try Binary().run(["check", path, "--format", "csv"]).text)
    #expect(csv[1].last == "隐患排查治理工作典型案例台账" && csv[1][5...6] == ["A12", "B4"])
    let html = try Binary().run(["check", path, "--format", "html"]).text
    #expect(html.contains("典型案例台账") && html.contains("历法上没有这一天"))
    #expect(html.contains("黄浦区某五金店销售不合格家用燃气灶案"))
    let (_, report) = try Binary().check([path, "samples/accepted/reference.csv"])
    #expect(
      report.files.map(\.kind) == ["ledger", nil] || report.files.map(\.kind) == [nil, "ledger"])
  }

  @Test func `a ledger is no table to other commands, and not silently so`() throws {
    let ledger = "samples/ledgers/accepted/reference.csv"
    let tidy = try Binary().tidy([ledger, "samples/accepted/reference.csv"])
    #expect(tidy.status == 0 && tidy.rows.count == 20)
    #expect(try Binary().run(["tidy", ledger]).remarks.contains("典型案例台账 1 份"))
    let diff = try Binary().run(["diff", ledger, "samples/accepted/reference.csv"])
    #expect(diff.status == 1 && diff.text.contains("典型案例台账"))
    let verify = try Binary().run(["verify", ledger, "samples/accepted"])
    #expect(verify.status == 2 && verify.remarks.contains("典型案例台账"))
  }
}
