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
  /// Units that a chart has no room for.
  let left: Int
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
    left = ranked.count - rows.count
  }

  /// The largest first; equals stay in the order of the form.
  private static func ranked(_ rows: [Row], isShare: Bool) -> [Row] {
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

  /// The columns that one chart can draw together: of one kind, and not so unlike in size that
  /// the bars of one disappear beside the other's.
  func panels(_ book: CityBook) -> [[Int]] {
    if definition.kind.isShare { return [[2]] }
    var panels: [[Int]] = []
    for column in definition.metrics.indices {
      let fits = panels.last?.allSatisfy { compares($0, column, book) } ?? false
      if fits { panels[panels.count - 1].append(column) } else { panels.append([column]) }
    }
    return panels
  }

  private static let mostRatio = 8.0

  private func compares(_ left: Int, _ right: Int, _ book: CityBook) -> Bool {
    let metrics = definition.metrics
    let (one, other) = (book.form.metrics[metrics[left]], book.form.metrics[metrics[right]])
    guard one.kind == other.kind, one.unit == other.unit || one.kind == .count else { return false }
    func most(_ column: Int) -> Double {
      book.number(rows.map { $0.values[column] }.max() ?? 0, metrics[column])
    }
    let (low, high) = (min(most(left), most(right)), max(most(left), most(right)))
    return high <= low * ChartTable.mostRatio
  }
}

extension ChartDefinition.Kind {
  var isShare: Bool { self == .shareByCategory }
}

/// Finds the figures of a chart on the other sheets.
struct ChartSource {
  private let book: CityBook
  private let metrics: [Int]

  init(_ book: CityBook, _ metrics: [Int]) {
    self.book = book
    self.metrics = metrics
  }

  func categories() -> [ChartTable.Row] {
    let grid = FormGrid(form: book.form)
    return book.form.categories.enumerated().map { index, category in
      ChartTable.Row(
        label: category.name,
        sources: metrics.map { book.city.reference(grid.cell(index, $0)) },
        values: metrics.map { book.city(index, $0) })
    }
  }

  /// Those that count; the heading names the others.
  func units() -> [ChartTable.Row] {
    book.shownUnits.enumerated().compactMap { index, unit in
      guard unit.state.counts else { return nil }
      return ChartTable.Row(
        label: book.name(unit),
        sources: metrics.map { book.byUnit.reference(UnitsByMetricGrid.cell(index, $0)) },
        values: metrics.map { book.total(unit, $0) ?? 0 })
    }
  }

  func months() -> [ChartTable.Row] {
    let layout = TrendLayout(book)
    return TrendFigures(book).months.enumerated().map { index, month in
      ChartTable.Row(
        label: month.label,
        sources: metrics.map { book.trend.reference(layout.cell(index, $0)) },
        values: metrics.map { month.cells[$0] })
    }
  }
}

/// Where the units' totals stand on 分区汇总.
enum UnitsByMetricGrid {
  static let firstRow = FormGrid.firstRow

  static func cell(_ unit: Int, _ metric: Int) -> CellAddress {
    CellAddress(row: firstRow + unit, column: 1 + metric)
  }
}
