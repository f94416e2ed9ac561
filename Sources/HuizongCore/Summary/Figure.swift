/// What stands between braces in the template of a summary: a figure, a list of names, a word, or a
/// condition that lets its sentence appear.
public enum Figure: Sendable {
  case amount(Amount)
  /// `{立案最多的3个单位}`, and with `（数）` behind it each with its figure.
  case ranking(FigureRanking, showsFigures: Bool)
  /// `{立案=0的单位}`
  case members(FigureDimension, FigureCondition)
  case word(SummaryWord)
  /// `{期限：全年总结和统计表}`
  case deadline(Int)
  /// `{立案>0？}` prints nothing.
  case condition(FigureCondition)
}

/// Something that can be counted, compared and printed as a number.
public indirect enum Amount: Sendable {
  case value(FigureScope, Measure)
  /// The last month against the one before, as a share of the one before.
  case change(FigureScope, Measure)
  case named(SummaryNumber)
  case count(FigureDimension, FigureCondition)
  /// The figure of those that a ranking puts first.
  case best(FigureRanking)
  case number(Exact)
}

/// A figure of the form, or several of one kind set in relation.
public enum Measure: Sendable {
  case sum([Int])
  /// As a percentage.
  case share([Int], of: [Int])
  case quotient([Int], by: [Int])

  /// The first of its metrics, which tells its kind and unit.
  public var first: Int {
    switch self {
    case .sum(let metrics), .share(let metrics, _), .quotient(let metrics, _): metrics[0]
    }
  }
}

/// The part of the table that is meant; all of it where nothing is said.
public struct FigureScope: Sendable, Hashable {
  public enum Month: Sendable, Hashable {
    case last, beforeLast
    case number(Int)
  }
  public var category: Int?
  public var month: Month?
  public var unit: Int?

  public static let all = FigureScope()
}

/// Along what figures are compared.
public enum FigureDimension: String, Sendable, CaseIterable {
  case unit = "单位"
  case category = "产品"
  case month = "月份"
}

/// Those with the largest or smallest figures.
public struct FigureRanking: Sendable {
  public let scope: FigureScope
  public let measure: Measure
  public let dimension: FigureDimension
  public let isDescending: Bool
  public let most: Int
  /// Who takes part.
  public let filter: FigureCondition
}

/// Comparisons: one of the lists must hold in whole.
public struct FigureCondition: Sendable {
  public let alternatives: [[FigureComparison]]

  /// Holds always.
  public static let none = FigureCondition(alternatives: [[]])
}

public struct FigureComparison: Sendable {
  public enum Sign: Sendable { case equal, unequal, less, lessOrEqual, greater, greaterOrEqual }

  public let left: Amount
  public let sign: Sign
  public let right: Amount
}

/// What a summary knows besides the figures of the form, in words.
public enum SummaryWord: String, Sendable, CaseIterable {
  case office = "汇总单位"
  case year = "年度"
  case period = "期间"
  case form = "表名"
  case source = "依据"
  case lastMonth = "本月"
  case monthBefore = "上月"
  case countedUnits = "计入的单位"
  case lackingUnits = "未计入的单位"
  case nilUnits = "零报告的单位"
  /// That need not report, and did.
  case extraUnits = "另报的单位"
  case unsplitUnits = "未分月的单位"
  case explainedQueries = "已说明的问题"
  case openQueries = "待核实的问题"
}

/// The same in numbers; a flag is 1 or 0.
public enum SummaryNumber: String, Sendable, CaseIterable {
  case isWholeYear = "全年"
  case isDraft = "初稿"
  case months = "月数"
  case categories = "产品数"
  case required = "应报单位数"
  case counted = "计入单位数"
  case lacking = "未计入单位数"
  case nilReturns = "零报告单位数"
  case unsplit = "未分月单位数"
  case tables = "报表份数"
  case queries = "审核问题数"
  case explained = "已说明数"
  case open = "待核实数"
  case explainingUnits = "说明单位数"
}

/// The tables that a line of a template calls for: `{表：统计表}`.
public enum SummaryTableKind: String, Sendable, CaseIterable {
  case form = "统计表"
  case months = "分月表"
  case units = "分单位表"
  case explanations = "说明表"
  case open = "待核实表"
  case sources = "数字来源表"
}
