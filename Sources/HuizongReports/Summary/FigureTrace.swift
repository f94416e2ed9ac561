import HuizongCore
import Spreadsheet

/// Says of every figure of the text how it was worked out and where it can be looked up.
struct FigureTrace {
  let facts: SummaryFacts
  let evaluation: FigureEvaluation

  private var form: Form { facts.form }

  /// None for what is no figure: names of the office, of months.
  func source(_ figure: Figure, shown: String, name: String) -> [FigureSource] {
    let (formula, place) =
      switch figure {
      case .amount(let amount): origin(amount)
      case .ranking(let ranking, _): origin(ranking)
      case .members(let dimension, let condition): origin(dimension, condition)
      case .word(let word): origin(word)
      case .deadline: ("表式规定的期限", "form.json")
      case .condition: ("", "")
      }
    guard !formula.isEmpty else { return [] }
    return [FigureSource(shown: shown, name: name, formula: formula, place: place)]
  }

  private typealias Origin = (formula: String, place: String)

  private func origin(_ amount: Amount) -> Origin {
    switch amount {
    case .value(let scope, let measure): return (formula(measure, scope), cells(measure, scope))
    case .change(let scope, let measure):
      var (now, before) = (scope, scope)
      now.month = .last
      before.month = .beforeLast
      let (new, old) = (plain(measure, now), plain(measure, before))
      return (
        "（\(new) − \(old)）÷ \(old) × 100%，\(behind(now))",
        cells(measure, now) + "、" + cells(measure, before)
      )
    case .named(let number): return origin(number)
    case .count(let dimension, let condition): return origin(dimension, condition)
    case .best(let ranking): return origin(ranking)
    case .number: return ("", "")
    }
  }

  private func origin(_ ranking: FigureRanking) -> Origin {
    let members = evaluation.all(ranking.dimension, ranking.scope)
    let places = evaluation.ranked(ranking).map { cells(ranking.measure, $0.member.scope) }
    return (
      "\(members.count)个\(ranking.dimension.rawValue)比较，取\(ranking.isDescending ? "最大" : "最小")的",
      unique(places).joined(separator: "、")
    )
  }

  private func origin(_ dimension: FigureDimension, _ condition: FigureCondition) -> Origin {
    let all = evaluation.all(dimension)
    let members = evaluation.members(dimension, condition)
    let sheet = dimension == .unit ? "分区汇总" : dimension == .category ? "全市汇总" : "月度趋势"
    return ("\(all.count)个\(dimension.rawValue)中符合条件的\(members.count)个", sheet)
  }

  private func origin(_ word: SummaryWord) -> Origin {
    switch word {
    case .countedUnits, .lackingUnits, .nilUnits, .extraUnits, .unsplitUnits: ("各单位上报情况", "上报情况")
    case .explainedQueries, .openQueries: ("按审核代码计数", "审核情况")
    default: ("", "")
    }
  }

  private func origin(_ number: SummaryNumber) -> Origin {
    switch number {
    case .isWholeYear, .isDraft: ("", "")
    case .months: ("数据周期的月数", "上报情况")
    case .categories: ("表式的产品类别数", "全市汇总")
    case .required, .counted, .lacking, .nilReturns, .unsplit: ("各单位上报情况计数", "上报情况")
    case .tables: ("计入的报表计数", "上报情况")
    case .queries, .explained, .open: ("审核发现计数（提示除外）", "审核情况")
    case .explainingUnits: ("作了说明的单位计数", "审核情况")
    }
  }

  // MARK: Formulas

  private func formula(_ measure: Measure, _ scope: FigureScope) -> String {
    switch measure {
    case .sum(let metrics) where metrics.count == 1: return behind(scope)
    case .sum(let metrics): return sum(metrics, scope) + "，" + behind(scope)
    case .share(let part, let whole):
      return "\(side(part, scope)) ÷ \(side(whole, scope)) × 100%，\(behind(scope))"
    case .quotient(let part, let whole):
      return "\(side(part, scope)) ÷ \(side(whole, scope))，\(behind(scope))"
    }
  }

  private func side(_ metrics: [Int], _ scope: FigureScope) -> String {
    metrics.count == 1 ? sum(metrics, scope) : "（\(sum(metrics, scope))）"
  }

  /// `立案 12 + 移送司法机关案件 3`
  private func sum(_ metrics: [Int], _ scope: FigureScope) -> String {
    metrics.map { metric in
      "\(form.metrics[metric].name) \(facts.sum([metric], scope).map { "\($0)" } ?? "—")"
    }.joined(separator: " + ")
  }

  private func plain(_ measure: Measure, _ scope: FigureScope) -> String {
    guard case .sum(let metrics) = measure else { return "—" }
    return facts.sum(metrics, scope).map { "\($0)" } ?? "—"
  }

  /// `18个单位合计`
  private func behind(_ scope: FigureScope) -> String {
    let units = facts.units(scope)?.count ?? 0
    let month = scope.month == nil ? nil : facts.month(scope).map { "\($0)月，" }
    return (month ?? "") + "\(units)个单位合计"
  }

  // MARK: Cells of the workbook

  private func cells(_ measure: Measure, _ scope: FigureScope) -> String {
    let metrics =
      switch measure {
      case .sum(let metrics): metrics
      case .share(let part, let whole): part + whole
      case .quotient(let part, let whole): part + whole
      }
    return unique(metrics.map { cell($0, scope) }).joined(separator: "、")
  }

  /// The form stands at the same place on the city's sheet and on each unit's.
  private func cell(_ metric: Int, _ scope: FigureScope) -> String {
    if scope.month != nil { return monthCell(metric, scope) }
    let grid = FormGrid(form: form)
    let address = scope.category.map { grid.cell($0, metric) } ?? grid.total(metric)
    let sheet = scope.unit.map { facts.roster.units[$0].short } ?? "全市汇总"
    return "\(sheet)!\(address)"
  }

  /// The trend sheet counts every table of a month; where some units have none, its figures are
  /// others than the text's, and only the units' own are the same.
  private func monthCell(_ metric: Int, _ scope: FigureScope) -> String {
    guard scope.category == nil, let month = facts.month(scope) else { return "明细" }
    let slot = month - facts.period.first
    if scope.unit == nil, facts.unsplit.isEmpty {
      let row = TrendLayout.firstRow + slot
      return "月度趋势!\(CellAddress(row: row, column: TrendLayout.firstMetric + metric))"
    }
    return unitCells(metric, slot, facts.units(scope) ?? [])
  }

  /// Units that stand side by side make one range.
  private func unitCells(_ metric: Int, _ slot: Int, _ units: [RolledUnit]) -> String {
    let shown = facts.rollUp.shownUnits(facts.roster).map(\.unit)
    let slots = facts.period.months.count + (facts.unsplit.isEmpty ? 0 : 1)
    let layout = MonthLayout(lines: shown.count, slots: slots)
    let own = Set(units.map(\.unit))
    let runs = shown.indices.split { !own.contains(shown[$0]) }
    return runs.compactMap { run in
      guard let first = run.first, let last = run.last else { return nil }
      let cells = [first, last].map { "\(layout.cell(metric, $0, slot))" }
      return "分月分区!" + (first == last ? cells[0] : cells.joined(separator: ":"))
    }.joined(separator: "、")
  }

  private func unique(_ texts: [String]) -> [String] {
    var seen: Set<String> = []
    return texts.filter { seen.insert($0).inserted }
  }
}
