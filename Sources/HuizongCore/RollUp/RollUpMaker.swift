/// Makes roll-ups.
public struct RollUpMaker: Sendable {
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
  public func rollUp(
    _ entries: inout [Entry], _ period: Period, _ workforce: some Workforce = SingleHanded()
  ) throws(SumTooLarge) -> RollUp {
    let others = entries.filter { $0.ledger == nil && !isMeant($0, period) }
    let units = try units(entries, period, workforce)
    takeBack(units, &entries)
    let cells = try sum(units)
    try checkTotals(cells)
    return RollUp(
      period: period, units: units, cells: cells, others: others, ledger: ledger(entries, period))
  }

  private func isMeant(_ entry: Entry, _ period: Period) -> Bool {
    guard entry.unit != nil, let own = entry.period else { return false }
    return entry.submission != nil && period.contains(own)
  }

  private func units(
    _ entries: [Entry], _ period: Period, _ workforce: some Workforce
  ) throws(SumTooLarge) -> [RolledUnit] {
    let filing = Filing(entries, units: roster.units.count)
    let check = cumulativeCheck(entries)
    let results = workforce.map(roster.units.count) { index in
      let sent = filing[unit: index].filter { period.contains($0.period) }.map {
        (period: $0.period, entries: filing[$0].map { entries[$0] })
      }
      let elsewhere = sent.isEmpty ? elsewhere(filing[unit: index], filing, entries, period) : []
      return Result { () throws(SumTooLarge) in
        try unit(index, sent, elsewhere, period, check)
      }
    }
    var units: [RolledUnit] = []
    for result in results { units.append(try result.get()) }
    return units
  }

  private func elsewhere(
    _ sent: ArraySlice<Filing.Sent>, _ filing: Filing, _ entries: [Entry], _ period: Period
  ) -> [RolledUnit.Elsewhere] {
    let containing = sent.filter { $0.period.contains(period) }
    let rest = sent.filter { !$0.period.contains(period) }
    return (containing + rest).flatMap { sent in
      filing[sent].map { RolledUnit.Elsewhere(path: entries[$0].path, period: sent.period) }
    }
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

  /// `sent` is what it sent within the period, in order.
  private func unit(
    _ index: Int, _ sent: [(period: Period, entries: [Entry])],
    _ elsewhere: [RolledUnit.Elsewhere], _ period: Period, _ check: CumulativeCheck
  ) throws(SumTooLarge) -> RolledUnit {
    let choices = sent.map { chooser.choose($0.entries, unit: index, period: $0.period) }
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
      usable: tables.filter(isUsable), files: files(sent.flatMap(\.entries)),
      elsewhere: elsewhere, cells: cells, findings: findings, answers: late.answers)
  }

  /// A tidy file that holds several periods is named once.
  private func files(_ entries: [Entry]) -> [String] {
    var seen: Set<String> = []
    return entries.map(\.path).filter { seen.insert($0).inserted }
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
    for table in tables { try add(table.cells, to: &sums) }
    return sums
  }

  private func sum(_ units: [RolledUnit]) throws(SumTooLarge) -> [Int64] {
    var sums = Array(repeating: Int64(0), count: form.cellCount)
    for case let cells? in units.map(\.cells) { try add(TableCells(cells), to: &sums) }
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

  private func add(_ cells: TableCells, to sums: inout [Int64]) throws(SumTooLarge) {
    guard let failed = cells.add(to: &sums) else { return }
    let width = form.metrics.count
    throw SumTooLarge(category: failed / width, metric: failed % width)
  }
}
