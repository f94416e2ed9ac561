/// What can only be said when every file has been read.
public struct Gathering {
  private let form: Form
  private let book: RuleBook
  private let history: [Submission]
  private let earlier: [Entry]
  private let compared: Bool

  /// `history` are earlier versions of what is checked now; `earlier` the files that they, and
  /// earlier ledgers, came from; `compared` says whether the tables were set beside each other.
  public init(
    form: Form, rules book: RuleBook, history: [Submission] = [], earlier: [Entry] = [],
    compared: Bool = false
  ) {
    self.earlier = earlier
    self.compared = compared
    self.form = form
    self.book = book
    self.history = history
  }

  /// Puts the parts of a table together, sets the levels that the office wants, weighs the
  /// explanations, and puts everything in its order.
  public func gather(_ entries: inout [Entry]) {
    PartJoiner(form: form, rules: book.rules).join(&entries)
    let ledgers = LedgerGathering(form: form, rules: book)
    ledgers.addFindings(to: &entries, earlier: earlier)
    for index in entries.indices { setLevels(&entries[index]) }
    let explaining = entries.indices.filter { !entries[$0].explanations.isEmpty }
    if !explaining.isEmpty { weigh(explaining, &entries) }
    ledgers.weigh(&entries)
    for index in entries.indices {
      // Once more, for the remarks on explanations.
      setLevels(&entries[index])
      entries[index].sortFindings()
    }
  }

  private func weigh(_ explaining: [Int], _ entries: inout [Entry]) {
    let weighing = Weighing(
      form: form, rules: book, history: history, entries: entries, compared: compared)
    for index in explaining { weighing.weigh(entries[index], &entries[index].findings) }
  }

  private func setLevels(_ entry: inout Entry) {
    guard !book.levels.isEmpty else { return }
    entry.findings = entry.findings.compactMap(book.levelled)
  }
}

extension [Entry] {
  /// Whether a unit has several tables here of which one says what another says too: two of one
  /// period that are no parts of each other, or months beside the table of them all.
  public var speakOfTheSame: Bool {
    var seen: Set<TableKey> = []
    var months: Set<Int> = []
    var ranges: Set<Int> = []
    for entry in self where entry.isTable {
      guard let key = TableKey(entry.unit, entry.period) else { continue }
      if entry.missingCategories.isEmpty, !seen.insert(key).inserted { return true }
      if key.period.isMonth { months.insert(key.unit) } else { ranges.insert(key.unit) }
    }
    return !months.isDisjoint(with: ranges)
  }
}

/// Whose table, and of when.
struct TableKey: Hashable {
  let unit: Int
  let period: Period

  init?(_ unit: Int?, _ period: Period?) {
    guard let unit, let period else { return nil }
    self.unit = unit
    self.period = period
  }
}

/// Tables that a unit sent in several files, each with some of the products.
struct PartJoiner {
  let form: Form
  let rules: [FormRule]

  /// Names the products that no part has; applies the rules over the whole table to what the parts
  /// make up together.
  func join(_ entries: inout [Entry]) {
    let parts = parts(entries)
    for index in entries.indices where !entries[index].missingCategories.isEmpty {
      let key = TableKey(entries[index].unit, entries[index].period)
      reportMissing(&entries[index], present: key.flatMap { parts[$0]?.present } ?? [])
    }
    for (_, part) in parts where part.present.count == form.categories.count {
      let tables = part.entries.compactMap { entries[$0].submission }
      guard let first = part.entries.first, tables.count == part.entries.count else { continue }
      RuleChecker(form: form, rules: rules).check(parts: tables, into: &entries[first].findings)
    }
  }

  private struct Part {
    let present: Set<Int>
    let entries: [Int]
  }

  /// Files that share a product are rival versions of a table, not parts of one, unless one replaces
  /// the other.
  private func parts(_ entries: [Entry]) -> [TableKey: Part] {
    var numbers: [TableKey: [Int]] = [:]
    for (index, entry) in entries.enumerated() where !entry.missingCategories.isEmpty {
      guard let key = TableKey(entry.unit, entry.period) else { continue }
      numbers[key, default: []].append(index)
    }
    let fitting = PartFitting(form: form)
    return numbers.compactMapValues { numbers in
      let groups = fitting.fit(numbers.map { entries[$0] }).groups
      guard groups.count == 1 else { return nil }
      let joined = groups[0].map { numbers[$0] }
      let present = joined.reduce(into: Set()) { $0.formUnion(fitting.present(entries[$1])) }
      return Part(present: present, entries: joined)
    }
  }

  private func reportMissing(_ entry: inout Entry, present: Set<Int>) {
    let misspelled = misspelledCategories(entry)
    let missing = entry.missingCategories.filter {
      !present.contains($0) && !misspelled.contains($0)
    }
    guard !missing.isEmpty else { return }
    // The total may well count the row that is not there; that row comes first.
    entry.findings.removeAll { $0.code == .totalDiffers }
    let found = form.categories.count - entry.missingCategories.count
    entry.findings += missing.map { category in
      Finding(
        .missingCategory, at: entry.headerPlace, category: category, Fact(.found, found),
        Fact(.expected, form.categories.count))
    }
  }

  /// A product whose row is there under a wrong name is not missing as well: one fault, one finding.
  private func misspelledCategories(_ entry: Entry) -> Set<Int> {
    var categories: Set<Int> = []
    for finding in entry.findings where finding.code == .unknownCategory {
      guard case .list(let names) = finding.fact(.suggestion), let name = names.first else {
        continue
      }
      if let category = form.categories.firstIndex(where: { $0.name == name }) {
        categories.insert(category)
      }
    }
    return categories
  }
}
