/// Whether a unit is in time.
public enum Timing: Sendable, Hashable {
  /// Nothing is outstanding.
  case delivered
  /// It may report and need not.
  case notRequired
  /// The form names no day.
  case open
  case notDue(Day, daysLeft: Int)
  case dueToday(Day)
  case late(Day, days: Int)

  public var due: Day? {
    switch self {
    case .delivered, .notRequired, .open: nil
    case .notDue(let day, _), .dueToday(let day), .late(let day, _): day
    }
  }

  public var daysLate: Int { if case .late(_, let days) = self { days } else { 0 } }
}

extension RollUp {
  /// By the first day on which something was due that has not come, or not so that it counts: what
  /// was sent back or is not explained was not delivered.
  public func timing(_ unit: RolledUnit, _ calendar: FormCalendar, today: Day) -> Timing {
    if unit.state.counts { return .delivered }
    if unit.state == .notRequired { return .notRequired }
    guard let due = outstanding(unit).compactMap(calendar.due).min() else { return .open }
    let days = today.days(after: due)
    if days == 0 { return .dueToday(due) }
    return days > 0 ? .late(due, days: days) : .notDue(due, daysLeft: -days)
  }

  /// The periods of the tables that are still to come.
  private func outstanding(_ unit: RolledUnit) -> [Period] {
    let refused = unit.tables.filter { $0.status != .accepted }.map(\.period)
    switch unit.state {
    case .missing: return period.split
    case .incomplete(let months):
      let missing = period.split.filter { months.contains($0.first) }
      return missing + refused
    default: return refused.isEmpty ? [period] : refused
    }
  }
}
