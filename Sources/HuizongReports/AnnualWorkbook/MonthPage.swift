import HuizongCore
import Spreadsheet

/// A sheet of blocks: lines (units or products) by months.
struct MonthPage {
  /// More products of tests and rows than this would take a spreadsheet many seconds to calculate.
  private static let mostTests = 50_000_000

  let book: CityBook
  let sheet: Worksheet
  let title: String
  let corner: String
  let lines: [MonthLine]
  /// The tidy rows of a line, in a formula.
  let test: (_ line: Int, _ label: CellAddress, _ tidy: TidyLayout) -> String

  private var figures: MonthFigures { book.monthFigures }
  private var form: Form { book.form }
  private var layout: MonthLayout { MonthLayout(lines, slots: figures.slots.count) }

  func write() throws(WorkbookError) {
    let layout = layout
    try book.writeTitle(title, on: sheet, columns: layout.columns, width: layout.width)
    try writeNote(layout)
    try layout.setWidths(on: sheet)
    if !lines.isEmpty {
      for metric in form.metrics.indices { try write(metric, layout) }
    }
    try sheet.freeze(at: CellAddress(row: MonthLayout.firstRow, column: 1))
    try sheet.set(
      book.page(.a3) {
        $0.repeatedRows = 0...MonthLayout.firstRow - 1
        $0.rowBreaks = layout.pageBreaks(form.metrics.count)
      })
  }

  private func writeNote(_ layout: MonthLayout) throws(WorkbookError) {
    let row = MonthLayout.firstRow - 1
    let range = CellRange(rows: row...row, columns: 0...layout.columns - 1)
    let text = notes.joined()
    try sheet.merge(range, text, book.styles.remark)
    try sheet.setHeight(ofRow: row, to: TextHeight.points([(text, layout.width)]))
  }

  private var notes: [String] {
    var notes = [isLive ? "各数为公式，取自“\(book.tidy.name)”。" : "数据量大，各月的数为数值，不是公式。"]
    if figures.slots.contains(.unsplit) {
      let names = book.trendFigures.unsplitUnits.map { book.roster.units[$0].short }
      notes.append(
        "“\(TrendFigures.unsplitLabel)”是只报累计表的数（\(names.joined(separator: "、"))），分不到各月，不作推算。")
    }
    if !grey.isEmpty {
      notes.append("灰色的是未计入全年的单位已报的月份，不计入合计，只用于“环比”。")
    }
    return notes
  }

  private var grey: [Int] { lines.indices.filter { !lines[$0].counts && hasMonths($0) } }
  private func hasMonths(_ line: Int) -> Bool { lines[line].slots.contains { $0 != nil } }

  // MARK: A block

  private func write(_ metric: Int, _ layout: MonthLayout) throws(WorkbookError) {
    try writeHeader(metric, layout)
    for line in lines.indices { try write(metric, line, layout) }
    try writeFoot(metric, layout)
    let body = CellRange(
      layout.cell(metric, 0, 0), layout.cell(metric, lines.count - 1, figures.monthCount - 1))
    try sheet.format(body, .twoColors(.white, Color(0xC9E2B8)))
  }

  private func writeHeader(_ metric: Int, _ layout: MonthLayout) throws(WorkbookError) {
    let name = "\(metric + 1)．\(form.metrics[metric].group)·\(form.metrics[metric].label)"
    try sheet.write(name, at: layout.top(metric), book.styles.section)
    let texts = [corner] + figures.slots.map(\.label) + [book.totalLabel]
    for (column, text) in texts.enumerated() {
      try sheet.write(text, at: layout.header(metric, column - 1), book.styles.header)
    }
    let cells = texts.map { (text: $0, width: MonthLayout.valueWidth) }
    try sheet.setHeight(ofRow: layout.top(metric).row, to: 24)
    try sheet.setHeight(ofRow: layout.header(metric, 0).row, to: TextHeight.points(cells))
  }

