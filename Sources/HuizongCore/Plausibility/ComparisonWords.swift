import Glibc

/// What the comparison says: tables and numbers that a clerk can look up, no statistics.
extension TableComparison {
  func unlikely(
    _ cell: UnlikelyCells.Unlikely, _ expectation: Expectation, at place: Place
  ) -> Finding {
    let index = cell.category * form.metrics.count + cell.metric
    let (now, before) = (expectation.now[index], expectation.before[index])
    let others = (now: expectation.others.now[index], before: expectation.others.before[index])
    let usual = Estimate(cell.usual)
    var facts = [
      Fact(.found, Exact(now)), Fact(.expected, usual.exact),
      Fact(.gap, Exact(now) - usual.exact), Fact("months", expectation.months.count),
      Fact("before", Exact(before)), Fact("units", expectation.units),
    ]
    if others.before > 0 {
      let ratio = Estimate(Double(others.now) / Double(others.before), decimals: 2)
      facts.append(Fact("ratio", ratio.exact))
    }
    if let guess = guess(index, expectation) { facts.append(Fact("guess", guess)) }
    if !subject.period.isMonth { facts.append(Fact("cumulative", "")) }
    return Finding(
      .unlikelyFigure, at: place, category: cell.category, metric: cell.metric, facts: facts)
  }

  /// A slip that would explain the figure, if what was meant is in line again.
  private func guess(_ index: Int, _ expectation: Expectation) -> Both? {
    let (now, before) = (expectation.now[index], expectation.before[index])
    func fits(_ value: Int64) -> Bool { expectation.chance(of: value, index) > 0.1 }
    if Double(now) > expectation.usual[index] {
      if now >= 10, fits(now / 10) {
        return Both(
          "去掉末位是 \(now / 10)，与以前相符，像是多写了一位",
          "without its last digit it is \(now / 10), in line with before: a digit too many?")
      }
      if before > 0, now >= before, fits(now - before) {
        let value = now - before
        return Both(
          "减去前几个月的 \(before) 是 \(value)，像是填了累计数",
          "less the \(before) of the months before it is \(value): a cumulative figure?")
      }
      return nil
    }
    guard now > 0, fits(now * 10 + 5) else { return nil }
    return Both(
      "再多一位就与以前相符，像是漏写了一位", "with one more digit it is in line with before: a digit lost?")
  }

  func moneyColumn(_ column: MoneyColumns.Mistaken) -> (Submission) -> Finding {
    { submission in
      let times = column.conversion.factor
      var facts = [
        Fact(.found, Estimate(column.now, decimals: 2).exact),
        Fact("wrong", column.conversion.from),
        Fact("unit", column.conversion.to), Fact("rows", column.cells), Fact("times", times),
        Fact("corrected", Estimate(column.now * column.conversion.approximate, decimals: 2).exact),
        Fact("per", form.metrics[column.per].each),
      ]
      if let own = column.own { facts.append(Fact("own", Estimate(own, decimals: 2).exact)) }
      if let others = column.others {
        facts.append(Fact("others", Estimate(others, decimals: 2).exact))
      }
      let header = submission.table.headerPlace
      let place = Place(
        line: header.line, row: header.row, column: Int(submission.table.columns[column.metric]))
      var finding = Finding(.moneyInOtherUnit, at: place, metric: column.metric, facts: facts)
      if !column.isProven {
        finding.level = .query
        // A sentence that only a query has.
        finding.facts.append(Fact("mayStand", ""))
      }
      return finding
    }
  }

  func share(_ unusual: FailingShares.Unusual, units: Int, at place: Place) -> Finding {
    func percent(_ part: Double, _ whole: Double) -> Exact {
      Estimate(part / whole * 100, decimals: 1).exact
    }
    return Finding(
      .unusualShare, at: place, category: unusual.category, metric: unusual.share.part,
      facts: [
        Fact(.found, unusual.part), Fact("whole", unusual.whole),
        Fact("partName", form.metrics[unusual.share.part].name),
        Fact("wholeName", form.metrics[unusual.share.whole].name),
        Fact("share", percent(Double(unusual.part), Double(unusual.whole))),
        Fact("units", units), Fact("otherPart", Exact(unusual.others.part)),
        Fact("otherWhole", Exact(unusual.others.whole)),
        Fact("otherShare", percent(Double(unusual.others.part), Double(unusual.others.whole))),
      ])
  }

  func copied(_ copy: CopiedTables.Copy) -> (Submission) -> Finding {
    { submission in
      let unit = check.roster.units[copy.origin.unit].short
      let month = Period(
        year: subject.period.year, first: copy.origin.month, last: copy.origin.month)
      let isOwn = copy.origin.unit == subject.unit
      let other = Both(
        "\(isOwn ? "本单位" : unit) \(month?.description ?? "")",
        "\(isOwn ? "the unit's own" : unit) \(month?.description ?? "")")
      return Finding(
        .copiedTable, at: submission.place,
        facts: [Fact("other", other), Fact(.found, copy.equal), Fact("figures", copy.figures)])
    }
  }

  func cumulative(
    _ suspicion: CumulativeAsMonth.Suspicion, _ expectation: Expectation
  ) -> (Submission) -> Finding {
    { submission in
      let first = expectation.months.first ?? subject.period.first
      let range = Period(
        year: subject.period.year, first: first, last: subject.period.last)
      return Finding(
        .cumulativeAsMonth, at: submission.place,
        facts: [
          Fact(.found, Exact(suspicion.now)), Fact("before", Exact(suspicion.before)),
          Fact("months", expectation.months.count), Fact("figures", suspicion.figures),
          Fact("grown", suspicion.grown), Fact("range", range?.description ?? ""),
        ])
    }
  }
}

extension Metric {
  /// `每起立案`
  fileprivate var each: Both { Both("每\(unit ?? "个")\(name)", "per \(name)") }
}

/// An estimate as it is shown: no more decimals than it is good for.
private struct Estimate {
  let exact: Exact

  init(_ value: Double, decimals: Int? = nil) {
    let decimals = decimals ?? (value < 10 ? 1 : 0)
    let digits = (value * pow(10, Double(decimals))).rounded()
    exact = Exact(Int128(exactly: digits) ?? 0, decimals: decimals)
  }
}
