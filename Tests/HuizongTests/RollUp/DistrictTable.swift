import Foundation

/// A unit's table, made from `samples/accepted/reference.csv` with small changes.
struct DistrictTable {
  var unit = "黄浦区"
  var period = "2023-08"
  /// Twenty rows: a product and its fifteen figures.
  var rows = Array(Samples.reference)
  /// Lines above the table, besides unit and period.
  var above: [String] = []
  /// Lines below it.
  var below: [String] = []

  static let labels = SimpleCSV.rows(Samples.text("samples/accepted/reference.csv"))[2]

  /// Places in the table that the tests change, by row and by column from 0 (0 is the product).
  static let cement = 2
  static let wires = 3
  static let information = 1
  static let fines = 8

  static let zeros = Array(repeating: "0", count: 15)

  /// The same products, every figure times `factor`.
  static func times(
    _ factor: Int64, _ period: String, unit: String = "黄浦区"
  ) -> DistrictTable {
    var table = DistrictTable(unit: unit, period: period)
    table.rows = table.rows.map { row in
      [row[0]] + row.dropFirst().map { Decimals.text(Decimals.steps($0) * factor) }
    }
    return table
  }

  static func blank(unit: String = "黄浦区", _ period: String = "2023-08") -> DistrictTable {
    var table = DistrictTable(unit: unit, period: period)
    table.rows = table.rows.map { [$0[0]] + zeros }
    return table
  }

  func with(_ row: Int, _ column: Int, _ value: String) -> DistrictTable {
    var table = self
    table.rows[row][column] = value
    return table
  }

  /// With a text in the column 说明 on one row.
  func explained(_ row: Int, _ text: String) -> DistrictTable {
    var table = self
    table.rows[row].append(text)
    return table
  }

  /// Only some of the products.
  func part(_ range: Range<Int>) -> DistrictTable {
    var table = self
    table.rows = Array(rows[range])
    return table
  }

  func revised(_ number: Int) -> DistrictTable {
    var table = self
    table.above.append("修订,\(number)")
    return table
  }

  var text: String {
    let hasNotes = rows.contains { $0.count > 16 }
    let body = rows.map { row in
      (row + (hasNotes && row.count == 16 ? [""] : [])).joined(separator: ",")
    }
    let labels = (DistrictTable.labels + (hasNotes ? ["说明"] : [])).joined(separator: ",")
    let lines = ["填表单位,\(unit)", "数据周期,\(period)"] + above + [labels] + body + below
    return lines.joined(separator: "\r\n") + "\r\n"
  }

  /// The place of a figure as a spreadsheet names it.
  func cell(_ row: Int, _ column: Int) -> String {
    let letter = Character(Unicode.Scalar(UInt8(ascii: "A") + UInt8(column)))
    return "\(letter)\(row + 4 + above.count)"
  }
}

/// Decimal numbers as whole millionths: a computation that is not the program's own.
enum Decimals {
  static func steps(_ text: String) -> Int64 {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    let fraction = parts.count > 1 ? String(parts[1]) : ""
    let padded = fraction + String(repeating: "0", count: 6 - fraction.count)
    return (Int64(parts[0]) ?? 0) * 1_000_000 + (Int64(padded) ?? 0)
  }

  static func text(_ steps: Int64) -> String {
    let fraction = String(steps % 1_000_000 + 1_000_000).dropFirst()
    var kept = fraction[...]
    while kept.last == "0" { kept.removeLast() }
    return kept.isEmpty ? String(steps / 1_000_000) : "\(steps / 1_000_000).\(kept)"
  }

  /// Cell by cell, over tables of the same products.
  static func sum(_ tables: [[[String]]]) -> [[String]] {
    tables[0].indices.map { row in
      [tables[0][row][0]]
        + (1...15).map { column in
          text(tables.reduce(0) { $0 + steps($1[row][column]) })
        }
    }
  }

  static func totals(_ rows: [[String]]) -> [String] {
    (1...15).map { column in text(rows.reduce(0) { $0 + steps($1[column]) }) }
  }
}
