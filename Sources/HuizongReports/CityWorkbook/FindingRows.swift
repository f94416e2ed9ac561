import HuizongCore
import Spreadsheet

/// Every finding of the period in the order of 审核情况: what matters most first, then by unit.
struct FindingRows {
  struct Row {
    let unit: Int?
    let period: Period?
    let path: String
    let finding: Finding
    /// Whether the file is among those that make up the unit's sheet.
    let isOnSheet: Bool
  }

  let rows: [Row]

  init(_ book: CityBook) {
    let chosen = FindingRows.chosen(book.rollUp)
    var rows: [Row] = []
    for entry in book.report.entries where FindingRows.belongs(entry, book.rollUp.period) {
      for finding in entry.findings {
        rows.append(
          Row(
            unit: entry.unit, period: entry.period, path: entry.path, finding: finding,
            isOnSheet: chosen.contains(FindingRows.key(entry.path, entry.unit, entry.period))))
      }
    }
    for unit in book.rollUp.units {
      for placed in unit.findings { rows.append(FindingRows.row(placed, unit)) }
    }
    self.rows = FindingRows.ordered(rows, units: book.roster.units.count)
  }

  /// Files of another period are not this workbook's; those that nobody can place may be.
  private static func belongs(_ entry: Entry, _ period: Period) -> Bool {
    guard !entry.isLeftOut else { return false }
    guard entry.unit != nil, let own = entry.period else { return true }
    return period.contains(own)
  }

  /// One file may hold several tables.
  private static func key(_ path: String, _ unit: Int?, _ period: Period?) -> String {
    "\(unit ?? -1) \(period.map { "\($0)" } ?? "") \(path)"
  }

  private static func chosen(_ rollUp: RollUp) -> Set<String> {
    var keys: Set<String> = []
    for unit in rollUp.units {
      for table in unit.tables {
        for part in table.parts { keys.insert(key(part.path, unit.unit, table.period)) }
      }
    }
    return keys
  }

  private static func row(_ placed: PlacedFinding, _ unit: RolledUnit) -> Row {
    // A file of several months does not tell which of them is meant.
    let tables = unit.all.filter { table in table.parts.contains { $0.path == placed.path } }
    let period = tables.count == 1 ? tables[0].period : nil
    let isOnSheet = unit.tables.contains { table in
      table.parts.contains { $0.path == placed.path }
    }
    return Row(
      unit: unit.unit, period: period, path: placed.path, finding: placed.finding,
      isOnSheet: isOnSheet)
  }

  private static func ordered(_ rows: [Row], units: Int) -> [Row] {
    func order(_ period: Period) -> Int { period.first * 100 + period.last }
    let last = Int.max
    return rows.enumerated().sorted { left, right in
      let (a, b) = (left.element, right.element)
      if a.finding.level != b.finding.level { return a.finding.level > b.finding.level }
      let (one, other) = (a.unit ?? units, b.unit ?? units)
      if one != other { return one < other }
      let (from, to) = (a.period.map(order) ?? last, b.period.map(order) ?? last)
      return (from, a.path, left.offset) < (to, b.path, right.offset)
    }.map(\.element)
  }
}

extension Finding {
  /// What is left to do about it, in a word.
  var status: String {
    switch level {
    case .error: "待更正"
    case .query: explanation == nil ? "待说明" : "已说明"
    case .hint: "提示"
    }
  }
}
