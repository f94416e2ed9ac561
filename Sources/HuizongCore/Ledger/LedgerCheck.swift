/// What can be said of one ledger by itself.
struct LedgerCheck {
  let form: Form
  let ledger: LedgerForm

  func findings(_ reading: Ledger) -> [Finding] {
    // A date from the row above is judged there.
    let inherited = Set(reading.findings.filter { $0.code == .dateFromAbove }.map(\.place))
    let dated = reading.cases.filter { !inherited.contains($0.places[ledger.sent]) }
    return reading.cases.flatMap(order) + dated.flatMap { sent($0, reading) }
      + repeated(reading.cases) + whole(reading)
  }

  // MARK: Dates

  /// A case is opened before it is sent; that it was sent in another year is a fault of its own.
  private func order(_ found: LedgerCase) -> [Finding] {
    guard let column = ledger.opened, let opened = found.cells[column].day,
      let sent = found.cells[ledger.sent].day, opened > sent,
      sent.year == form.year
    else { return [] }
    return [
      Finding(
        .openedAfterSent, at: found.places[column], Fact("label", ledger.columns[column].name),
        Fact(.found, opened.description), Fact("sentLabel", ledger.columns[ledger.sent].name),
        Fact("sent", sent.description), Fact(.gap, opened.days(after: sent)))
    ]
  }

  /// In the form's year it is; in the campaign's months, or in the months that the file states, it
  /// usually is.
  private func sent(_ found: LedgerCase, _ reading: Ledger) -> [Finding] {
    guard let sent = found.cells[ledger.sent].day else { return [] }
    let place = found.places[ledger.sent]
    let facts = [
      Fact("label", ledger.columns[ledger.sent].name), Fact(.found, sent.description),
    ]
    guard sent.year == form.year else {
      return [Finding(.sentInOtherYear, at: place, facts: facts + [Fact(.expected, form.year)])]
    }
    let campaign = Period(
      year: form.year, first: form.months.lowerBound, last: form.months.upperBound)
    let expected = reading.statesPeriod ? reading.period ?? campaign : campaign
    guard let expected, !expected.months.contains(sent.month) else { return [] }
    return [
      Finding(
        .sentOutsidePeriod, at: place, facts: facts + [Fact(.expected, expected.description)])
    ]
  }

  // MARK: Cases

  /// One case, one row: twice in a ledger it would count twice.
  private func repeated(_ cases: [LedgerCase]) -> [Finding] {
    var rows: [LedgerCase.Identity: Int] = [:]
    return cases.compactMap { found in
      guard let identity = found.identity(ledger) else { return nil }
      guard let first = rows[identity] else {
        rows[identity] = found.row
        return nil
      }
      let text = found.cells[ledger.content].text ?? ""
      return Finding(
        .repeatedCase, at: found.places[ledger.content], Fact(.found, CellText.shown(text)),
        Fact("first", first))
    }
  }

  private func whole(_ reading: Ledger) -> [Finding] {
    if let place = reading.nilRows.first?.place, !reading.cases.isEmpty {
      return [Finding(.casesBesideNone, at: place, Fact("count", reading.cases.count))]
    }
    // That the period cannot be read, or the dates, has been said.
    guard reading.period == nil, reading.periodText.isEmpty, reading.cases.isEmpty else {
      return []
    }
    let month = form.months.lowerBound
    return [
      Finding(
        .ledgerWithoutMonth, at: reading.header, Fact("label", form.words.period[0]),
        Fact("example", Period(year: form.year, first: month, last: month)?.description ?? ""))
    ]
  }
}