  private func write(_ metric: Int, _ line: Int, _ layout: MonthLayout) throws(WorkbookError) {
    let own = lines[line]
    let label = layout.label(metric, line)
    let shade = own.counts ? { $0 } : book.styles.uncounted
    try sheet.write(own.label, at: label, shade(book.styles.label))
    try sheet.setHeight(ofRow: label.row, to: 16)
    for (slot, values) in own.slots.enumerated() {
      let cell = layout.cell(metric, line, slot)
      guard let value = values?[metric] else {
        try sheet.write("—", at: cell, shade(book.styles.absent))
        continue
      }
      let number = book.number(value, metric)
      let content: CellContent =
        isLive && own.counts
        ? .formula(Formula(formula(metric, line, slot, layout), value: number)) : .number(number)
      try sheet.write(content, at: cell, shade(book.styles.number(form.metrics[metric])))
    }
    try writeTotal(metric, line, layout)
  }

  private func writeTotal(
    _ metric: Int, _ line: Int, _ layout: MonthLayout
  ) throws(WorkbookError) {
    let cell = layout.total(metric, line)
    guard lines[line].counts else {
      return try sheet.write("—", at: cell, book.styles.uncounted(book.styles.absent))
    }
    let range = CellRange(layout.cell(metric, line, 0), cell.offset(columns: -1))
    let value = lines[line].slots.reduce(0) { $0 + ($1?[metric] ?? 0) }
    try sheet.write(
      book.sum(range, book.number(value, metric)), at: cell,
      book.styles.total(form.metrics[metric]))
  }

  /// What does not count stands among the lines, so it is taken off their sum.
  private func writeFoot(_ metric: Int, _ layout: MonthLayout) throws(WorkbookError) {
    let row = layout.label(metric, lines.count)
    try sheet.write(book.totalLabel, at: row, book.styles.emphasized(book.styles.label))
    try sheet.setHeight(
      ofRow: row.row, to: max(16, TextHeight.points([(book.totalLabel, layout.labelWidth)])))
    for slot in figures.slots.indices {
      let less = grey.filter { lines[$0].slots[slot] != nil }
        .map { "-\(layout.cell(metric, $0, slot))" }.joined()
      let value = lines.filter(\.counts).reduce(0) { $0 + ($1.slots[slot]?[metric] ?? 0) }
      try sheet.write(
        Formula("SUM(\(layout.column(metric, slot)))\(less)", value: book.number(value, metric)),
        at: layout.foot(metric, slot), book.styles.total(form.metrics[metric]))
    }
    let range = CellRange(
      layout.foot(metric, 0), layout.foot(metric, figures.slots.count - 1))
    let value = book.number(book.rollUp.total(metric, form), metric)
    try sheet.write(
      book.sum(range, value), at: layout.foot(metric, figures.slots.count),
      book.styles.total(form.metrics[metric]))
  }

  // MARK: Formulas

  private var isLive: Bool {
    let tidy = TidyLayout(book)
    let cells = lines.count * figures.slots.count * form.metrics.count
    return tidy.isShown && cells * tidy.rows <= MonthPage.mostTests
  }

  private func formula(
    _ metric: Int, _ line: Int, _ slot: Int, _ layout: MonthLayout
  ) -> String {
    let tidy = TidyLayout(book)
    let isMonth = figures.slots[slot] != .unsplit
    let period =
      isMonth
      ? "\(tidy.periods)=\(layout.header(metric, slot))" : tidy.cumulativeTest
    let lineTest = test(line, layout.label(metric, line), tidy)
    return "SUMPRODUCT((\(lineTest))*(\(period))*\(tidy.cells(tidy.column(metric))))"
  }
}

extension MonthFigures.Slot {
  var label: String {
    switch self {
    case .month(let month): "\(month)"
    case .unsplit: TrendFigures.unsplitLabel
    }
  }
}
