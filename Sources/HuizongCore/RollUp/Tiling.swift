/// Choosing tables that cover a period exactly, nothing twice.
struct Tiling {
  let period: Period

  /// The tables of the finest cover, in order; nil when none covers the period exactly.
  ///
  /// Months are preferred to a cumulative table that says the same: they trace a figure further.
  func cover(_ tables: [UnitTable]) -> [UnitTable]? {
    let inside = tables.filter { period.contains($0.period) }
    // From the back: the best cover of the months from each month on.
    var best: [Int: [UnitTable]] = [period.last + 1: []]
    for month in period.months.reversed() {
      for table in inside where table.period.first == month {
        guard let rest = best[table.period.last + 1] else { continue }
        if rest.count + 1 > best[month]?.count ?? 0 { best[month] = [table] + rest }
      }
    }
    return best[period.first]
  }

  /// The months that no table speaks of.
  func gaps(_ tables: [UnitTable]) -> [Int] {
    period.months.filter { month in
      !tables.contains { period.contains($0.period) && $0.period.months.contains(month) }
    }
  }
}

extension Period {
  public func contains(_ other: Period) -> Bool {
    year == other.year && first <= other.first && other.last <= last
  }

  /// Each month by itself.
  public var split: [Period] {
    months.compactMap { Period(year: year, first: $0, last: $0) }
  }
}
