import HuizongCore

/// Names for the states of units, in a word and as a request.
public struct UnitStateWords {
  let language: Language

  public init(language: Language) { self.language = language }

  /// For a table of who has reported.
  func short(_ state: UnitState) -> String { words(state)[language] }

  private func words(_ state: UnitState) -> Both {
    switch state {
    case .included: Both("通过", "accepted")
    case .nilReturn: Both("零报告", "nil return")
    case .missing: Both("缺报", "missing")
    case .incomplete: Both("缺部分月份", "months missing")
    case .overlapping: Both("期间重叠", "periods overlap")
    case .rejected: Both("退回", "rejected")
    case .needsExplanation: Both("待说明", "needs explanation")
    case .notRequired: Both("未报（可不报）", "none (not required)")
    }
  }

  /// For other programs.
  static func key(_ state: UnitState) -> String {
    switch state {
    case .included: "accepted"
    case .nilReturn: "nil-return"
    case .missing: "missing"
    case .incomplete: "incomplete"
    case .overlapping: "overlapping"
    case .rejected: "rejected"
    case .needsExplanation: "needs-explanation"
    case .notRequired: "not-required"
    }
  }

  /// What stands in the way and what to do, for one unit.
  public func request(_ unit: RolledUnit, _ rollUp: RollUp) -> String {
    requestWords(unit, rollUp)[language]
  }

  private func requestWords(_ unit: RolledUnit, _ rollUp: RollUp) -> Both {
    let errors = count(unit) { $0.level == .error }
    let queries = count(unit) { $0.level == .query && $0.isOpen }
    switch unit.state {
    case .included, .nilReturn, .notRequired: return Both("", "")
    case .missing:
      return ReceivedWords(unit, rollUp.period)?.request
        ?? Both("没有 \(rollUp.period) 的报表，请催报", "no table of \(rollUp.period); send a reminder")
    case .incomplete(let months):
      let list = months.map { "\($0)" }
      return Both(
        "缺 \(list.joined(separator: "、")) 月的报表，请催报",
        "the months \(list.joined(separator: ", ")) are missing; send a reminder")
    case .overlapping:
      return Both(
        "各表的月份互相重叠，拼不出 \(rollUp.period)，请补报各月或一份累计表",
        "its tables overlap and do not make up \(rollUp.period); ask for the months or one cumulative table"
      )
    case .rejected:
      return Both("有 \(errors) 处错误，请退回重报", "\(errors) errors; send it back to be corrected")
    case .needsExplanation:
      return Both(
        "有 \(queries) 处待说明，请更正或说明",
        "\(queries) open queries; ask for a correction or an explanation")
    }
  }

  private func count(_ unit: RolledUnit, _ matches: (Finding) -> Bool) -> Int {
    unit.allFindings.count { matches($0.finding) }
  }
}

extension RolledUnit {
  /// What the checks found in the tables that count, and between all of them.
  public var allFindings: [PlacedFinding] {
    tables.flatMap(\.parts).flatMap { entry in
      entry.findings.map { PlacedFinding(path: entry.path, $0) }
    } + findings
  }
}
