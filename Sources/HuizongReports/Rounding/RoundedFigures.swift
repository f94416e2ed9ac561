import HuizongCore

/// The amounts of one metric as they are shown: products by units, and products by months.
struct RoundedMetric {
  let metric: Int
  let units: BalancedTable
  /// Its products are shown as in `units` where that is possible; nil for a single month.
  let months: BalancedTable?
}

/// 舍位平衡 for the money of the form: counts need no rounding.
struct RoundedFigures {
  let decimals: Int
  /// The units across, or the whole city where there are too many.
  let unitLabels: [String]
  let monthLabels: [String]
  let metrics: [RoundedMetric]

  init(_ book: CityBook, decimals: Int) {
    self.decimals = decimals
    let units = book.hasUnitSheets ? book.rollUp.counted : []
    unitLabels = units.isEmpty ? [book.roster.name] : units.map(book.name)
    let months = book.rollUp.period.isMonth ? [] : book.monthFigures.slots
    monthLabels = months.map(\.label)
    let money = book.form.metrics.indices.filter { book.form.metrics[$0].kind == .money }
    let (form, city, products) = (book.form, book.rollUp.cells, book.monthFigures.products)
    metrics = money.map { metric in
      let step = RoundedFigures.step(form.metrics[metric].decimals - decimals)
      func cells(_ columns: Int, _ value: (Int, Int) -> Int64?) -> [Int64] {
        form.categories.indices.flatMap { row in (0..<columns).map { value(row, $0) ?? 0 } }
      }
      let byUnit = BalancedTable(
        cells(max(1, units.count)) { row, column in
          units.isEmpty
            ? city[row * form.metrics.count + metric] : book.value(units[column], row, metric)
        }, columns: max(1, units.count), step: step)
      let byMonth = BalancedTable(
        cells(months.count) { row, column in products[row].slots[column]?[metric] },
        columns: months.count, step: step,
        wanted: form.categories.indices.map { byUnit[total: $0].shown })
      return RoundedMetric(metric: metric, units: byUnit, months: months.isEmpty ? nil : byMonth)
    }
  }

  private static func step(_ decimals: Int) -> Int64 {
    (0..<max(0, decimals)).reduce(1) { step, _ in step * 10 }
  }

  /// As a workbook's cell holds it.
  func number(_ shown: Int64) -> Double { CityNumber.double(shown, decimals: decimals) }

  var format: String {
    decimals == 0 ? "#,##0_ " : "#,##0.\(String(repeating: "0", count: decimals))_ "
  }

  /// `整数`, `1 位小数`
  var inWords: String { decimals == 0 ? "整数" : "\(decimals) 位小数" }
}
