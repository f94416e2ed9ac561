/// The days on which a form's reports are due.
public struct FormCalendar: Sendable {
  public struct Entry: Sendable {
    public let day: Day
    public let report: String
  }

  /// In order.
  public let entries: [Entry]
  private let form: Form

  public init(_ form: Form) {
    self.form = form
    let days = form.deadlines.flatMap { deadline -> [Entry] in
      let days =
        switch deadline.due {
        case .monthEnd: form.months.map { Day.last(of: $0, in: form.year) }
        case .day(let month, let day): [Day(year: form.year, month: month, day: day)]
        }
      return days.compactMap { $0 }.map { Entry(day: $0, report: deadline.report) }
    }
    entries = days.enumerated().sorted {
      ($0.element.day, $0.offset) < ($1.element.day, $1.offset)
    }.map(\.element)
  }

  /// From today on, today included.
  public func next(from today: Day, most: Int) -> [Entry] {
    Array(entries.filter { $0.day >= today }.prefix(most))
  }

  /// When the table of a period is due: at the end of its last month, and that of the whole campaign
  /// on the day that the form names for it. Nil when the form names none.
  public func due(_ period: Period) -> Day? {
    if period.months == form.months, !period.isMonth,
      case .day(let month, let day)? = form.deadlines.first(where: \.isForCampaign)?.due
    {
      return Day(year: period.year, month: month, day: day)
    }
    guard form.deadlines.contains(where: { $0.due == .monthEnd }) else { return nil }
    return Day.last(of: period.last, in: period.year)
  }
}
