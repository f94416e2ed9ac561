import HuizongCore

/// Who has reported, what is wrong, and the reminders to send.
public struct StatusReport {
  let rollUp: RollUp
  let report: Report
  let calendar: FormCalendar
  let today: Day
  var words: UnitStateWords { UnitStateWords(language: report.language) }

  /// `today` tells who is late.
  public init(_ rollUp: RollUp, _ report: Report, today: Day) {
    self.rollUp = rollUp
    self.report = report
    self.today = today
    calendar = FormCalendar(report.form)
  }

  var isChinese: Bool { report.language == .chinese }

  func unit(_ unit: RolledUnit) -> Roster.Unit { report.roster.units[unit.unit] }

  /// The units that must report, and those others that did.
  var listed: [RolledUnit] {
    rollUp.units.filter { unit($0).required || !$0.all.isEmpty }
  }

  func timing(_ unit: RolledUnit) -> Timing {
    rollUp.timing(unit, calendar, today: today)
  }

  var timingWords: TimingWords { TimingWords(language: report.language) }

  /// What became of the unit's ledger; nil when none comes with the form.
  func ledger(_ unit: RolledUnit) -> LedgerState? {
    rollUp.ledger?.units[unit.unit].state
  }

  // MARK: Text

  public func text() -> [UInt8] {
    var text = isChinese ? "\(rollUp.period) 上报情况\n\n" : "Reports for \(rollUp.period)\n\n"
    for unit in rollUp.units { text += line(unit) }
    text += "\n\(counts())\n" + ledgers() + timingWords.next(calendar, today: today)
    for unit in rollUp.blocking { text += "\n\(reminder(unit))\n" }
    return Array(text.utf8)
  }

  private func line(_ unit: RolledUnit) -> String {
    let months = rollUp.period.isMonth ? "" : rollUp.period.split.map { month(unit, $0) }.joined()
    let timing = timingWords.short(timing(unit))
    let detail = [words.request(unit, rollUp), timing].filter { !$0.isEmpty }
      .joined(separator: isChinese ? "；" : "; ")
    return self.unit(unit).short.padded(14) + words.short(unit.state).padded(16) + months + detail
      + "\n"
  }

  private func month(_ unit: RolledUnit, _ month: Period) -> String {
    let covers = unit.tables.contains { $0.period.contains(month) }
    return "\(month.first)\(isChinese ? "月" : "")\(covers ? "✓" : "—") ".padded(6)
  }

  private func counts() -> String {
    let due = rollUp.units.filter { unit($0).required }
    let counted = due.count { $0.state.counts }
    let missing = due.count { $0.state == .missing }
    let rest = due.count - counted - missing
    let late = due.count { timing($0).daysLate > 0 }
    return isChinese
      ? "应报 \(due.count) 个单位，通过 \(counted)，缺报 \(missing)，有问题 \(rest)；逾期 \(late)"
      : "\(due.count) units must report: \(counted) accepted, \(missing) missing, \(rest) with problems; \(late) late"
  }

  /// Ledgers stand in no figure's way, and are due all the same.
  private func ledgers() -> String {
    guard let city = rollUp.ledger, let title = report.form.ledger?.title else { return "" }
    let lines = CityLedgerNote(city, report).lines(report.language)
    if city.isEmpty { return isChinese ? "\(title)：一份也没有收到\n" : "\(title): none has come\n" }
    return lines.map { "\(title)：\($0)\n" }.joined()
  }

  // MARK: Reminders

  /// What to send to a unit (催报), ready to be copied.
  func reminder(_ unit: RolledUnit) -> String {
    let name = self.unit(unit).name
    let findings = unit.allFindings.filter(\.finding.isOpen)
    let ask = timingWords.sentence(timing(unit)) + ask(unit)
    var text =
      isChinese
      ? "【催报】\(name)：\(report.form.title)（\(rollUp.period)）\(ask)"
      : "[Reminder] \(name): \(report.form.title) (\(rollUp.period)) \(ask)"
    for finding in findings.prefix(10) { text += "\n  \(sentence(finding))" }
    if findings.count > 10 {
      text +=
        isChinese ? "\n  另有 \(findings.count - 10) 处。" : "\n  and \(findings.count - 10) more."
    }
    return text
  }

  private func sentence(_ placed: PlacedFinding) -> String {
    let cell = placed.finding.place.cell.map { "\($0) " } ?? ""
    return "\(Terminal.clean(placed.path)) \(cell)\(report.wording.message(placed.finding))"
  }

  private func ask(_ unit: RolledUnit) -> String {
    let both =
      switch unit.state {
      case .missing:
        ReceivedWords(unit, rollUp.period)?.reminder
          ?? Both("尚未收到，请尽快报送。", "has not arrived; please send it.")
      case .incomplete(let months):
        Both(
          "还缺 \(months.map(String.init).joined(separator: "、")) 月，请补报。",
          "lacks the months \(months.map(String.init).joined(separator: ", ")); please send them.")
      case .overlapping:
        Both(
          "各表月份重叠，请按月补报或报一份累计表。",
          "has tables that overlap; please send the months, or one cumulative table.")
      case .rejected: Both("有错误，请更正后重报：", "has errors; please correct them and submit again:")
      default: Both("有待核实的数字，请更正或写明说明：", "has open queries; please correct or explain them:")
      }
    return both[report.language]
  }
}
