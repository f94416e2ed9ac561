/// Where something stands in a file: the line of the file and the cell of the sheet.
public struct Place: Hashable, Sendable {
  /// The line of the file, from 1, as an editor counts; 0 when the whole file is meant.
  public var line: Int
  /// The row and column of the cell in a spreadsheet, from 1; column 0 when a whole row is meant.
  public var row: Int
  public var column: Int

  public init(line: Int, row: Int, column: Int) {
    self.line = line
    self.row = row
    self.column = column
  }

  public static let wholeFile = Place(line: 0, row: 0, column: 0)

  /// `E7`, as a spreadsheet shows it; nil when no single cell is meant.
  public var cell: String? {
    row > 0 && column > 0 ? Place.letters(column) + String(row) : nil
  }

  /// `A`, `Z`, `AA` …
  public static func letters(_ column: Int) -> String {
    var rest = column
    var result: [UInt8] = []
    while rest > 0 {
      result.insert(UInt8(ascii: "A") + UInt8((rest - 1) % 26), at: 0)
      rest = (rest - 1) / 26
    }
    return String(decoding: result, as: UTF8.self)
  }
}
