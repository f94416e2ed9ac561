import CXLSXWriter

/// A sheet of a workbook. It keeps its workbook alive, and refuses everything once that is closed.
public final class Worksheet {
  public let name: String
  public let workbook: Workbook

  private let sheet: UnsafeMutablePointer<lxw_worksheet>
  /// The cells that are spoken for, so that nothing is laid over them.
  var ranges = RangeLedger()
  /// Counted here because the library counts them in 16 and 8 bits and starts again from 0.
  var linkCount = 0
  var validationCount = 0

  init(name: String, sheet: UnsafeMutablePointer<lxw_worksheet>, workbook: Workbook) {
    self.name = name
    self.sheet = sheet
    self.workbook = workbook
  }

  /// Cells of this sheet, to refer to from others.
  public func reference(_ range: CellRange) -> SheetRange { SheetRange(name, range) }
  public func reference(_ cell: CellAddress) -> SheetRange { SheetRange(name, cell) }
}

// MARK: Writing

extension Worksheet {
  /// Writes text, always as text: a leading `=` makes no formula.
  ///
  /// What is longer than a cell holds is cut and noted in the workbook's `shortenedTexts`.
  public func write(
    _ text: String, at cell: CellAddress, _ style: Style = .plain
  ) throws(WorkbookError) {
    let (sheet, format) = try ready(cell, style)
    let (row, column) = cell.library
    try check(library.worksheet_write_string(sheet, row, column, fitted(text, cell), format), cell)
  }

  /// Writes a number. Excel shows 15 digits of it.
  public func write(
    _ number: Double, at cell: CellAddress, _ style: Style = .plain
  ) throws(WorkbookError) {
    let (sheet, format) = try ready(cell, style)
    let number = try finite(number, cell)
    let (row, column) = cell.library
    try check(library.worksheet_write_number(sheet, row, column, number, format), cell)
  }

  /// Writes a formula with the value it has now.
  public func write(
    _ formula: Formula, at cell: CellAddress, _ style: Style = .plain
  ) throws(WorkbookError) {
    let (sheet, format) = try ready(cell, style)
    if let problem = Formula.problem(with: formula.text) { throw error(problem, CellRange(cell)) }
    let (row, column) = cell.library
    let code =
      switch formula.value {
      case .number(let value):
        library.worksheet_write_formula_num(
          sheet, row, column, formula.text, format, try finite(value, cell))
      case .text(let text):
        library.worksheet_write_formula_str(
          sheet, row, column, formula.text, format, fitted(text, cell))
      }
    try check(code, cell)
  }

  /// Gives an empty cell a look: borders, a fill.
  public func writeBlank(at cell: CellAddress, _ style: Style) throws(WorkbookError) {
    let (sheet, format) = try ready(cell, style)
    let (row, column) = cell.library
    try check(library.worksheet_write_blank(sheet, row, column, format), cell)
  }

  /// Writes whatever it is.
  public func write(
    _ content: CellContent, at cell: CellAddress, _ style: Style = .plain
  ) throws(WorkbookError) {
    switch content {
    case .blank: try writeBlank(at: cell, style)
    case .text(let text): try write(text, at: cell, style)
    case .number(let number): try write(number, at: cell, style)
    case .formula(let formula): try write(formula, at: cell, style)
    }
  }

  /// A text as a cell holds it.
  func fitted(_ text: String, _ cell: CellAddress) -> String {
    let fitted = CleanText.cell(text)
    if let length = fitted.cutFrom {
      workbook.note(ShortenedText(sheet: name, cell: cell, length: length))
    }
    return fitted.text
  }

  /// A number that XML can carry, without the sign of a negative zero, which would show.
  private func finite(_ number: Double, _ cell: CellAddress) throws(WorkbookError) -> Double {
    guard number.isFinite else { throw error(.limit(.notANumber(.number)), CellRange(cell)) }
    return number == 0 ? 0 : number
  }
}

public enum CellContent: Hashable, Sendable {
  case blank
  case text(String)
  case number(Double)
  case formula(Formula)
}

// MARK: Asking the library

extension Worksheet {
  func open() throws(WorkbookError) -> UnsafeMutablePointer<lxw_worksheet> {
    _ = try workbook.open()
    return sheet
  }

  /// The sheet and the format for writing to a cell that is on it.
  func ready(
    _ cell: CellAddress, _ style: Style
  ) throws(WorkbookError) -> (UnsafeMutablePointer<lxw_worksheet>, Format?) {
    guard cell.isOnSheet else { throw error(.cell(.outsideSheet), CellRange(cell)) }
    return (try open(), try format(style, CellRange(cell)))
  }

  func format(
    _ style: Style, isConditional: Bool = false, _ range: CellRange
  ) throws(WorkbookError) -> Format? {
    do {
      return try workbook.format(style, isConditional: isConditional)
    } catch {
      throw error.at(.init(name, range))
    }
  }

  func require(_ range: CellRange) throws(WorkbookError) {
    guard range.isOnSheet else { throw error(.cell(.outsideSheet), range) }
  }

  func requireWhole(_ item: Item, _ range: CellRange) throws(WorkbookError) {
    guard workbook.mode == .whole else { throw error(.cell(.notWhileStreaming(item)), range) }
  }

  func error(_ problem: Problem, _ range: CellRange? = nil) -> WorkbookError {
    WorkbookError(problem, at: .init(name, range))
  }

  /// Runs checks that know no place.
  func placed(
    _ range: CellRange? = nil, _ checks: () throws(WorkbookError) -> Void
  ) throws(WorkbookError) {
    do { try checks() } catch { throw error.at(.init(name, range)) }
  }

  func check(_ code: lxw_error, _ cell: CellAddress) throws(WorkbookError) {
    try check(code, CellRange(cell))
  }

  /// Cells were checked before, so while streaming "out of range" can only mean a row too late.
  func check(_ code: lxw_error, _ range: CellRange) throws(WorkbookError) {
    if code == LXW_NO_ERROR { return }
    let isLate = workbook.mode == .streaming && code == LXW_ERROR_WORKSHEET_INDEX_OUT_OF_RANGE
    throw WorkbookError(
      isLate ? .cell(.rowAlreadyWritten) : .refused, at: .init(name, range),
      library: LibraryCode(code))
  }
}

extension CellAddress {
  /// For the library, once the address is known to be on the sheet.
  var library: (lxw_row_t, lxw_col_t) { (lxw_row_t(row), lxw_col_t(column)) }
}

extension CellRange {
  var library: (lxw_row_t, lxw_col_t, lxw_row_t, lxw_col_t) {
    (lxw_row_t(first.row), lxw_col_t(first.column), lxw_row_t(last.row), lxw_col_t(last.column))
  }
}
