/// P01 to P04, P07 and P08: tables that add up and are still wrong.
///
/// Each table is compared with the unit's own months before it and with the other units; what there
/// is to compare with is gathered once.
public final class PlausibilityCheck: Sendable {
  let form: Form
  let roster: Roster
  let policy: PlausibilityPolicy
  let archive: Archive
  private let copies: CopiedTables
  /// By month; only those that are checked.
  private let trends: [CityTrend?]
  public let subjects: [Subject]

  /// A table that is checked: the entries that make it up.
  public struct Subject: Sendable {
    let unit: Int
    let period: Period
    let entries: [Int]
  }

  /// What is said about an entry.
  public struct Remark: Sendable {
    public let entry: Int
    public let finding: Finding
  }

  public struct Result: Sendable {
    public var remarks: [Remark] = []
    var lack: Expectation.Lack?
  }

  /// Nil when the form's rules do not ask for it.
  public init?(
    form: Form, roster: Roster, rules book: RuleBook, entries: [Entry], history: [Entry],
    _ workforce: some Workforce = SingleHanded()
  ) {
    guard let policy = book.plausibility else { return nil }
    self.form = form
    self.roster = roster
    self.policy = policy
    let units = roster.units.count
    let now = Archive.Source(entries, units: units)
    let archive = Archive(
      form: form, units: units, now: now, history: Archive.Source(history, units: units), workforce)
    self.archive = archive
    copies = CopiedTables(archive)
    subjects = PlausibilityCheck.subjects(now, form)
    let months = Set(subjects.map(\.period.last))
    trends = workforce.map(13) { month in
      months.contains(month) ? CityTrend(archive, month: month, policy: policy) : nil
    }
  }

  /// Files that a unit sent for one period: parts are one table, rivals and replaced parts one each.
  private static func subjects(_ source: Archive.Source, _ form: Form) -> [Subject] {
    let fitting = PartFitting(form: form)
    return source.filing.all.flatMap { sent in
      let indices = Array(source.filing[sent])
      guard indices.count > 1 else {
        return [Subject(unit: sent.unit, period: sent.period, entries: indices)]
      }
      let fit = fitting.fit(source.entries(of: sent))
      return (fit.groups + fit.replaced.map { [$0.old] }).map { parts in
        Subject(unit: sent.unit, period: sent.period, entries: parts.map { indices[$0] })
      }
    }
  }

  public func check(_ subject: Subject, _ entries: [Entry]) -> Result {
    guard let trend = trends[subject.period.last], let now = month(subject, entries) else {
      return Result()
    }
    let comparison = TableComparison(
      check: self, trend: trend, subject: subject, entries: entries, now: now)
    return comparison.result(copy: copies.find(now, unit: subject.unit, month: trend.month))
  }

  /// The month that is compared: the table's own, or what a cumulative one adds.
  private func month(_ subject: Subject, _ entries: [Entry]) -> UnitMonth? {
    guard !subject.period.isMonth else {
      return UnitMonth(subject.entries.map { entries[$0] }.cells(form))
    }
    let parts = subject.entries.map { entries[$0] }
    let table = UnitTable(parts, unit: subject.unit, period: subject.period, form: form)
    return Archive.lastMonth(of: table, among: archive.tables[subject.unit])
  }
}
