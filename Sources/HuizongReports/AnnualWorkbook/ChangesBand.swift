import HuizongCore
import Spreadsheet

/// One month against the one before, metric by metric.
struct ChangesBand {
  private let book: CityBook
  private let sheet: Worksheet
  /// 分月分区, where the figures stand.
  private let source: Worksheet
  private let pair: MonthPair
  /// The ones and zeros of the units that are compared.
  private let scope: CellRange
  private let top: Int
  private let layout: MonthLayout

  private static let plainColumn = 1
  private static let likeColumn = 6

  init(
    _ book: CityBook, _ sheets: AnnualSheets, _ pair: MonthPair, _ scope: CellRange, top: Int
  ) {
    (self.book, self.pair, self.scope, self.top) = (book, pair, scope, top)
    (sheet, source) = (sheets.changes, sheets.unitMonths)
    let figures = book.monthFigures
    layout = MonthLayout(figures.units, slots: figures.slots.count)
  }

  private var firstRow: Int { top + 3 }
  private var lastRow: Int { firstRow + book.form.metrics.count - 1 }

  func write() throws(WorkbookError) {
    try writeHeader()
    for metric in book.form.metrics.indices { try write(metric) }
    let range = CellRange(rows: lastRow + 1...lastRow + 1, columns: 0...ChangesSheet.lastColumn)
    let width = ChangesSheet.labelWidth + 8 * ChangesSheet.valueWidth
    try sheet.merge(range, note, book.styles.remark)
    try sheet.setHeight(ofRow: lastRow + 1, to: TextHeight.points([(note, width)]))
  }

  // MARK: Headings

  private func month(_ slot: Int) -> String { book.monthFigures.slots[slot].label }

  private func writeHeader() throws(WorkbookError) {
    try sheet.write(
      "\(month(pair.after)) 比 \(month(pair.before))", at: CellAddress(row: top, column: 0),
      book.styles.section)
    try sheet.setHeight(ofRow: top, to: 24)
    try sheet.merge(
      CellRange(rows: top + 1...top + 2, columns: 0...0), "指标", book.styles.header)
    let (before, after) = (pair.units(pair.before), pair.units(pair.after))
    let units = before == after ? "\(after) 个单位" : "\(before) 个、\(after) 个单位"
    let like = pair.isComparable.count { $0 }
    let groups = [
      (ChangesBand.plainColumn, "已收各表（\(units)）"), (ChangesBand.likeColumn, "同口径（\(like) 个单位）"),
    ]
    for (column, title) in groups {
      let range = CellRange(rows: top + 1...top + 1, columns: column...column + 3)
      try sheet.merge(range, title, book.styles.header)
      let texts = [month(pair.before), month(pair.after), "增减", "环比"]
      for (index, text) in texts.enumerated() {
        let cell = CellAddress(row: top + 2, column: column + index)
        try sheet.write(text, at: cell, book.styles.header)
      }
    }
  }

  private var note: String {
    func names(_ units: [Int]) -> String {
      units.map { book.monthFigures.units[$0].label }.joined(separator: "、")
    }
    guard !pair.unlike.isEmpty || !pair.absent.isEmpty else {
      return "各单位两个月都有分月报表，两种算法相同。"
    }
    let unlike =
      pair.unlike.isEmpty ? "两种算法相同；" : "只有一个月、同口径不含的单位：\(names(pair.unlike))；"
    let absent =
      pair.absent.isEmpty ? "" : "两个月都没有分月报表、两边都不含的单位：\(names(pair.absent))；"
    return String((unlike + absent).dropLast()) + "。"
  }

  // MARK: Figures

  private func write(_ metric: Int) throws(WorkbookError) {
    let row = firstRow + metric
    try sheet.write(
      book.label(metric), at: CellAddress(row: row, column: 0), book.styles.label)
    try sheet.setHeight(ofRow: row, to: 20)
    func column(_ slot: Int) -> String {
      "\(source.reference(layout.column(metric, slot)))"
    }
    try write(metric, row, ChangesBand.plainColumn, pair.all) { "SUM(\(column($0)))" }
    try write(metric, row, ChangesBand.likeColumn, pair.comparable) {
      "SUMPRODUCT(\(scope),\(column($0)))"
    }
  }

  /// Both months, their difference, and the change in percent.
  private func write(
    _ metric: Int, _ row: Int, _ first: Int, _ value: (_ slot: Int, _ metric: Int) -> Int64,
    _ formula: (_ slot: Int) -> String
  ) throws(WorkbookError) {
    let (before, after) = (value(pair.before, metric), value(pair.after, metric))
    let style = book.styles.number(book.form.metrics[metric])
    func cell(_ index: Int) -> CellAddress { CellAddress(row: row, column: first + index) }
    try sheet.write(
      Formula(formula(pair.before), value: book.number(before, metric)), at: cell(0), style)
    try sheet.write(
      Formula(formula(pair.after), value: book.number(after, metric)), at: cell(1), style)
    try sheet.write(
      Formula(
        "ROUND(\(cell(1))-\(cell(0)),6)", value: book.number(after - before, metric)),
      at: cell(2), style)
    let text = "IF(\(cell(0))=0,\"—\",\(cell(2))/\(cell(0)))"
    let share =
      before == 0
      ? Formula(text, value: "—")
      : Formula(text, value: book.number(after - before, metric) / book.number(before, metric))
    try sheet.write(share, at: cell(3), book.styles.share)
  }
}
