import Testing

@testable import HuizongCore

/// Dates as people and spreadsheets write them.
struct DayTests {
  @Test(
    arguments: [
      "2023-08-01", "2023/8/1", "2023.8.1", "2023.08.01.", "2023年8月1日", "2023 年 8 月 1 日",
      "20230801",
      "２０２３－０８－０１", "２０２３年８月１日", "2023/8/1 0:00", "2023-08-01 00:00:00", "2023-08-01T09:30:00",
      "2023年8月1号", "2023年8月1日星期二", "2023/8/1（周二）", "\u{A0}2023-08-01\u{3000}", "'2023-08-01",
      "=\"2023-08-01\"", "2023、8、1",
    ])
  func `is read`(text: String) {
    #expect(DayReader.read(text) == .day(Day(year: 2023, month: 8, day: 1)!))
  }

  @Test(arguments: ["45139", "45139.75", "1-Aug-23", "01-Aug-2023", "1 August 2023"])
  func `is understood`(text: String) {
    #expect(DayReader.read(text) == .understood(Day(year: 2023, month: 8, day: 1)!))
  }

  @Test(
    arguments: [
      ("2023-06-31", "没有这一天"), ("2023-02-29", "没有这一天"), ("2023-13-01", "没有这一天"),
      ("20230631", "没有这一天"),
      ("2023-08-00", "没有这一天"), ("31-Jun-23", "没有这一天"), ("8月1日", "没有写年份"), ("2023年8月", "没有写日"),
      ("2023-08", "没有写日"), ("202308", "没有写日"), ("上月", "不是一个日期"), ("8/1/23", "不是一个日期"),
      ("2023-08-01至08-05", "不是一个日期"), ("2023-8/1", "不是一个日期"), ("1", "不是一个日期"), ("", "不是一个日期"),
      ("99999999999999999999", "不是一个日期"), ("202308011200", "不是一个日期"), ("####", "列太窄"),
      ("2023-08-01-02", "不是一个日期"),
      ("约2023-08-01", "不是一个日期"), ("-45139", "不是一个日期"), (":", "不是一个日期"), ("2023年8月1日至", "不是一个日期"),
    ])
  func `is none, and the reason is told`(text: String, reason: String) {
    guard case .none(let told) = DayReader.read(text) else {
      Issue.record("\(text) was read as \(DayReader.read(text))")
      return
    }
    #expect(told.chinese.contains(reason), "\(text): \(told.chinese)")
  }

  @Test func `serial numbers are those of spreadsheets`() {
    for (text, serial) in [
      ("1900-03-01", 61), ("2000-02-29", 36585), ("2023-08-01", 45139), ("2024-12-31", 45657),
    ] {
      let day = Day(plain: text)
      #expect(day?.serial == serial && Day(serial: serial) == day)
    }
    #expect(Day(plain: "2024-03-01")?.days(after: Day(plain: "2024-02-28")!) == 2)
    #expect(Day(plain: "2024-01-01")?.days(after: Day(plain: "2023-12-31")!) == 1)
    for text in ["2023-8-1", "2023-02-29", "+023-01-01", "2023-01-01 ", "20230101", "2023-1a-01"] {
      #expect(Day(plain: text) == nil, "\(text)")
    }
  }

  @Test(
    arguments: [
      ("是", true), ("√", true), ("Y", true), ("yes", true), ("已曝光", true), ("有", true),
      ("是。", true),
      ("是（8月20日）", true), (" 是 ", true), ("否", false), ("×", false), ("N", false), ("无", false),
      ("未曝光", false),
      ("否，尚未结案", false), ("暂未纳入", false),
    ])
  func `yes and no are read`(text: String, answer: Bool) throws {
    let reader = AnswerReader(try #require(TestForm.annex2.ledger).words)
    #expect(reader.read(text) == .answer(answer))
  }

  @Test(arguments: ["待定", "是否", "否是", "已向上级请示", "1", "不详"])
  func `what is neither is neither`(text: String) throws {
    let reader = AnswerReader(try #require(TestForm.annex2.ledger).words)
    #expect(reader.read(text) == .unreadable)
  }
}
