import CXLSXWriter

extension Worksheet {
  /// Excel's limit for a sheet; beyond it the library prints and leaves links out.
  private static let linkLimit = 65_530

  /// Writes text that leads to cells of this workbook.
  public func writeLink(
    _ text: String, to target: SheetRange, at cell: CellAddress, _ style: Style = .link,
    tooltip: String? = nil
  ) throws(WorkbookError) {
    let (sheet, format) = try ready(cell, style)
    try placed(CellRange(cell)) { () throws(WorkbookError) in
      try checkLink(to: target, tooltip ?? "")
    }
    let (row, column) = cell.library
    let code = withCStrings {
      library.worksheet_write_url_opt(
        sheet, row, column, "internal:\(target)", format, nil, tooltip.flatMap($0.line))
    }
    try check(code, cell)
    linkCount += 1
    // The library would keep the text a second time, in a place too small for a long one. So it
    // was given none, and the cell gets its text here.
    try write(text, at: cell, style)
  }

  /// The library looks for `#` in all it is given, and cuts a sheet's name there.
  private func checkLink(to target: SheetRange, _ tooltip: String) throws(WorkbookError) {
    guard !target.sheet.contains("#") else {
      throw WorkbookError(.cell(.linkTarget(target.sheet)))
    }
    guard target.range.isOnSheet else { throw WorkbookError(.cell(.outsideSheet)) }
    try Limits.check(tooltip, .tooltip, Limits.shortText)
    try Limits.check(count: linkCount + 1, .link, Worksheet.linkLimit)
  }
}
