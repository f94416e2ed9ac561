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
  public let path: String
  public let unit: Int?
  public let period: Period?
  public let explanations: [Explanation]
  /// Nil for a file that is no submission, and when nobody asked to keep it.
  public var submission: Submission? { kept.first }
  public internal(set) var findings: [Finding]
  public let isLeftOut: Bool
  /// The products that the file has no row for, and where its header stands.
  let missingCategories: [Int]
  let headerPlace: Place
  /// What a ledger of the same unit and period must not exceed: a figure's sum over the products.
  var boundTotal: Int64?
  /// None or one. A list takes a word where an optional would take the whole submission, in each of
  /// 36,000 entries that keep none.
  private var kept: [Submission] = []
  /// None or one, likewise.
  private var ledgers: [Ledger] = []

  init(path: String, findings: [Finding], isLeftOut: Bool = false) {
    self.path = path
    self.findings = findings
    self.isLeftOut = isLeftOut
    unit = nil
    period = nil
    explanations = []
    missingCategories = []
    headerPlace = .wholeFile
  }

  /// The values of 36,000 tables take 100 MB, and a check that only reports needs those of few: of
  /// parts, to put them together, and where an explanation depends on them.
  init(path: String, submission: Submission, keepsTable: Bool) {
    self.path = path
    findings = submission.findings
    isLeftOut = false
    unit = submission.unit
    period = submission.period
    explanations = submission.explanations
    missingCategories = submission.missingCategories
    headerPlace = submission.table.headerPlace
    if keepsTable || !missingCategories.isEmpty || !explanations.isEmpty { kept = [submission] }
  }

  init(path: String, ledger: Ledger) {
    self.path = path
    ledgers = [ledger]
    findings = ledger.findings
    isLeftOut = false
    unit = ledger.unit
    period = ledger.period
    explanations = []
    missingCategories = []
    headerPlace = ledger.header
  }

  /// A table of figures, kept or not.
  public var isTable: Bool { !isLeftOut && ledger == nil && (unit != nil || period != nil) }

  /// Nil for what is no ledger of cases.
  public var ledger: Ledger? { ledgers.first }

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
