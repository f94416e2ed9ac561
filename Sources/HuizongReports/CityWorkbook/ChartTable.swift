import HuizongCore
import Spreadsheet

/// The figures behind one chart, in the order in which it draws them.
struct ChartTable {
  struct Row {
    let label: String
    /// Where each figure stands in the workbook, and what it is.
    let sources: [SheetRange]
    let values: [Int64]
  }

  let title: String
  let labelTitle: String
  let definition: ChartDefinition
  let rows: [Row]
  /// What the chart leaves out; empty when it shows everything.
  let note: String
  let isByMonth: Bool

  /// More bars than this cannot be told apart.
  private static let mostRows = 40

  init(_ definition: ChartDefinition, _ book: CityBook) {
    self.definition = definition
    let source = ChartSource(book, definition.metrics)
    isByMonth = definition.kind == .byMonth && !book.rollUp.period.isMonth
    let all: [Row]
    switch definition.kind {
    case .shareByCategory, .byCategory:
      (labelTitle, all) = (book.form.words.category[0], source.categories())
      title = "各类产品\(definition.title)"
    case .byMonth where isByMonth:
      (labelTitle, all, title) = ("月份", source.months(), "各月\(definition.title)")
    case .byUnit, .byMonth:
      (labelTitle, all, title) = ("单位", source.units(), "各单位\(definition.title)")
    }
    let ranked = isByMonth ? all : ChartTable.ranked(all, isShare: definition.kind.isShare)
    rows = Array(ranked.prefix(ChartTable.mostRows))
    let left = ranked.count - rows.count
    let isSplit = book.trendFigures.unsplit == nil
    note =
      left > 0
      ? "只列前 \(rows.count) 个，另有 \(left) 个。"
      : isByMonth && !isSplit ? "不含\(TrendFigures.unsplitLabel)的数，见“\(book.trend.name)”。" : ""
  }

  /// The largest first; equals stay in the order of the form.
  static func ranked(_ rows: [Row], isShare: Bool) -> [Row] {
    rows.enumerated().sorted { left, right in
      let (a, b) = (left.element.values, right.element.values)
      let (one, other) = isShare ? shares(a, b) : (Int128(a[0]), Int128(b[0]))
      return one == other ? left.offset < right.offset : one > other
    }.map(\.element)
  }

  /// Two shares as numbers that compare as they do, exactly; a share of nothing comes last.
  private static func shares(_ a: [Int64], _ b: [Int64]) -> (Int128, Int128) {
    if a[1] == 0 || b[1] == 0 { return (a[1] == 0 ? -1 : 0, b[1] == 0 ? -1 : 0) }
    return (Int128(a[0]) * Int128(b[1]), Int128(b[0]) * Int128(a[1]))
  }

  /// The columns that each chart of the line draws.
  func panels(_ book: CityBook) -> [[Int]] {
    if definition.kind.isShare { return [[definition.metrics.count]] }
    // Bars of several figures beside each other leave no room for names and numbers.
    if !isByMonth { return definition.metrics.indices.map { [$0] } }
    let most = definition.metrics.indices.map { column in
      book.number(rows.map { $0.values[column] }.max() ?? 0, definition.metrics[column])
    }
    return ChartPanels.split(definition.metrics.map { book.form.metrics[$0].kind }, most)
  }
}

extension ChartDefinition.Kind {
  var isShare: Bool { self == .shareByCategory }
}
