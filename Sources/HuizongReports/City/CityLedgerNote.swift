import HuizongCore

/// Who sent ledgers and who did not, in words.
struct CityLedgerNote {
  private let city: CityLedger
  private let report: Report

  init(_ city: CityLedger, _ report: Report) {
    self.city = city
    self.report = report
  }

  /// For the workbook, which is a Chinese paper.
  var sheetText: String {
    let lines = lines(.chinese)
    return lines.isEmpty ? "应报单位都报了台账。" : lines.joined(separator: "\n")
  }

  /// A line for each state that wants attention, or that a reader would otherwise miss.
  func lines(_ language: Language) -> [String] {
    let isChinese = language == .chinese
    let mark = isChinese ? "、" : ", "
    func line(_ chinese: String, _ english: String, _ names: [String]) -> String? {
      names.isEmpty
        ? nil : (isChinese ? "\(chinese)：" : "\(english): ") + names.joined(separator: mark)
    }
    return [
      line("未报台账的单位", "no ledger from", names { $0 == .missing }),
      line("台账缺月份的单位", "ledgers of some months lacking", city.units.compactMap(gaps)),
      line(
        "台账退回、案例未列入", "ledgers rejected, their cases left out",
        city.units.flatMap { rejected($0, isChinese) }),
      line(
        "台账待说明、案例已列入", "ledgers with open queries, their cases included",
        names { $0 == .needsExplanation }),
      line("报了台账、没有案例", "ledgers without a case", names { $0 == .none }),
      line(
        "看不出是哪个单位的台账、未列入", "ledgers of an unknown unit, left out",
        city.others.map { Terminal.clean($0.path) }),
    ].compactMap { $0 }
  }

  private func name(_ unit: UnitLedger) -> String { report.roster.units[unit.unit].short }

  private func names(_ isMeant: (LedgerState) -> Bool) -> [String] {
    city.units.filter { isMeant($0.state) }.map(name)
  }

  private func gaps(_ unit: UnitLedger) -> String? {
    guard case .incomplete(let months) = unit.state else { return nil }
    return "\(name(unit))（\(months.map { "\($0)月" }.joined(separator: "、"))）"
  }

  private func rejected(_ unit: UnitLedger, _ isChinese: Bool) -> [String] {
    unit.leftOut.map { path, cases in
      let path = Terminal.clean(path)
      return isChinese
        ? "\(name(unit))（\(path)，\(cases) 件）" : "\(name(unit)) (\(path), \(cases) cases)"
    }
  }
}

extension LedgerState {
  /// Something is still to come.
  var lacks: Bool {
    switch self {
    case .sent, .none, .notRequired: false
    case .missing, .incomplete, .rejected, .needsExplanation: true
    }
  }

  /// For other programs.
  var key: String {
    switch self {
    case .sent: "accepted"
    case .none: "nil-return"
    case .missing: "missing"
    case .incomplete: "incomplete"
    case .rejected: "rejected"
    case .needsExplanation: "needs-explanation"
    case .notRequired: "not-required"
    }
  }

  /// For a list of who has reported.
  var words: Both {
    switch self {
    case .sent: Both("通过", "accepted")
    case .none: Both("无案例", "no case")
    case .missing: Both("缺报", "missing")
    case .incomplete: Both("缺部分月份", "months missing")
    case .rejected: Both("退回", "rejected")
    case .needsExplanation: Both("待说明", "needs explanation")
    case .notRequired: Both("未报（可不报）", "none (not required)")
    }
  }
}
