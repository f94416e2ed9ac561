import Foundation
import Testing

/// Sums are exact to the last of six decimals, or the program says that it cannot make them.
struct ExactnessTests {
  /// Eighteen units with six decimals in every money column, and counts of their own.
  private static let tables = (0..<18).map { unit in
    var table = DistrictTable(unit: "U\(unit)区")
    table.rows = table.rows.enumerated().map { row, cells in
      [cells[0]] + (1...15).map { figure(unit, row, $0) }
    }
    return table
  }

  /// Columns in 万元; the other columns are sums of the ones before where a rule compares them.
  private static func figure(_ unit: Int, _ row: Int, _ column: Int) -> String {
    let seed = Int64(unit * 7919 + row * 104_729 + column * 1_299_709) % 999_983
    switch column {
    case 6, 7, 10, 11: return "1"
    case 8, 9: return Decimals.text(10_000_000 + seed)
    case 14: return Decimals.text(seed * 1_000_003)
    case 5: return "\(seed + 2_000_000)"
    default: return "\(seed + 1)"
    }
  }

  @Test func `eighteen units, every cell`() throws {
    try Office.with(required: Self.tables.map(\.unit)) { office in
      for table in Self.tables { try office.add(table, as: table.unit) }
      let outcome = try office.rollUp("2023-08", "-o", office.xlsx)
      #expect(outcome.status == 0, "\(outcome.remarks)")
      let expected = Decimals.sum(Self.tables.map(\.rows))
      let city = try office.city()
      #expect(Array(city.dropLast()) == expected)
      let totals = Decimals.totals(expected)
      #expect(city.last == ["合计"] + totals)
      #expect(expected.joined().contains { $0.split(separator: ".").last?.count == 6 })
      for total in totals { #expect(outcome.text.contains(" \(total)\n")) }
    }
  }

  /// A tidy file of so many units that only their sum is too large.
  private static func tidy(units: Int) -> String {
    let labels = (["填表单位", "数据周期"] + DistrictTable.labels).joined(separator: ",")
    let values = ["999999999999999"] + DistrictTable.zeros.dropFirst()
    var lines = [labels]
    for unit in 0..<units {
      for product in Samples.reference.map({ $0[0] }) {
        lines.append((["U\(unit)区", "2023-08", product] + values).joined(separator: ","))
      }
    }
    return lines.joined(separator: "\n")
  }

  /// Every cell's sum fits in 64 bits, the column's does not.
  @Test func `a sum that is too large says so`() throws {
    try Office.with(required: (0..<470).map { "U\($0)区" }) { office in
      try office.scratch.file("tables/tidy.csv", Self.tidy(units: 470))
      let outcome = try office.rollUp("2023-08", "-o", office.xlsx)
      #expect(outcome.status == 2 && outcome.output.isEmpty)
      for word in ["太大", "合计", "采集风险信息"] { #expect(outcome.remarks.contains(word)) }
      #expect(!office.wasWritten(office.csv) && !office.wasWritten(office.xlsx))
      #expect(try office.run("status", [office.tables, "--period", "2023-08"]).status == 2)
    }
  }

  @Test func `the largest sums that fit are exact`() throws {
    try Office.with(required: (0..<400).map { "U\($0)区" }) { office in
      try office.scratch.file("tables/tidy.csv", Self.tidy(units: 400))
      #expect(try office.rollUp().status == 0)
      let city = try office.city()
      #expect(city[0][1] == "399999999999999600")
      #expect(city.last?[1] == "7999999999999992000")
    }
  }
}
