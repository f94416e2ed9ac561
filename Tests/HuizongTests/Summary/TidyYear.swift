import Foundation
import Testing

/// The figures of tables, worked out from the tidy output with arithmetic of the tests' own.
struct TidyYear {
  struct Row {
    let unit: String
    let period: String
    let product: String
    /// In millionths.
    let values: [Int64]
  }

  let rows: [Row]
  /// Short names, in the order of the roster.
  let units: [String]
  let products: [String]

  /// By the form's columns.
  static let information = 0
  static let monitored = 1
  static let problems = 2
  static let firms = 3
  static let batches = 4
  static let failures = 5
  static let cases = 6
  static let fines = 7
  static let value = 8
  static let transfers = 9
  static let exposed = 10
  static let helped = 11
  static let solved = 12
  static let output = 13
  static let talks = 14

  init(_ paths: [String]) throws {
    let roster = try Self.roster()
    units = roster.map(\.short)
    let names = Dictionary(uniqueKeysWithValues: roster.map { ($0.name, $0.short) })
    rows = try Binary().tidy(paths).rows.map { row in
      Row(
        unit: names[row[0]] ?? row[0], period: row[1], product: row[2],
        values: row[3..<18].map(Decimals.steps))
    }
    products = Array(Samples.reference).map { $0[0] }
  }

  private struct Roster: Decodable {
    let units: [Unit]
    struct Unit: Decodable {
      let name: String
      let short: String
    }
  }

  private static func roster() throws -> [(name: String, short: String)] {
    let bytes = try Data(Samples.bytes("templates/2023-annex2/units.json"))
    return try JSONDecoder().decode(Roster.self, from: bytes).units.map { ($0.name, $0.short) }
  }

  // MARK: Sums

  func sum(_ metric: Int, _ matches: (Row) -> Bool = { _ in true }) -> Int64 {
    rows.filter(matches).reduce(0) { $0 + $1.values[metric] }
  }

  func count(_ metric: Int, _ matches: (Row) -> Bool = { _ in true }) -> String {
    "\(sum(metric, matches) / 1_000_000)"
  }

  func money(_ metric: Int, _ matches: (Row) -> Bool = { _ in true }) -> String {
    Self.hundredths((sum(metric, matches) + 5_000) / 10_000)
  }

  func share(_ part: Int, _ whole: Int, _ matches: (Row) -> Bool = { _ in true }) -> String {
    let (part, whole) = (sum(part, matches), sum(whole, matches))
    return Self.hundredths((part / 1_000_000 * 20_000 + whole / 1_000_000) / (whole / 500_000))
      + "%"
  }

  static func hundredths(_ steps: Int64) -> String {
    "\(steps / 100).\(String(steps % 100 + 100).dropFirst())"
  }

  // MARK: Rankings

  /// `浦东新区（942起）、闵行区（528起）`, who shares the last rank included.
  func top(
    _ names: [String], _ metric: Int, _ unit: String, isLowest: Bool = false,
    _ belongs: (Row, String) -> Bool
  ) -> String {
    let sums = names.map { name in (name, sum(metric) { belongs($0, name) }) }
    let shown = Self.first(sums.filter { $0.1 > 0 }, isLowest) { $0 < $1 }
    return shown.map { name, _ in
      let text =
        unit == "万元" ? money(metric) { belongs($0, name) } : count(metric) { belongs($0, name) }
      return "\(name)（\(text)\(unit)）"
    }.joined(separator: "、")
  }

  /// The same of failing shares, compared without division.
  func topShares(
    _ names: [String], isLowest: Bool = false, _ belongs: (Row, String) -> Bool
  ) -> String {
    let shares = names.compactMap { name -> (String, Fraction)? in
      let (part, whole) = (
        sum(Self.failures) { belongs($0, name) }, sum(Self.batches) { belongs($0, name) }
      )
      guard whole >= 10_000_000, part > 0 else { return nil }
      return (name, Fraction(part: part / 1_000_000, whole: whole / 1_000_000))
    }
    return Self.first(shares, isLowest) { $0.part * $1.whole < $1.part * $0.whole }.map { name, _ in
      "\(name)（\(share(Self.failures, Self.batches) { belongs($0, name) })）"
    }.joined(separator: "、")
  }

  private struct Fraction: Equatable {
    let part: Int64
    let whole: Int64
    static func == (left: Self, right: Self) -> Bool {
      left.part * right.whole == right.part * left.whole
    }
  }

  private static func first<Value: Equatable>(
    _ values: [(String, Value)], _ isLowest: Bool, _ less: (Value, Value) -> Bool
  ) -> [(String, Value)] {
    let sorted = values.enumerated().sorted { a, b in
      if a.element.1 == b.element.1 { return a.offset < b.offset }
      return isLowest ? less(a.element.1, b.element.1) : less(b.element.1, a.element.1)
    }.map(\.element)
    guard sorted.count > 3 else { return sorted }
    return Array(sorted.prefix(3)) + sorted.dropFirst(3).prefix { $0.1 == sorted[2].1 }
  }

  // MARK: Months

  /// `，比9月下降19.59%`
  func change(_ metric: Int) -> String {
    let new = sum(metric) { $0.period == "2023-10" }
    let old = sum(metric) { $0.period == "2023-09" }
    guard new != old else { return "，与9月持平" }
    let share = Self.hundredths((abs(new - old) * 20_000 + old) / (2 * old)) + "%"
    return "，比9月\(new > old ? "增长" : "下降")\(share)"
  }

  func month(_ metric: Int, _ unit: String) -> String {
    let months = (6...10).map { "\($0)月" }
    return top(months, metric, unit) { row, month in
      row.period == "2023-\(month.count == 2 ? "0" : "")\(month.dropLast())"
    }.split(separator: "、")[0].description
  }
}
