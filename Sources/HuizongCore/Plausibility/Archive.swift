/// What the units sent for each month, as far as it is known: what a table is compared with.
public final class Archive: Sendable {
  let form: Form
  /// By unit of the roster and month; nil where there is no table that counts.
  let months: [[UnitMonth?]]
  /// By month: the sums over every unit that has it, cell by cell.
  let sums: [[Int64]]
  /// The tables that count of a unit that reports cumulatively; empty for one that does not.
  let tables: [[UnitTable]]

  /// What is checked now wins over what the history has of the same period.
  init(
    form: Form, units: Int, now: Source, history: Source, _ workforce: some Workforce
  ) {
    self.form = form
    let chooser = VersionChooser(form: form, newest: [:])
    let kept = workforce.map(units) { unit in
      let current = now.filing[unit: unit].map { ($0.period, now.entries(of: $0)) }
      let earlier = history.filing[unit: unit].filter { old in
        !current.contains { $0.0 == old.period }
      }.map { ($0.period, history.entries(of: $0)) }
      return Archive.tables(current + earlier, unit: unit, chooser, form)
    }
    let months = kept.map(\.months)
    self.months = months
    tables = kept.map(\.tables)
    sums = workforce.map(13) { month in
      var sums = CellSums(form.cellCount)
      for unit in months.indices { if let own = months[unit][month] { sums.add(own.steady) } }
      return sums.values
    }
  }

  /// Entries by unit and period.
  struct Source: Sendable {
    let entries: [Entry]
    let filing: Filing

    init(_ entries: [Entry], units: Int) {
      self.entries = entries
      filing = Filing(entries, units: units)
    }

    func entries(of sent: Filing.Sent) -> [Entry] { filing[sent].map { entries[$0] } }
  }

  private typealias Kept = (months: [UnitMonth?], tables: [UnitTable])

  private static func tables(
    _ sent: [(period: Period, entries: [Entry])], unit: Int, _ chooser: VersionChooser, _ form: Form
  ) -> Kept {
    var months: [UnitMonth?] = Array(repeating: nil, count: 13)
    var cumulative: [UnitTable] = []
    var monthly: [UnitTable] = []
    let hasCumulative = sent.contains { !$0.period.isMonth }
    for (period, entries) in sent.sorted(by: { $0.period < $1.period }) {
      guard let parts = counting(entries, unit, period, chooser) else { continue }
      if period.isMonth {
        let figures = UnitMonth(parts.cells(form))
        if figures.isWhole { months[period.last] = figures }
      }
      guard hasCumulative else { continue }
      let table = UnitTable(parts, unit: unit, period: period, form: form)
      if period.isMonth { monthly.append(table) } else { cumulative.append(table) }
    }
    let all = monthly + cumulative
    for table in cumulative where months[table.period.last] == nil {
      months[table.period.last] = lastMonth(of: table, among: all)
    }
    UnitMonth.steady(&months, form)
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
  static func lastMonth(of table: UnitTable, among tables: [UnitTable]) -> UnitMonth? {
    let before = Period(
      year: table.period.year, first: table.period.first, last: table.period.last - 1)
    guard let before, let cover = Tiling(period: before).cover(tables) else { return nil }
    return UnitMonth(table, less: cover)
  }
}
