/// A cell by its row and column, both counted from zero; shown as `B5`.
///
/// Any numbers are accepted here, and an address outside the sheet is refused where it is used:
/// there the error can name the sheet too.
public struct CellAddress: Hashable, Sendable {
  public var row: Int
  public var column: Int

  public static let rows = 0..<1_048_576
  public static let columns = 0..<16_384

  public init(row: Int, column: Int) {
    self.row = row
    self.column = column
  }

  public var isOnSheet: Bool {
    CellAddress.rows.contains(row) && CellAddress.columns.contains(column)
  }

  /// `B`, `AA`: columns count in letters without a zero.
  public static func letters(ofColumn column: Int) -> String {
    var letters = ""
    var rest = column + 1
    while rest > 0 {
      let (quotient, remainder) = (rest - 1).quotientAndRemainder(dividingBy: 26)
      letters = String(UnicodeScalar(UInt8(65 + remainder))) + letters
      rest = quotient
    }
    return letters
  }

  /// `$B$5`
  public var absolute: String { "$\(CellAddress.letters(ofColumn: column))$\(row + 1)" }

  public func offset(rows: Int = 0, columns: Int = 0) -> CellAddress {
    CellAddress(row: row + rows, column: column + columns)
  }
}

extension CellAddress {
  /// Reads `B5`; nothing else, so neither `$B$5` nor `b5`.
  public init?(a1 text: String) {
    let letters = text.utf8.prefix { (65...90).contains($0) }
    let digits = text.utf8.dropFirst(letters.count)
    guard (1...3).contains(letters.count), digits.first != 48, digits.count <= 7,
      digits.allSatisfy({ (48...57).contains($0) }), let row = Int(Substring(digits))
    else { return nil }
    let column = letters.reduce(0) { $0 * 26 + Int($1) - 64 } - 1
    self.init(row: row - 1, column: column)
    guard isOnSheet else { return nil }
  }
}

extension CellAddress: CustomStringConvertible {
  /// `B5`
  public var description: String { CellAddress.letters(ofColumn: column) + "\(row + 1)" }
}

extension CellAddress: Comparable {
  /// In reading order: row by row.
  public static func < (left: CellAddress, right: CellAddress) -> Bool {
    (left.row, left.column) < (right.row, right.column)
  }
}
