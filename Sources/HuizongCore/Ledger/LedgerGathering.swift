/// What can only be said of ledgers when every file has been read.
struct LedgerGathering {
  private let form: Form
  private let book: RuleBook

  init(form: Form, rules book: RuleBook) {
    self.form = form
    self.book = book
  }

  /// Cases that were sent before, and ledgers that say more than the unit's tables.
  /// `earlier` are files whose findings are not reported.
  func addFindings(to entries: inout [Entry], earlier: [Entry]) {
    guard let ledger = form.ledger, entries.contains(where: { $0.ledger != nil }) else { return }
    var all = earlier + entries
    let found = LedgerGathering.inOrder(all)
    continued(found, ledger, &all)
    ExposureCheck(form: form, ledger: ledger).check(found, &all)
    entries = Array(all.dropFirst(earlier.count))
  }

  /// By period, so that an earlier month comes first, and by path.
  private static func inOrder(_ entries: [Entry]) -> [Int] {
    entries.indices.filter { entries[$0].ledger != nil && entries[$0].unit != nil }
      .sorted { left, right in
        let (a, b) = (entries[left], entries[right])
        let (first, second) = (a.period?.last ?? 13, b.period?.last ?? 13)
        return (first, a.path, left) < (second, b.path, right)
      }
  }

  // MARK: Cases that go on

  private struct Key: Hashable {
    let unit: Int?
    let identity: LedgerCase.Identity
  }

  private func continued(_ found: [Int], _ ledger: LedgerForm, _ entries: inout [Entry]) {
    var before: [Key: (entry: Int, sent: LedgerCase)] = [:]
    for index in found {
      let own = entries[index].ledger?.cases ?? []
      let keyed = own.compactMap { sent in
        sent.identity(ledger).map { (Key(unit: entries[index].unit, identity: $0), sent) }
      }
      for (key, sent) in keyed {
        guard let (entry, earlier) = before[key] else { continue }
        let finding = finding(sent, earlier, entries[entry].path, ledger)
        entries[index].findings.append(finding)
      }
      for (key, sent) in keyed { before[key] = (index, sent) }
    }
  }

  private func finding(
    _ sent: LedgerCase, _ earlier: LedgerCase, _ path: String, _ ledger: LedgerForm
  ) -> Finding {
    let others = ledger.columns.indices.filter { $0 != ledger.sent }
    let isSame = others.allSatisfy { sent.cells[$0] == earlier.cells[$0] }
    var facts = [
      Fact(.found, CellText.shown(sent.cells[ledger.content].text ?? "")), Fact("other", path),
      Fact("first", earlier.row),
    ]
    if isSame { facts.append(Fact("unchanged", Both("没有变化", "nothing has changed since"))) }
    return Finding(.continuedCase, at: sent.places[ledger.content], facts: facts)
  }

  // MARK: Explanations

  /// A text in the column 说明 answers the queries of its row, a line below those of the whole.
  func weigh(_ entries: inout [Entry]) {
    // No check between tables ever asks about a ledger.
    let matcher = ExplanationMatcher(book, compared: true)
    for index in entries.indices {
      guard let ledger = entries[index].ledger, !ledger.explanations.isEmpty else { continue }
      let rows = Set(ledger.cases.map(\.row))
      for explanation in ledger.explanations {
        let row = rows.contains(explanation.place.row) ? explanation.place.row : nil
        let isMeant = { (finding: Finding) in
          row.map { $0 == finding.place.row } ?? !rows.contains(finding.place.row)
        }
        var meant = entries[index].findings.filter(isMeant)
        entries[index].findings.removeAll(where: isMeant)
        matcher.match([explanation], into: &meant)
        entries[index].findings += meant
      }
    }
  }
}
