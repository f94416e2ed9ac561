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
  /// When the same case was first sent in this period; nil when this is the first time.
  public internal(set) var firstSent: (day: Day?, path: String)?
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
  public var cases: Int { units.reduce(0) { $0 + $1.cases.count } }
}

/// Merges ledgers.
struct CityLedgerMaker {
  let form: LedgerForm
  let roster: Roster
  let period: Period

  func merge(_ entries: [Entry]) -> CityLedger {
    var byUnit: [[Entry]] = Array(repeating: [], count: roster.units.count)
    var others: [Entry] = []
    for entry in entries where concerns(entry) {
      if let unit = entry.unit { byUnit[unit].append(entry) } else { others.append(entry) }
    }
    return CityLedger(
      units: roster.units.indices.map { merge(byUnit[$0], unit: $0) }, others: others)
  }

  /// A ledger without a month may be any month's: it is named, and has no case to count.
  private func concerns(_ entry: Entry) -> Bool {
    guard let own = entry.period else { return true }
    return own.year == period.year && own.first <= period.last && period.first <= own.last
  }

  private func merge(_ entries: [Entry], unit: Int) -> UnitLedger {
    let counted = entries.filter { $0.status != .rejected }
    let rejected = entries.filter { $0.status == .rejected }
    return UnitLedger(
      unit: unit, state: state(entries, unit), files: unique(entries.map(\.path)),
      cases: cases(counted), leftOut: rejected.map { ($0.path, $0.ledger?.cases.count ?? 0) })
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
    return cases(entries).isEmpty ? .none : .sent
  }

  // MARK: Cases

  /// The same row in two files stands once; a case that goes on stands once for each sending.
  private func cases(_ entries: [Entry]) -> [ReportedCase] {
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
    return inRuns(found)
  }

  private func inRuns(_ found: [ReportedCase]) -> [ReportedCase] {
    let ordered = found.enumerated().sorted { left, right in
      let (a, b) = (
        left.element.found.cells[form.sent].day, right.element.found.cells[form.sent].day
      )
      return (a?.serial ?? 0, left.offset) < (b?.serial ?? 0, right.offset)
    }.map(\.element)
    var runs: [[ReportedCase]] = []
    var places: [LedgerCase.Identity: Int] = [:]
    for var one in ordered {
      guard let identity = one.found.identity(form), let place = places[identity] else {
        if let identity = one.found.identity(form) { places[identity] = runs.count }
        runs.append([one])
        continue
      }
      let first = runs[place][0]
      one.firstSent = (first.found.cells[form.sent].day, first.path)
      runs[place].append(one)
    }
    return runs.flatMap { $0 }
  }
}
