import HuizongCore
import Spreadsheet

/// 舍位平衡: the form as it is printed, its amounts rounded so that they add up; right of it the
/// exact amounts and what the rounding took or gave.
struct RoundedFormSheet: CitySheet {
  private let book: CityBook
  private let grid: FormGrid

  init(_ book: CityBook) {
    self.book = book
    grid = FormGrid(form: book.form)
  }

  func write() throws(WorkbookError) {
    guard let sheets = book.rounded, let figures = book.roundedFigures else { return }
    let face = FormFace(book: book, sheet: sheets.form)
    let columns = RoundedColumns(book, figures, sheets.form)
    try face.writeTitle(
      "\(book.form.title)（舍位平衡）", warning: book.draftMark, columns: columns.last)
    try face.writeHeading(
      "\(book.form.words.unit[0])：\(book.roster.name)", face.period, columns: columns.last)
    try face.writeHeader(label: book.form.words.category[0])
    try columns.writeHeader()
    for category in book.form.categories.indices { try write(category, face, figures, sheets) }
    try writeTotals(face, figures)
    try columns.write()
    try writeNotes(face, figures)
    try face.setPage(footer: "\(book.roster.name) 舍位平衡", paper: .a3)
  }

  private func write(
    _ category: Int, _ face: FormFace, _ figures: RoundedFigures, _ sheets: RoundedSheets
  ) throws(WorkbookError) {
    let layout = RoundedLayout(book, figures)
    let name = book.form.categories[category].name
    try face.writeLabel(name, row: FormGrid.firstRow + category, book.styles.label)
    for (metric, definition) in book.form.metrics.enumerated() {
      let cell = grid.cell(category, metric)
      if let place = figures.metrics.firstIndex(where: { $0.metric == metric }) {
        let total = figures.metrics[place].units[total: category]
        let source = layout.cell(
          layout.top(place, isMonths: false), category, figures.unitLabels.count)
        try face.sheet.write(
          Formula(
            "\(sheets.blocks.reference(source))", value: figures.number(total.shown)),
          at: cell, book.styles.rounded(total, figures.format))
      } else {
        let value = book.number(book.city(category, metric), metric)
        try face.sheet.write(
          Formula("\(book.city.reference(cell))", value: value), at: cell,
          book.styles.number(definition))
      }
    }
  }

  /// Sums of what is shown: that they are right is what the differences at the right show.
  private func writeTotals(_ face: FormFace, _ figures: RoundedFigures) throws(WorkbookError) {
    let label = book.form.words.total[0] + book.draftLabel
    try face.writeLabel(label, row: grid.totalRow, book.styles.emphasized(book.styles.label))
    for (metric, definition) in book.form.metrics.enumerated() {
      let rounded = figures.metrics.first { $0.metric == metric }
      let value =
        rounded.map { figures.number($0.units.corner.shown) }
        ?? book.number(book.rollUp.total(metric, book.form), metric)
      let style = book.styles.total(definition).with {
        if rounded != nil { $0.numberFormat = figures.format }
      }
      try face.sheet.write(
        Formula("SUM(\(grid.column(metric)))", value: value), at: grid.total(metric), style)
    }
  }

  private func writeNotes(_ face: FormFace, _ figures: RoundedFigures) throws(WorkbookError) {
    let adjusted = AdjustmentRows(book, figures).rows.count
    let lines = [
      "金额舍位到\(figures.inWords)：每个数取精确值上、下相邻的一位，差不到末位一个单位；零和本来不用舍位的数不动；总计四舍五入。"
        + "各行、各列相加都等于所示的合计。",
      "标黄的格没有按四舍五入显示，为的是平衡，共 \(adjusted) 格（含“\(book.rounded?.blocks.name ?? "")”），"
        + "见“\(book.rounded?.adjustments.name ?? "")”。本表金额是写出时的定值，原数改了要重新生成；右边的精确值是公式。",
    ]
    for (index, line) in lines.enumerated() {
      try face.writeNote(line, row: grid.totalRow + 1 + index)
    }
  }
}

/// The columns right of the form: exact amounts, and differences.
struct RoundedColumns {
  private let book: CityBook
  private let figures: RoundedFigures
  private let sheet: Worksheet
  private let grid: FormGrid

  init(_ book: CityBook, _ figures: RoundedFigures, _ sheet: Worksheet) {
    self.book = book
    self.figures = figures
    self.sheet = sheet
    grid = FormGrid(form: book.form)
  }

  private var count: Int { figures.metrics.count }
  private var first: Int { grid.lastColumn + 2 }
  var last: Int { count == 0 ? grid.lastColumn : first + 2 * count - 1 }

  func writeHeader() throws(WorkbookError) {
    guard count > 0 else { return }
    try sheet.setWidth(ofColumns: grid.lastColumn + 1...grid.lastColumn + 1, to: 2)
    for (index, title) in ["精确值", "显示减精确"].enumerated() {
      let start = first + index * count
      let row = FormGrid.groupRow...FormGrid.groupRow
      try sheet.merge(
        CellRange(rows: row, columns: start...start + count - 1), title, book.styles.header)
      for (place, rounded) in figures.metrics.enumerated() {
        let total = book.rollUp.total(rounded.metric, book.form)
        let width = index == 0 ? book.width(total, rounded.metric) + 5 : 11
        try sheet.setWidth(ofColumns: start + place...start + place, to: width)
        try sheet.write(
          book.form.metrics[rounded.metric].printed,
          at: CellAddress(row: FormGrid.metricRow, column: start + place),
          book.styles.header.with { $0.font.size = 9 })
      }
    }
  }

  func write() throws(WorkbookError) {
    for (place, rounded) in figures.metrics.enumerated() {
      for category in book.form.categories.indices {
        try write(place, grid.cell(category, rounded.metric), rounded.units[total: category])
      }
      try write(place, grid.total(rounded.metric), rounded.units.corner)
    }
  }

  private func write(
    _ place: Int, _ shown: CellAddress, _ number: RoundedNumber
  ) throws(WorkbookError) {
    let metric = figures.metrics[place].metric
    let exact = CellAddress(row: shown.row, column: first + place)
    let gap = exact.offset(columns: count)
    let isTotal = shown.row == grid.totalRow
    let style = isTotal ? book.styles.emphasized(book.styles.exact) : book.styles.exact
    let value = book.number(number.exact, metric)
    try sheet.write(Formula("\(book.city.reference(shown))", value: value), at: exact, style)
    let difference = book.number(number.gap, metric)
    try sheet.write(Formula("ROUND(\(shown)-\(exact),6)", value: difference), at: gap, style)
  }
}
