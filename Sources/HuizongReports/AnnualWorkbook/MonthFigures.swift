import HuizongCore

/// The figures of one unit or product, month by month.
struct MonthLine {
  let label: String
  /// For each slot of `MonthFigures.slots` the metrics' values; nil where there is no table.
  let slots: [[Int64]?]
  /// Whether the year's totals hold it.
  let counts: Bool
}

/// Months by units and by products: what tables of single months say, and apart from them what only
/// cumulative tables say. Nothing is split that was not reported split.
struct MonthFigures {
  enum Slot: Equatable {
    case month(Period)
    /// Of cumulative tables.
    case unsplit
  }

  let slots: [Slot]
  /// As many as the city workbook shows units, in their order.
  let units: [MonthLine]
  let products: [MonthLine]

  init(_ book: CityBook) {
    let hasUnsplit = book.trendFigures.unsplit != nil
    let slots = book.rollUp.period.split.map(Slot.month) + (hasUnsplit ? [.unsplit] : [])
    self.slots = slots
    units = book.shownUnits.map { unit in
      MonthLine(
        label: book.name(unit),
        slots: slots.map { MonthFigures.sum(MonthFigures.tables(unit, $0), book.form) },
        counts: unit.state.counts)
    }
    let counted = book.rollUp.counted
    let bySlot = slots.map { slot in counted.flatMap { MonthFigures.tables($0, slot) } }
    products = book.form.categories.enumerated().map { index, category in
      MonthLine(
        label: category.name,
        slots: bySlot.map { MonthFigures.row(index, $0, book.form) }, counts: true)
    }
  }

  var monthCount: Int { slots.count { $0 != .unsplit } }

  /// Units that the year leaves out though some of their months are there.
  var leftOut: [Int] {
    units.indices.filter { line in
      !units[line].counts && units[line].slots.contains { $0 != nil }
    }
  }

  /// Of a unit that does not count, the months that could: they serve to compare months.
  private static func tables(_ unit: RolledUnit, _ slot: Slot) -> [UnitTable] {
    let isWrong = unit.findings.contains { $0.finding.level == .error }
    let tables = unit.state.counts ? unit.tables : isWrong ? [] : unit.usable
    return tables.filter { table in
      switch slot {
      case .month(let month): table.period == month
      case .unsplit: !table.period.isMonth && unit.state.counts
      }
    }
  }

  /// The roll-up has summed the same numbers without overflow.
  private static func sum(_ tables: [UnitTable], _ form: Form) -> [Int64]? {
    guard !tables.isEmpty else { return nil }
    let rows = form.categories.indices.map { row($0, tables, form) }
    return form.metrics.indices.map { metric in rows.reduce(0) { $0 + $1[metric] } }
  }

  private static func row(_ category: Int, _ tables: [UnitTable], _ form: Form) -> [Int64] {
    let first = category * form.metrics.count
    return form.metrics.indices.map { metric in
      tables.reduce(0) { $0 + ($1.cells[first + metric] ?? 0) }
    }
  }
}
