/// What became of a finding when the table was sent again.
public struct FindingChange: Sendable {
  public enum Fate: Sendable, CaseIterable {
    /// Open, and new.
    case opened
    /// Explained before, and open again: the explanation lapsed or was taken away.
    case reopened
    /// Open before and open still.
    case stillOpen
    /// A query that is answered now.
    case explained
    case stillExplained
    /// A hint that stays.
    case stays
    /// No longer found.
    case closed
  }

  public let old: PlacedFinding?
  public let new: PlacedFinding?

  /// The finding as it stands, or as it stood.
  public var latest: PlacedFinding? { new ?? old }

  public var fate: Fate {
    guard let new = new?.finding else { return .closed }
    guard let old = old?.finding else { return new.explanation == nil ? .opened : .explained }
    if new.level == .hint { return .stays }
    if new.isOpen { return old.explanation == nil ? .stillOpen : .reopened }
    return old.explanation == nil ? .explained : .stillExplained
  }

  // MARK: Matching

  /// Matched by what they are about, never by line: rows may have moved. Of several about the same
  /// thing those that found the same belong together first.
  static func all(_ old: [PlacedFinding], _ new: [PlacedFinding]) -> [FindingChange] {
    var rest = Dictionary(grouping: old.indices, by: { Subject(old[$0].finding) })
    var matches: [Int?] = Array(repeating: nil, count: new.count)
    for isExact in [true, false] {
      for index in new.indices where matches[index] == nil {
        let finding = new[index].finding
        let subject = Subject(finding)
        let same = rest[subject]?.firstIndex {
          !isExact || Subject.found(old[$0].finding) == Subject.found(finding)
        }
        if let same { matches[index] = rest[subject]?.remove(at: same) }
      }
    }
    let gone = Set(rest.values.joined())
    return new.indices.map { index in
      FindingChange(old: matches[index].map { old[$0] }, new: new[index])
    } + old.indices.filter(gone.contains).map { FindingChange(old: old[$0], new: nil) }
  }

  private struct Subject: Hashable {
    let code: Code
    let category: Int?
    let metric: Int?
    let involved: [Int]

    init(_ finding: Finding) {
      code = finding.code
      category = finding.category
      metric = finding.metric
      involved = finding.involved
    }

    static func found(_ finding: Finding) -> String? {
      switch finding.fact(.found) {
      case .text(let text): text
      case .number(let number): number.description
      default: nil
      }
    }
  }
}
