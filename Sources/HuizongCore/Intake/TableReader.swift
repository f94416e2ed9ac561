/// Reads the rows below a header into submissions: one, or in a tidy file one for each unit and
/// period.
final class TableReader {
  let form: Form
  let roster: Roster
  let cells: CellReader
  let numbers: NumberReader
  let names: [[UInt8]]
  private let decimals: [Int]
  /// What may stand behind a unit's name: （盖章）.
  private let stamps: [[UInt8]]
  /// The few periods that thousands of files repeat. By bytes: text would be compared as Unicode
  /// does, at ten times the price.
  private var knownPeriods: [[UInt8]: PeriodReading] = [:]
  /// Likewise the labels of products that list what they cover.
  private var knownLabels: [[UInt8]: Int?] = [:]
  /// How each category was last written by those who do not write as the form prints.
  private var spellings: [[UInt8]?]
  private var spare = Record()

  init(form: Form, roster: Roster) {
    self.form = form
    self.roster = roster
    cells = CellReader()
    numbers = NumberReader(form)
    names = form.categories.map { Array($0.name.utf8) }
    spellings = form.categories.map { _ in nil }
    decimals = form.metrics.map(\.decimals)
    stamps = form.words.stamps.map { Label.folded($0) }
  }

  func read(_ text: Span<UInt8>, _ layout: Layout) -> [Submission] {
    var reading = TableReading(layout: layout, categories: names.count)
    // The memory is taken out while it is used, so that it stays the only reference to it.
    var record = spare
    spare = Record()
    defer { spare = record }
    let rows = RowReader(table: self)
    let quick = layout.columns.quickRow
    while true {
      if let quick, takeQuickly(quick, text, &reading) { continue }
      guard reading.layout.rows.next(in: text, into: &record) else { break }
      switch rows.kind(text, record, &reading) {
      case .blank: continue
      case .category(let category): product(text, record, category, rows, &reading)
      case .total: total(text, record, &reading)
      case .other: other(text, record, &reading)
      }
    }
    return SubmissionCloser(table: self).close(&reading)
  }

  func unit(named text: String) -> Int? {
    let label = Label.folded(text)
    if let unit = roster.unit(named: label.span) { return unit }
    for stamp in stamps where label.count > stamp.count && label.suffix(stamp.count) == stamp[...] {
      let name = Array(label.dropLast(stamp.count))
      return roster.unit(named: name.span)
    }
    return nil
  }

  func period(_ text: String) -> PeriodReading {
    let bytes = Array(text.utf8)
    if let known = knownPeriods[bytes] { return known }
    let period = PeriodReader.read(text)
    knownPeriods[bytes] = period
    return period
  }

  /// What a label was found to mean before, or what `meaning` makes of it.
  func remembered(_ label: [UInt8], _ meaning: (String) -> Int?) -> Int? {
    if let known = knownLabels[label] { return known }
    let category = meaning(String(decoding: label, as: UTF8.self))
    // Labels that mean nothing may be anything; only what thousands of files share is worth keeping.
    if knownLabels.count < 1_000 { knownLabels[label] = .some(category) }
    return category
  }

  /// Notes how a category was written, where the next file may be compared with it byte by byte.
  func note(_ category: Int, spelled field: Field, in text: Span<UInt8>) {
    let bytes = cells.bytes(text, field)
    let isVerbatim =
      field.isVerbatim(in: text) && bytes.count < 200
      && !bytes.contains { $0 == Byte.quote || Separator.allCases.map(\.first).contains($0) }
    if isVerbatim { spellings[category] = bytes }
  }

  // MARK: Rows of the form

  /// Takes the next row when it is one that can be read in one pass.
  private func takeQuickly(
    _ quick: QuickRow, _ text: Span<UInt8>, _ reading: inout TableReading
  ) -> Bool {
    let category = reading.expected
    let start = reading.layout.rows.offset
    var end = quick.read(
      text, from: start, category: category, after: reading.key, into: &reading.row)
    if end == nil, let spelling = spellings[category] {
      end = quick.read(
        text, from: start, category: category, spelling: spelling, after: reading.key,
        into: &reading.row)
    }
    guard let end, reading.isNew(category) else { return false }
    reading.takeRow(of: category, to: end, in: text, form)
    return true
  }

  private func product(
    _ text: Span<UInt8>, _ record: Record, _ category: Int, _ rows: RowReader,
    _ reading: inout TableReading
  ) {
    let columns = reading.layout.columns
    let index = submission(text, record, columns, &reading)
    let origin = RowOrigin(row: Int32(record.row), line: Int32(record.line))
    let column = columns.category
    let place = Place(line: record.fields[column].line, row: record.row, column: column + 1)
    let first = reading.submissions[index].table.rows[category]
    guard first.row == 0 else {
      let finding = Finding(
        .repeatedCategory, at: place, category: category,
        Fact("category", form.categories[category].name), Fact("first", Int(first.row)))
      reading.submissions[index].findings.append(finding)
      return
    }
    reading.submissions[index].table.rows[category] = origin
    reading.noteOrder(of: category, at: place, in: index)
    if let finding = rows.shift(text, record, columns, category) {
      reading.submissions[index].findings.append(finding)
      return
    }
    values(text, record, category, columns, index, &reading)
    explanation(text, record, category, columns, index, &reading)
  }

