/// What became of a unit in a roll-up.
public enum UnitState: Sendable, Hashable {
  case included
  /// Included, and nothing but zeros.
  case nilReturn
  case missing
  /// Some months are there, these are not.
  case incomplete([Int])
  /// Tables that overlap and cannot be taken apart.
  case overlapping
  case rejected
  case needsExplanation
  /// May report and did not.
  case notRequired

  public var counts: Bool { self == .included || self == .nilReturn }
  /// Stands in the way of a complete roll-up.
  public var blocks: Bool { !counts && self != .notRequired }
}

/// One unit of a roll-up: its state, and the tables that make up its figures.
public struct RolledUnit: Sendable {
  public let unit: Int
  public let state: UnitState
  /// The tables that cover the period, in order; what there is of them when the unit does not count.
  public let tables: [UnitTable]
  /// The table that was chosen for each period within this one, used or not.
  public let all: [UnitTable]
  /// Of all, those with which nothing is wrong by themselves.
  public let usable: [UnitTable]
  /// Every file that the unit sent within the period, in order, rivals and replaced ones included.
  public let files: [String]
  /// Row after row; nil when the unit does not count.
  public let cells: [Int64]?
  public let findings: [PlacedFinding]
  let answers: Set<LateAnswer>
}

/// The units' tables of a period, merged: every figure with what it was made of.
public struct RollUp: Sendable {
  public let period: Period
  /// In the order of the roster.
  public let units: [RolledUnit]
  /// The sums over the units that count, row after row.
  public let cells: [Int64]
  /// Files that belong to no unit or period of this roll-up, and why.
  public let others: [Entry]
  /// The units' ledgers, merged; nil when no ledger comes with the form.
  public let ledger: CityLedger?

  public var counted: [RolledUnit] { units.filter(\.state.counts) }
  public var blocking: [RolledUnit] { units.filter(\.state.blocks) }
  public var isComplete: Bool { blocking.isEmpty }

  /// The sum of a column over all categories.
  public func total(_ metric: Int, _ form: Form) -> Int64 {
    form.categories.indices.reduce(0) { $0 + cells[$1 * form.metrics.count + metric] }
  }
}

/// A sum that 64 bits cannot hold; no real figure comes near.
public struct SumTooLarge: Error, Sendable {
  /// Nil for the 合计 row.
  public let category: Int?
  public let metric: Int
}

/// Makes roll-ups.
public struct RollUpMaker {
  private let form: Form
  private let roster: Roster
  private let book: RuleBook
  private let chooser: VersionChooser
  private let history: [Submission]
  private let ignoresQueries: Bool

  /// `newest` ranks files by age, for a caller who wants the newest of two rivals; `history` are
  /// earlier versions of the tables; `ignoresQueries` lets open queries pass.
  public init(
    form: Form, roster: Roster, rules book: RuleBook, newest: [String: Int] = [:],
    history: [Submission] = [], ignoresQueries: Bool = false
  ) {
    self.form = form
    self.roster = roster
    self.book = book
    self.history = history
    self.ignoresQueries = ignoresQueries
    chooser = VersionChooser(form: form, newest: newest)
  }

  /// Takes back from the entries what was said of explanations that turn out to answer something.
  public func rollUp(_ entries: inout [Entry], _ period: Period) throws(SumTooLarge) -> RollUp {
    var byUnit: [[Period: [Entry]]] = Array(repeating: [:], count: roster.units.count)
    var others: [Entry] = []
    for entry in entries where entry.ledger == nil {
      guard let unit = entry.unit, let own = entry.period, entry.submission != nil,
        period.contains(own)
      else {
        others.append(entry)
        continue
      }
      byUnit[unit][own, default: []].append(entry)
    }
    let check = cumulativeCheck(entries)
    var units: [RolledUnit] = []
    for index in roster.units.indices {
      units.append(try unit(index, byUnit[index], period, check))
    }
    takeBack(units, &entries)
    let cells = try sum(units)
    try checkTotals(cells)
    return RollUp(
      period: period, units: units, cells: cells, others: others, ledger: ledger(entries, period))
  }

  private func ledger(_ entries: [Entry], _ period: Period) -> CityLedger? {
    form.ledger.map { ledger in
      CityLedgerMaker(form: ledger, roster: roster, period: period)
        .merge(entries.filter { $0.ledger != nil })
    }
  }

