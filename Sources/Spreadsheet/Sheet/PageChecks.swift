extension PageSetup {
  /// Excel takes no more, though its documents promise three more.
  private static let breakLimit = 1_023

  var sortedRowBreaks: [Int] { Set(rowBreaks).subtracting([0]).sorted() }
  var sortedColumnBreaks: [Int] { Set(columnBreaks).subtracting([0]).sorted() }

  func check(sheetName: String) throws(WorkbookError) {
    try checkPages()
    try header?.check()
    try footer?.check()
    try checkBreaks(sortedRowBreaks, within: CellAddress.rows)
    try checkBreaks(sortedColumnBreaks, within: CellAddress.columns)
    try checkCells()
    try checkTitles(sheetName)
  }

  private func checkPages() throws(WorkbookError) {
    for pages in [pagesWide, pagesTall] { try Limits.check(Double(pages), .pages, 0, 32_767) }
    for margin in [margins.left, margins.right, margins.top, margins.bottom] {
      try Limits.check(margin, .margin, 0, 49)
    }
  }

  private func checkBreaks(_ breaks: [Int], within all: Range<Int>) throws(WorkbookError) {
    try Limits.check(count: breaks.count, .pageBreak, PageSetup.breakLimit)
    guard breaks.allSatisfy(all.contains) else { throw WorkbookError(.cell(.outsideSheet)) }
  }

  private func checkCells() throws(WorkbookError) {
    let rows = repeatedRows.map { CellRange(rows: $0, columns: 0...0) }
    let columns = repeatedColumns.map { CellRange(rows: 0...0, columns: $0) }
    guard [rows, columns, area].compactMap({ $0 }).allSatisfy(\.isOnSheet) else {
      throw WorkbookError(.cell(.outsideSheet))
    }
  }

  /// Rows and columns together name the sheet twice, in the library's 128 bytes: with more than
  /// 16 Chinese characters in the name it would cut the reference.
  private func checkTitles(_ sheetName: String) throws(WorkbookError) {
    guard let rows = repeatedRows, let columns = repeatedColumns else { return }
    let name = SheetNames.quoted(sheetName)
    let letters = [columns.lowerBound, columns.upperBound].map(CellAddress.letters)
    let text =
      "\(name)!$\(letters[0]):$\(letters[1]),"
      + "\(name)!$\(rows.lowerBound + 1):$\(rows.upperBound + 1)"
    let (count, limit) = (text.utf8.count, DefinedName.bytes)
    guard count > limit else { return }
    throw WorkbookError(.limit(.tooLong(.repeatedTitles, count, limit, .bytes)))
  }
}
