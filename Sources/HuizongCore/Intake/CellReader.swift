/// Takes the text of a field out of the file.
struct CellReader {
  /// The field's bytes, with each doubled quotation mark made one.
  func bytes(_ text: Span<UInt8>, _ field: Field) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(field.end - field.start)
    var index = field.start
    while index < field.end {
      result.append(text[index])
      index += field.hasDoubledQuotes && text[index] == Byte.quote ? 2 : 1
    }
    return result
  }

  func string(_ text: Span<UInt8>, _ field: Field) -> String {
    String(decoding: bytes(text, field), as: UTF8.self)
  }

  /// The field's words, to be kept or quoted.
  func words(_ text: Span<UInt8>, _ field: Field) -> String {
    CellText.written(string(text, field))
  }

  /// The folded form of the field's text.
  func label(_ text: Span<UInt8>, _ field: Field) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(field.end - field.start)
    Label.fold(text.extracting(field.range), into: &result)
    return result
  }

  /// Holds U+FFFD: some byte of it was lost.
  func isDamaged(_ text: Span<UInt8>, _ field: Field) -> Bool {
    string(text, field).unicodeScalars.contains("\u{FFFD}")
  }

  /// Nothing to see: empty, or spaces and marks of no width only.
  func isBlank(_ text: Span<UInt8>, _ field: Field) -> Bool {
    if field.start == field.end { return true }
    let first = text[field.start]
    if first > 0x20, first < 0x80 { return false }
    var scalars = Scalars()
    let part = text.extracting(field.range)
    while let scalar = scalars.next(in: part) {
      if !Scalars.isSpace(scalar.value) { return false }
    }
    return true
  }
}