  private func values(
    _ text: Span<UInt8>, _ record: Record, _ category: Int, _ columns: Columns, _ index: Int,
    _ reading: inout TableReading
  ) {
    for metric in columns.metrics.indices {
      guard let column = columns.metrics[metric] else { continue }
      let field = record.fields[column]
      if field.line != record.line {
        reading.submissions[index].table.setLine(field.line, category, metric)
      }
      if let value = NumberReader.plain(text, field, decimals: decimals[metric]) {
        reading.row[metric] = value
      } else {
        let place = Place(line: field.line, row: record.row, column: column + 1)
        reading.row[metric] =
          value(text, field, place, category, metric, &reading.submissions[index].findings)
          ?? Table.unreadable
      }
    }
    reading.submissions[index].table.setRow(category, reading.row)
  }

  /// The value of a cell that is not plain digits, with what there is to say about it.
  private func value(
    _ text: Span<UInt8>, _ field: Field, _ place: Place, _ category: Int?, _ metric: Int,
    _ findings: inout [Finding]
  ) -> Int64? {
    switch numbers.read(cells.string(text, field), metric: metric) {
    case .value(let value): return value
    case .remarked(let value, let code, let facts):
      findings.append(Finding(code, at: place, category: category, metric: metric, facts: facts))
      return value
    case .rejected(let code, let facts):
      findings.append(Finding(code, at: place, category: category, metric: metric, facts: facts))
      return nil
    }
  }

  private func explanation(
    _ text: Span<UInt8>, _ record: Record, _ category: Int?, _ columns: Columns, _ index: Int,
    _ reading: inout TableReading
  ) {
    guard let column = columns.explanation, column < record.fields.count,
      !cells.isBlank(text, record.fields[column])
    else { return }
    let field = record.fields[column]
    reading.submissions[index].explanations.append(
      Explanation(
        category: category, text: cells.words(text, field),
        place: Place(line: field.line, row: record.row, column: column + 1)))
  }

  // MARK: The total

  private func total(_ text: Span<UInt8>, _ record: Record, _ reading: inout TableReading) {
    let index = submission(text, record, reading.layout.columns, &reading)
    if let finding = RowReader(table: self).shift(text, record, reading.layout.columns, nil) {
      reading.submissions[index].findings.append(finding)
      return
    }
    var total = TotalRow(
      values: Array(repeating: nil, count: form.metrics.count),
      origin: RowOrigin(row: Int32(record.row), line: Int32(record.line)))
    var isFilled = false
    for metric in form.metrics.indices {
      guard let column = reading.layout.columns.metrics[metric] else { continue }
      let field = record.fields[column]
      // A total that nobody filled in claims nothing.
      if cells.isBlank(text, field) { continue }
      isFilled = true
      let place = Place(line: field.line, row: record.row, column: column + 1)
      let plain = NumberReader.plain(text, field, decimals: form.metrics[metric].decimals)
      total.values[metric] =
        plain ?? value(text, field, place, nil, metric, &reading.submissions[index].findings)
    }
    if isFilled { reading.addTotal(total, to: index, label: form.words.total[0]) }
    // What is said of the total is said of the table.
    explanation(text, record, nil, reading.layout.columns, index, &reading)
  }

  // MARK: Other rows

  private func other(_ text: Span<UInt8>, _ record: Record, _ reading: inout TableReading) {
    let rows = RowReader(table: self)
    if reading.layout.heading.take(text, record, belowHeader: true) || rows.isUnits(text, record)
      || reading.submissions.isEmpty && rows.isNumbering(text, record, reading.layout.columns)
    {
      return
    }
    if let finding = rows.repeatedHeader(text, record, reading.layout) {
      if let contradiction = finding { reading.layout.findings.append(contradiction) }
      return
    }
    let index = submission(text, record, reading.layout.columns, &reading)
    reading.submissions[index].findings.append(rows.unknown(text, record, reading.layout.columns))
  }

  // MARK: Which submission

  /// The submission that the row belongs to: the file's only one, or that of its unit and period.
  private func submission(
    _ text: Span<UInt8>, _ record: Record, _ columns: Columns, _ reading: inout TableReading
  ) -> Int {
    guard columns.areTidy else {
      if reading.submissions.isEmpty {
        let place = Place(line: record.line, row: record.row, column: 0)
        reading.add(form: form, at: place, unit: "", period: "")
      }
      return 0
    }
    let unit = key(text, record, columns.unit)
    let period = key(text, record, columns.period)
    reading.key = RowKey(
      unit: verbatim(text, record, columns.unit), period: verbatim(text, record, columns.period))
    return reading.submission(unit: unit, period: period, form: form, record: record)
  }

