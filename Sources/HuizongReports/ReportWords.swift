import HuizongCore

/// What the reports for people say in the same words.
extension Report {
  func say(_ chinese: String, _ english: String) -> String {
    language == .chinese ? chinese : english
  }

  func status(_ status: Status) -> String {
    switch status {
    case .accepted: say("通过", "accepted")
    case .needsExplanation: say("待说明", "needs explanation")
    case .rejected: say("退回", "rejected")
    case .leftOut: say("未检查", "left out")
    }
  }

  /// `2023年8月`, as the form is filled in, and as a Chinese spreadsheet keeps it; it would show
  /// `2023-08` as `Aug-23`.
  func period(_ period: Period) -> String {
    if language == .english { return period.description }
    let year = "\(period.year)年"
    return year + (period.isMonth ? "\(period.first)月" : "\(period.first)月至\(period.last)月")
  }

  /// The roster's name, or else what the file says.
  func unitName(_ entry: Entry) -> String? {
    if let unit = unit(entry) { return unit.name }
    guard let text = entry.submission?.unitText ?? entry.ledger?.unitText, !text.isEmpty else {
      return nil
    }
    return VisibleText.cut(text, most: Report.longestName)
  }

  /// Far longer than the name of any unit or period; what is longer was put there by mistake.
  static let longestName = 80

  func number(_ value: Int64, _ metric: Int) -> String {
    Exact(value, decimals: form.metrics[metric].decimals).description
  }

  /// A fact as text, where the finding has it.
  func fact(_ name: FactName, _ finding: Finding) -> String? {
    finding.fact(name).map(wording.text)
  }
}
