import HuizongCore
import Spreadsheet

/// The block of one metric.
struct ProductsByUnitBlock {
  private let book: CityBook
  private let shape: BlockShape
  private let metric: Int
  private let definition: Metric
  private var sheet: Worksheet { book.byProduct }

  init(_ book: CityBook, _ shape: BlockShape, _ metric: Int) {
    self.book = book
    self.shape = shape
    self.metric = metric
    definition = book.form.metrics[metric]
  }

  func write() throws(WorkbookError) {
    guard !shape.units.isEmpty else { return }
    try writeHeader()
    for down in shape.down.indices {
      let row = shape.cell(metric, down: down, across: 0).row
      let name = shape.down[down]
      try sheet.write(name, at: CellAddress(row: row, column: 0), book.styles.label)
      try sheet.setHeight(ofRow: row, to: TextHeight.points([(name, shape.labelWidth)]))
      for across in shape.across.indices { try writeCell(down, across) }
      try writeSum(
        CellRange(rows: row...row, columns: 1...shape.across.count),
        at: CellAddress(row: row, column: shape.totalColumn), sum(down: down))
    }
    try writeTotals()
    let body = CellRange(
      shape.cell(metric, down: 0, across: 0),
      shape.cell(metric, down: shape.down.count - 1, across: shape.across.count - 1))
    try sheet.format(body, .twoColors(.white, Color(0xF8CBAD)))
  }

  private func writeHeader() throws(WorkbookError) {
    let name = "\(metric + 1)．\(definition.group)·\(definition.label)"
    try sheet.write(name, at: CellAddress(row: shape.top(metric), column: 0), book.styles.section)
    try sheet.setHeight(ofRow: shape.top(metric), to: 24)
    let corner = shape.unitsAcross ? book.form.words.category[0] : "单位"
    let texts = [corner] + shape.across + [book.totalLabel]
    for (column, text) in texts.enumerated() {
      let cell = CellAddress(row: shape.header(metric), column: column)
      try sheet.write(text, at: cell, book.styles.header)
    }
    let cells = texts.map { (text: $0, width: shape.columnWidth) }
    try sheet.setHeight(ofRow: shape.header(metric), to: TextHeight.points(cells))
  }

  // MARK: Figures

  private func product(_ down: Int, _ across: Int) -> Int { shape.unitsAcross ? down : across }
  private func unit(_ down: Int, _ across: Int) -> RolledUnit {
    shape.units[shape.unitsAcross ? across : down]
  }

  private func writeCell(_ down: Int, _ across: Int) throws(WorkbookError) {
    let (unit, product) = (unit(down, across), product(down, across))
    let cell = shape.cell(metric, down: down, across: across)
    guard let value = value(down, across) else {
      return try sheet.write("—", at: cell, book.styles.absent)
    }
    let number = book.number(value, metric)
    let source = book.sheet(of: unit)?.reference(FormGrid(form: book.form).cell(product, metric))
    let content = source.map { CellContent.formula(Formula("\($0)", value: number)) }
    try sheet.write(content ?? .number(number), at: cell, book.styles.number(definition))
  }

  private func sum(down: Int) -> Int64? {
    sum(shape.across.indices.map { value(down, $0) })
  }

  private func sum(across: Int) -> Int64? {
    sum(shape.down.indices.map { value($0, across) })
  }

  private func value(_ down: Int, _ across: Int) -> Int64? {
    book.value(unit(down, across), product(down, across), metric)
  }

  /// Nil where no unit counts.
  private func sum(_ values: [Int64?]) -> Int64? {
    let values = values.compactMap { $0 }
    return values.isEmpty ? nil : values.reduce(0, +)
  }

  private func writeSum(
    _ range: CellRange, at cell: CellAddress, _ value: Int64?
  ) throws(WorkbookError) {
    guard let value else {
      return try sheet.write("—", at: cell, book.styles.emphasized(book.styles.absent))
    }
    let formula = book.sum(range, book.number(value, metric))
    try sheet.write(formula, at: cell, book.styles.total(definition))
  }

  private func writeTotals() throws(WorkbookError) {
    let row = shape.totalRow(metric)
    try sheet.write(
      book.totalLabel, at: CellAddress(row: row, column: 0),
      book.styles.emphasized(book.styles.label))
    try sheet.setHeight(ofRow: row, to: TextHeight.points([(book.totalLabel, shape.labelWidth)]))
    let sums = shape.across.indices.map { sum(across: $0) } + [book.rollUp.total(metric, book.form)]
    for (across, value) in sums.enumerated() {
      let top = shape.cell(metric, down: 0, across: across)
      let foot = CellAddress(row: row, column: top.column)
      try writeSum(CellRange(top, foot.offset(rows: -1)), at: foot, value)
    }
  }
}
