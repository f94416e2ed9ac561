import HuizongCore

/// What a summary is made of: the roll-up's exact figures, and what the checks found.
struct SummaryFacts {
  let rollUp: RollUp
  let report: Report
  /// The units whose every table is of one month. Only theirs are set against each other by month:
  /// a cumulative table would fall into no month and bend every comparison.
  let monthly: [RolledUnit]
  let queries: [SummaryQuery]

  init(_ rollUp: RollUp, _ report: Report) {
    self.rollUp = rollUp
    self.report = report.forPapers
    monthly = rollUp.counted.filter(SummaryFacts.isMonthly)
    queries = SummaryQuery.all(rollUp)
  }

  var form: Form { report.form }
  var roster: Roster { report.roster }
  var period: Period { rollUp.period }

  func name(_ unit: RolledUnit) -> String { roster.units[unit.unit].short }

  /// The units that sent only cumulative tables for some of the months.
  var unsplit: [RolledUnit] {
    rollUp.counted.filter { !SummaryFacts.isMonthly($0) }
  }

  private static func isMonthly(_ unit: RolledUnit) -> Bool {
    unit.tables.allSatisfy(\.period.isMonth)
  }

  // MARK: Sums

  /// The units behind a figure; nil when there is no such figure.
  func units(_ scope: FigureScope) -> [RolledUnit]? {
    guard let index = scope.unit else {
      let units = scope.month == nil ? rollUp.counted : monthly
      return units.isEmpty ? nil : units
    }
    let unit = rollUp.units[index]
    let isIn = unit.state.counts && (scope.month == nil || SummaryFacts.isMonthly(unit))
    return isIn ? [unit] : nil
  }

  /// Nil where the month is none of the period's.
  func month(_ scope: FigureScope) -> Int? {
    let month =
      switch scope.month {
      case .last: period.last
      case .beforeLast: period.last - 1
      case .number(let month): month
      case nil: period.last
      }
    return period.months.contains(month) ? month : nil
  }

  /// Exact, whatever the units sent: 128 bits hold the sum of all their cells.
  func sum(_ metrics: [Int], _ scope: FigureScope) -> Exact? {
    guard let units = units(scope), let month = month(scope) else { return nil }
    return metrics.reduce(Exact.zero) { sum, metric in
      let digits =
        if scope.month != nil {
          steps(units.flatMap(\.tables).filter { $0.period.first == month }, metric, scope)
        } else if scope.unit != nil {
          units.reduce(0) { $0 + steps($1.cells ?? [], metric, scope) }
        } else {
          steps(rollUp.cells, metric, scope)
        }
      return sum + Exact(digits, decimals: form.metrics[metric].decimals)
    }
  }

  private func steps(_ tables: [UnitTable], _ metric: Int, _ scope: FigureScope) -> Int128 {
    tables.reduce(0) { $0 + steps($1.cells.map { $0 ?? 0 }, metric, scope) }
  }

  /// Of one product or of all; `cells` is a table, row after row, or nothing.
  private func steps(_ cells: [Int64], _ metric: Int, _ scope: FigureScope) -> Int128 {
    let width = form.metrics.count
    let first = metric + (scope.category ?? 0) * width
    let last = scope.category == nil ? cells.count : min(cells.count, first + 1)
    return stride(from: first, to: last, by: width).reduce(0) { $0 + Int128(cells[$1]) }
  }
}

/// A query that the checks raised, and the unit's answer, if there is one.
struct SummaryQuery {
  let unit: Int
  /// Nil for what concerns several tables.
  let period: Period?
  let path: String
  let finding: Finding

  var isOpen: Bool { finding.isOpen }

  /// Errors and queries in the order of units and tables, each once: a fault of a tidy file's header
  /// is found in each of its tables.
  static func all(_ rollUp: RollUp) -> [SummaryQuery] {
    var seen: Set<PlacedFinding.Identity> = []
    return rollUp.units.flatMap(queries).filter {
      $0.finding.level != .hint && seen.insert(PlacedFinding.Identity($0.path, $0.finding)).inserted
    }
  }

  private static func queries(_ unit: RolledUnit) -> [SummaryQuery] {
    unit.tables.flatMap { table in
      table.parts.flatMap { part in
        part.findings.map {
          SummaryQuery(unit: unit.unit, period: table.period, path: part.path, finding: $0)
        }
      }
    }
      + unit.findings.map {
        SummaryQuery(unit: unit.unit, period: nil, path: $0.path, finding: $0.finding)
      }
  }
}
