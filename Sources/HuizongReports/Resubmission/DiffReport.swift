import HuizongCore

/// What changed between a table and its resubmission, and the words for it that every renderer uses.
public struct DiffReport {
  let comparison: Resubmissions
  /// Nil when nobody asked for the city's figures.
  let effects: [CityEffect]?
  /// Of the other units' files, those that nobody can place.
  let unplaced: [Entry]
  let report: Report

  public init(
    _ comparison: Resubmissions, effects: [CityEffect]?, unplaced: [Entry], _ report: Report
  ) {
    self.comparison = comparison
    self.effects = effects
    self.unplaced = unplaced
    self.report = report
  }

  var form: Form { report.form }

  func say(_ chinese: String, _ english: String) -> String { report.say(chinese, english) }

  func list(_ items: [String]) -> String { items.joined(separator: say("、", ", ")) }

  // MARK: Tables

  /// Whose and of when.
  func name(_ table: SentTable) -> String {
    guard table.unit != nil || table.period != nil else { return files(table) }
    let unit = table.unit.map { report.roster.units[$0].short }
    return [
      unit ?? say("单位不明", "unit unknown"),
      table.period.map(report.period) ?? say("数据周期不明", "period unknown"),
    ].joined(separator: " ")
  }

  func files(_ table: SentTable) -> String { list(table.parts.map { Terminal.clean($0.path) }) }

  /// The status, and how many findings there are behind it.
  func status(_ table: SentTable) -> String {
    let findings = table.findings.map(\.finding)
    let counts = [
      (say("错误", "errors"), findings.count { $0.level == .error }),
      (say("核实", "queries"), findings.count { $0.level == .query && $0.isOpen }),
      (say("已说明", "explained"), findings.count { $0.level == .query && !$0.isOpen }),
    ].filter { $0.1 > 0 }.map { say("\($0) \($1)", "\($1) \($0)") }
    let name = report.status(table.status)
    return counts.isEmpty
      ? name : name + say("（\(list(counts))）", " (\(list(counts)))")
  }

  /// What has to be said before anything else.
  func warnings(_ pair: Resubmission) -> [String] {
    var warnings: [String] = []
    if pair.isOfAnother {
      warnings.append(
        say(
          "注意：原来的表是“\(name(pair.old))”，重报的表是“\(name(pair.new))”。如果不是更正表头，就是拿错了文件。",
          "Mind: the old table is “\(name(pair.old))”, the new one is “\(name(pair.new))”. Unless the heading was corrected, one of them is the wrong file."
        ))
    }
    for (table, side) in [(pair.old, say("原来", "old")), (pair.new, say("重报", "new"))] {
      if !table.hasTable {
        warnings.append(
          say(
            "\(side)的文件里没有读得出的表，无法逐格比较。",
            "The \(side) file holds no table that can be read: its cells cannot be compared."))
      } else if table.isRival {
        warnings.append(
          say(
            "\(side)的一边有同一单位、同一期的两份不同的表，不知道以哪份为准，没有逐格比较。请删去作废的一份，或写明修订。",
            "The \(side) side holds two different tables of one unit and period, and nothing says which counts: no cells are compared. Remove one, or state the revision."
          ))
      }
    }
    if effects != nil, !isInEffects(pair) {
      warnings.append(
        say(
          "没有算出对全市数的影响：表不能比较、表头读不出，或不在 --period 的期间内。",
          "What it does to the city's figures is not worked out: the tables cannot be compared, the heading cannot be read, or it lies outside --period."
        ))
    }
    if pair.isUnchanged {
      warnings.append(
        say(
          "数字、表头和说明都没有变化。",
          "Nothing changed: neither figures nor heading nor explanations."))
    }
    return warnings
  }

  private func isInEffects(_ pair: Resubmission) -> Bool {
    guard pair.isComparable, let unit = pair.new.unit, let period = pair.new.period else {
      return false
    }
    return (effects ?? []).contains { effect in
      effect.period.contains(period) && effect.exchanged.contains { $0.unit == unit }
    }
  }

  /// What is said when no table has its fellow.
  var nothing: String {
    say(
      "没有可以比对的表：两边没有同一单位、同一期的。请检查文件夹是否写对。",
      "There is nothing to compare: the two sides share no unit and period. See whether the paths are right."
    )
  }

  /// Why a unit's table changes nothing in the city's figures that anybody could tell.
  func gap(_ exchange: CityEffect.Exchange) -> String? {
    switch exchange.gap {
    case nil: nil
    case .incomplete(let months):
      say(
        "缺 \(months.map(String.init).joined(separator: "、")) 月的表，没有计入",
        "lacks the months \(months.map(String.init).joined(separator: ", ")): in neither figure")
    default:
      say("各表的月份拼不出这一期间，没有计入", "its tables do not make up the period: in neither figure")
    }
  }
}
