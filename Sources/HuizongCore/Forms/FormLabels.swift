/// What a folded label can mean on this form.
struct FormLabels: Sendable {
  enum Word: Int, Sendable, CaseIterable {
    case unit, period, category, explanation, revision, total, note, ignored, moneyUnit
  }

  var categories = LabelIndex()
  /// Labels of exactly one metric.
  var metrics = LabelIndex(capacity: 256)
  /// Labels that several metrics share and that only the group above can tell apart.
  var ambiguousMetrics = LabelIndex()
  var metricsOfAmbiguous: [[Int]] = []
  var words = LabelIndex()
  var headings = HeadingLabels()
  /// First letters of metrics, their groups, and the label of the category.
  var headerFirsts = FirstLetters()

  func word(_ label: Span<UInt8>) -> Word? { words.entry(label).flatMap(Word.init(rawValue:)) }
}

/// Fills the indexes and notes a label that would mean two things.
struct FormLabelsBuilder {
  private(set) var labels = FormLabels()
  /// Every label of a metric, and the metrics that share it.
  private var metricLabels = LabelIndex(capacity: 512)
  private var owners: [[Int]] = []

  mutating func add(category index: Int, _ label: String) -> Int? {
    labels.categories.insert(Label.folded(label), index).flatMap { $0 == index ? nil : $0 }
  }

  mutating func add(word: FormLabels.Word, _ label: String) -> FormLabels.Word? {
    let existing = labels.words.insert(Label.folded(label), word.rawValue)
    return existing.flatMap(FormLabels.Word.init(rawValue:)).flatMap { $0 == word ? nil : $0 }
  }

  /// Every way to write a metric: with and without its group, with and without its unit.
  mutating func add(metric index: Int, _ metric: Metric) {
    for label in [metric.name, metric.group] + metric.aliases { labels.headerFirsts.add(label) }
    let group = Label.folded(metric.group)
    let units = [[]] + metric.units.map { Label.folded($0) }
    for name in [metric.name] + metric.aliases {
      let name = Label.folded(name)
      for unit in units {
        share(name + unit, index)
        share(group + name + unit, index)
      }
    }
  }

  private mutating func share(_ label: [UInt8], _ metric: Int) {
    guard let entry = metricLabels.insert(label, owners.count) else {
      owners.append([metric])
      return
    }
    if !owners[entry].contains(metric) { owners[entry].append(metric) }
  }

  mutating func addHeadings(_ words: FormWords) {
    let lists: [(FormLabels.Word, [String])] = [
      (.unit, words.unit), (.period, words.period), (.revision, words.revision),
      (.explanation, words.explanation), (.note, words.notes), (.moneyUnit, words.moneyUnit),
    ]
    for (word, list) in lists {
      for label in list { labels.headings.add(word, label) }
    }
    for label in words.category { labels.headerFirsts.add(label) }
    labels.headings.drafts = words.drafts.map { Array($0.utf8) }
  }

  /// Sorts the metrics' labels into those of one metric and those of several.
  mutating func finish(metrics: [Metric]) {
    let names = metrics.map { Label.folded($0.name) }
    for (entry, label) in metricLabels.labels.enumerated() {
      let named = owners[entry].filter { names[$0] == label }
      let candidates = named.count == 1 ? named : owners[entry]
      if candidates.count == 1 {
        _ = labels.metrics.insert(label, candidates[0])
      } else {
        _ = labels.ambiguousMetrics.insert(label, labels.metricsOfAmbiguous.count)
        labels.metricsOfAmbiguous.append(candidates)
      }
    }
  }
}

/// The labels that stand around the table with their value behind them.
struct HeadingLabels: Sendable {
  struct Entry: Sendable {
    let word: FormLabels.Word
    let label: String
    let folded: [UInt8]
    let first: UInt32
  }

  /// The longest first: 填表单位 before 单位.
  private(set) var entries: [Entry] = []
  private(set) var firsts = FirstLetters()
  /// What says that a table is none yet, or no longer, wherever it stands in a cell.
  var drafts: [[UInt8]] = []

  mutating func add(_ word: FormLabels.Word, _ label: String) {
    let folded = Label.folded(label)
    guard let first = Label.firstLetter(folded.span) else { return }
    let place = entries.firstIndex { $0.folded.count < folded.count } ?? entries.count
    entries.insert(Entry(word: word, label: label, folded: folded, first: first), at: place)
    firsts.add(label)
  }
}

/// A sieve over the first letters of labels: nearly every cell that is no label fails it, at the
/// price of looking at one letter.
struct FirstLetters: Sendable {
  private var seen = Array(repeating: false, count: 256)

  mutating func add(_ label: String) {
    if let first = Label.firstLetter(label.utf8.span) { seen[Int(first & 0xFF)] = true }
  }

  /// Whether some label may begin with the letter.
  func has(_ letter: UInt32) -> Bool { seen[Int(letter & 0xFF)] }

  /// Whether the cell's first letter can begin a label.
  func mayBegin(_ cell: Span<UInt8>) -> Bool { Label.firstLetter(cell).map(has) ?? false }
}
