/// Reads the rows below a ledger's header.
struct LedgerRowReader {
  private let form: LedgerForm
  private let year: Int
  private let answers: AnswerReader
  private let none: [[UInt8]]

  init(_ form: LedgerForm, year: Int) {
    self.form = form
    self.year = year
    answers = AnswerReader(form.words)
    none = form.words.none.map { Label.folded($0) }
  }

  func read(_ row: LedgerRow, into ledger: inout Ledger) {
    if let finding = shift(row) {
      ledger.findings.append(finding)
    } else if let place = saysNone(row) {
      let sent = ledger.columns[form.sent] > 0 ? row.text(ledger.columns[form.sent] - 1) : ""
      ledger.nilRows.append((place, DayReader.read(sent).day))
    } else if let finding = words(row, ledger) {
      ledger.findings.append(finding)
    } else {
      readCase(row, into: &ledger)
    }
    explanation(row, &ledger)
  }

  // MARK: Rows that are no case

  /// Something stands where no column is: a comma in the text that nobody quoted pushes the rest to
  /// the right.
  private func shift(_ row: LedgerRow) -> Finding? {
    guard let column = row.filled.first(where: { row.kind($0) == .blank }) else { return nil }
    return Finding(
      .ledgerRowShifted, at: row.place(column), Fact(.found, CellText.shown(row.words(column))),
      Fact("count", row.texts.count), Fact("columns", row.kinds.count))
  }

  /// `无`, `本月无典型案例`: the row, apart from a date, says only that there is none.
  private func saysNone(_ row: LedgerRow) -> Place? {
    var place: Place?
    for column in row.filled where isKept(row.kind(column)) {
      if isNone(row.text(column)) {
        place = place ?? row.place(column)
      } else if !answers.isBlank(row.text(column)), !isDate(row, column), !isNo(row, column) {
        return nil
      }
    }
    return place
  }

  private func isKept(_ kind: LedgerColumn) -> Bool {
    if case .form = kind { true } else { kind == .unknown }
  }

  private func isDate(_ row: LedgerRow, _ column: Int) -> Bool {
    kind(row, column) == .date && DayReader.read(row.text(column)).day != nil
  }

  private func isNo(_ row: LedgerRow, _ column: Int) -> Bool {
    kind(row, column) == .answer && answers.read(row.text(column)) == .answer(false)
  }

  private func kind(_ row: LedgerRow, _ column: Int) -> LedgerForm.Column.Kind? {
    if case .form(let index) = row.kind(column) { form.columns[index].kind } else { nil }
  }

  /// A short sentence with one of the form's words for it: a case takes more than that to tell.
  private func isNone(_ text: String) -> Bool {
    let folded = Label.folded(text)
    let isSentence = text.unicodeScalars.count <= 20
    return none.contains { word in
      folded == word || (isSentence && word.count >= 9 && folded.contains(word))
    }
  }

  /// One cell with words, and not where a case is told: a remark below the rows.
  private func words(_ row: LedgerRow, _ ledger: Ledger) -> Finding? {
    let filled = row.filled
    guard filled.count == 1, let column = filled.first, !isDate(row, column),
      row.kind(column) != .form(form.content), row.kind(column) != .explanation
    else { return nil }
    return Finding(
      .ledgerWords, at: row.place(column), Fact(.found, CellText.shown(row.words(column))))
  }

  // MARK: A case

  private func readCase(_ row: LedgerRow, into ledger: inout Ledger) {
    let places = form.columns.indices.map { column in
      ledger.columns[column] > 0 ? row.place(ledger.columns[column] - 1) : row.place(0)
    }
    var found = LedgerCase(
      cells: Array(repeating: .blank, count: form.columns.count), places: places, row: row.row)
    for column in form.columns.indices where ledger.columns[column] > 0 {
      let text = row.words(ledger.columns[column] - 1)
      found.cells[column] = cell(text, column, places[column], &ledger)
    }
    // A row of nothing but a unit, or an explanation.
    guard found.cells.contains(where: { $0 != .blank }) else { return }
    takeDateFromAbove(&found, &ledger)
    reportBlank(found, &ledger)
    ledger.cases.append(found)
  }

  private func cell(
    _ text: String, _ column: Int, _ place: Place, _ ledger: inout Ledger
  ) -> LedgerCase.Cell {
    if text.unicodeScalars.contains("\u{FFFD}") {
      ledger.findings.append(Finding(.damagedCell, at: place, Fact(.found, CellText.shown(text))))
      return .text(text)
    }
    switch form.columns[column].kind {
    case .text: return answers.isBlank(text) ? .blank : .text(text)
    case .date: return answers.isBlank(text) ? .blank : date(text, column, place, &ledger)
    case .answer: return answer(text, column, place, &ledger)
    }
  }

  private func date(
    _ text: String, _ column: Int, _ place: Place, _ ledger: inout Ledger
  ) -> LedgerCase.Cell {
    let facts = [Fact("label", form.columns[column].name), Fact(.found, CellText.shown(text))]
    switch DayReader.read(text) {
    case .day(let day): return .day(day)
    case .understood(let day):
      ledger.findings.append(
        Finding(.dateUnderstood, at: place, facts: facts + [Fact("day", day.description)]))
      return .day(day)
    case .none(let reason):
      let meant = DaySuggestion.days(for: text, year: year)
      let suggestion = meant.isEmpty ? [] : [Fact(.suggestion, meant)]
      ledger.findings.append(
        Finding(.notADate, at: place, facts: facts + [Fact("reason", reason)] + suggestion))
      return .text(text)
    }
  }

  private func answer(
    _ text: String, _ column: Int, _ place: Place, _ ledger: inout Ledger
  ) -> LedgerCase.Cell {
    switch answers.read(text) {
    case .answer(let answer): return .answer(answer)
    case .blank: return .blank
    case .unreadable:
      ledger.findings.append(
        Finding(
          .notAnAnswer, at: place, Fact("label", form.columns[column].name),
          Fact(.found, CellText.shown(text)), Fact(.expected, Both("是或否", "是 or 否"))))
      return .text(text)
    }
  }

  // MARK: Blank cells

  /// One date over several rows, merged, stands in the first of them. One that cannot be read there
  /// is one fault: the rows below have it from there, and nothing more is said.
  private func takeDateFromAbove(_ found: inout LedgerCase, _ ledger: inout Ledger) {
    guard found.cells[form.sent] == .blank, ledger.columns[form.sent] > 0,
      let above = ledger.cases.last?.cells[form.sent], above != .blank
    else { return }
    found.cells[form.sent] = above
    guard let day = above.day else { return }
    ledger.findings.append(
      Finding(
        .dateFromAbove, at: found.places[form.sent],
        Fact("label", form.columns[form.sent].name), Fact("day", day.description)))
  }

  private func reportBlank(_ found: LedgerCase, _ ledger: inout Ledger) {
    for column in form.columns.indices
    where found.cells[column] == .blank && ledger.columns[column] > 0 {
      let code = column == form.content ? Code.caseWithoutContent : .ledgerCellBlank
      ledger.findings.append(
        Finding(code, at: found.places[column], Fact("label", form.columns[column].name)))
    }
  }

  private func explanation(_ row: LedgerRow, _ ledger: inout Ledger) {
    guard let column = row.kinds.firstIndex(of: .explanation), !row.text(column).isEmpty else {
      return
    }
    ledger.explanations.append(
      Explanation(category: nil, text: row.words(column), place: row.place(column)))
  }
}
