import HuizongCore
import Spreadsheet

/// Where the blocks of 分月分区 and 分月品类 stand: a block for each metric, two beside each other.
struct MonthLayout {
  static let across = 2
  static let firstRow = 3
  static let valueWidth = 12.5
  private static let mostOnHalfPage = 20

  let lines: Int
  let slots: Int
  let labelWidth: Double

  init(_ lines: [MonthLine], slots: Int) {
    self.init(lines: lines.count, slots: slots, labels: lines.map(\.label))
  }

  /// Without the labels it tells where figures stand, and not how wide the sheet is.
  init(lines: Int, slots: Int, labels: [String] = []) {
    self.lines = lines
    self.slots = slots
    labelWidth = max(14, labels.map(TextMeasure.width).max() ?? 0) + 2
  }

  private var blockColumns: Int { slots + 3 }
  /// Name, header, lines, total, and an empty row.
  private var blockRows: Int { lines + 4 }

  var columns: Int { MonthLayout.across * blockColumns - 1 }
  var width: Double {
    Double(MonthLayout.across) * (labelWidth + Double(slots + 1) * MonthLayout.valueWidth) + 2
  }

  func top(_ metric: Int) -> CellAddress {
    let (down, across) = metric.quotientAndRemainder(dividingBy: MonthLayout.across)
    return CellAddress(
      row: MonthLayout.firstRow + down * blockRows, column: across * blockColumns)
  }

  func header(_ metric: Int, _ slot: Int) -> CellAddress {
    top(metric).offset(rows: 1, columns: slot + 1)
  }

  func label(_ metric: Int, _ line: Int) -> CellAddress { top(metric).offset(rows: line + 2) }

  func cell(_ metric: Int, _ line: Int, _ slot: Int) -> CellAddress {
    label(metric, line).offset(columns: slot + 1)
  }

  func total(_ metric: Int, _ line: Int) -> CellAddress { cell(metric, line, slots) }
  func foot(_ metric: Int, _ slot: Int) -> CellAddress { cell(metric, lines, slot) }

  /// All lines of one slot.
  func column(_ metric: Int, _ slot: Int) -> CellRange {
    CellRange(cell(metric, 0, slot), cell(metric, lines - 1, slot))
  }

  /// Two bands of blocks on a page, or one where they are long.
  func pageBreaks(_ metrics: Int) -> [Int] {
    let each = MonthLayout.across * (lines <= MonthLayout.mostOnHalfPage ? 2 : 1)
    return stride(from: each, to: metrics, by: each).map { top($0).row }
  }

  func setWidths(on sheet: Worksheet) throws(WorkbookError) {
    for block in 0..<MonthLayout.across {
      let first = block * blockColumns
      try sheet.setWidth(ofColumns: first...first, to: labelWidth)
      try sheet.setWidth(
        ofColumns: first + 1...first + slots + 1, to: MonthLayout.valueWidth)
      guard block + 1 < MonthLayout.across else { continue }
      try sheet.setWidth(ofColumns: first + slots + 2...first + slots + 2, to: 2)
    }
  }
}
