import HuizongCore
import Spreadsheet

/// 舍位分表: for each amount products by units and products by months, both adding up both ways.
struct RoundedBlocksSheet: CitySheet {
  private let book: CityBook

  init(_ book: CityBook) { self.book = book }

  func write() throws(WorkbookError) {
    guard let sheet = book.rounded?.blocks, let figures = book.roundedFigures else { return }
    let layout = RoundedLayout(book, figures)
    let columns = max(figures.unitLabels.count, figures.monthLabels.count + 1)
    let width = 12.0
    try book.writeTitle(
      "舍位平衡：分单位、分月份", on: sheet, columns: columns + 2,
      width: RoundedLayout.labelWidth + width * Double(columns + 1))
    try sheet.setWidth(ofColumns: 0...0, to: RoundedLayout.labelWidth)
    try sheet.setWidth(ofColumns: 1...columns + 1, to: width)
    try sheet.write(
      "精确值见“\(book.byProduct.name)”"
        + (book.annual.map { "和“\($0.productMonths.name)”" } ?? "")
        + "。标黄的格见“\(book.rounded?.adjustments.name ?? "")”。",
      at: CellAddress(row: 2, column: 0), book.styles.note)
    var breaks: [Int] = []
    for (place, rounded) in figures.metrics.enumerated() {
      if place > 0 { breaks.append(layout.top(place, isMonths: false)) }
      try RoundedBlock(book, sheet, figures, place, isMonths: false).write(rounded.units)
      guard let months = rounded.months else { continue }
      if layout.products > RoundedLayout.mostOnHalfPage {
        breaks.append(layout.top(place, isMonths: true))
      }
      try RoundedBlock(book, sheet, figures, place, isMonths: true).write(months)
    }
    try sheet.freeze(at: CellAddress(row: RoundedLayout.firstRow, column: 1))
    try sheet.set(
      book.page(.a3) {
        $0.repeatedRows = 0...1
        $0.rowBreaks = breaks
      })
  }
}

/// One block: what is shown, with sums that are sums of it.
struct RoundedBlock {
  private let book: CityBook
  private let sheet: Worksheet
  private let figures: RoundedFigures
  private let place: Int
  private let isMonths: Bool
  private let layout: RoundedLayout

  init(
    _ book: CityBook, _ sheet: Worksheet, _ figures: RoundedFigures, _ place: Int,
    isMonths: Bool
  ) {
    (self.book, self.sheet, self.figures) = (book, sheet, figures)
    (self.place, self.isMonths) = (place, isMonths)
    layout = RoundedLayout(book, figures)
  }

  private var top: Int { layout.top(place, isMonths: isMonths) }
  private var labels: [String] { isMonths ? figures.monthLabels : figures.unitLabels }
  private func cell(_ row: Int, _ column: Int) -> CellAddress { layout.cell(top, row, column) }

  func write(_ table: BalancedTable) throws(WorkbookError) {
    try writeHeader()
    for row in 0..<table.rows {
      try write(book.form.categories[row].name, row, book.styles.label)
      for column in 0..<table.columns {
        let number = table[row, column]
        try sheet.write(
          figures.number(number.shown), at: cell(row, column),
          book.styles.rounded(number, figures.format))
      }
      try writeSum(
        CellRange(cell(row, 0), cell(row, table.columns - 1)), table[total: row],
        at: cell(row, table.columns))
      if isMonths { try writeCheck(row, table) }
    }
    try write(book.totalLabel, table.rows, book.styles.emphasized(book.styles.label))
    for column in 0...table.columns {
      let number = column == table.columns ? table.corner : table[foot: column]
      try writeSum(
        CellRange(cell(0, column), cell(table.rows - 1, column)), number,
        at: cell(table.rows, column))
    }
  }

  private func writeHeader() throws(WorkbookError) {
    let metric = book.form.metrics[figures.metrics[place].metric]
    let title = "\(metric.group)·\(metric.label)　\(isMonths ? "分月份" : "分单位")"
    try sheet.write(title, at: CellAddress(row: top, column: 0), book.styles.section)
    try sheet.setHeight(ofRow: top, to: 24)
    let check = isMonths ? ["减分单位表的合计"] : []
    let texts = [book.form.words.category[0]] + labels + [book.totalLabel] + check
    for (column, text) in texts.enumerated() {
      try sheet.write(text, at: cell(-1, column - 1), book.styles.header)
    }
    try sheet.setHeight(
      ofRow: top + 1, to: TextHeight.points(texts.map { (text: $0, width: 12) }))
  }

  private func write(_ label: String, _ row: Int, _ style: Style) throws(WorkbookError) {
    try sheet.write(label, at: CellAddress(row: cell(row, 0).row, column: 0), style)
    try sheet.setHeight(
      ofRow: cell(row, 0).row,
      to: max(16, TextHeight.points([(label, RoundedLayout.labelWidth)])))
  }

  private func writeSum(
    _ range: CellRange, _ number: RoundedNumber, at cell: CellAddress
  ) throws(WorkbookError) {
    let style = book.styles.rounded(number, figures.format)
    let shaded = number.isAdjusted ? style : book.styles.emphasized(style)
    try sheet.write(
      book.sum(range, figures.number(number.shown)), at: cell,
      shaded.with { $0.font.isBold = true })
  }

  /// Zero, unless the product's total had to be shown otherwise here than in the block by units.
  private func writeCheck(_ row: Int, _ table: BalancedTable) throws(WorkbookError) {
    let own = cell(row, table.columns)
    let other = layout.cell(
      layout.top(place, isMonths: false), row, figures.unitLabels.count)
    let gap = table[total: row].shown - figures.metrics[place].units[total: row].shown
    let style = book.styles.money.with {
      $0.numberFormat = figures.format
      if gap != 0 { $0.fill = Color(0xF8CBAD) }
    }
    try sheet.write(
      Formula("ROUND(\(own)-\(other),6)", value: figures.number(gap)),
      at: own.offset(columns: 1), style)
  }
}
