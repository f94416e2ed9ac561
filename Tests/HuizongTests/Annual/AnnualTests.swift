import Foundation
import Testing

/// The year-end workbook as its author makes it. Its figures are calculated anew by Tests/workbook.
struct AnnualTests {
  private static let districts = ["黄浦区", "徐汇区", "长宁区"]
  private static let months = ["2023-06", "2023-07", "2023-08"]

  /// Three months of three districts, without those that `lacks` names.
  private static func inOffice(
    lacks: [String] = [], _ use: (Office) throws -> Void
  ) throws {
    try Office.with(required: districts) { office in
      for district in districts {
        for month in months where !lacks.contains(district + month) {
          try office.add(DistrictTable(unit: district, period: month), as: district + month)
        }
      }
      try use(office)
    }
  }

  private static func annual(_ office: Office, _ more: String...) throws -> Binary.Outcome {
    try office.run("annual", [office.tables, "--to", "2023-08", "-o", office.xlsx] + more)
  }

  @Test func `a whole year is written, with all its sheets`() throws {
    try Self.inOffice { office in
      let outcome = try Self.annual(office)
      #expect(outcome.status == 0, "\(outcome.remarks)")
      let text = try Unzipped.text(office.xlsx)
      for sheet in ["分月分区", "分月品类", "环比", "排名", "全市汇总", "平衡校验"] {
        #expect(text.contains("<sheet name=\"\(sheet)\""), "\(sheet)")
      }
      #expect(text.contains("2023年6月至8月") && !text.contains("舍位平衡"))
      #expect(text.contains("各单位两个月都有分月报表，两种算法相同。"))
    }
  }

  @Test func `a month that lacks stops it, and all of them are named`() throws {
    try Self.inOffice(lacks: ["徐汇区2023-07", "长宁区2023-06"]) { office in
      let outcome = try Self.annual(office)
      #expect(outcome.status == 1 && !office.wasWritten(office.xlsx))
      #expect(outcome.remarks.contains("徐汇区：缺部分月份，缺 7 月"))
      #expect(outcome.remarks.contains("长宁区：缺部分月份，缺 6 月"))
    }
  }

  @Test func `a draft says whom it leaves out, and compares like for like`() throws {
    try Self.inOffice(lacks: ["徐汇区2023-07"]) { office in
      let outcome = try Self.annual(office, "--partial")
      #expect(outcome.status == 1 && office.wasWritten(office.xlsx))
      let text = try Unzipped.text(office.xlsx)
      #expect(text.contains("（初稿：未含徐汇区）"))
      #expect(text.contains("已收各表（3 个、2 个单位）") && text.contains("同口径（2 个单位）"))
      #expect(text.contains("只有一个月、同口径不含的单位：徐汇区。"))
      #expect(text.contains("灰色的是未计入全年的单位已报的月份"))
    }
  }

  @Test func `a cumulative table is no month's, and is not split`() throws {
    try Self.inOffice(lacks: Self.months.map { "长宁区" + $0 }) { office in
      try office.add(
        DistrictTable.times(3, "2023年6月至8月", unit: "长宁区"), as: "cumulative")
      let outcome = try Self.annual(office)
      #expect(outcome.status == 0, "\(outcome.remarks)")
      let text = try Unzipped.text(office.xlsx)
      #expect(text.contains("“未分月”是只报累计表的数（长宁区），分不到各月，不作推算。"))
      #expect(text.contains("两边都不含的单位：长宁区"))
    }
  }

  @Test func `another order of the arguments gives the same bytes`() throws {
    try Self.inOffice { office in
      var books: [Data] = []
      let paths = try FileManager.default.contentsOfDirectory(atPath: office.tables).sorted()
        .map { "\(office.tables)/\($0)" }
      for order in [paths, paths.reversed(), [office.tables]] {
        let options = ["--to", "2023-08", "--round", "1", "-o", office.xlsx]
        #expect(try office.run("annual", order + options).status == 0)
        books.append(try Data(contentsOf: URL(filePath: office.xlsx)))
      }
      #expect(books[0] == books[1] && books[0] == books[2])
    }
  }

  private static let misuses: [(arguments: [String], word: String)] = [
    ([], "-o"), (["-o", "x.xlsx", "--from", "2023-09", "--to", "2023-07"], "--from"),
    (["-o", "x.xlsx", "--from", "八月"], "2023-06"), (["-o", "x.xlsx", "--to", "2022-08"], "2023"),
    (["-o", "x.xlsx", "--from", "2023-06—2023-08"], "--from"),
    (["-o", "x.xlsx", "--round", "3"], "0、1、2"), (["-o", "x.xlsx", "--period", "2023-08"], "--"),
  ]

  @Test(arguments: misuses)
  func `bad usage is answered with what to write`(arguments: [String], word: String) throws {
    try Self.inOffice { office in
      let before = try office.scratch.contents()
      let outcome = try office.run("annual", [office.tables] + arguments)
      #expect(outcome.status == 2 && outcome.output.isEmpty)
      #expect(outcome.remarks.contains(word), "\(outcome.remarks)")
      #expect(try office.scratch.contents() == before)
    }
  }
}
