/// Tells what a row below the header is.
struct RowReader {
  enum Kind {
    case blank
    case category(Int)
    case total
    case other
  }

  let table: TableReader

  private var form: Form { table.form }
  private var cells: CellReader { table.cells }

  func kind(_ text: Span<UInt8>, _ record: Record, _ reading: inout TableReading) -> Kind {
    let column = reading.layout.columns.category
    guard column < record.fields.count else { return isBlank(text, record) ? .blank : .other }
    let field = record.fields[column]
    if let next = reading.expectedCategory(table.names, text, field) { return .category(next) }
    if cells.isBlank(text, field) { return isBlank(text, record) ? .blank : .other }
    let label = cells.label(text, field)
    if let category = category(label, text, field) {
      reading.sawCategory(category)
      table.note(category, spelled: field, in: text)
      return .category(category)
    }
    return form.labels.word(label.span) == .total ? .total : .other
  }

  private func isBlank(_ text: Span<UInt8>, _ record: Record) -> Bool {
    record.fields.allSatisfy { cells.isBlank(text, $0) }
  }

  /// The category that a label names: by name or alias, with an ordinal before it (`3、水泥`), or
  /// with products that it covers in brackets behind it.
  private func category(_ label: [UInt8], _ text: Span<UInt8>, _ field: Field) -> Int? {
    if let category = form.labels.categories.entry(label.span) { return category }
    let isDigit = { (byte: UInt8) in (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) }
    let unnumbered = Array(label.drop(while: isDigit))
    if unnumbered.count < label.count, let category = form.labels.categories.entry(unnumbered.span)
    {
      return category
    }
    return table.remembered(cells.bytes(text, field), categoryWithCover)
  }

  private func categoryWithCover(_ string: String) -> Int? {
    let plain = CellText(string).plain
    guard let bracket = plain.firstIndex(where: { "([【〔（".contains($0) }) else { return nil }
    let name = Label.folded(String(plain[..<bracket]))
    guard let category = form.labels.categories.entry(name.span) else { return nil }
    let covers = Set(form.categories[category].covers.map { Label.folded($0) })
    let inside = plain[bracket...].split { "、，,；;和及()[]【】〔〕（） \n\r".contains($0) }
    let all = inside.allSatisfy { part in
      let folded = Label.folded(part.hasSuffix("等") ? String(part.dropLast()) : String(part))
      return folded.isEmpty || covers.contains(folded)
    }
    return all ? category : nil
  }

  // MARK: Rows of the wrong length

  /// A row whose cells do not stand under the header's: a number with an unquoted separator in it
  /// pushes the rest to the right.
  func shift(
    _ text: Span<UInt8>, _ record: Record, _ columns: Columns, _ category: Int?
  ) -> Finding? {
    let count = record.fields.count
    let explains = hasNumberForExplanation(text, record, columns)
    let remark = numberAmongRemarks(text, record, columns)
    if columns.areLabelled, count == columns.kinds.count, !explains, remark == nil { return nil }
    let isShort = count <= columns.lastMetric
    let spill = firstOutside(text, record, columns)
    let split = isShort ? nil : splitNumber(text, record, columns)
    // Blank cells too many, or a number under 备注: harmless, unless a number may have been split.
    let isLonger = split != nil && (count > columns.kinds.count || remark != nil)
    guard isShort || spill != nil || explains || isLonger else { return nil }
    let column = spill ?? (explains ? columns.explanation : isLonger ? remark : nil)
    let place = Place(
      line: record.line, row: record.row, column: isShort ? 0 : column.map { $0 + 1 } ?? 0)
    let found = isShort ? count : max(lastFilled(text, record) + 1, isLonger ? count : 0)
    var facts = [
      Fact(.found, found), Fact(.expected, columns.width), Fact("row", record.row),
    ]
    if let category { facts.append(Fact("category", form.categories[category].name)) }
    if explains { facts.append(Fact("explanation", form.words.explanation[0])) }
    if let split, let cell = split.cell {
      facts += [Fact("cell", cell), Fact("number", split.number)]
    }
    return Finding(.rowShifted, at: place, category: category, facts: facts)
  }

  /// A bare number where words belong has come from the column before.
  private func hasNumberForExplanation(
    _ text: Span<UInt8>, _ record: Record, _ columns: Columns
  ) -> Bool {
    guard let column = columns.explanation, column < record.fields.count,
      record.fields[column].start < record.fields[column].end
    else { return false }
    return NumberText(CellText(cells.string(text, record.fields[column])).plain)?.rest.isEmpty
      == true
  }

  /// The column behind the metrics that is not counted and holds a bare number.
  private func numberAmongRemarks(
    _ text: Span<UInt8>, _ record: Record, _ columns: Columns
  ) -> Int? {
    var column = columns.lastMetric + 1
    while column < min(record.fields.count, columns.kinds.count) {
      let field = record.fields[column]
      if columns.kinds[column] == .ignored, NumberReader.plain(text, field, decimals: 9) != nil {
        return column
      }
      column += 1
    }
    return nil
  }

  private func lastFilled(_ text: Span<UInt8>, _ record: Record) -> Int {
    record.fields.lastIndex { !cells.isBlank(text, $0) } ?? 0
  }

