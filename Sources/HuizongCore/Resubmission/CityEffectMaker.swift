/// Works out what resubmissions do to the city's figures.
public struct CityEffectMaker {
  let form: Form
  let roster: Roster
  let book: RuleBook
  let ignoresQueries: Bool

  public init(form: Form, roster: Roster, rules book: RuleBook, ignoresQueries: Bool) {
    self.form = form
    self.roster = roster
    self.book = book
    self.ignoresQueries = ignoresQueries
  }

  /// For the period, or for each period that was sent again. `entries` are the other units' files;
  /// whatever they hold of an exchanged table, in whichever version, is not counted beside it.
  public func effects(
    of pairs: [Resubmission], in entries: [Entry], _ period: Period?
  ) throws(SumTooLarge) -> [CityEffect] {
    let swaps = pairs.compactMap(Swap.init)
    let periods = period.map { [$0] } ?? Set(swaps.map(\.key.period)).sorted()
    var effects: [CityEffect] = []
    for period in periods {
      let inside = swaps.filter { period.contains($0.key.period) }
      if !inside.isEmpty { effects.append(try effect(period, inside, entries)) }
    }
    return effects
  }

  /// Two tables that take each other's place. The new heading says whose and of when.
  private struct Swap {
    let key: TableKey
    let pair: Resubmission

    init?(_ pair: Resubmission) {
      guard pair.isComparable, let key = pair.new.key else { return nil }
      self.key = key
      self.pair = pair
    }
  }

  private func effect(
    _ period: Period, _ swaps: [Swap], _ entries: [Entry]
  ) throws(SumTooLarge) -> CityEffect {
    let keys = Set(swaps.map(\.key))
    var rest = entries.filter { entry in
      TableKey(entry.unit, entry.period).map { !keys.contains($0) } ?? true
    }
    let maker = RollUpMaker(
      form: form, roster: roster, rules: book, ignoresQueries: ignoresQueries)
    let rollUp = try maker.rollUp(&rest, period)
    let units = Set(keys.map(\.unit))
    let others = rollUp.units.filter { !units.contains($0.unit) }
    var sides = Sides(others: try sum(others.compactMap(\.cells)), form: form)
    var exchanged: [CityEffect.Exchange] = []
    for unit in units.sorted() {
      let own = swaps.filter { $0.key.unit == unit }
      exchanged.append(try exchange(rollUp.units[unit], own, period, &sides))
    }
    let inside = swaps.filter { swap in
      exchanged.contains { $0.unit == swap.key.unit && $0.gap == nil }
    }
    return CityEffect(
      period: period, others: others, exchanged: exchanged,
      figures: try sides.figures(touched(inside)))
  }

  /// The cells that changed, in the form's order.
  private func touched(_ swaps: [Swap]) -> [Int] {
    let width = form.metrics.count
    let changes = swaps.flatMap(\.pair.cells)
    return Set(changes.compactMap { change in change.category.map { $0 * width + change.metric } })
      .sorted()
  }

  // MARK: One unit

  private func exchange(
    _ unit: RolledUnit, _ swaps: [Swap], _ period: Period, _ sides: inout Sides
  ) throws(SumTooLarge) -> CityEffect.Exchange {
    let stays = unit.all.filter { counts($0.status) }
    func tables(_ side: KeyPath<Resubmission, SentTable>) -> [UnitTable] {
      swaps.map {
        UnitTable(
          $0.pair[keyPath: side].parts, unit: $0.key.unit, period: $0.key.period, form: form)
      } + stays
    }
    let (old, new) = (tables(\.old), tables(\.new))
    let tiling = Tiling(period: period)
    let gaps = tiling.gaps(new)
    var gap: UnitState? = gaps.isEmpty ? .overlapping : .incomplete(gaps)
    if let before = tiling.cover(old), let after = tiling.cover(new) {
      gap = nil
      try sides.add(before.map(\.cells), after.map(\.cells))
    }
    // What was sent back is the earlier version of what was sent again.
    let weighing = Weighing(
      form: form, rules: book, history: swaps.flatMap(\.pair.old.parts).compactMap(\.submission),
      entries: swaps.flatMap(\.pair.new.parts))
    let check = CumulativeCheck(form: form, book: book, weighing: weighing)
    return CityEffect.Exchange(
      unit: unit.unit, old: side(swaps.map(\.pair.old)), new: side(swaps.map(\.pair.new)),
      gap: gap, findings: check.check(new).findings)
  }

  /// The worst of its tables.
  private func side(_ tables: [SentTable]) -> CityEffect.Side {
    let status = tables.flatMap(\.parts).status
    return CityEffect.Side(status: status, counts: counts(status))
  }

  private func counts(_ status: Status) -> Bool {
    status == .accepted || (ignoresQueries && status == .needsExplanation)
  }

  private func sum(_ tables: [[Int64]]) throws(SumTooLarge) -> [Int64?] {
    var sums = Sums(form: form)
    for cells in tables { try sums.add(cells.lazy.map(Optional.some)) }
    return sums.cells
  }
}
