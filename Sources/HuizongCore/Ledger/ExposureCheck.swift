/// A31: no more cases of a ledger were exposed than the unit's tables count.
struct ExposureCheck {
  let form: Form
  let ledger: LedgerForm

  /// A case that was exposed, with the entry that says so.
  private struct Exposed {
    let entry: Int
    let period: Period
    let cell: Place
    let identity: LedgerCase.Identity?
  }

  /// `found` are the entries with ledgers, the earliest first.
  func check(_ found: [Int], _ entries: inout [Entry]) {
    guard let (column, metric) = ledger.bound else { return }
    var byUnit: [Int: [Exposed]] = [:]
    for index in found {
      guard let unit = entries[index].unit, let own = entries[index].ledger else { continue }
      byUnit[unit, default: []] += exposed(own, index, column)
    }
    let units = byUnit.keys.sorted()
    let tables = tables(entries, Set(units))
    for unit in units {
      let own = tables.filter { $0.key.unit == unit }.sorted { $0.key.period < $1.key.period }
      check(byUnit[unit] ?? [], own, column, metric, &entries)
    }
  }

  private func exposed(_ own: Ledger, _ entry: Int, _ column: Int) -> [Exposed] {
    own.cases.compactMap { found in
      guard found.cells[column] == .answer(true), let period = found.period(in: own, ledger) else {
        return nil
      }
      return Exposed(
        entry: entry, period: period, cell: found.places[column],
        identity: found.identity(ledger))
    }
  }

  // MARK: Tables

  private struct Bound {
    let total: Int64
    let path: String
  }

  /// What the tables of these units count: parts together, of rival versions the most.
  private func tables(_ entries: [Entry], _ units: Set<Int>) -> [TableKey: Bound] {
    var sent: [TableKey: [Entry]] = [:]
    for entry in entries {
      guard entry.boundTotal != nil, let unit = entry.unit, units.contains(unit),
        let key = TableKey(unit, entry.period)
      else { continue }
      sent[key, default: []].append(entry)
    }
    let fitting = PartFitting(form: form)
    return sent.compactMapValues { entries in
      let tables = fitting.fit(entries).groups.map { bound($0.map { entries[$0] }) }
      return tables.reduce(nil) { most, table in
        most.map { $0.total >= table.total ? $0 : table } ?? table
      }
    }
  }

  private func bound(_ parts: [Entry]) -> Bound {
    let total = parts.compactMap(\.boundTotal).reduce(Int64(0)) { total, next in
      let (sum, overflow) = total.addingReportingOverflow(next)
      return overflow ? .max : sum
    }
    return Bound(total: total, path: parts[0].path)
  }

  // MARK: Comparing

  /// Months before what contains them: a month that is wrong need not be told again.
  private func check(
    _ exposed: [Exposed], _ tables: [(key: TableKey, value: Bound)], _ column: Int, _ metric: Int,
    _ entries: inout [Entry]
  ) {
    var told: [Period] = []
    let ordered = tables.sorted { $0.key.period.months.count < $1.key.period.months.count }
    for (key, bound) in ordered where !told.contains(where: key.period.contains) {
      let own = new(exposed, in: key.period)
      let total = Exact(bound.total, decimals: form.metrics[metric].decimals)
      guard let last = own.last, Exact(own.count) > total, let place = entries[last.entry].ledger
      else { continue }
      told.append(key.period)
      let cells = own.filter { $0.entry == last.entry }.compactMap(\.cell.cell)
      let facts =
        Fact.difference(Exact(own.count), total) + [
          Fact("label", ledger.columns[column].name), Fact("figure", form.metrics[metric].name),
          Fact("period", key.period.description), Fact("other", bound.path), Fact("cells", cells),
        ]
      entries[last.entry].findings.append(
        Finding(.exposedExceedTable, at: place.place(column: column), facts: facts))
    }
  }

  /// The cases of the period, each once, without those that were exposed before it.
  private func new(_ exposed: [Exposed], in period: Period) -> [Exposed] {
    let before = Set(
      exposed.filter { $0.period.year == period.year && $0.period.last < period.first }
        .compactMap(\.identity))
    var seen = before
    return exposed.filter { one in
      guard period.contains(one.period) else { return false }
      return one.identity.map { seen.insert($0).inserted } ?? true
    }
  }
}

extension Table {
  /// The sum of a column over the rows that are there; nil where one has no readable number.
  func sum(of metric: Int) -> Int64? {
    var sum: Int64 = 0
    for category in rows.indices where rows[category].row > 0 {
      guard let value = self[category, metric] else { return nil }
      let (next, overflow) = sum.addingReportingOverflow(value)
      guard !overflow else { return nil }
      sum = next
    }
    return sum
  }
}
