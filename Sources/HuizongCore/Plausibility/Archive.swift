/// What the units sent for each month, as far as it is known: what a table is compared with.
public final class Archive: Sendable {
  let form: Form
  /// By unit of the roster and month; nil where there is no table that counts.
  let months: [[UnitMonth?]]
  /// The cumulative tables that count, by unit, in the order of their periods.
  let cumulative: [[UnitTable]]

  /// What is checked now wins over what the history has of the same period.
  public init(form: Form, units: Int, now: [Entry], history: [Entry]) {
    self.form = form
    var byUnit: [[Period: [Entry]]] = Array(repeating: [:], count: units)
    Archive.add(history, to: &byUnit)
    var current: [[Period: [Entry]]] = Array(repeating: [:], count: units)
    Archive.add(now, to: &current)
    for unit in byUnit.indices { byUnit[unit].merge(current[unit]) { $1 } }
    let chooser = VersionChooser(form: form, newest: [:])
    var months: [[UnitMonth?]] = []
    var cumulative: [[UnitTable]] = []
    for (unit, entries) in byUnit.enumerated() {
      let tables = Archive.tables(entries, unit: unit, chooser)
      months.append((0...12).map { Archive.month($0, tables, form) })
      cumulative.append(tables.filter { !$0.period.isMonth })
    }
    self.months = months
    self.cumulative = cumulative
  }

  private static func add(_ entries: [Entry], to byUnit: inout [[Period: [Entry]]]) {
    for entry in entries where entry.submission != nil {
      guard let unit = entry.unit, let period = entry.period else { continue }
      byUnit[unit][period, default: []].append(entry)
    }
  }

  /// One table for each period: the version that counts. What was returned does not, and of rivals
  /// nobody knows which does.
  private static func tables(
    _ entries: [Period: [Entry]], unit: Int, _ chooser: VersionChooser
  ) -> [UnitTable] {
    entries.sorted { $0.key < $1.key }.compactMap { period, entries in
      let usable = entries.filter { $0.status != .rejected }
      guard !usable.isEmpty else { return nil }
      let choice = chooser.choose(usable, unit: unit, period: period)
      let isDisputed = choice.findings.contains { $0.finding.code == .rivalVersions }
      return isDisputed ? nil : choice.table
    }
  }

  private static func month(_ month: Int, _ tables: [UnitTable], _ form: Form) -> UnitMonth? {
    for table in tables where table.period.last == month {
      if let figures = lastMonth(of: table, among: tables, form), figures.isWhole { return figures }
    }
    return nil
  }

  /// A month's own table, or what a cumulative one adds to the tables before it.
  static func lastMonth(
    of table: UnitTable, among tables: [UnitTable], _ form: Form
  ) -> UnitMonth? {
    guard !table.period.isMonth else { return UnitMonth(table, form: form) }
    let before = Period(
      year: table.period.year, first: table.period.first, last: table.period.last - 1)
    guard let before, let cover = Tiling(period: before).cover(tables) else { return nil }
    return UnitMonth(table, less: cover, form: form)
  }
}
