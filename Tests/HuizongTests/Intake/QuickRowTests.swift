import Testing

@testable import HuizongCore

/// The quick way to read a row and the general one never differ: a file reads the same whether its
/// cells stand in quotation marks, which the quick way does not take, or not.
struct QuickRowTests {
  private static let texts = [
    "reference", "explanation-column", "tidy", "tidy-of-three-units",
    "categories-under-other-names",
    "serial-numbers-in-a-column", "rows-in-another-order",
  ].map { GB18030.name((try? Samples.bytes("samples/accepted/\($0).csv")) ?? []) }

  /// What may stand in a cell by mistake, or not.
  private static let oddities = [
    "", " ", "0", "7", "12.", ".5", "1.5", "0.25", "—", "12家", "1 2", "１２", "-3", "1e3", "+4",
    "999999999999999", "1234567890123456", "123456789.1234567", "合计", "水泥", "情况属实，已经核对",
  ]

  private static func summary(_ records: [[String]]) -> (plain: [String], quoted: [String]) {
    let plain = records.map { $0.joined(separator: ",") }.joined(separator: "\r\n")
    let quoted = records.map { $0.map { "\"\($0)\"" }.joined(separator: ",") }
      .joined(separator: "\r\n")
    let reader = ReaderStateTests.reader()
    return (
      ReaderStateTests.summary(reader.read(Array(plain.utf8))),
      ReaderStateTests.summary(reader.read(Array(quoted.utf8)))
    )
  }

  @Test func `a file as it is`() {
    for text in Self.texts {
      #expect(!text.isEmpty && !text.contains("\""))
      let summary = Self.summary(SimpleCSV.rows(text))
      #expect(summary.plain == summary.quoted)
    }
  }

  @Test(arguments: [UInt64(1), 2, 3, 4])
  func `cells changed, rows moved, dropped and doubled at random`(seed: UInt64) {
    var random = SeededRandom(seed: seed)
    for text in Self.texts {
      let original = SimpleCSV.rows(text)
      for _ in 0..<60 {
        let changed = Self.changed(original, &random)
        let summary = Self.summary(changed)
        #expect(summary.plain == summary.quoted, "\(changed)")
      }
    }
  }

  private static func changed(
    _ original: [[String]], _ random: inout SeededRandom
  ) -> [[String]] {
    var records = original
    let body = 3..<records.count
    for _ in 0..<Int.random(in: 1...6, using: &random) {
      let row = Int.random(
        in: body.lowerBound..<min(body.upperBound, records.count), using: &random)
      guard let column = records[row].indices.randomElement(using: &random) else { continue }
      switch Int.random(in: 0..<10, using: &random) {
      case 0: records.swapAt(row, records.count - 1)
      case 1: records.insert(records[row], at: row)
      case 2: records[row].append("")
      case 3: records[row].removeLast()
      default: records[row][column] = oddities.randomElement(using: &random) ?? ""
      }
    }
    return records
  }
}
