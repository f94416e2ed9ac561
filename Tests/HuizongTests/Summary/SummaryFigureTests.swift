import Foundation
import Testing

/// Every figure of the summary of the sample year, worked out again from the tidy output.
struct SummaryFigureTests {
  private static let year = "samples/year"

  @Test func `every sentence has the figures that the tables have`() throws {
    let text = try SummaryRun.text([Self.year])
    var rest = SummaryRun.body(text)
    for sentence in try sentences() {
      #expect(rest.contains(sentence), "\(sentence)")
      rest = rest.replacing(sentence, with: "", maxReplacements: 1)
    }
    // What has not been worked out again holds no figure.
    let words = rest.replacing("上海市2023年重点工业产品", with: "").replacing("0.01万元", with: "")
    #expect(!words.contains { $0.isASCII && $0.isNumber }, "\(words)")
  }

  private func sentences() throws -> [String] {
    let year = try TidyYear([Self.year])
    let check = try Binary().check([Self.year], "--history", Self.year).report
    // As `annual` checks: each table beside all the others.
    let answered = check.findings.filter { $0.level != "hint" }
    #expect(answered.allSatisfy { $0.explanation != nil })
    return introduction(year) + work(year) + cases(year) + months(year) + [
      "审核共提出问题\(answered.count)处，其中"
        + "\(Set(check.files.filter { $0.findings.contains { $0.explanation != nil } }.map(\.unit)).count)个单位"
        + "对\(answered.count)处作了说明",
      "“数字与以前和其他单位对不上”\(answered.count { $0.code == "P01" })处",
      "“行或列像是错位”\(answered.count { $0.code == "P07" })处",
    ]
  }

  private func introduction(_ year: TidyYear) -> [String] {
    let units = Set(year.rows.map(\.unit)).count
    let tables = Set(year.rows.map { $0.unit + $0.period }).count
    return [
      "按照沪市监产质〔2023〕349号 附件2的要求，上海市自2023年6月至10月开展",
      "6月至10月，应报单位18个，计入本总结的单位\(units)个、报表\(tables)份，涉及重点工业产品\(year.products.count)类。",
      "全市共抽查产品\(year.count(TidyYear.batches))批次，不合格率\(year.share(TidyYear.failures, TidyYear.batches))；"
        + "立案\(year.count(TidyYear.cases))起，罚没金额\(year.money(TidyYear.fines))万元；"
        + "帮扶企业\(year.count(TidyYear.helped))家，约谈企业\(year.count(TidyYear.talks))家。",
    ]
  }

  private func byUnit(_ row: TidyYear.Row, _ name: String) -> Bool { row.unit == name }
  private func byProduct(_ row: TidyYear.Row, _ name: String) -> Bool { row.product == name }

  private func work(_ year: TidyYear) -> [String] {
    let (units, products) = (year.units, year.products)
    return [
      "共采集风险信息\(year.count(TidyYear.information))条，开展风险监测产品\(year.count(TidyYear.monitored))批次，"
        + "发现质量问题\(year.count(TidyYear.problems))个。",
      "发现质量问题较多的产品有\(year.top(products, TidyYear.problems, "个", byProduct))。",
      "共抽查企业\(year.count(TidyYear.firms))家、产品\(year.count(TidyYear.batches))批次，"
        + "发现不合格产品\(year.count(TidyYear.failures))批次，"
        + "不合格率\(year.share(TidyYear.failures, TidyYear.batches))。",
      "从产品看，在抽查10批次以上的产品中，不合格率较高的有\(year.topShares(products, byProduct))，"
        + "较低的有\(year.topShares(products, isLowest: true, byProduct))。",
      "从单位看，抽查批次较多的有\(year.top(units, TidyYear.batches, "批次", byUnit))，"
        + "较少的有\(year.top(units, TidyYear.batches, "批次", isLowest: true, byUnit))。",
      "在抽查10批次以上的单位中，不合格率较高的有\(year.topShares(units, byUnit))，"
        + "较低的有\(year.topShares(units, isLowest: true, byUnit))。",
      "共帮扶企业\(year.count(TidyYear.helped))家，解决质量问题\(year.count(TidyYear.solved))个，"
        + "帮助企业提升产值\(year.money(TidyYear.output))万元。",
      "帮扶企业较多的单位有\(year.top(units, TidyYear.helped, "家", byUnit))。",
      "帮助企业提升产值较多的产品有\(year.top(products, TidyYear.output, "万元", byProduct))。",
      "共约谈企业\(year.count(TidyYear.talks))家，由\(having(year, units, TidyYear.talks, byUnit))个单位开展。",
      "约谈较多的单位有\(year.top(units, TidyYear.talks, "家", byUnit))。",
    ]
  }

