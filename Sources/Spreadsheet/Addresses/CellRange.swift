/// A rectangle of cells, both corners included; a single cell is a range too.
public struct CellRange: Hashable, Sendable {
  /// Upper left.
  public let first: CellAddress
  /// Lower right.
  public let last: CellAddress

  /// The rectangle between two opposite corners, whichever they are.
  public init(_ one: CellAddress, _ other: CellAddress) {
    first = CellAddress(row: min(one.row, other.row), column: min(one.column, other.column))
    last = CellAddress(row: max(one.row, other.row), column: max(one.column, other.column))
  }

  public init(_ cell: CellAddress) { self.init(cell, cell) }

  public init(rows: ClosedRange<Int>, columns: ClosedRange<Int>) {
    self.init(
      CellAddress(row: rows.lowerBound, column: columns.lowerBound),
      CellAddress(row: rows.upperBound, column: columns.upperBound))
  }

  public var isSingleCell: Bool { first == last }
  public var isOnSheet: Bool { first.isOnSheet && last.isOnSheet }
  public var rows: ClosedRange<Int> { first.row...last.row }
  public var columns: ClosedRange<Int> { first.column...last.column }

  public func overlaps(_ other: CellRange) -> Bool {
    rows.overlaps(other.rows) && columns.overlaps(other.columns)
  }

  public func contains(_ cell: CellAddress) -> Bool {
    rows.contains(cell.row) && columns.contains(cell.column)
  }

  /// `$B$5:$C$7`
  public var absolute: String {
    isSingleCell ? first.absolute : "\(first.absolute):\(last.absolute)"
  }
}

extension CellRange {
  /// Reads `B5:C7` or `B5`.
  public init?(a1 text: String) {
    let corners = text.split(separator: ":", omittingEmptySubsequences: false)
    guard corners.count <= 2, let one = CellAddress(a1: String(corners[0])),
      let other = CellAddress(a1: String(corners[corners.count - 1]))
    else { return nil }
    self.init(one, other)
  }
}

extension CellRange: CustomStringConvertible {
  /// `B5:C7`, and `B5` for a single cell.
  public var description: String { isSingleCell ? first.description : "\(first):\(last)" }
}