  /// The first filled cell that stands under no label of the header.
  private func firstOutside(_ text: Span<UInt8>, _ record: Record, _ columns: Columns) -> Int? {
    for (index, field) in record.fields.enumerated() {
      let isInside = index < columns.kinds.count && columns.kinds[index] != .blank
      if !isInside, !cells.isBlank(text, field) { return index }
    }
    return nil
  }

  /// Two neighbours that can be one number with a separator in it, `1` and `234`; the cell is named
  /// when there is only one such pair.
  private func splitNumber(
    _ text: Span<UInt8>, _ record: Record, _ columns: Columns
  ) -> (cell: String?, number: String)? {
    guard columns.separator == .comma || columns.separator == .wideComma else { return nil }
    var found: (cell: String?, number: String)?
    for index in record.fields.indices.dropLast() where index > columns.category {
      let left = CellText(cells.string(text, record.fields[index])).plain
      let right = CellText(cells.string(text, record.fields[index + 1])).plain
      guard (1...3).contains(left.utf8.count), left.utf8.allSatisfy(RowReader.isDigit),
        left.utf8.first != UInt8(ascii: "0"), RowReader.isGroup(right)
      else { continue }
      if found != nil { return (nil, "") }
      found = (Place(line: 0, row: record.row, column: index + 1).cell, "\(left),\(right)")
    }
    return found
  }

  private static func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }

  /// Three digits, perhaps with decimals behind them.
  private static func isGroup(_ text: String) -> Bool {
    let parts = text.split(separator: ".", maxSplits: 1)
    guard let whole = parts.first, whole.utf8.count == 3 else { return false }
    return parts.allSatisfy { $0.utf8.allSatisfy(isDigit) }
  }

  // MARK: Rows that are none

  /// A row of units below the header: `（条）,（批次）…`
  func isUnits(_ text: Span<UInt8>, _ record: Record) -> Bool {
    let filled = record.fields.filter { !cells.isBlank(text, $0) }
    let units = table.numbers.units.folded
    return filled.count >= 2 && filled.allSatisfy { units.contains(cells.label(text, $0)) }
  }

  /// A row that numbers the columns, as Chinese forms often have it: `甲,1,2,3 …`
  func isNumbering(_ text: Span<UInt8>, _ record: Record, _ columns: Columns) -> Bool {
    let numbers = columns.metrics.compactMap { $0 }.sorted().map { column -> Int64? in
      guard column < record.fields.count else { return nil }
      return NumberReader.plain(text, record.fields[column], decimals: 0)
    }
    guard numbers.count >= 3, let first = numbers[0], first == 1 || first == 2 else { return false }
    return numbers.enumerated().allSatisfy { $0.element == first + Int64($0.offset) }
  }

  /// A header printed again, as on every page: nil when the row is none; a finding inside when its
  /// columns are not those of the first.
  func repeatedHeader(_ text: Span<UInt8>, _ record: Record, _ layout: Layout) -> Finding?? {
    let columns = layout.columns
    var same = 0
    var other = 0
    var saysCategory = false
    for (index, field) in record.fields.enumerated() where !cells.isBlank(text, field) {
      let label = cells.label(text, field)
      if form.labels.word(label.span) == .category { saysCategory = true }
      guard let metrics = HeaderLabel.metrics(label, form) else { continue }
      let column = index < columns.kinds.count ? columns.kinds[index] : .blank
      if metrics.contains(where: { column == .metric($0) }) { same += 1 } else { other += 1 }
    }
    if other > 0, other + same >= 2 {
      let place = Place(line: record.line, row: record.row, column: 1)
      return .some(
        Finding(
          .contradictoryHeading, at: place, Fact("what", RowReader.header),
          Fact("first", form.words.category[0]), Fact("before", "A\(layout.header.row)")))
    }
    return same >= 2 || saysCategory ? .some(nil) : nil
  }

  private static let header = Both("表头", "header")

  /// A row that the form does not know: a product misspelled, numbers without a product, or words.
  func unknown(_ text: Span<UInt8>, _ record: Record, _ columns: Columns) -> Finding {
    let column = min(columns.category, record.fields.count - 1)
    let place = Place(line: record.fields[column].line, row: record.row, column: column + 1)
    let string = cells.words(text, record.fields[column])
    let hasValues = columns.metrics.contains { column in
      guard let column, column < record.fields.count else { return false }
      return !cells.isBlank(text, record.fields[column])
    }
    if string.isEmpty, hasValues {
      return Finding(.rowWithoutCategory, at: place, Fact("row", record.row))
    }
    if string.unicodeScalars.contains("\u{FFFD}") {
      return Finding(.damagedCell, at: place, Fact(.found, CellText.shown(string)))
    }
    let near = Spelling.suggestions(for: string, among: form.categories.map(\.name), most: 2)
    if hasValues || !near.isEmpty {
      var facts = [Fact(.found, CellText.shown(string))]
      if !near.isEmpty { facts.append(Fact(.suggestion, near)) }
      return Finding(.unknownCategory, at: place, facts: facts)
    }
    let words = record.fields.map { cells.words(text, $0) }.filter { !$0.isEmpty }
    return Finding(
      .textNotUnderstood, at: place, Fact(.found, CellText.shown(words.joined(separator: " "))))
  }
}