  private func cases(_ year: TidyYear) -> [String] {
    let (units, products) = (year.units, year.products)
    let (fines, count) = (year.sum(TidyYear.fines), year.sum(TidyYear.cases) / 1_000_000)
    let average = TidyYear.hundredths((fines * 2 + count * 10_000) / (count * 20_000))
    return [
      "共立案\(count)起，罚没金额\(year.money(TidyYear.fines))万元，案值\(year.money(TidyYear.value))万元，"
        + "平均每起罚没\(average)万元。",
      "立案较多的产品有\(year.top(products, TidyYear.cases, "起", byProduct))。",
      "立案较多的单位有\(year.top(units, TidyYear.cases, "起", byUnit))。",
      "罚没金额较多的单位有\(year.top(units, TidyYear.fines, "万元", byUnit))。",
      "移送司法机关案件\(year.count(TidyYear.transfers))起，由\(having(year, units, TidyYear.transfers, byUnit))个单位移送，"
        + "其中移送较多的为\(year.top(units, TidyYear.transfers, "起", byUnit))。",
      "共曝光违法案件\(year.count(TidyYear.exposed))起，"
        + "涉及产品\(having(year, products, TidyYear.exposed, byProduct))类。",
      "曝光较多的单位有\(year.top(units, TidyYear.exposed, "起", byUnit))。",
    ]
  }

  private func months(_ year: TidyYear) -> [String] {
    func october(_ row: TidyYear.Row) -> Bool { row.period == "2023-10" }
    return [
      "从各月看，抽查批次最多的是\(year.month(TidyYear.batches, "批次"))，"
        + "立案最多的是\(year.month(TidyYear.cases, "起"))，罚没金额最多的是\(year.month(TidyYear.fines, "万元"))。",
      "10月抽查\(year.count(TidyYear.batches, october))批次\(year.change(TidyYear.batches))。",
      "10月立案\(year.count(TidyYear.cases, october))起\(year.change(TidyYear.cases))。",
      "10月罚没金额\(year.money(TidyYear.fines, october))万元\(year.change(TidyYear.fines))。",
    ]
  }

  private func having(
    _ year: TidyYear, _ names: [String], _ metric: Int,
    _ belongs: (TidyYear.Row, String) -> Bool
  ) -> Int {
    names.count { name in year.sum(metric) { belongs($0, name) } > 0 }
  }

  // MARK: Tables

  @Test func `every number of the tables is the sum of its cells`() throws {
    let text = try SummaryRun.text([Self.year])
    let year = try TidyYear([Self.year])
    let products = SummaryRun.table("附表一", in: text).dropFirst(2)
    #expect(products.map { $0[0] } == year.products + ["合计"])
    for row in products { expect(row, year) { row[0] == "合计" || $0.product == row[0] } }
    let units = SummaryRun.table("附表二", in: text).dropFirst(2)
    #expect(units.count == 19)
    for row in units { expect(row, year) { row[0] == "合计" || $0.unit == row[0] } }
    let months = SummaryRun.table("附表三", in: text).dropFirst(2)
    #expect(months.map { $0[0] } == ["6月", "7月", "8月", "9月", "10月", "合计"])
    for (index, row) in months.enumerated() {
      expect(row, year) { index == 5 || $0.period.hasSuffix("\(index + 6)") }
    }
  }

  private func expect(_ row: [String], _ year: TidyYear, _ matches: (TidyYear.Row) -> Bool) {
    let money = [TidyYear.fines, TidyYear.value, TidyYear.output]
    let numbers = (0..<15).map { metric in
      money.contains(metric) ? year.money(metric, matches) : year.count(metric, matches)
    }
    #expect(Array(row.dropFirst()) == numbers, "\(row[0])")
  }

  @Test func `a part of the year is a stage summary of that part`() throws {
    let text = try SummaryRun.text([Self.year], "--to", "2023-08")
    let year = try TidyYear([6, 7, 8].map { "\(Self.year)/2023-0\($0)" })
    #expect(text.hasPrefix("# 上海市2023年重点工业产品质量安全隐患排查治理工作阶段性总结\n"))
    #expect(text.contains("现将2023年6月至8月工作情况总结如下"))
    #expect(text.contains("阶段性总结应于8月15日前报送"))
    // One unit's table is a file beside the months' folders.
    let chongming = try TidyYear(["\(Self.year)/崇明区2023年6至10月.csv"])
    let months = ["2023-06", "2023-07", "2023-08"]
    let cases =
      year.sum(TidyYear.cases) + chongming.sum(TidyYear.cases) { months.contains($0.period) }
    #expect(text.contains("共立案\(cases / 1_000_000)起"))
  }
}
