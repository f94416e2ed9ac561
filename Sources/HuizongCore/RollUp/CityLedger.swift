/// What became of a unit's ledgers in a period.
public enum LedgerState: Sendable, Hashable {
  case sent
  /// Sent, and no case in it.
  case none
  case missing
  /// Some months are there, these are not.
  case incomplete([Int])
  case rejected
  case needsExplanation
  /// May report and did not.
  case notRequired
}

/// A case with the file that it came from.
public struct ReportedCase: Sendable {
  public let path: String
  public let found: LedgerCase
  /// When the same case was first sent, in this period or before; nil when that is this row.
  public internal(set) var firstSent: Day?
  /// The first row of the case in this period.
  public internal(set) var opensRun = true
}

/// One unit's ledgers of a period, merged.
public struct UnitLedger: Sendable {
  public let unit: Int
  public let state: LedgerState
  public let files: [String]
  /// In the order of their sending, the same case in one run.
  public let cases: [ReportedCase]
  /// Files that do not count, and how many cases of theirs are left out.
  public let leftOut: [(path: String, cases: Int)]
}

/// The units' ledgers of a period, merged: every case with the row that it came from.
public struct CityLedger: Sendable {
  /// In the order of the roster.
  public let units: [UnitLedger]
  /// Ledgers of a unit that nobody knows.
  public let others: [Entry]

  /// No unit sent any.
  public var isEmpty: Bool { units.allSatisfy(\.files.isEmpty) && others.isEmpty }
  /// Rows, those of a case that goes on included.
  public var cases: Int { units.reduce(0) { $0 + $1.cases.count } }
  public var distinctCases: Int {
    units.reduce(0) { sum, unit in sum + unit.cases.count(where: \.opensRun) }
  }
}

/// Merges ledgers.
struct CityLedgerMaker {
  let form: LedgerForm
  let roster: Roster
  let period: Period

  func merge(_ entries: [Entry]) -> CityLedger {
    var byUnit: [[Entry]] = Array(repeating: [], count: roster.units.count)
    var others: [Entry] = []
    for entry in entries {
      if let unit = entry.unit {
        byUnit[unit].append(entry)
      } else if concerns(entry) {
        others.append(entry)
      }
    }
    return CityLedger(
      units: roster.units.indices.map { merge(byUnit[$0], unit: $0) }, others: others)
  }

  /// A ledger without a month may be any month's: it is named, and has no case to count.
  private func concerns(_ entry: Entry) -> Bool {
    guard let own = entry.period else { return true }
    return own.year == period.year && own.first <= period.last && period.first <= own.last
  }

  /// `all` are the unit's ledgers of every month: a case may have been sent before.
  private func merge(_ all: [Entry], unit: Int) -> UnitLedger {
    let entries = all.filter(concerns)
    let counted = entries.filter { $0.status != .rejected }
    let rejected = entries.filter { $0.status == .rejected }
    return UnitLedger(
      unit: unit, state: state(entries, unit), files: unique(entries.map(\.path)),
      cases: cases(counted, firstDays(all)),
      leftOut: rejected.map { ($0.path, $0.ledger?.cases.count ?? 0) })
  }

  private func unique(_ paths: [String]) -> [String] {
    var seen: Set<String> = []
    return paths.filter { seen.insert($0).inserted }
  }

  // MARK: States

  private func state(_ entries: [Entry], _ unit: Int) -> LedgerState {
    guard !entries.isEmpty else { return roster.units[unit].required ? .missing : .notRequired }
    if entries.contains(where: { $0.status == .rejected }) { return .rejected }
    if entries.contains(where: { $0.status == .needsExplanation }) { return .needsExplanation }
    let gaps = period.months.filter { month in
      !entries.contains { $0.period?.months.contains(month) ?? true }
    }
    if !gaps.isEmpty { return .incomplete(gaps) }
    return cases(entries, [:]).isEmpty ? .none : .sent
  }

  // MARK: Cases

  /// The same row in two files stands once; a case that goes on stands once for each sending.
  private func cases(
    _ entries: [Entry], _ first: [LedgerCase.Identity: Day]
  ) -> [ReportedCase] {
    var seen: Set<[LedgerCase.Cell]> = []
    var found: [ReportedCase] = []
    for entry in entries {
      guard let ledger = entry.ledger else { continue }
      for one in ledger.cases {
        guard let own = one.period(in: ledger, form), period.contains(own),
          seen.insert(one.cells).inserted
        else { continue }
        found.append(ReportedCase(path: entry.path, found: one))
      }
    }
    return inRuns(found, first)
  }

  /// When each case was first sent.
  private func firstDays(_ entries: [Entry]) -> [LedgerCase.Identity: Day] {
    var days: [LedgerCase.Identity: Day] = [:]
    for entry in entries where entry.status != .rejected {
      for one in entry.ledger?.cases ?? [] {
        guard let identity = one.identity(form), let day = one.cells[form.sent].day else {
          continue
        }
        days[identity] = min(days[identity] ?? day, day)
      }
    }
    return days
  }

  private func inRuns(
    _ found: [ReportedCase], _ first: [LedgerCase.Identity: Day]
  ) -> [ReportedCase] {
    let ordered = found.enumerated().sorted { left, right in
      let (a, b) = (
        left.element.found.cells[form.sent].day, right.element.found.cells[form.sent].day
      )
      return (a?.serial ?? 0, left.offset) < (b?.serial ?? 0, right.offset)
    }.map(\.element)
    var runs: [[ReportedCase]] = []
    var places: [LedgerCase.Identity: Int] = [:]
    for var one in ordered {
      guard let identity = one.found.identity(form) else {
        runs.append([one])
        continue
      }
      let (own, earliest) = (one.found.cells[form.sent].day, first[identity])
      if let earliest, own.map({ earliest < $0 }) ?? true { one.firstSent = earliest }
      if let place = places[identity] {
        one.opensRun = false
        runs[place].append(one)
      } else {
        places[identity] = runs.count
        runs.append([one])
      }
    }
    return runs.flatMap { $0 }
  }
}
