import Foundation
import Testing

/// Zeros, ones, what is missing, and what changes: the sentences stay right.
struct SummaryEdgeTests {
  @Test func `zeros make no most and no share`() throws {
    let text = try Office.with { office in
      try office.add(.blank("2023-08"), as: "a")
      return SummaryRun.body(try office.summary("2023-08", "2023-08", "--lenient"))
    }
    for sentence in [
      "其中黄浦区为零报告。", "各单位未采集风险信息，也未开展产品风险监测。", "各单位未开展监督抽查。",
      "各单位没有立案，也没有罚没。", "没有移送司法机关的案件。", "没有曝光违法案件。", "各单位未开展质量技术帮扶。",
      "没有约谈企业。",
    ] { #expect(text.contains(sentence), "\(sentence)") }
    for word in ["最多", "较多", "不合格率", "%", "比上月", "分月", "NaN", "{", "[["] {
      #expect(!text.contains(word), "\(word)")
    }
    #expect(!text.contains("\n\n\n"))
  }

  @Test func `one of everything is said in the singular way`() throws {
    let text = try Office.with { office in
      var table = DistrictTable.blank("2023-08")
      table.rows[DistrictTable.wires] = ["电线电缆"] + Array(repeating: "1", count: 15)
      try office.add(table, as: "a")
      return SummaryRun.body(try office.summary("2023-08", "2023-08", "--lenient"))
    }
    for sentence in [
      "共抽查企业1家、产品1批次，发现不合格产品1批次，不合格率100.00%。",
      "发现质量问题的产品为电线电缆（1个）。", "从单位看，开展抽查的为黄浦区（1批次）。",
      "共立案1起，罚没金额1.00万元，案值1.00万元，平均每起罚没1.00万元。",
      "立案的单位为黄浦区（1起）。", "移送司法机关案件1起，由1个单位移送，其中移送较多的为黄浦区（1起）。",
    ] { #expect(text.contains(sentence), "\(sentence)") }
    // A share of one batch ranks nobody.
    #expect(!text.contains("在抽查10批次以上"))
    #expect(text.contains("未抽查的产品有19类"))
  }

  @Test func `a missing unit stands on top, on the totals, and for what it means`() throws {
    let text = try Office.with(required: ["黄浦区", "徐汇区"]) { office in
      try office.add(DistrictTable(), as: "a")
      return try office.summary("2023-08", "2023-08", "--partial", "--lenient")
    }
    #expect(text.contains("【初稿】本稿未含徐汇区（缺报），以下全市数字都不含这1个单位"))
    #expect(text.contains("应报单位2个，计入本总结的单位1个、报表1份"))
    #expect(text.contains("应报单位中有1个没有计入：徐汇区（缺报）。"))
    #expect(text.contains("| 合计（初稿，未含徐汇区） |"))
    #expect(!text.contains("全部计入"))
  }

  @Test func `a complete summary names no draft`() throws {
    let text = try Office.with(optional: ["执法总队"]) { office in
      try office.add(DistrictTable(), as: "a")
      try office.add(.times(2, "2023-08", unit: "执法总队"), as: "b")
      return try office.summary("2023-08", "2023-08", "--lenient")
    }
    #expect(!text.contains("初稿"))
    #expect(text.contains("应报单位1个，另有执法总队报送，计入本总结的单位2个"))
    #expect(text.contains("应报单位全部计入"))
  }

  @Test func `a cumulative table falls into no month`() throws {
    let text = try Office.with(required: ["黄浦区", "徐汇区"]) { office in
      try office.add(.times(1, "2023-07"), as: "a")
      try office.add(.times(2, "2023-08"), as: "b")
      try office.add(.times(3, "2023-07—2023-08", unit: "徐汇区"), as: "c")
      return try office.summary("2023-07", "2023-08", "--lenient")
    }
    #expect(text.contains("比7月增长100.00%"))
    #expect(text.contains("徐汇区全部或部分月份只报了累计表，分不到各月；分月数字按同口径计算，不含该1个单位。"))
    let months = SummaryRun.table("附表三", in: text).dropFirst(2)
    #expect(months.map { $0[0] } == ["7月", "8月", "未分月（徐汇区）", "合计"])
    // Of the counts, which are not rounded.
    let columns = [1, 4, 7, 15].map { column in months.map { Decimals.steps($0[column]) } }
    #expect(columns.allSatisfy { $0[3] == $0[0] + $0[1] + $0[2] })
  }

  @Test func `a unit with some months of its own is not said to have sent none`() throws {
    let text = try Office.with(required: ["黄浦区", "徐汇区"]) { office in
      try office.add(.times(3, "2023-07—2023-09"), as: "a")
      try office.add(.times(1, "2023-07", unit: "徐汇区"), as: "b")
      try office.add(.times(2, "2023-08—2023-09", unit: "徐汇区"), as: "c")
      return try office.summary("2023-07", "2023-09", "--lenient")
    }
    #expect(text.contains("黄浦区、徐汇区全部或部分月份只报了累计表，"))
  }

  @Test func `one month has no sentences by month`() throws {
    let text = try Office.with { office in
      try office.add(DistrictTable(), as: "a")
      return SummaryRun.body(try office.summary("2023-08", "2023-08", "--lenient"))
    }
    #expect(text.contains("全市共抽查产品"))
    for word in ["8月抽查", "8月立案", "8月罚没"] { #expect(!text.contains(word), "\(word)") }
  }

  @Test func `nobody compared with anybody where all is cumulative`() throws {
    let text = try Office.with { office in
      try office.add(.times(1, "2023-07—2023-08"), as: "a")
      return SummaryRun.body(try office.summary("2023-07", "2023-08", "--lenient"))
    }
    #expect(!text.contains("比7月"))
    #expect(!text.contains("从各月看"))
    #expect(text.contains("黄浦区全部或部分月份只报了累计表"))
  }

  @Test func `a month after nothing is not compared`() throws {
    let text = try Office.with { office in
      try office.add(.blank("2023-07"), as: "a")
      try office.add(DistrictTable(), as: "b")
      return SummaryRun.body(try office.summary("2023-07", "2023-08", "--lenient"))
    }
    #expect(text.contains("，7月为零，不作比较。"))
    #expect(!text.contains("增长"))
  }

  @Test func `shares are rounded half up and never hide what is there`() throws {
    func share(_ failures: String, _ batches: String) throws -> String {
      try Office.with { office in
        let table = DistrictTable.blank("2023-08").with(3, 4, "9").with(3, 5, batches)
          .with(3, 6, failures)
        try office.add(table, as: "a")
        return SummaryRun.body(try office.summary("2023-08", "2023-08", "--lenient"))
      }
    }
    // 1 ÷ 800 is 0.125 % on the dot.
    #expect(try share("1", "800").contains("不合格率0.13%"))
    #expect(try share("2", "30000").contains("不合格率0.01%"))
    #expect(try share("1", "30000").contains("不合格率不足0.01%"))
  }

  @Test func `another figure is another sentence`() throws {
    func text(_ fines: String) throws -> String {
      try Office.with { office in
        let table = DistrictTable.blank("2023-08").with(3, 7, "3").with(3, 8, fines)
        try office.add(table, as: "a")
        return SummaryRun.body(try office.summary("2023-08", "2023-08", "--lenient"))
      }
    }
    #expect(try text("10.004999").contains("罚没金额10.00万元，案值0.00万元，平均每起罚没3.33万元"))
    #expect(try text("10.005").contains("罚没金额10.01万元，案值0.00万元，平均每起罚没3.34万元"))
    // Beyond what a binary fraction holds.
    #expect(try text("999999999.995").contains("罚没金额1000000000.00万元"))
  }

  @Test func `who shares a rank is named with it`() throws {
    func ranked(_ cases: [String]) throws -> String {
      let units = ["黄浦区", "徐汇区", "长宁区", "静安区", "普陀区", "虹口区", "杨浦区", "闵行区"]
      return try Office.with(required: units) { office in
        for (unit, count) in zip(units, cases) {
          let table = DistrictTable.blank(unit: unit).with(3, 7, count)
          try office.add(table, as: unit)
        }
        return SummaryRun.body(try office.summary("2023-08", "2023-08", "--lenient"))
      }
    }
    #expect(
      try ranked(["9", "5", "5", "5", "0", "0", "1", "1"])
        .contains("立案较多的单位有黄浦区（9起）、徐汇区（5起）、长宁区（5起）、静安区（5起）。没有立案的单位有2个"))
    // Eight that are alike are no ranking.
    #expect(!(try ranked(Array(repeating: "2", count: 8)).contains("立案较多的单位")))
  }

  @Test func `what was explained is told, and what is open`() throws {
    let text = try Office.with(required: ["黄浦区", "徐汇区"]) { office in
      // Firms without batches: L02.
      let table = DistrictTable().with(3, 5, "0").with(3, 6, "0")
      try office.add(table.explained(3, "当月只做了走访没有抽样|送检*"), as: "a")
      var other = table
      other.unit = "徐汇区"
      try office.add(other, as: "b")
      return try office.summary("2023-08", "2023-08", "--partial")
    }
    #expect(text.contains("其中1个单位对1处作了说明"))
    #expect(text.contains("徐汇区（待说明）"))
    // Text from a table is no markup.
    let explained = SummaryRun.table("附：单位说明", in: text).dropFirst(2)
    #expect(explained.map { $0[0] } == ["黄浦区"])
    #expect(explained.first?.last == #"当月只做了走访没有抽样\|送检\*"#)
    let open = SummaryRun.table("附：待更正、待说明的问题", in: text).dropFirst(2)
    #expect(Set(open.map { $0[0] }) == ["徐汇区"])
  }
}
