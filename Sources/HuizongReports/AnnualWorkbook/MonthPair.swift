import HuizongCore

/// A month and the one before it, and the units that can be compared.
struct MonthPair {
  let before: Int
  var after: Int { before + 1 }
  /// For each unit of the sheets: whether both of its months are there.
  let isComparable: [Bool]
  private let lines: [MonthLine]

  static func all(_ figures: MonthFigures) -> [MonthPair] {
    (0..<max(0, figures.monthCount - 1)).map { MonthPair($0, figures.units) }
  }

  private init(_ before: Int, _ lines: [MonthLine]) {
    self.before = before
    self.lines = lines
    isComparable = lines.map { $0.slots[before] != nil && $0.slots[before + 1] != nil }
  }

  /// Those that have one of the two months only, and so make the plain comparison unfair.
  var unlike: [Int] {
    lines.indices.filter { (lines[$0].slots[before] != nil) != (lines[$0].slots[after] != nil) }
  }

  /// Those that have neither.
  var absent: [Int] {
    lines.indices.filter { lines[$0].slots[before] == nil && lines[$0].slots[after] == nil }
  }

  func units(_ slot: Int) -> Int { lines.count { $0.slots[slot] != nil } }

  func all(_ slot: Int, _ metric: Int) -> Int64 {
    lines.reduce(0) { $0 + ($1.slots[slot]?[metric] ?? 0) }
  }

  func comparable(_ slot: Int, _ metric: Int) -> Int64 {
    lines.indices.filter { isComparable[$0] }.reduce(0) {
      $0 + (lines[$1].slots[slot]?[metric] ?? 0)
    }
  }
}
