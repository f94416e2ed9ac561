/// One table beside its own months and the other units: which checks apply, and what they say.
struct TableComparison {
  let check: PlausibilityCheck
  let trend: CityTrend
  let subject: PlausibilityCheck.Subject
  let entries: [Entry]
  let now: UnitMonth

  var form: Form { check.form }
  private var policy: PlausibilityPolicy { check.policy }

  /// One mistake, one finding: where a table is another one's copy, or cumulative, its single
  /// figures are not asked about as well.
  func result(copy: CopiedTables.Copy?) -> PlausibilityCheck.Result {
    var result = PlausibilityCheck.Result()
    if let copy {
      result.remarks = remark(copied(copy))
      return result
    }
    let present = trend.present(without: subject.unit, check.archive)
    result.remarks += money() + shares(present)
    do throws(Expectation.Lack) {
      let expectation = try Expectation(
        now, unit: subject.unit, trend, check.archive, policy)
      result.remarks += figures(expectation)
    } catch {
      result.lack = error
    }
    return result
  }

  private func figures(_ expectation: Expectation) -> [PlausibilityCheck.Remark] {
    if subject.period.isMonth, let suspicion = CumulativeAsMonth(form: form).find(expectation) {
      return remark(cumulative(suspicion, expectation))
    }
    let months = expectation.months.compactMap { check.archive.months[subject.unit][$0]?.cells }
    let misplaced = MisplacedLines(form: form, policy: policy).find(expectation, months)
    var remarks = misplaced.map { self.remark(lines($0, expectation)) } ?? []
    let cells = UnlikelyCells(form: form, policy: policy).find(expectation)
    for cell in cells where !(misplaced?.covers(cell.category, cell.metric) ?? false) {
      remarks += remark(cell.category, cell.metric) { unlikely(cell, expectation, at: $0) }
    }
    return remarks
  }

  // MARK: Money and shares

  private func money() -> [PlausibilityCheck.Remark] {
    let columns = MoneyColumns(form: form, policy: policy)
    return columns.find(now, usual: usualAmounts).flatMap { remark(moneyColumn($0)) }
  }

  /// The unit's amounts of the months before, and the others' of this month.
  private func usualAmounts(_ number: Int) -> MoneyColumns.Usual {
    let others = trend.usualAmount(number, without: subject.unit, fewest: policy.units)
    let months = check.archive.months[subject.unit][..<trend.month].compactMap { $0?.cells }
    return MoneyColumns.Usual(policy.amounts[number], months, others: others, form)
  }

  private func shares(_ present: (sums: [Int64], units: Int)) -> [PlausibilityCheck.Remark] {
    guard present.units >= policy.units else { return [] }
    return FailingShares(form: form, policy: policy).find(now, others: present.sums)
      .flatMap { unusual in
        remark(unusual.category, unusual.share.part) {
          share(unusual, units: present.units, at: $0)
        }
      }
  }

  // MARK: Places

  /// Of the table as a whole: the first of its files.
  private func remark(_ finding: (Submission) -> Finding) -> [PlausibilityCheck.Remark] {
    guard let index = subject.entries.first, let submission = entries[index].submission else {
      return []
    }
    return [PlausibilityCheck.Remark(entry: index, finding: finding(submission))]
  }

  /// Of a cell: the file that has its row.
  private func remark(
    _ category: Int, _ metric: Int, _ finding: (Place) -> Finding
  ) -> [PlausibilityCheck.Remark] {
    for index in subject.entries {
      guard let table = entries[index].submission?.table, table.rows[category].row > 0 else {
        continue
      }
      return [
        PlausibilityCheck.Remark(
          entry: index, finding: finding(table.place(category, metric)))
      ]
    }
    return []
  }
}

extension MisplacedLines.Misplaced {
  /// Whether a cell stands in one of the lines.
  func covers(_ category: Int, _ metric: Int) -> Bool {
    let line = lines == .rows ? category : metric
    return switch move {
    case .exchanged(let first, let second): line == first || line == second
    case .moved(let range, let step):
      range.contains(line) || range.contains(line - step)
    }
  }
}
