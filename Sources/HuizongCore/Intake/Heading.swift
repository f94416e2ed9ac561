/// What stands around the table: unit, period, revision, explanation of the whole, notes.
struct Heading {
  struct Entry {
    let text: String
    let place: Place
  }

  /// Every value found for a label; more than one may contradict.
  private(set) var units: [Entry] = []
  private(set) var periods: [Entry] = []
  private(set) var revisions: [Entry] = []
  private(set) var explanations: [Explanation] = []
  private(set) var notes: [(note: Submission.Note, place: Place)] = []
  /// What says that the table is a draft or void, in the heading or below the table.
  private(set) var drafts: [Entry] = []
  private(set) var moneyUnits: [Entry] = []

  private let labels: HeadingLabels
  private let cells = CellReader()

  init(form: Form) { self.init(labels: form.labels.headings) }

  init(labels: HeadingLabels) { self.labels = labels }

  /// Takes what the record says in label and value, in one cell or in neighbouring cells; true when
  /// it said anything. Below the header, words that stand beside others are no words by themselves:
  /// they may be a row of the table.
  mutating func take(
    _ text: Span<UInt8>, _ record: Record, belowHeader: Bool = false
  ) -> Bool {
    var pending: (word: FormLabels.Word, label: String, place: Place)?
    var understood = false
    for (index, field) in record.fields.enumerated() where !cells.isBlank(text, field) {
      let place = Place(line: field.line, row: record.row, column: index + 1)
      if let labelled = LabelledText(text.extracting(field.range), labels) {
        if let open = pending { add(open.word, open.label, "", open.place) }
        understood = true
        pending = labelled.value.isEmpty ? (labelled.word, labelled.label, place) : nil
        if pending == nil { add(labelled.word, labelled.label, labelled.value, place) }
      } else if let open = pending {
        add(open.word, open.label, cells.words(text, field), place)
        pending = nil
      } else if isDraft(text.extracting(field.range)), !belowHeader || isOnlyOne(text, record) {
        drafts.append(Entry(text: cells.words(text, field), place: place))
        understood = true
      }
    }
    if let open = pending { add(open.word, open.label, "", open.place) }
    return understood
  }

  private mutating func add(
    _ word: FormLabels.Word, _ label: String, _ value: String, _ place: Place
  ) {
    switch word {
    case .unit: units.append(Entry(text: value, place: place))
    case .period: periods.append(Entry(text: value, place: place))
    case .revision: revisions.append(Entry(text: value, place: place))
    case .explanation where !value.isEmpty:
      explanations.append(Explanation(category: nil, text: value, place: place))
    case .note:
      notes.append((Submission.Note(label: label, text: value), place))
      if isDraft(value.utf8.span) { drafts.append(Entry(text: value, place: place)) }
    case .moneyUnit: moneyUnits.append(Entry(text: value, place: place))
    default: break
    }
  }
}

extension Heading {
  private func isOnlyOne(_ text: Span<UInt8>, _ record: Record) -> Bool {
    var filled = 0
    for field in record.fields where !cells.isBlank(text, field) { filled += 1 }
    return filled == 1
  }

  private func isDraft(_ cell: Span<UInt8>) -> Bool {
    labels.drafts.contains { LabelIndex.first($0.span, in: cell) != nil }
  }
}

/// A cell that begins with one of the form's labels: `填表单位：黄浦区`.
struct LabelledText {
  let word: FormLabels.Word
  let label: String
  /// What stands behind the label in the same cell; may be empty.
  let value: String

  /// `cell` is the cell's text; spaces and punctuation in it count for nothing, within the label
  /// (`填 表 人：`) and behind it.
  init?(_ cell: Span<UInt8>, _ labels: HeadingLabels) {
    guard let first = Label.firstLetter(cell), labels.firsts.has(first) else { return nil }
    for entry in labels.entries where entry.first == first {
      guard let end = Label.end(of: entry.folded, in: cell) else { continue }
      let value = LabelledText.value(cell, from: end)
      // `注塑机` is no note, and 填表单位 may well be followed by its value without a colon.
      let mayBeJoined = entry.word == .unit || entry.word == .period
      if value.isJoined, !mayBeJoined { continue }
      (word, label, self.value) = (entry.word, entry.label, value.text)
      return
    }
    return nil
  }

  private static func value(_ cell: Span<UInt8>, from end: Int) -> (text: String, isJoined: Bool) {
    var start = cell.count
    var scalars = Scalars(offset: end)
    while let scalar = scalars.next(in: cell) {
      guard Label.isKept(scalar.value) || isOpening(scalar.value) else { continue }
      start = scalar.range.lowerBound
      break
    }
    let text = cell.extracting(start..<cell.count).withUnsafeBufferPointer {
      String(decoding: $0, as: UTF8.self)
    }
    return (CellText.written(text), start == end && end < cell.count)
  }

  /// Punctuation that belongs to the value.
  private static func isOpening(_ scalar: UInt32) -> Bool {
    switch Unicode.Scalar(scalar) {
    case "(", "（", "[", "【", "《", "“", "\"", "+", "-", "=": true
    default: false
    }
  }
}
