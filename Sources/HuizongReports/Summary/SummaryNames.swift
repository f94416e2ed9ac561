import HuizongCore

/// What a summary knows besides the form's figures: who reported, for when, what was explained.
extension SummaryFacts {
  func number(_ number: SummaryNumber) -> Int {
    switch number {
    case .isWholeYear: period.months == form.months ? 1 : 0
    case .isDraft: rollUp.isComplete ? 0 : 1
    case .months: period.months.count
    case .categories: form.categories.count
    case .required: rollUp.units.count { roster.units[$0.unit].required }
    case .counted: rollUp.counted.count
    case .lacking: rollUp.blocking.count
    case .nilReturns: nilReturns.count
    case .unsplit: unsplit.count
    case .tables: rollUp.counted.reduce(0) { $0 + $1.tables.count }
    case .queries: queries.count
    case .explained: queries.count { !$0.isOpen }
    case .open: queries.count(where: \.isOpen)
    case .explainingUnits: Set(queries.filter { !$0.isOpen }.map(\.unit)).count
    }
  }

  /// Nil where there is nothing to name.
  func word(_ word: SummaryWord) -> String? {
    let text =
      switch word {
      case .office: roster.name
      case .year: "\(period.year)"
      case .period: SummaryFacts.months(period)
      case .form: form.title
      case .source: form.source
      case .lastMonth: "\(period.last)月"
      case .monthBefore: period.isMonth ? "" : "\(period.last - 1)月"
      case .countedUnits: SummaryFacts.list(rollUp.counted.map(name))
      case .lackingUnits: SummaryFacts.list(rollUp.blocking.map(lacking))
      case .nilUnits: SummaryFacts.list(nilReturns.map(name))
      case .extraUnits: SummaryFacts.list(extra.map(name))
      case .unsplitUnits: SummaryFacts.list(unsplit.map(name))
      case .explainedQueries: titles { !$0.isOpen }
      case .openQueries: titles(\.isOpen)
      }
    return text.isEmpty ? nil : text
  }

  /// `11月15日`, `每月月底`
  func deadline(_ index: Int) -> String {
    switch form.deadlines[index].due {
    case .monthEnd: "每月月底"
    case .day(let month, let day): "\(month)月\(day)日"
    }
  }

  static func list(_ names: [String]) -> String { names.joined(separator: "、") }

  /// `6月至10月`
  static func months(_ period: Period) -> String {
    period.isMonth ? "\(period.first)月" : "\(period.first)月至\(period.last)月"
  }

  private var extra: [RolledUnit] {
    rollUp.counted.filter { !roster.units[$0.unit].required }
  }

  private var nilReturns: [RolledUnit] { rollUp.counted.filter { $0.state == .nilReturn } }

  /// `徐汇区（缺报）`, `静安区（缺7月、8月）`
  private func lacking(_ unit: RolledUnit) -> String {
    if case .incomplete(let months) = unit.state {
      return "\(name(unit))（缺\(SummaryFacts.list(months.map { "\($0)月" }))）"
    }
    return "\(name(unit))（\(UnitStateWords(language: .chinese).short(unit.state))）"
  }

  /// The titles of the checks, each with how often it spoke, the most frequent first.
  private func titles(_ matches: (SummaryQuery) -> Bool) -> String {
    var counts: [(code: Code, count: Int)] = []
    for query in queries where matches(query) {
      if let place = counts.firstIndex(where: { $0.code == query.finding.code }) {
        counts[place].count += 1
      } else {
        counts.append((query.finding.code, 1))
      }
    }
    let ordered = counts.sorted { ($1.count, $0.code.text) < ($0.count, $1.code.text) }
    return SummaryFacts.list(ordered.map { "“\(report.wording.title($0.code))”\($0.count)处" })
  }
}
