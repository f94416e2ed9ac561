import HuizongCore
import Spreadsheet

/// The numbers that are not shown as rounding to the nearest would.
struct AdjustmentRows {
  struct Row {
    let metric: Int
    let isMonths: Bool
    /// Nil for the total of all.
    let category: Int?
    let column: String?
    let number: RoundedNumber
  }

  let rows: [Row]
  /// Products whose total two tables cannot show alike.
  let unmet: [(metric: Int, category: Int)]

  init(_ book: CityBook, _ figures: RoundedFigures) {
    rows = figures.metrics.flatMap { rounded in
      let units = AdjustmentRows.rows(rounded.metric, rounded.units, figures.unitLabels, false)
      guard let months = rounded.months else { return units }
      return units + AdjustmentRows.rows(rounded.metric, months, figures.monthLabels, true)
    }
    unmet = figures.metrics.flatMap { rounded in
      (rounded.months?.unmet ?? []).map { (rounded.metric, $0) }
    }
  }

  private static func rows(
    _ metric: Int, _ table: BalancedTable, _ labels: [String], _ isMonths: Bool
  ) -> [Row] {
    (0...table.rows).flatMap { row in
      (0...table.columns).compactMap { column -> Row? in
        let number = table[row, column]
        guard number.isAdjusted else { return nil }
        return Row(
          metric: metric, isMonths: isMonths, category: row < table.rows ? row : nil,
          column: column < table.columns ? labels[column] : nil, number: number)
      }
    }
  }
}

/// 舍位调整: each of them with its exact value, what rounding would show, and what is shown.
struct AdjustmentsSheet: CitySheet {
  private static let widths: [Double] = [12, 24, 30, 16, 18, 14, 14, 10]
  private static let firstRow = 4

  private let book: CityBook

  init(_ book: CityBook) { self.book = book }

  func write() throws(WorkbookError) {
    guard let sheet = book.rounded?.adjustments, let figures = book.roundedFigures else { return }
    let found = AdjustmentRows(book, figures)
    let widths = AdjustmentsSheet.widths
    let width = widths.reduce(0, +)
    try book.writeTitle("舍位调整", on: sheet, columns: widths.count, width: width)
    for (column, width) in widths.enumerated() {
      try sheet.setWidth(ofColumns: column...column, to: width)
    }
    let text = note(found)
    try sheet.merge(
      CellRange(rows: 2...2, columns: 0...widths.count - 1), text, book.styles.remark)
    try sheet.setHeight(ofRow: 2, to: TextHeight.points([(text, width)]))
    let titles = ["表", "指标", book.form.words.category[0], "单位或月份", "精确值", "四舍五入", "显示", "调整"]
    for (column, title) in titles.enumerated() {
      let cell = CellAddress(row: AdjustmentsSheet.firstRow - 1, column: column)
      try sheet.write(title, at: cell, book.styles.header)
    }
    for (index, row) in found.rows.enumerated() {
      try write(row, AdjustmentsSheet.firstRow + index, sheet, figures)
    }
    try sheet.freeze(at: CellAddress(row: AdjustmentsSheet.firstRow, column: 0))
    try sheet.set(book.page { $0.repeatedRows = 0...AdjustmentsSheet.firstRow - 1 })
  }

  private func note(_ found: AdjustmentRows) -> String {
    let count = found.rows.isEmpty ? "没有需要调整的格。" : "共 \(found.rows.count) 格，每格调整末位 1。"
    guard !found.unmet.isEmpty else { return count }
    let names = found.unmet.map {
      "\(book.form.categories[$0.category].name)的\(book.form.metrics[$0.metric].name)"
    }
    return count + "下列合计在分单位表和分月份表里不可能显示成同一个数，差末位 1：\(names.joined(separator: "、"))。"
  }

  private func write(
    _ row: AdjustmentRows.Row, _ place: Int, _ sheet: Worksheet, _ figures: RoundedFigures
  ) throws(WorkbookError) {
    let total = book.form.words.total[0]
    let texts = [
      row.isMonths ? "分月份" : "分单位", book.label(row.metric),
      row.category.map { book.form.categories[$0].name } ?? total, row.column ?? total,
    ]
    for (column, text) in texts.enumerated() {
      try sheet.write(text, at: CellAddress(row: place, column: column), book.styles.label)
    }
    let style = book.styles.money.with { $0.numberFormat = figures.format }
    let numbers = [
      (book.number(row.number.exact, row.metric), book.styles.exact),
      (figures.number(row.number.nearest), style), (figures.number(row.number.shown), style),
      (figures.number(row.number.shown - row.number.nearest), style),
    ]
    for (index, (number, style)) in numbers.enumerated() {
      try sheet.write(number, at: CellAddress(row: place, column: texts.count + index), style)
    }
    try sheet.setHeight(ofRow: place, to: 20)
  }
}
