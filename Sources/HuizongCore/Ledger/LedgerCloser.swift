/// Finishes what was read of a ledger: whose it is, of when, and what concerns it as a whole.
struct LedgerCloser {
  let table: TableReader
  let ledger: LedgerForm
  let layout: LedgerLayout

  private var heading: Heading { layout.heading }
  private var shared: SubmissionCloser { SubmissionCloser(table: table) }

  func close(_ reading: inout Ledger) {
    reading.findings = layout.findings + reading.findings
    shared.addStrayQuotes(layout.rows.strayQuotes, &reading)
    resolveUnit(&reading)
    resolvePeriod(&reading)
    reading.explanations += heading.explanations
    keepNotes(&reading)
    reading.findings += LedgerCheck(form: table.form, ledger: ledger).findings(reading)
  }

  // MARK: Unit

  private func resolveUnit(_ reading: inout Ledger) {
    let label = ledger.words.unit.first ?? table.form.words.unit[0]
    let column = layout.column(of: .unit)
    let entry = self.entry(column, reading.unitText, heading.units, reading)
    guard let entry, !entry.text.isEmpty else {
      let place = entry?.place ?? Place(line: 1, row: 1, column: 0)
      reading.findings.append(Finding(.noUnit, at: place, Fact("label", label)))
      return
    }
    shared.resolve(unit: entry, &reading)
    guard column == nil else { return }
    shared.contradiction(heading.units, Both(label, label), same: shared.sameUnit, &reading)
  }

  /// The value of the rows' own column, or else that of the heading.
  private func entry(
    _ column: Int?, _ text: String, _ entries: [Heading.Entry], _ reading: Ledger
  ) -> Heading.Entry? {
    guard let column else { return entries.first { !$0.text.isEmpty } ?? entries.first }
    let place = reading.place
    return Heading.Entry(
      text: text, place: Place(line: place.line, row: place.row, column: column + 1))
  }

  // MARK: Period

  /// The form has no line for the period: where there is none, the dates of sending tell it.
  private func resolvePeriod(_ reading: inout Ledger) {
    let column = layout.column(of: .period)
    let entry = self.entry(column, reading.periodText, heading.periods, reading)
    if let entry, !entry.text.isEmpty {
      reading.statesPeriod = true
      shared.resolve(period: entry, &reading)
      guard column == nil else { return }
      return shared.contradiction(
        heading.periods, shared.periodWord, same: shared.samePeriod, &reading)
    }
    let months =
      reading.cases.compactMap { $0.cells[ledger.sent].day }
      + reading.nilRows.compactMap(\.sent)
    let inYear = months.filter { $0.year == table.form.year }.map(\.month)
    guard let first = inYear.min(), let last = inYear.max() else { return }
    reading.period = Period(year: table.form.year, first: first, last: last)
  }

  private func keepNotes(_ reading: inout Ledger) {
    guard let first = heading.notes.first else { return }
    reading.findings.append(
      Finding(.notesKept, at: first.place, Fact("labels", heading.notes.map(\.note.label))))
    for note in heading.notes {
      _ = shared.isDamaged(Heading.Entry(text: note.note.text, place: note.place), &reading)
    }
  }
}
