/// What becomes of a submission.
public enum Status: Sendable, CaseIterable {
  /// No error, no open query.
  case accepted
  /// Open queries: correct or explain them.
  case needsExplanation
  case rejected
  /// No submission, and not meant as one.
  case leftOut
}

/// The result for one submission, or for a file that is none.
public struct Entry: Sendable {
  private let file: CheckedFile
  public internal(set) var findings: [Finding]
  /// What a ledger of the same unit and period must not exceed: a figure's sum over the products.
  var boundTotal: Int64?

  public var path: String { file.path }
  public var unit: Int? { file.unit }
  public var period: Period? { file.period }
  public var explanations: [Explanation] { file.explanations }
  public var isLeftOut: Bool { file.isLeftOut }
  /// Nil for a file that is no submission, and when nobody asked to keep it.
  public var submission: Submission? { file.submission }
  /// Nil for what is no ledger of cases.
  public var ledger: Ledger? { file.ledger }
  /// The products that the file has no row for, and where its header stands.
  var missingCategories: [Int] { file.missingCategories }
  var headerPlace: Place { file.headerPlace }

  init(path: String, findings: [Finding], isLeftOut: Bool = false) {
    file = CheckedFile(path: path, isLeftOut: isLeftOut)
    self.findings = findings
  }

  /// The values of 36,000 tables take 100 MB, and a check that only reports needs those of few: of
  /// parts, to put them together, and where an explanation depends on them.
  init(path: String, submission: Submission, keepsTable: Bool) {
    file = CheckedFile(path: path, submission, keepsTable: keepsTable)
    findings = submission.findings
  }

  init(path: String, ledger: Ledger) {
    file = CheckedFile(path: path, ledger)
    findings = ledger.findings
  }

  /// A table of figures, kept or not.
  public var isTable: Bool { !isLeftOut && ledger == nil && (unit != nil || period != nil) }

  /// The table itself says that it is a draft or void, and nobody has said that it counts.
  public var isInDoubt: Bool { findings.contains { $0.code == .draftOrVoid && $0.isOpen } }

  public var status: Status {
    if isLeftOut { return .leftOut }
    if findings.contains(where: { $0.level == .error }) { return .rejected }
    return findings.contains(where: \.isOpen) ? .needsExplanation : .accepted
  }

  /// In the order in which a clerk would mend them: what matters most first, then from the top;
  /// hints that say the same stand together.
  mutating func sortFindings() {
    guard findings.count > 1 else { return }
    findings = findings.enumerated().sorted { left, right in
      let (a, b) = (left.element, right.element)
      if a.level != b.level { return a.level > b.level }
      if a.level == .hint, a.code != b.code { return a.code.text < b.code.text }
      return (a.place.line, a.place.column, a.code.text, left.offset)
        < (b.place.line, b.place.column, b.code.text, right.offset)
    }.map(\.element)
  }
}

/// Entries for files that were not read.
extension Entry {
  public static func leftOut(_ path: String, _ reason: Both) -> Entry {
    let finding = Finding(.fileLeftOut, at: .wholeFile, Fact("reason", reason))
    return Entry(path: path, findings: [finding], isLeftOut: true)
  }

  public static func unreadable(_ path: String, _ reason: Both) -> Entry {
    Entry(path: path, findings: [Finding(.unreadableFile, at: .wholeFile, Fact("reason", reason))])
  }

  public static func tooLarge(_ path: String, _ size: Int) -> Entry {
    Entry(path: path, findings: [FileDiagnosis.tooLarge(size)])
  }
}

/// What is known of a file once it is read, and no longer changes.
///
/// A class: entries are filed, put together and handed on by the ten thousand, and to copy one is to
/// count one reference and not seven.
private final class CheckedFile: Sendable {
  let path: String
  let unit: Int?
  let period: Period?
  let explanations: [Explanation]
  let isLeftOut: Bool
  let missingCategories: [Int]
  let headerPlace: Place
  /// None or one of each. A list takes a word where an optional would take room for the whole, in
  /// each of 36,000 files whose table nobody keeps.
  private let submissions: [Submission]
  private let ledgers: [Ledger]

  var submission: Submission? { submissions.first }
  var ledger: Ledger? { ledgers.first }

  init(path: String, isLeftOut: Bool) {
    self.path = path
    self.isLeftOut = isLeftOut
    (unit, period, headerPlace) = (nil, nil, .wholeFile)
    (explanations, missingCategories, submissions, ledgers) = ([], [], [], [])
  }

  init(path: String, _ submission: Submission, keepsTable: Bool) {
    self.path = path
    isLeftOut = false
    unit = submission.unit
    period = submission.period
    explanations = submission.explanations
    missingCategories = submission.missingCategories
    headerPlace = submission.table.headerPlace
    let isNeeded = keepsTable || !missingCategories.isEmpty || !explanations.isEmpty
    submissions = isNeeded ? [submission] : []
    ledgers = []
  }

  init(path: String, _ ledger: Ledger) {
    self.path = path
    isLeftOut = false
    unit = ledger.unit
    period = ledger.period
    headerPlace = ledger.header
    ledgers = [ledger]
    (explanations, missingCategories, submissions) = ([], [], [])
  }
}
