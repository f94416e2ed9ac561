/// How far tables could be compared with others: what was not asked is said as well.
public struct PlausibilityCoverage: Sendable {
  /// The tables that were to be compared.
  public private(set) var tables = 0
  /// Those with too few earlier months, and those with too few other units.
  public private(set) var withoutMonths = 0
  public private(set) var withoutUnits = 0
  /// How many of each it takes.
  public let months: Int
  public let units: Int

  init(_ policy: PlausibilityPolicy, _ results: [PlausibilityCheck.Result]) {
    months = policy.months
    units = policy.units
    for result in results {
      tables += 1
      switch result.lack {
      case .months: withoutMonths += 1
      case .units: withoutUnits += 1
      case nil: break
      }
    }
  }
}

extension PlausibilityCheck {
  /// Puts what was found into the entries, and says how far it could look.
  public func apply(_ results: [Result], to entries: inout [Entry]) -> PlausibilityCoverage {
    for remark in results.flatMap(\.remarks) {
      entries[remark.entry].add(remark.finding)
    }
    return PlausibilityCoverage(policy, results)
  }
}

extension Entry {
  /// A whole column in another unit breaks the office's rules row after row: those hints say nothing
  /// new.
  fileprivate mutating func add(_ finding: Finding) {
    if finding.code == .moneyInOtherUnit {
      findings.removeAll {
        $0.level == .hint && $0.metric == finding.metric && !$0.isAboutReading
      }
    }
    findings.append(finding)
  }
}
