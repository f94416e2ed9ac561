/// What the units sent for each month, as far as it is known: what a table is compared with.
public final class Archive: Sendable {
  let form: Form
  /// By unit of the roster and month; nil where there is no table that counts.
  let months: [[UnitMonth?]]
  /// The tables that count of a unit that reports cumulatively; empty for one that does not.
  let tables: [[UnitTable]]

  /// What is checked now wins over what the history has of the same period.
  init(
    form: Form, units: Int, now: [Entry], history: [Entry], _ workforce: some Workforce
  ) {
    self.form = form
    let byUnit = Archive.sorted(now, history, units)
    let chooser = VersionChooser(form: form, newest: [:])
    let kept = workforce.map(units) { Archive.tables(byUnit[$0], unit: $0, chooser, form) }
    months = kept.map(\.months)
    tables = kept.map(\.tables)
  }

  private static func sorted(
    _ now: [Entry], _ history: [Entry], _ units: Int
  ) -> [[Period: [Entry]]] {
    var byUnit = gathered(history, units)
    if history.isEmpty { return gathered(now, units) }
    let current = gathered(now, units)
    for unit in byUnit.indices { byUnit[unit].merge(current[unit]) { $1 } }
    return byUnit
  }

  private static func gathered(_ entries: [Entry], _ units: Int) -> [[Period: [Entry]]] {
    var byUnit: [[Period: [Entry]]] = Array(repeating: [:], count: units)
    for entry in entries where entry.submission != nil {
      guard let unit = entry.unit, let period = entry.period else { continue }
      byUnit[unit][period, default: []].append(entry)
    }
    return byUnit
  }

  private typealias Kept = (months: [UnitMonth?], tables: [UnitTable])

  private static func tables(
    _ entries: [Period: [Entry]], unit: Int, _ chooser: VersionChooser, _ form: Form
  ) -> Kept {
    var months: [UnitMonth?] = Array(repeating: nil, count: 13)
    var cumulative: [UnitTable] = []
    var monthly: [UnitTable] = []
    let hasCumulative = entries.keys.contains { !$0.isMonth }
    for (period, entries) in entries.sorted(by: { $0.key < $1.key }) {
      guard let parts = counting(entries, unit, period, chooser) else { continue }
      if period.isMonth {
        let figures = UnitMonth(parts.lazy.compactMap(\.submission), form)
        if figures.isWhole { months[period.last] = figures }
      }
      guard hasCumulative else { continue }
      let table = UnitTable(parts, unit: unit, period: period, form: form)
      if period.isMonth { monthly.append(table) } else { cumulative.append(table) }
    }
    let all = monthly + cumulative
    for table in cumulative where months[table.period.last] == nil {
      months[table.period.last] = lastMonth(of: table, among: all, form)
    }
    return (months, all)
  }

  /// The version that counts. What was returned does not, and of rivals nobody knows which does.
  private static func counting(
    _ entries: [Entry], _ unit: Int, _ period: Period, _ chooser: VersionChooser
  ) -> [Entry]? {
    let usable = entries.filter { $0.status != .rejected }
    guard usable.count > 1 else { return usable.isEmpty ? nil : usable }
    let choice = chooser.choose(usable, unit: unit, period: period)
    let isDisputed = choice.findings.contains { $0.finding.code == .rivalVersions }
    return isDisputed ? nil : choice.table.parts
  }

  /// What a cumulative table adds to the tables before it.
  static func lastMonth(
    of table: UnitTable, among tables: [UnitTable], _ form: Form
  ) -> UnitMonth? {
    let before = Period(
      year: table.period.year, first: table.period.first, last: table.period.last - 1)
    guard let before, let cover = Tiling(period: before).cover(tables) else { return nil }
    return UnitMonth(table, less: cover, form)
  }
}

extension Form {
  /// By metric: how many of its smallest steps make one of its unit.
  var steps: [Double] {
    metrics.map { metric in (0..<metric.decimals).reduce(1.0) { step, _ in step * 10 } }
  }
}
