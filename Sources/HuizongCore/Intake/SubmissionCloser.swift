/// What has a heading that says whose it is and of when.
protocol Headed {
  var unit: Int? { get set }
  var unitText: String { get set }
  var period: Period? { get set }
  var periodText: String { get set }
  var place: Place { get set }
  var findings: [Finding] { get set }
}

extension Submission: Headed {}

/// Finishes what was read of a table: whose it is, of when, and what concerns it as a whole.
struct SubmissionCloser {
  let table: TableReader

  private var form: Form { table.form }

  func close(_ reading: inout TableReading) -> [Submission] {
    if reading.submissions.isEmpty {
      reading.addEmpty(form: form)
    }
    for index in reading.submissions.indices {
      close(&reading.submissions[index], reading)
    }
    return reading.submissions
  }

  private func close(_ submission: inout Submission, _ reading: TableReading) {
    let layout = reading.layout
    let heading = layout.heading
    submission.findings += layout.findings
    addStrayQuotes(layout.rows.strayQuotes, &submission)
    let unit = entry(layout.columns.unit, submission, submission.unitText, heading.units)
    let period = entry(layout.columns.period, submission, submission.periodText, heading.periods)
    resolve(unit: unit, &submission)
    resolve(period: period, &submission)
    if layout.columns.unit == nil {
      contradiction(heading.units, unitWord, same: sameUnit, &submission)
    }
    if layout.columns.period == nil {
      contradiction(heading.periods, periodWord, same: samePeriod, &submission)
    }
    dropRepeatsOfOtherTable(below: layout.header, &submission)
    RepeatedRows.fold(&submission.findings)
    readRevisions(heading.revisions, &submission)
    submission.explanations += heading.explanations
    keepNotes(heading, &submission)
    submission.findings += HeadingCheck(form: form).findings(heading)
    reportDamage(heading, &submission)
    ColumnShift(form: form).fold(&submission)
  }

  /// A number with a stray quotation mark is no number for that reason alone: one fault, one finding.
  func addStrayQuotes(_ places: [Place], _ submission: inout some Headed) {
    guard !places.isEmpty else { return }
    let stray = Set(places)
    submission.findings.removeAll { $0.code == .notNumber && stray.contains($0.place) }
    submission.findings += places.map { Finding(.strayQuote, at: $0) }
  }

  private var unitWord: Both { Both(form.words.unit[0], form.words.unit[0]) }
  var periodWord: Both { Both(form.words.period[0], form.words.period[0]) }

  /// The value of the row's own column, or else that of the heading.
  private func entry(
    _ column: Int?, _ submission: Submission, _ text: String, _ entries: [Heading.Entry]
  ) -> Heading.Entry? {
    guard let column else { return entries.first { !$0.text.isEmpty } ?? entries.first }
    let place = submission.place
    return Heading.Entry(
      text: text, place: Place(line: place.line, row: place.row, column: column + 1))
  }

  // MARK: Unit

  func resolve(unit entry: Heading.Entry?, _ submission: inout some Headed) {
    guard let entry, !entry.text.isEmpty else {
      let place = entry?.place ?? Place(line: 1, row: 1, column: 0)
      submission.findings.append(
        Finding(.noUnit, at: place, Fact("label", form.words.unit[0])))
      return
    }
    submission.unitText = entry.text
    submission.place = submission.place.row == 0 ? entry.place : submission.place
    submission.unit = table.unit(named: entry.text)
    guard submission.unit == nil, !isDamaged(entry, &submission) else { return }
    let names = table.roster.units.flatMap { [$0.name, $0.short] }
    let near = Spelling.suggestions(for: entry.text, among: names, most: 2)
    var facts = [Fact(.found, CellText.shown(entry.text)), Fact("roster", table.roster.name)]
    if !near.isEmpty { facts.append(Fact(.suggestion, near)) }
    submission.findings.append(Finding(.unknownUnit, at: entry.place, facts: facts))
  }

  // MARK: Period

  func resolve(period entry: Heading.Entry?, _ submission: inout some Headed) {
    guard let entry, !entry.text.isEmpty else {
      let place = entry?.place ?? Place(line: 1, row: 1, column: 0)
      submission.findings.append(
        Finding(
          .noPeriod, at: place, Fact("label", form.words.period[0]), Fact("year", form.year),
          example))
      return
    }
    submission.periodText = entry.text
    if isDamaged(entry, &submission) { return }
    var found: Fact { Fact(.found, CellText.shown(entry.text)) }
    switch table.period(entry.text) {
    case .period(let period): accept(period, entry.place, &submission)
    case .understood(let period):
      submission.findings.append(
        Finding(.periodUnderstood, at: entry.place, found, Fact("period", period.description)))
      accept(period, entry.place, &submission)
    case .impossible, .unreadable:
      submission.findings.append(
        Finding(.unreadablePeriod, at: entry.place, found, example, Fact("year", form.year)))
    }
  }

