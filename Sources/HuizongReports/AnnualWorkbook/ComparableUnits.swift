import HuizongCore
import Spreadsheet

/// The list at the end of 环比: which units are compared from which month to the next, as ones and
/// zeros that the formulas multiply with.
struct ComparableUnits {
  private let book: CityBook
  private let sheet: Worksheet
  private let pairs: [MonthPair]
  private let top: Int

  init(_ book: CityBook, _ sheet: Worksheet, _ pairs: [MonthPair], top: Int) {
    (self.book, self.sheet, self.pairs, self.top) = (book, sheet, pairs, top)
  }

  private var firstRow: Int { top + 2 }
  private var units: [MonthLine] { book.monthFigures.units }

  /// Beyond the gap between the two halves of the sheet there is more room.
  private func place(_ pair: Int) -> Int { pair < 4 ? pair + 1 : pair + 2 }

  func column(_ pair: Int) -> CellRange {
    let rows = firstRow...firstRow + max(0, units.count - 1)
    return CellRange(rows: rows, columns: place(pair)...place(pair))
  }

  func write() throws(WorkbookError) {
    try sheet.write(
      "同口径的单位（1 含，0 不含）", at: CellAddress(row: top, column: 0), book.styles.section)
    try sheet.setHeight(ofRow: top, to: 24)
    try sheet.write("单位", at: CellAddress(row: top + 1, column: 0), book.styles.header)
    for (index, pair) in pairs.enumerated() {
      let (from, to) = (pair.before, pair.after)
      let slots = book.monthFigures.slots
      try sheet.write(
        "\(slots[to].label)\n比 \(slots[from].label)",
        at: CellAddress(row: top + 1, column: place(index)), book.styles.header)
    }
    try sheet.setHeight(ofRow: top + 1, to: 32)
    for unit in units.indices { try write(unit) }
  }

  private func write(_ unit: Int) throws(WorkbookError) {
    let row = firstRow + unit
    try sheet.write(units[unit].label, at: CellAddress(row: row, column: 0), book.styles.label)
    try sheet.setHeight(ofRow: row, to: 20)
    let style = book.styles.count.with { $0.horizontal = .center }
    for (index, pair) in pairs.enumerated() {
      let isIn = pair.isComparable[unit]
      try sheet.write(
        isIn ? 1 : 0, at: CellAddress(row: row, column: place(index)),
        isIn ? style : book.styles.uncounted(style))
    }
  }
}
