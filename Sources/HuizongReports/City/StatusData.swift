import HuizongCore

/// Who has reported, for spreadsheets and other programs.
extension StatusReport {
  // MARK: CSV

  public func csv() -> [UInt8] {
    var bytes: [UInt8] = [0xEF, 0xBB, 0xBF]
    let header =
      isChinese
      ? ["单位代码", "单位", "数据周期", "状态", "情况", "文件", "截止日期", "逾期天数", "期限", "台账"]
      : [
        "code", "unit", "period", "status", "detail", "files", "due", "days late", "timing",
        "ledger",
      ]
    CSVWriter.append(header, to: &bytes)
    for unit in listed {
      let files = unit.files.joined(separator: "; ")
      CSVWriter.append(
        [
          self.unit(unit).code, self.unit(unit).name, rollUp.period.description,
          words.short(unit.state), words.request(unit, rollUp), files,
        ] + timed(unit), to: &bytes)
    }
    return bytes
  }

  private func timed(_ unit: RolledUnit) -> [String] {
    let timing = timing(unit)
    return [
      timing.due?.description ?? "", timing.daysLate > 0 ? String(timing.daysLate) : "",
      timingWords.short(timing), ledger(unit)?.words[report.language] ?? "",
    ]
  }

  // MARK: JSON

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
      writer.member("today", today.description)
      writer.key("deadlines")
      writer.array(calendar.next(from: today, most: 3)) { writer, entry in
        writer.object { writer in
          writer.member("due", entry.day.description)
          writer.member("report", entry.report)
        }
      }
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
      json(&writer, timing(unit))
      writer.member("ledger", ledger(unit)?.key)
      writer.key("files")
      writer.array(unit.files) { $0.string($1) }
      if unit.state.blocks {
        writer.member("detail", words.request(unit, rollUp))
        writer.member("reminder", reminder(unit))
      }
    }
  }

  private func json(_ writer: inout JSONWriter, _ timing: Timing) {
    writer.member("timing", TimingWords.key(timing))
    writer.member("due", timing.due?.description)
    if timing.daysLate > 0 { writer.member("daysLate", timing.daysLate) }
    if case .notDue(_, let days) = timing { writer.member("daysLeft", days) }
  }
}
