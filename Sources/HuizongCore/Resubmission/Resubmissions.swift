/// What was sent before and what was sent again: the tables of both sides, paired by unit and period.
public struct Resubmissions: Sendable {
  public let pairs: [Resubmission]
  public let onlyOld: [SentTable]
  public let onlyNew: [SentTable]
  /// Files in folders that were not meant as tables.
  public let leftOut: [Entry]

  public init(old: [Entry], new: [Entry], form: Form, roster: Roster, rules book: RuleBook) {
    var pairing = Pairing(
      old: SentTable.tables(old, form, book), new: SentTable.tables(new, form, book))
    pairing.pairByHeading()
    pairing.pairTheLast()
    pairs = pairing.pairs.map { Resubmission($0.old, $0.new, form, roster) }
    onlyOld = pairing.old
    onlyNew = pairing.new
    leftOut = (old + new).filter(\.isLeftOut)
  }

  /// The worst of what was sent again.
  public var status: Status {
    let all = pairs.map(\.new) + onlyNew
    return all.contains { $0.status == .rejected } ? .rejected : newEntries.status
  }

  /// There is something to compare, and no two headings contradict each other: that wants a look,
  /// however right the new table is.
  public var isConclusive: Bool { !pairs.isEmpty && !pairs.contains(where: \.isOfAnother) }

  /// The earlier versions that explanations are weighed against. A table that was sent back for its
  /// heading is still the earlier version of the only one that came in its place.
  public static func history(old: [Entry], new: [Entry]) -> [Submission] {
    let earlier = old.compactMap(\.submission)
    let later = new.compactMap(\.submission)
    guard earlier.count == 1, later.count == 1 else { return earlier }
    var version = earlier[0]
    version.unit = later[0].unit
    version.period = later[0].period
    return [version]
  }
}

/// Finds for each old table the new one that came in its place.
private struct Pairing {
  var old: [SentTable]
  var new: [SentTable]
  var pairs: [(old: SentTable, new: SentTable)] = []
  private let isOneAgainstOne: Bool

  init(old: [SentTable], new: [SentTable]) {
    self.old = old
    self.new = new
    isOneAgainstOne = old.count == 1 && new.count == 1
  }

  mutating func pairByHeading() {
    var rest: [SentTable] = []
    for table in new {
      if let key = table.key, let index = old.firstIndex(where: { $0.key == key }) {
        pairs.append((old.remove(at: index), table))
      } else {
        rest.append(table)
      }
    }
    new = rest
  }

  /// The one table that is left on each side: its heading may be what was corrected. Out of many,
  /// only where the headings do not contradict each other.
  mutating func pairTheLast() {
    guard old.count == 1, new.count == 1, isOneAgainstOne || !old[0].contradicts(new[0]) else {
      return
    }
    pairs.append((old.removeLast(), new.removeLast()))
  }
}

extension SentTable {
  /// Both say whose table it is, or of when, and not the same.
  func contradicts(_ other: SentTable) -> Bool {
    differ(unit, other.unit) || differ(period, other.period)
  }

  private func differ<Value: Equatable>(_ left: Value?, _ right: Value?) -> Bool {
    left != nil && right != nil && left != right
  }
}

extension Resubmissions {
  /// The files of what was sent again.
  public var newEntries: [Entry] { (pairs.map(\.new) + onlyNew).flatMap(\.parts) }
}
