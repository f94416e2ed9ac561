/// Cells of a named sheet, as a formula, a chart or a defined name refers to them.
public struct SheetRange: Hashable, Sendable {
  public let sheet: String
  public let range: CellRange

  public init(_ sheet: String, _ range: CellRange) {
    self.sheet = sheet
    self.range = range
  }

  public init(_ sheet: String, _ cell: CellAddress) { self.init(sheet, CellRange(cell)) }

  /// `'3号仓库'!$B$5:$C$7`
  public var absolute: String { "\(SheetNames.quoted(sheet))!\(range.absolute)" }
}

extension SheetRange: CustomStringConvertible {
  /// `'3号仓库'!B5:C7`
  public var description: String { "\(SheetNames.quoted(sheet))!\(range)" }
}

/// The sheets from one to another, for a sum through all of them: `一区:九区!B5`.
///
/// Some programs read such a reference only without quotes (LibreOffice 7.4 shows `#NAME?`
/// otherwise), so a span between names that need them cannot be made: list the cells instead.
public struct SheetSpan: Hashable, Sendable {
  public let first: String
  public let last: String

  public init(from first: String, to last: String) throws(WorkbookError) {
    for name in [first, last] where SheetNames.needsQuotes(name) {
      throw WorkbookError(.name(.spanNeedsQuotes(name)))
    }
    self.first = first
    self.last = last
  }

  public func reference(to range: CellRange) -> String { "\(first):\(last)!\(range)" }
}
