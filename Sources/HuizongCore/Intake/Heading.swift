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
  /// The first text above the table: the title, or what else the file is.
  private(set) var firstText: Entry?

  let form: Form
  let cells: CellReader

  init(form: Form, cells: CellReader) {
    self.form = form
    self.cells = cells
  }

  /// Takes what the record says in label and value, in one cell or in neighbouring cells; true when
  /// it said anything.
  mutating func take(_ text: Span<UInt8>, _ record: Record) -> Bool {
    var pending: (word: FormLabels.Word, label: String, place: Place)?
    var understood = false
    for (index, field) in record.fields.enumerated() where !cells.isBlank(text, field) {
      let place = Place(line: field.line, row: record.row, column: index + 1)
      let string = cells.string(text, field)
      if firstText == nil { firstText = Entry(text: string, place: place) }
      if let labelled = LabelledText(string, form) {
        if let open = pending { add(open.word, open.label, "", open.place) }
        understood = true
        pending = labelled.value.isEmpty ? (labelled.word, labelled.label, place) : nil
        if pending == nil { add(labelled.word, labelled.label, labelled.value, place) }
      } else if let open = pending {
        add(open.word, open.label, CellText(string).plain, place)
        pending = nil
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
    case .note: notes.append((Submission.Note(label: label, text: value), place))
    default: break
    }
  }
}

/// A cell that begins with one of the form's labels: `填表单位：黄浦区`.
struct LabelledText {
  let word: FormLabels.Word
  let label: String
  /// What stands behind the label in the same cell; may be empty.
  let value: String

  init?(_ text: String, _ form: Form) {
    let plain = CellText(text).plain
    var best: (word: FormLabels.Word, label: String, value: String)?
    for (word, labels) in LabelledText.words(form) {
      for label in labels {
        guard let value = LabelledText.value(behind: label, in: plain, word) else { continue }
        if label.utf8.count > best?.label.utf8.count ?? 0 { best = (word, label, value) }
      }
    }
    guard let best else { return nil }
    (word, label, value) = best
  }

  private static func words(_ form: Form) -> [(FormLabels.Word, [String])] {
    [
      (.unit, form.words.unit), (.period, form.words.period), (.revision, form.words.revision),
      (.explanation, form.words.explanation), (.note, form.words.notes),
    ]
  }

  /// Spaces and punctuation count for nothing, within the label (`填 表 人：`) and behind it.
  private static func value(
    behind label: String, in text: String, _ word: FormLabels.Word
  ) -> String? {
    var wanted = Label.folded(label)[...]
    var rest = Substring(text).unicodeScalars
    while let first = wanted.first, let scalar = rest.first {
      let folded = Label.folded(String(scalar))
      if !folded.isEmpty {
        guard first == folded.first, wanted.starts(with: folded) else { return nil }
        wanted.removeFirst(folded.count)
      }
      rest.removeFirst()
    }
    guard wanted.isEmpty else { return nil }
    let value = rest.drop { Label.folded(String($0)).isEmpty && !isOpening($0) }
    // `注塑机` is no note, and 填表单位 may well be followed by its value without a colon.
    let isJoined = value.startIndex == rest.startIndex && !rest.isEmpty
    if isJoined, word != .unit, word != .period { return nil }
    return CellText(String(value)).plain
  }

  /// Punctuation that belongs to the value.
  private static func isOpening(_ scalar: Unicode.Scalar) -> Bool {
    ["(", "（", "[", "【", "《", "“", "\"", "+", "-", "="].contains(scalar)
  }
}
