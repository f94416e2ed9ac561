import Testing

/// Numbers that all stand one column beside their own are one fault; a column or two that do not are
/// their cells' faults.
struct ColumnShiftTests {
  typealias Change = @Sendable ([String]) -> [String]

  /// What is found when every row's fifteen numbers are changed.
  private static func findings(_ change: Change) throws -> [CheckReport.Finding] {
    try Scratch.with { scratch in
      var table = DistrictTable()
      table.rows = table.rows.map { [$0[0]] + change(Array($0.dropFirst())) }
      let path = try scratch.file("table.csv", table.text).path
      return try Binary().check([path]).report.findings
    }
  }

  @Test func `the finding names the side, and the columns in which amounts landed`() throws {
    let right = try Self.findings { ["0"] + $0.dropLast() }
    #expect(right.map(\.code) == ["S25"])
    #expect(right[0].message.contains("向右一列"))
    #expect(right[0].message.contains("案值 → 移送司法机关案件（K）"))
    #expect(right[0].message.contains("帮助企业提升产值 → 约谈企业（P）"))
    let left = try Self.findings { $0.dropFirst() + ["0"] }
    #expect(left.map(\.code) == ["S25"])
    #expect(left[0].message.contains("向左一列"))
    #expect(left[0].message.contains("罚没金额 → 立案（H）"))
  }

  @Test func `from some column on is a shift as well`() throws {
    let findings = try Self.findings { $0[..<4] + ["0"] + $0[4..<14] }
    #expect(findings.map(\.code) == ["S25"])
  }

  @Test func `the same cells too many in every row are one finding`() throws {
    let longer = try Self.findings { ["0"] + $0 }
    #expect(longer.map(\.code) == ["S25"])
    #expect(longer[0].message.contains("20 行的“说明”一列里都是数字"))
    let shorter = try Self.findings { Array($0.dropFirst()) }
    #expect(shorter.map(\.code) == ["S25"])
    #expect(shorter[0].message.contains("20 行都有 15 格，表头 16 格"))
  }

  private static let noShifts: [(what: String, change: Change)] = [
    (
      "two columns exchanged",
      { numbers in
        var numbers = numbers
        numbers.swapAt(13, 14)
        return numbers
      }
    ),
    (
      "an amount beside its own column, the others in theirs",
      { numbers in
        var numbers = numbers
        numbers[9] = numbers[8]
        return numbers
      }
    ),
    (
      "an amount far from its own column",
      { numbers in
        var numbers = numbers
        numbers[0] = numbers[7]
        return numbers
      }
    ),
  ]

  @Test(arguments: noShifts.indices)
  func `what is no shift is said cell by cell`(index: Int) throws {
    let findings = try Self.findings(Self.noShifts[index].change)
    #expect(findings.count { $0.code == "V14" } >= 3)
    #expect(!findings.contains { $0.code == "S25" })
  }
}
