/// A field of a record: where its text lies, and on which line of the file it begins.
struct Field {
  var start: Int
  var end: Int
  var line: Int
  /// Holds doubled quotation marks that stand for one.
  var hasDoubledQuotes = false

  var range: Range<Int> { start..<end }
}

/// A row of the file as a spreadsheet shows it; quoted line breaks do not end it.
struct Record {
  var fields: [Field] = []
  /// The row's number in a spreadsheet, from 1.
  var row = 0
  /// The line of the file on which it begins, from 1.
  var line = 1
  /// Fields beyond those kept; only a file that is no table has any.
  var fieldsLeftOut = 0

  /// No form comes near; a line of a million commas must not take the memory of a million fields.
  static let mostFields = 4096
}

/// Splits text into records. Always finds a reading: a quotation mark that is never closed, or that
/// closes in the middle of a cell, is taken as an ordinary character and noted.
struct RecordScanner {
  let separator: Separator
  private(set) var offset: Int
  private(set) var line: Int
  /// How many rows have been read.
  private(set) var row = 0
  /// Where a quotation mark did not enclose a cell.
  private(set) var strayQuotes: [Place] = []

  init(separator: Separator, offset: Int = 0, line: Int = 1) {
    self.separator = separator
    self.offset = offset
    self.line = line
  }

  /// Reads the next record into `record`, whose memory is used again; false at the end.
  mutating func next(in text: Span<UInt8>, into record: inout Record) -> Bool {
    guard offset < text.count else { return false }
    row += 1
    record.fields.removeAll(keepingCapacity: true)
    record.fieldsLeftOut = 0
    record.row = row
    record.line = line
    while true {
      let field = nextField(in: text, number: record.fields.count)
      if record.fields.count < Record.mostFields {
        record.fields.append(field)
      } else {
        record.fieldsLeftOut += 1
      }
      guard offset < text.count else { return true }
      if separator.isNext(in: text, at: offset) {
        offset += separator.length
        guard offset < text.count else {
          record.fields.append(Field(start: offset, end: offset, line: line))
          return true
        }
      } else {
        skipLineEnd(in: text)
        return true
      }
    }
  }

  /// Takes over a row that was read by other means, up to its line end.
  mutating func skipRow(to end: Int, in text: Span<UInt8>) -> (row: Int, line: Int) {
    defer { if offset < text.count { skipLineEnd(in: text) } }
    row += 1
    offset = end
    return (row, line)
  }

  /// Goes on behind rows whose text is known.
  mutating func skip(to end: Int, rows: Int, lines: Int) {
    offset = end
    row += rows
    line += lines
  }

  private mutating func nextField(in text: Span<UInt8>, number: Int) -> Field {
    if text[offset] == Byte.quote, let field = quotedField(in: text) { return field }
    if text[offset] == Byte.quote {
      strayQuotes.append(Place(line: line, row: row, column: number + 1))
    }
    return plainField(in: text)
  }

  private mutating func plainField(in text: Span<UInt8>) -> Field {
    let start = offset
    let first = separator.first
    while offset < text.count {
      let byte = text[offset]
      if byte == first, separator.isNext(in: text, at: offset) { break }
      if byte == Byte.lineFeed || byte == Byte.carriageReturn { break }
      offset += 1
    }
    return Field(start: start, end: offset, line: line)
  }

  /// The field when its closing mark stands before a separator, a line end or the end of the text.
  private mutating func quotedField(in text: Span<UInt8>) -> Field? {
    var field = Field(start: offset + 1, end: 0, line: line)
    var position = offset + 1
    var breaks = 0
    while position < text.count {
      switch text[position] {
      case Byte.quote where position + 1 < text.count && text[position + 1] == Byte.quote:
        field.hasDoubledQuotes = true
        position += 1
      case Byte.quote:
        field.end = position
        guard endsField(text, position + 1) else { return nil }
        offset = position + 1
        line += breaks
        return field
      case Byte.lineFeed: breaks += 1
      case Byte.carriageReturn
      where !(position + 1 < text.count && text[position + 1] == Byte.lineFeed):
        breaks += 1
      default: break
      }
      position += 1
    }
    return nil
  }

  private func endsField(_ text: Span<UInt8>, _ position: Int) -> Bool {
    guard position < text.count else { return true }
    return text[position] == Byte.lineFeed || text[position] == Byte.carriageReturn
      || separator.isNext(in: text, at: position)
  }

  private mutating func skipLineEnd(in text: Span<UInt8>) {
    let first = text[offset]
    offset += 1
    if first == Byte.carriageReturn, offset < text.count, text[offset] == Byte.lineFeed {
      offset += 1
    }
    line += 1
  }
}

/// What stands between two cells.
enum Separator: CaseIterable, Sendable {
  case comma, tab, semicolon, wideComma

  var first: UInt8 {
    switch self {
    case .comma: UInt8(ascii: ",")
    case .tab: 0x09
    case .semicolon: UInt8(ascii: ";")
    case .wideComma: 0xEF
    }
  }

  var length: Int { self == .wideComma ? 3 : 1 }

  func isNext(in text: Span<UInt8>, at offset: Int) -> Bool {
    guard text[offset] == first else { return false }
    guard self == .wideComma else { return true }
    return offset + 2 < text.count && text[offset + 1] == 0xBC && text[offset + 2] == 0x8C
  }

  /// Where it does not, no row has two cells.
  func occurs(in text: Span<UInt8>) -> Bool {
    for offset in text.indices where isNext(in: text, at: offset) { return true }
    return false
  }

  /// The separator that a `sep=` line names.
  init?(named text: Span<UInt8>) {
    for separator in Separator.allCases
    where text.count == separator.length && separator.isNext(in: text, at: 0) {
      self = separator
      return
    }
    return nil
  }
}

enum Byte {
  static let lineFeed: UInt8 = 0x0A
  static let carriageReturn: UInt8 = 0x0D
  static let quote: UInt8 = 0x22
}
