import CXLSXWriter

/// Rows under headings that Excel sorts and filters as one thing.
public struct Table: Hashable, Sendable {
  /// Unlike all other tables and defined names of the workbook.
  public var name: String
  /// One for each column, no two alike. A heading is one line.
  public var headings: [String]
  public var headingStyle = Style.plain
  public var look = Look.light(1)
  public var isBanded = true
  public var hasFilter = true

  public init(_ name: String, headings: [String]) {
    self.name = name
    self.headings = headings
  }

  /// Excel's own looks, by their numbers there.
  public enum Look: Hashable, Sendable {
    case none
    /// 1 to 21
    case light(Int)
    /// 1 to 28
    case medium(Int)
    /// 1 to 11
    case dark(Int)
  }
}

extension Worksheet {
  /// Makes a table of a range: its first row takes the headings, the rest is written as usual.
  public func add(_ table: Table, over range: CellRange) throws(WorkbookError) {
    try require(range)
    try requireWhole(.table, range)
    let (sheet, format) = try ready(range.first, table.headingStyle)
    let headings = table.headings.map(CleanText.escapedLine)
    try placed(range) { () throws(WorkbookError) in
      try table.check(headings, range)
      try ranges.addTable(range)
      try workbook.claimTableName(table.name)
    }
    try check(table.insert(headings, range, sheet, format), range)
  }
}

extension Table {
  fileprivate func check(_ headings: [String], _ range: CellRange) throws(WorkbookError) {
    if let problem = DefinedName.problem(with: name, .tableName) { throw WorkbookError(problem) }
    guard headings.count == range.columns.count else {
      throw WorkbookError(.cell(.headings(headings.count, range.columns.count)))
    }
    guard range.rows.count > 1 else { throw WorkbookError(.cell(.noTableRows)) }
    try look.check()
    try check(headings)
  }

  /// Headings that are alike, long or missing make a file that Excel repairs.
  private func check(_ headings: [String]) throws(WorkbookError) {
    var seen: Set<String> = []
    for heading in headings {
      try Limits.check(heading, .heading, Limits.shortText)
      guard !heading.isEmpty else { throw WorkbookError(.name(.empty(.heading))) }
      guard seen.insert(heading.lowercased()).inserted else {
        throw WorkbookError(.name(.taken(.heading, heading)))
      }
    }
  }

  fileprivate func insert(
    _ headings: [String], _ range: CellRange, _ sheet: UnsafeMutablePointer<lxw_worksheet>,
    _ format: Format?
  ) -> lxw_error {
    withCStrings { strings in
      var columns = headings.map { heading in
        var column = lxw_table_column()
        column.header = strings.text(heading)
        column.header_format = format
        return column
      }
      return columns.withUnsafeMutableBufferPointer { columns in
        guard let base = columns.baseAddress else { return LXW_ERROR_PARAMETER_VALIDATION }
        var pointers = columns.indices.map { Optional(base + $0) } + [nil]
        return insert(&pointers, strings, range, sheet)
      }
    }
  }

  private func insert(
    _ columns: UnsafeMutablePointer<UnsafeMutablePointer<lxw_table_column>?>,
    _ strings: CStrings, _ range: CellRange, _ sheet: UnsafeMutablePointer<lxw_worksheet>
  ) -> lxw_error {
    var options = lxw_table_options()
    options.name = strings.text(name)
    options.columns = columns
    options.no_banded_rows = isBanded ? 0 : 1
    options.no_autofilter = hasFilter ? 0 : 1
    (options.style_type, options.style_type_number) = look.library
    let (row, column, lastRow, lastColumn) = range.library
    return library.worksheet_add_table(sheet, row, column, lastRow, lastColumn, &options)
  }
}

extension Table.Look {
  fileprivate func check() throws(WorkbookError) {
    switch self {
    case .none: break
    case .light(let number): try Limits.check(Double(number), .tableLook, 1, 21)
    case .medium(let number): try Limits.check(Double(number), .tableLook, 1, 28)
    case .dark(let number): try Limits.check(Double(number), .tableLook, 1, 11)
    }
  }

  fileprivate var library: (UInt8, UInt8) {
    switch self {
    case .none: (UInt8(LXW_TABLE_STYLE_TYPE_LIGHT.rawValue), 0)
    case .light(let number): (UInt8(LXW_TABLE_STYLE_TYPE_LIGHT.rawValue), UInt8(number))
    case .medium(let number): (UInt8(LXW_TABLE_STYLE_TYPE_MEDIUM.rawValue), UInt8(number))
    case .dark(let number): (UInt8(LXW_TABLE_STYLE_TYPE_DARK.rawValue), UInt8(number))
    }
  }
}
