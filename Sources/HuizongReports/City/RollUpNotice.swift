import HuizongCore

/// What a roll-up has to say before it writes: the units that do not count, the files left aside.
public struct RollUpNotice {
  private let rollUp: RollUp
  private let report: Report

  public init(_ rollUp: RollUp, _ report: Report) {
    self.rollUp = rollUp
    self.report = report
  }

  public var lines: [String] {
    rollUp.blocking.map(blocking) + others + versions + ledgers + report.coverageLines
  }

  /// Ledgers stand in no figure's way, and are spoken of when any were sent.
  private var ledgers: [String] {
    guard let city = rollUp.ledger, !city.isEmpty else { return [] }
    return CityLedgerNote(city, report).lines(report.language)
  }

  /// The files that belong nowhere: one of them may be the table that is missed.
  public var others: [String] { rollUp.others.compactMap(other) }

  private var isChinese: Bool { report.language == .chinese }

  private func blocking(_ unit: RolledUnit) -> String {
    let name = report.roster.units[unit.unit].short
    let words = UnitStateWords(language: report.language)
    return "\(name)：\(words.short(unit.state))，\(words.request(unit, rollUp))"
  }

  /// Files of another period are not worth a line each; those that nobody can place are.
  private func other(_ entry: Entry) -> String? {
    guard entry.unit == nil || entry.period == nil else { return nil }
    let path = Terminal.clean(entry.path)
    let finding = entry.findings.first.map { report.wording.message($0) } ?? ""
    return isChinese ? "\(path) 未收入：\(finding)" : "\(path) is left out: \(finding)"
  }

  private var versions: [String] {
    rollUp.units.flatMap(\.findings).map {
      "\(Terminal.clean($0.path)) \($0.finding.code.text): \(report.wording.message($0.finding))"
    }
  }
}

/// The figures that a city office looks at first.
public struct KeyFigures {
  private let rollUp: RollUp
  private let report: Report

  public init(_ rollUp: RollUp, _ report: Report) {
    self.rollUp = rollUp
    self.report = report
  }

  /// Every metric's total, and where the files are.
  public func text(_ files: [(title: Both, path: String)]) -> [UInt8] {
    let isChinese = report.language == .chinese
    var text = "\(report.roster.name) \(rollUp.period)"
    text +=
      isChinese
      ? "，\(rollUp.counted.count) 个单位\(rollUp.isComplete ? "" : "（初稿）")\n"
      : ", \(rollUp.counted.count) units\(rollUp.isComplete ? "" : " (draft)")\n"
    for (index, metric) in report.form.metrics.enumerated() {
      let total = Exact(rollUp.total(index, report.form), decimals: metric.decimals)
      text += "  " + metric.label.padded(26) + total.description + "\n"
    }
    for file in files {
      let title = file.title[report.language] + (isChinese ? "：" : ": ")
      text += title + Terminal.clean(file.path) + "\n"
    }
    return Array(text.utf8)
  }
}