  /// Only explained cumulative tables need their earlier versions.
  private func cumulativeCheck(_ entries: [Entry]) -> CumulativeCheck {
    let explained = entries.contains { !$0.explanations.isEmpty && $0.period?.isMonth == false }
    let weighing = Weighing(
      form: form, rules: book, history: history, entries: explained ? entries : [])
    return CumulativeCheck(form: form, book: book, weighing: weighing)
  }

  private func takeBack(_ units: [RolledUnit], _ entries: inout [Entry]) {
    let answers = units.reduce(into: Set()) { $0.formUnion($1.answers) }
    guard !answers.isEmpty else { return }
    for index in entries.indices { entries[index].takeBack(answers) }
  }

  // MARK: One unit

  private func unit(
    _ index: Int, _ entries: [Period: [Entry]], _ period: Period, _ check: CumulativeCheck
  ) throws(SumTooLarge) -> RolledUnit {
    let choices = entries.sorted { $0.key < $1.key }.map { own, entries in
      chooser.choose(entries, unit: index, period: own)
    }
    var tables = choices.map(\.table)
    let late = check.check(tables)
    for index in tables.indices { tables[index].takeBack(late.answers) }
    let findings = book.levelled(choices.flatMap(\.findings)) + late.findings
    let tiling = Tiling(period: period)
    let cover = tiling.cover(tables.filter(isUsable)) ?? tiling.cover(tables)
    let state = state(index, tables, cover, findings, tiling)
    let cells = state.counts ? try cover.map { tables throws(SumTooLarge) in try sum(tables) } : nil
    return RolledUnit(
      unit: index, state: state, tables: cover ?? tables, all: tables,
      usable: tables.filter(isUsable), files: files(entries),
      cells: cells, findings: findings, answers: late.answers)
  }

  /// A tidy file that holds several periods is named once.
  private func files(_ entries: [Period: [Entry]]) -> [String] {
    var seen: Set<String> = []
    return entries.sorted { $0.key < $1.key }.flatMap(\.value).map(\.path).filter {
      seen.insert($0).inserted
    }
  }

  private func isUsable(_ table: UnitTable) -> Bool {
    table.status == .accepted || (ignoresQueries && table.status == .needsExplanation)
  }

  private func state(
    _ unit: Int, _ tables: [UnitTable], _ cover: [UnitTable]?, _ findings: [PlacedFinding],
    _ tiling: Tiling
  ) -> UnitState {
    if tables.isEmpty { return roster.units[unit].required ? .missing : .notRequired }
    if findings.contains(where: { $0.finding.level == .error }) { return .rejected }
    guard let cover else {
      let gaps = tiling.gaps(tables)
      return gaps.isEmpty ? .overlapping : .incomplete(gaps)
    }
    if cover.contains(where: { $0.status == .rejected }) { return .rejected }
    let isOpen = findings.contains(where: \.finding.isOpen) || !cover.allSatisfy(isUsable)
    if isOpen, !ignoresQueries { return .needsExplanation }
    return cover.allSatisfy(\.isNil) ? .nilReturn : .included
  }

  // MARK: Sums

  private func sum(_ tables: [UnitTable]) throws(SumTooLarge) -> [Int64] {
    var sums = Array(repeating: Int64(0), count: form.cellCount)
    for table in tables { try add(table.cells.map { $0 ?? 0 }, to: &sums) }
    return sums
  }

  private func sum(_ units: [RolledUnit]) throws(SumTooLarge) -> [Int64] {
    var sums = Array(repeating: Int64(0), count: form.cellCount)
    for case let cells? in units.map(\.cells) { try add(cells, to: &sums) }
    return sums
  }

  /// Every cell may fit and a column's sum may not; no total of a part is larger than the city's.
  private func checkTotals(_ cells: [Int64]) throws(SumTooLarge) {
    for metric in form.metrics.indices {
      var total: Int64 = 0
      for category in form.categories.indices {
        let value = cells[category * form.metrics.count + metric]
        let (sum, overflow) = total.addingReportingOverflow(value)
        guard !overflow else { throw SumTooLarge(category: nil, metric: metric) }
        total = sum
      }
    }
  }

  private func add(_ cells: [Int64], to sums: inout [Int64]) throws(SumTooLarge) {
    for (index, value) in cells.enumerated() {
      let (sum, overflow) = sums[index].addingReportingOverflow(value)
      guard !overflow else {
        let width = form.metrics.count
        throw SumTooLarge(category: index / width, metric: index % width)
      }
      sums[index] = sum
    }
  }
}
