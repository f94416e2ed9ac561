import HuizongCore

/// A table of a summary, ready to be drawn.
struct SummaryTable {
  struct Head {
    let text: String
    var columns = 1
    var rows = 1
  }

  enum Column { case label, number, text }

  /// One or two rows; a head of two rows stands in the first only.
  var header: [[Head]]
  /// How wide the columns are, each against the others.
  var columns: [(kind: Column, width: Int)]
  var rows: [[String]]
  /// Needs the long side of the paper.
  var isWide = false
}

/// Makes the tables that a template calls for.
struct SummaryTables {
  let facts: SummaryFacts
  let sentences: [SummaryText.Sentence]

  private var form: Form { facts.form }

  func table(_ kind: SummaryTableKind) -> SummaryTable {
    switch kind {
    case .form: figures(form.words.category[0], .category)
    case .months: figures("月份", .month)
    case .units: figures("单位", .unit)
    case .explanations: explanations
    case .open: open
    case .sources: sources
    }
  }

  // MARK: Figures

  private func figures(_ label: String, _ dimension: FigureDimension) -> SummaryTable {
    let members = FigureEvaluation(facts: facts).all(dimension)
    var rows = members.map { row($0.name, $0.scope) }
    if dimension == .month, !facts.unsplit.isEmpty { rows.append(unsplit) }
    rows.append(row(total, .all))
    let numbers = form.metrics.map { ($0.kind == .money ? 15 : 11) }
    return SummaryTable(
      header: header(label),
      columns: [(.label, 36)] + numbers.map { (.number, $0) }, rows: rows,
      isWide: form.metrics.count > 6)
  }

  private func row(_ label: String, _ scope: FigureScope) -> [String] {
    let evaluation = FigureEvaluation(facts: facts)
    return [label]
      + form.metrics.indices.map { evaluation.quantity(.sum([$0]), scope)?.text ?? "—" }
  }

  /// What the cumulative tables hold, so that the months add up to the total.
  private var unsplit: [String] {
    let label = "未分月（\(SummaryFacts.list(facts.unsplit.map(facts.name)))）"
    let style = form.metrics.map { $0.kind == .money ? Quantity.Style.money : .count }
    return [label]
      + form.metrics.indices.map { metric in
        let sum = facts.unsplit.reduce(Exact.zero) { sum, unit in
          var scope = FigureScope.all
          scope.unit = unit.unit
          return sum + (facts.sum([metric], scope) ?? .zero)
        }
        return Quantity(sum, style[metric]).text
      }
  }

  /// What a draft lacks is said on its total.
  private var total: String {
    let label = form.words.total[0]
    guard !facts.rollUp.isComplete else { return label }
    return "\(label)（初稿，未含\(SummaryFacts.list(facts.rollUp.blocking.map(facts.name)))）"
  }

  /// Groups over their metrics, as the form prints them.
  private func header(_ label: String) -> [[SummaryTable.Head]] {
    var groups = [SummaryTable.Head(text: label, rows: 2)]
    for metric in form.metrics {
      if groups.count > 1, groups[groups.count - 1].text == metric.group {
        groups[groups.count - 1].columns += 1
      } else {
        groups.append(SummaryTable.Head(text: metric.group))
      }
    }
    return [groups, form.metrics.map { SummaryTable.Head(text: $0.printed) }]
  }

  // MARK: Queries

  private var explanations: SummaryTable {
    list(
      ["单位", "数据周期", "审核问题", "说明"], [16, 16, 60, 60],
      facts.queries.filter { !$0.isOpen }.map { query in
        about(query) + [query.finding.explanation ?? ""]
      })
  }

  private var open: SummaryTable {
    list(
      ["单位", "数据周期", "审核问题", "怎么办"], [16, 16, 60, 60],
      facts.queries.filter(\.isOpen).map { query in
        about(query) + [facts.report.wording.help(query.finding)]
      })
  }

  private func about(_ query: SummaryQuery) -> [String] {
    let finding = query.finding
    let message = "\(finding.code.text) \(facts.report.wording.message(finding))"
    let period = query.period.map(SummaryFacts.months) ?? SummaryFacts.months(facts.period)
    return [facts.roster.units[query.unit].short, period, message]
  }

  private var sources: SummaryTable {
    let rows = sentences.flatMap { sentence in
      sentence.sources.enumerated().map { index, source in
        [
          "\(sentence.number)", index == 0 ? opening(sentence) : "", source.shown, source.name,
          source.formula,
          source.place,
        ]
      }
    }
    return list(
      ["句序", "正文", "文中的数", "数字名称", "算法", "出处"], [8, 24, 28, 34, 34, 28], rows)
  }

  /// Enough of a sentence to find it by.
  private func opening(_ sentence: SummaryText.Sentence) -> String { sentence.text.limited(to: 12) }

  private func list(_ labels: [String], _ widths: [Int], _ rows: [[String]]) -> SummaryTable {
    SummaryTable(
      header: [labels.map { SummaryTable.Head(text: $0) }],
      columns: widths.map { (.text, $0) }, rows: rows)
  }
}
