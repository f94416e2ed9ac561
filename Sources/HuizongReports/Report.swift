import HuizongCore

/// What a check found, ready to be drawn: every renderer takes this and nothing else.
public struct Report: Sendable {
  public let form: Form
  public let roster: Roster
  public private(set) var wording: Wording
  public let entries: [Entry]
  public let summary: Summary
  /// How far the tables were compared with others; nil when they were not.
  public let coverage: PlausibilityCoverage?
  /// Whether the form's rules want them compared at all.
  let wantsComparison: Bool

  public init(
    form: Form, roster: Roster, wording: Wording, entries: [Entry],
    coverage: PlausibilityCoverage? = nil, rules: RuleBook? = nil
  ) {
    self.coverage = coverage
    wantsComparison = rules.map { $0.plausibility != nil } ?? true
    self.form = form
    self.roster = roster
    self.wording = wording
    self.entries = entries
    summary = Summary(entries)
  }

  public var language: Language { wording.language }

  /// For the papers of the office: they are Chinese whatever the console speaks.
  var forPapers: Report {
    var papers = self
    papers.wording = wording.speaking(.chinese)
    return papers
  }

  func unit(_ entry: Entry) -> Roster.Unit? { entry.unit.map { roster.units[$0] } }
}

/// The counts below every report.
public struct Summary: Sendable {
  public private(set) var files = 0
  /// How many of the files are ledgers of cases.
  public private(set) var ledgers = 0
  public private(set) var accepted = 0
  public private(set) var needsExplanation = 0
  public private(set) var rejected = 0
  public private(set) var leftOut = 0
  public private(set) var errors = 0
  /// Open ones; an explained query is settled.
  public private(set) var queries = 0
  public private(set) var explained = 0
  public private(set) var hints = 0

  init(_ entries: [Entry]) {
    for entry in entries {
      count(entry.status)
      if entry.ledger != nil { ledgers += 1 }
      for finding in entry.findings { count(finding) }
    }
    files = entries.count
  }

  private mutating func count(_ status: Status) {
    switch status {
    case .accepted: accepted += 1
    case .needsExplanation: needsExplanation += 1
    case .rejected: rejected += 1
    case .leftOut: leftOut += 1
    }
  }

  private mutating func count(_ finding: Finding) {
    switch finding.level {
    case .error: errors += 1
    case .query where finding.isOpen: queries += 1
    case .query: explained += 1
    case .hint: hints += 1
    }
  }
}