  private func verbatim(
    _ text: Span<UInt8>, _ record: Record, _ column: Int?
  ) -> Range<Int>? {
    guard let column, column < record.fields.count,
      record.fields[column].isVerbatim(in: text)
    else { return nil }
    return record.fields[column].range
  }

  private func key(_ text: Span<UInt8>, _ record: Record, _ column: Int?) -> String {
    guard let column, column < record.fields.count else { return "" }
    return CellText(cells.string(text, record.fields[column])).plain
  }
}

/// A table being read.
struct TableReading {
  var layout: Layout
  var submissions: [Submission] = []
  /// The values of the row being read; those of metrics without a column stay unreadable.
  var row: [Int64]
  private var indexes: [[String]: Int] = [:]
  /// For each submission, how far down the form it has come.
  private var orders: [RowOrder] = []
  private(set) var expected = 0
  /// The submission of the last row, and where that row said so.
  private var current = 0
  var key = RowKey()

  private let categories: Int

  init(layout: Layout, categories: Int) {
    self.layout = layout
    self.categories = categories
    row = Array(repeating: Table.unreadable, count: layout.columns.metrics.count)
  }

  /// Whether the table of the last row has no row of the category yet.
  func isNew(_ category: Int) -> Bool {
    submissions.isEmpty || submissions[current].table.rows[category].row == 0
  }

  /// Takes the values that were read of a row over into the table of the last row.
  mutating func takeRow(of category: Int, to end: Int, in text: Span<UInt8>, _ form: Form) {
    let (number, line) = layout.rows.skipRow(to: end, in: text)
    let place = Place(line: line, row: number, column: layout.columns.category + 1)
    if submissions.isEmpty { add(form: form, at: place, unit: "", period: "") }
    submissions[current].table.rows[category] = RowOrigin(row: Int32(number), line: Int32(line))
    submissions[current].table.setRow(category, row)
    noteOrder(of: category, at: place, in: current)
    sawCategory(category)
  }

  mutating func submission(unit: String, period: String, form: Form, record: Record) -> Int {
    if let index = indexes[[unit, period]] {
      current = index
      return index
    }
    current = submissions.count
    indexes[[unit, period]] = submissions.count
    let place = Place(line: record.line, row: record.row, column: 0)
    return add(form: form, at: place, unit: unit, period: period)
  }

  @discardableResult
  mutating func add(form: Form, at place: Place, unit: String, period: String) -> Int {
    var submission = Submission(
      table: Table(form: form), place: Place(line: place.line, row: place.row, column: 0))
    submission.unitText = unit
    submission.periodText = period
    submission.table.columns = layout.columns.metrics.map { Int32(($0 ?? -1) + 1) }
    submission.table.categoryColumn = Int32(layout.columns.category + 1)
    submission.table.explanationColumn = Int32((layout.columns.explanation ?? -1) + 1)
    submission.table.headerPlace = layout.header
    submissions.append(submission)
    orders.append(RowOrder())
    return submissions.count - 1
  }

  /// The quick way for a file in the form's own order and words: the next category, when the field
  /// holds exactly its name.
  mutating func expectedCategory(
    _ names: [[UInt8]], _ text: Span<UInt8>, _ field: Field
  ) -> Int? {
    let name = names[expected]
    guard LabelIndex.equal(name.span, text.extracting(field.range)) else { return nil }
    defer { sawCategory(expected) }
    return expected
  }

  mutating func sawCategory(_ category: Int) {
    expected = category + 1 < categories ? category + 1 : 0
  }

  /// Rows in another order than the form's are read all the same, and said once.
  mutating func noteOrder(of category: Int, at place: Place, in index: Int) {
    if category < orders[index].last, !orders[index].isSaid {
      orders[index].isSaid = true
      submissions[index].findings.append(Finding(.otherOrder, at: place, category: category))
    }
    orders[index].last = max(orders[index].last, category)
  }

  private struct RowOrder {
    var last = -1
    /// That a row stands before one that the form has further up.
    var isSaid = false
  }

  mutating func addTotal(_ total: TotalRow, to index: Int, label: String) {
    guard let first = submissions[index].total else {
      submissions[index].total = total
      return
    }
    let place = Place(
      line: Int(total.origin.line), row: Int(total.origin.row), column: layout.columns.category + 1)
    submissions[index].findings.append(
      Finding(
        .repeatedCategory, at: place, Fact("category", label), Fact("first", Int(first.origin.row)))
    )
  }
}
