/// A table's text as it is written, row by row.
struct Sheet {
  private let separator: String
  private let lineEnd: String
  /// A spreadsheet saves every row as wide as the widest.
  private let width: Int
  private(set) var text: [UInt8] = []

  init(separator: String, lineEnd: String, width: Int) {
    self.separator = separator
    self.lineEnd = lineEnd
    self.width = width
    text.reserveCapacity(4096)
  }

  mutating func add(_ cells: [String]) {
    for column in 0..<width {
      if column > 0 { text.append(contentsOf: separator.utf8) }
      if column < cells.count { add(cells[column]) }
    }
    text.append(contentsOf: lineEnd.utf8)
  }

  private mutating func add(_ cell: String) {
    let isQuoted = cell.utf8.contains { byte in
      byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\"") || separator.utf8.first == byte
    }
    guard isQuoted else { return text.append(contentsOf: cell.utf8) }
    text.append(UInt8(ascii: "\""))
    for byte in cell.utf8 {
      text.append(byte)
      if byte == UInt8(ascii: "\"") { text.append(byte) }
    }
    text.append(UInt8(ascii: "\""))
  }
}
