import CXLSXWriter

// Merged cells, columns, rows, and what is seen on the screen.
extension Worksheet {
  /// Makes one cell of a range; a range of one cell is written as that cell.
  ///
  /// All its cells get the style, so that borders go around the whole.
  public func merge(
    _ range: CellRange, _ content: CellContent, _ style: Style = .plain
  ) throws(WorkbookError) {
    try require(range)
    guard !range.isSingleCell else { return try write(content, at: range.first, style) }
    if range.rows.count > 1 { try requireWhole(.merge, range) }
    let (sheet, format) = try ready(range.first, style)
    try placed(range) { () throws(WorkbookError) in try ranges.addMerge(range) }
    let (row, column, lastRow, lastColumn) = range.library
    try check(
      library.worksheet_merge_range(sheet, row, column, lastRow, lastColumn, "", format), range)
    try write(content, at: range.first, style)
  }

  public func merge(
    _ range: CellRange, _ text: String, _ style: Style = .plain
  ) throws(WorkbookError) {
    try merge(range, .text(text), style)
  }

  /// Sets the width of columns, in digits of the normal font, and the look of their empty cells.
  ///
  /// Each column is set alone: ranges that overlap would make a file that Excel repairs.
  public func setWidth(
    ofColumns columns: ClosedRange<Int>, to width: Double, _ style: Style = .plain
  ) throws(WorkbookError) {
    let range = CellRange(rows: 0...0, columns: columns)
    try require(range)
    try placed(range) { () throws(WorkbookError) in try Limits.check(width, .columnWidth, 0, 255) }
    let (sheet, format) = (try open(), try format(style, range))
    for column in columns {
      let column = lxw_col_t(column)
      try check(library.worksheet_set_column(sheet, column, column, width, format), range)
    }
  }

  /// Sets the height of a row, in points, and the look of its empty cells. A height of 0 hides it.
  public func setHeight(
    ofRow row: Int, to height: Double, _ style: Style = .plain
  ) throws(WorkbookError) {
    let cell = CellAddress(row: row, column: 0)
    try placed(CellRange(cell)) { () throws(WorkbookError) in
      try Limits.check(height, .rowHeight, 0, 409)
    }
    let (sheet, format) = try ready(cell, style)
    try check(library.worksheet_set_row(sheet, lxw_row_t(row), height, format), cell)
  }

  /// Keeps the rows above and the columns left of a cell in sight.
  public func freeze(at cell: CellAddress) throws(WorkbookError) {
    try require(CellRange(cell))
    let (row, column) = cell.library
    // Nothing above and nothing left would freeze the sheet at its corner, in a way that Excel
    // does not write itself.
    if (row, column) != (0, 0) { library.worksheet_freeze_panes(try open(), row, column) }
  }

  /// Hides the lines between cells, on the screen too; they are never printed.
  public func hideGridlines() throws(WorkbookError) {
    library.worksheet_gridlines(try open(), UInt8(LXW_HIDE_ALL_GRIDLINES.rawValue))
  }

  /// Sets the size on the screen, in percent.
  public func setZoom(_ percent: Int) throws(WorkbookError) {
    try placed { () throws(WorkbookError) in try Limits.check(Double(percent), .zoom, 10, 400) }
    library.worksheet_set_zoom(try open(), UInt16(percent))
  }

  public func setTabColor(_ color: Color) throws(WorkbookError) {
    library.worksheet_set_tab_color(try open(), color.code)
  }

  /// Makes this the sheet that is shown when the workbook is opened.
  public func activate() throws(WorkbookError) { library.worksheet_activate(try open()) }

  /// Puts a filter on a heading row and the rows below it.
  public func setFilter(_ range: CellRange) throws(WorkbookError) {
    try require(range)
    let sheet = try open()
    try placed(range) { () throws(WorkbookError) in try ranges.setFilter(range) }
    let (row, column, lastRow, lastColumn) = range.library
    try check(library.worksheet_autofilter(sheet, row, column, lastRow, lastColumn), range)
  }

  /// Guards against changes by mistake. Whoever wants to can lift it: Excel's sheet passwords
  /// are no secret. Filtering and sorting stay allowed.
  public func protect(password: String? = nil) throws(WorkbookError) {
    let sheet = try open()
    try placed { () throws(WorkbookError) in try checkPassword(password ?? "") }
    var options = lxw_protection()
    options.autofilter = 1
    options.sort = 1
    library.worksheet_protect(sheet, password, &options)
  }

  /// Excel hashes other characters in another way than the library, and the lock would never open.
  private func checkPassword(_ password: String) throws(WorkbookError) {
    try Limits.check(password, .password, 15)
    guard let bad = password.first(where: { !$0.isASCII || $0 < " " }) else { return }
    throw WorkbookError(.name(.character(.password, password, String(bad))))
  }
}
