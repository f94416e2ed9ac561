import HuizongCore

/// Who has reported, what is wrong, and the reminders to send.
public struct StatusReport {
  private let rollUp: RollUp
  private let report: Report
  private var words: UnitStateWords { UnitStateWords(language: report.language) }

  public init(_ rollUp: RollUp, _ report: Report) {
    self.rollUp = rollUp
    self.report = report
  }

  private var isChinese: Bool { report.language == .chinese }

  private func unit(_ unit: RolledUnit) -> Roster.Unit { report.roster.units[unit.unit] }

  /// The units that must report, and those others that did.
  private var listed: [RolledUnit] {
    rollUp.units.filter { unit($0).required || !$0.all.isEmpty }
  }

  // MARK: Text

  public func text() -> [UInt8] {
    var text = isChinese ? "\(rollUp.period) 上报情况\n\n" : "Reports for \(rollUp.period)\n\n"
    for unit in rollUp.units { text += line(unit) }
    text += "\n\(counts())\n"
    for unit in rollUp.blocking { text += "\n\(reminder(unit))\n" }
    return Array(text.utf8)
  }

  private func line(_ unit: RolledUnit) -> String {
    let months = rollUp.period.isMonth ? "" : rollUp.period.split.map { month(unit, $0) }.joined()
    let detail = words.request(unit, rollUp)
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
    return isChinese
      ? "应报 \(due.count) 个单位，通过 \(counted)，缺报 \(missing)，有问题 \(rest)"
      : "\(due.count) units must report: \(counted) accepted, \(missing) missing, \(rest) with problems"
  }

  // MARK: Reminders

  /// What to send to a unit (催报), ready to be copied.
  private func reminder(_ unit: RolledUnit) -> String {
    let name = self.unit(unit).name
    let findings = unit.allFindings.filter(\.finding.isOpen)
    var text =
      isChinese
      ? "【催报】\(name)：\(report.form.title)（\(rollUp.period)）\(ask(unit.state))"
      : "[Reminder] \(name): \(report.form.title) (\(rollUp.period)) \(ask(unit.state))"
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

  private func ask(_ state: UnitState) -> String {
    let both =
      switch state {
      case .missing: Both("尚未收到，请尽快报送。", "has not arrived; please send it.")
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

  // MARK: CSV and JSON

  public func csv() -> [UInt8] {
    var bytes: [UInt8] = [0xEF, 0xBB, 0xBF]
    let header =
      isChinese
      ? ["单位代码", "单位", "数据周期", "状态", "情况", "文件"]
      : ["code", "unit", "period", "status", "detail", "files"]
    CSVWriter.append(header, to: &bytes)
    for unit in listed {
      let files = unit.files.joined(separator: "; ")
      CSVWriter.append(
        [
          self.unit(unit).code, self.unit(unit).name, rollUp.period.description,
          words.short(unit.state), words.request(unit, rollUp), files,
        ], to: &bytes)
    }
    return bytes
  }

  public func json() -> [UInt8] {
    var writer = JSONWriter()
    writer.object { writer in
      writer.member("version", 1)
      writer.key("period")
      writer.object { writer in
        writer.member("from", rollUp.period.from)
        writer.member("to", rollUp.period.to)
      }
      writer.key("complete")
      writer.bool(rollUp.isComplete)
      writer.key("units")
      writer.array(listed, json)
    }
    return writer.bytes + [UInt8(ascii: "\n")]
  }

  private func json(_ writer: inout JSONWriter, _ unit: RolledUnit) {
    writer.object { writer in
      writer.member("unit", self.unit(unit).code)
      writer.member("unitName", self.unit(unit).name)
      writer.key("required")
      writer.bool(self.unit(unit).required)
      writer.member("status", UnitStateWords.key(unit.state))
      writer.key("files")
      writer.array(unit.files) { $0.string($1) }
      if unit.state.blocks {
        writer.member("detail", words.request(unit, rollUp))
        writer.member("reminder", reminder(unit))
      }
    }
  }
}