  private var example: Fact {
    let first = Period(year: form.year, first: form.months.lowerBound, last: form.months.lowerBound)
    return Fact("example", first?.description ?? "")
  }

  private func accept(_ period: Period, _ place: Place, _ submission: inout some Headed) {
    guard period.year == form.year else {
      submission.findings.append(
        Finding(
          .otherYear, at: place, Fact(.found, period.description), Fact(.expected, form.year)))
      return
    }
    submission.period = period
    guard
      let months = Period(
        year: form.year, first: form.months.lowerBound, last: form.months.upperBound)
    else { return }
    if !form.months.contains(period.first) || !form.months.contains(period.last) {
      submission.findings.append(
        Finding(
          .outsideCampaign, at: place, Fact(.found, period.description),
          Fact(.expected, months.description)))
    }
  }

  // MARK: The rest

  func sameUnit(_ left: String, _ right: String) -> Bool {
    let units = (table.unit(named: left), table.unit(named: right))
    return Label.folded(left) == Label.folded(right) || (units.0 != nil && units.0 == units.1)
  }

  func samePeriod(_ left: String, _ right: String) -> Bool {
    table.period(left) == table.period(right)
  }

  /// Two units or two periods in one file: two tables, and no telling which numbers are whose.
  func contradiction(
    _ entries: [Heading.Entry], _ what: Both, same: (String, String) -> Bool,
    _ submission: inout some Headed
  ) {
    let filled = entries.filter { !$0.text.isEmpty }
    guard let first = filled.first else { return }
    for other in filled.dropFirst() where !same(first.text, other.text) {
      submission.findings.append(
        Finding(
          .contradictoryHeading, at: other.place, Fact("what", what),
          Fact(.found, CellText.shown(other.text)), Fact("first", CellText.shown(first.text)),
          Fact("before", first.place.cell ?? "")))
    }
  }

  /// The rows of a second table repeat the products of the first, which is no fault of their own.
  private func dropRepeatsOfOtherTable(below header: Place, _ submission: inout Submission) {
    let other = submission.findings.first {
      $0.code == .contradictoryHeading && $0.place.row > header.row
    }
    guard let row = other?.place.row else { return }
    submission.findings.removeAll { $0.code == .repeatedCategory && $0.place.row > row }
  }

  /// The last one that says a number counts.
  private func readRevisions(_ entries: [Heading.Entry], _ submission: inout Submission) {
    for entry in entries {
      if let revision = RevisionReader.read(CellText(entry.text).plain) {
        submission.revision = revision
        continue
      }
      var facts = [Fact("label", form.words.revision[0])]
      if !entry.text.isEmpty { facts.append(Fact(.found, CellText.shown(entry.text))) }
      submission.findings.append(Finding(.revisionNotUnderstood, at: entry.place, facts: facts))
    }
  }

  // MARK: Damaged text

  /// Says so when a byte of the heading's entry was lost.
  func isDamaged(_ entry: Heading.Entry, _ submission: inout some Headed) -> Bool {
    guard entry.text.unicodeScalars.contains("\u{FFFD}") else { return false }
    let found = Fact(.found, CellText.shown(entry.text))
    submission.findings.append(Finding(.damagedCell, at: entry.place, found))
    return true
  }

  /// Words that are kept are whole: notes and explanations.
  private func reportDamage(_ heading: Heading, _ submission: inout Submission) {
    let notes = heading.notes.map { Heading.Entry(text: $0.note.text, place: $0.place) }
    let words = submission.explanations.map { Heading.Entry(text: $0.text, place: $0.place) }
    for entry in notes + words { _ = isDamaged(entry, &submission) }
  }

  // MARK: Notes

  private func keepNotes(_ heading: Heading, _ submission: inout Submission) {
    guard let first = heading.notes.first else { return }
    submission.notes = heading.notes.map(\.note)
    submission.findings.append(
      Finding(.notesKept, at: first.place, Fact("labels", heading.notes.map(\.note.label))))
  }
}

extension TableReading {
  /// A header without any row is still a table: one that lacks every product.
  mutating func addEmpty(form: Form) {
    add(form: form, at: layout.header, unit: "", period: "")
  }
}
