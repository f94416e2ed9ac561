import HuizongCore
import Spreadsheet

/// One way to the totals of all metrics.
struct BalanceLine {
  let sign: String
  let name: String
  let formula: (_ metric: Int) -> String

  var label: String { "\(sign) \(name)" }

  /// The first is what the others are compared with.
  static func all(_ book: CityBook) -> [BalanceLine] {
    let ways = city(book) + (book.annual.map { year(book, $0) } ?? [])
    let signs = ["①", "②", "③", "④", "⑤", "⑥"]
    return zip(signs, ways).map { BalanceLine(sign: $0, name: $1.0, formula: $1.1) }
  }

  private typealias Way = (String, (Int) -> String)

  private static func city(_ book: CityBook) -> [Way] {
    let grid = FormGrid(form: book.form)
    return [
      ("全市汇总的合计", { "\(book.city.reference(grid.total($0)))" }),
      ("各单位之和（分区汇总）", { "SUM(\(book.byUnit.reference(book.byUnitColumn($0))))" }),
      ("各品类之和（全市汇总）", { "SUM(\(book.city.reference(grid.column($0))))" }),
    ]
  }

  private static func year(_ book: CityBook, _ annual: AnnualSheets) -> [Way] {
    let slots = book.monthFigures.slots.count
    let units = MonthLayout(book.monthFigures.units, slots: slots)
    let products = MonthLayout(book.monthFigures.products, slots: slots)
    let trend = TrendLayout(book)
    let rest = book.trendFigures.unsplit == nil ? "" : "和\(TrendFigures.unsplitLabel)"
    return [
      (
        "各月\(rest)之和（月度趋势）",
        { "SUM(\(book.trend.reference(CellRange(trend.cell(0, $0), trend.cell(slots - 1, $0)))))" }
      ),
      (
        "各单位各月之和（分月分区）",
        { "SUM(\(annual.unitMonths.reference(units.column($0, slots))))" }
      ),
      (
        "各品类各月之和（分月品类）",
        { "SUM(\(annual.productMonths.reference(products.column($0, slots))))" }
      ),
    ]
  }
}

/// Differences cell by cell.
struct BalanceSection {
  let title: String
  let labels: [String]
  let gap: (_ line: Int, _ metric: Int) -> String

  static func all(_ book: CityBook) -> [BalanceSection] {
    cells(book) + (book.annual.map { year(book, $0) } ?? [])
  }

  private static func cells(_ book: CityBook) -> [BalanceSection] {
    guard book.hasUnitSheets else { return [] }
    let grid = FormGrid(form: book.form)
    return [
      BalanceSection(
        title: "逐格核对：全市汇总的每一格减去各单位同一格之和", labels: book.form.categories.map(\.name)
      ) { category, metric in
        let cell = grid.cell(category, metric)
        return "\(book.city.reference(cell))-\(UnitSum.list(book, cell))"
      }
    ]
  }

  private static func year(_ book: CityBook, _ annual: AnnualSheets) -> [BalanceSection] {
    let figures = book.monthFigures
    let units = MonthLayout(figures.units, slots: figures.slots.count)
    let products = MonthLayout(figures.products, slots: figures.slots.count)
    let counted = figures.units.indices.filter { figures.units[$0].counts }
    let grid = FormGrid(form: book.form)
    return [
      BalanceSection(
        title: "逐单位核对：分区汇总减去分月分区各月之和", labels: counted.map { figures.units[$0].label }
      ) { line, metric in
        let year = book.byUnit.reference(UnitsByMetricGrid.cell(counted[line], metric))
        return "\(year)-\(annual.unitMonths.reference(units.total(metric, counted[line])))"
      },
      BalanceSection(
        title: "逐品类核对：全市汇总减去分月品类各月之和", labels: figures.products.map(\.label)
      ) { line, metric in
        let year = book.city.reference(grid.cell(line, metric))
        return "\(year)-\(annual.productMonths.reference(products.total(metric, line)))"
      },
    ].filter { !$0.labels.isEmpty }
  }
}
