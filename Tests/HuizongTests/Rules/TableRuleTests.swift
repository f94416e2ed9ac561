import Foundation
import Testing

/// Rules over the sums of a whole table.
struct TableRuleTests {
  private static func rule(_ require: String) -> [String: any Sendable] {
    let words = ["title": "全表", "message": "{period} 合计 {left}，应到 {right}，差 {gap}", "help": "核对。"]
    return [
      "code": "Z02", "name": "whole-table", "level": "query", "over": "table", "require": require,
      "chinese": words, "english": words,
    ]
  }

  private static func messages(_ table: TestTable, _ require: String) throws -> [String] {
    try Scratch.with { scratch in
      let form = try FormFolder(in: scratch) { $0.add(rule(require)) }
      return try table.checked("--form", form.path).file.findings.filter { $0.code == "Z02" }
        .map(\.message)
    }
  }

  static let sums: [(require: String, message: String?)] = [
    ("抽查批次数 >= 160", nil), ("抽查批次数 >= 161", "2023-08 合计 160，应到 161，差 1"),
    ("案值 >= 30万元", nil), ("案值 >= 300001元", "2023-08 合计 30，应到 30.0001，差 0.0001"),
    ("罚没金额 <= 4 * 案值 - 3.5万元 * 立案", nil),
    ("罚没金额 <= 4 * 案值 - 3.6万元 * 立案", "2023-08 合计 50，应到 48，差 2"),
  ]

  @Test(arguments: sums.indices)
  func `its names are the sums over all products`(index: Int) throws {
    let (require, message) = Self.sums[index]
    #expect(try Self.messages(TestTable(), require) == [message].compactMap { $0 })
  }

  static let cells: [(least: Int, isMet: Bool)] = [(260, true), (261, false)]

  @Test(arguments: cells.indices)
  func `非零格数 counts cells, not columns`(index: Int) throws {
    let (least, isMet) = Self.cells[index]
    let messages = try Self.messages(TestTable(), "非零格数 >= \(least)")
    #expect(messages.isEmpty == isMet)
  }

  @Test func `a figure that cannot be read keeps the rule silent`() throws {
    let table = TestTable().with("化肥", "抽查批次数", "约8")
    #expect(try Self.messages(table, "抽查批次数 >= 161") == [])
    #expect(try Self.messages(table, "非零格数 >= 261") == [])
    #expect(try Self.messages(table, "抽查企业 >= 121").count == 1)
  }

  @Test func `without a period the nil return still has whole sentences`() throws {
    var table = TestTable.empty
    table.period = ""
    let found = try table.checked().file.findings.first { $0.code == "L12" }
    #expect(found?.message.contains("（周期未写明）") == true)
  }

  /// A table whose first ten products came in one file and the others in another.
  private static func codes(inParts table: TestTable) throws -> [String] {
    let lines = table.text.components(separatedBy: "\r\n")
    return try Scratch.with { scratch in
      for (index, rows) in [lines[3..<13], lines[13..<23]].enumerated() {
        let part = Array(lines[..<3]) + rows
        try scratch.file("\(index).csv", part.joined(separator: "\r\n"))
      }
      return try Binary().report(["check", scratch.folder.path]).report.findings.map(\.code)
    }
  }

  @Test func `a table in two files is judged as one`() throws {
    #expect(try Self.codes(inParts: .empty) == ["L12"])
    let last = TestTable.empty.with("儿童学生用品", "采集风险信息", "1")
    #expect(try Self.codes(inParts: last) == [])
    #expect(try Self.codes(inParts: TestTable()) == [])
  }
}
