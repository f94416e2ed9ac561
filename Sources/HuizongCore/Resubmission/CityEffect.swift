/// What a resubmission does to the city's figures of a period: with the old tables in them, and with
/// the new ones in their place. All else is the same.
public struct CityEffect: Sendable {
  public let period: Period
  /// Every unit whose table is not exchanged; those that count are in both figures.
  public let others: [RolledUnit]
  public let exchanged: [Exchange]
  /// The figures in which a changed cell stands, then the 合计 of their columns.
  public let figures: [FigureChange]

  /// A unit whose table is exchanged.
  public struct Exchange: Sendable {
    public let unit: Int
    public let old: Side
    public let new: Side
    /// Nil when its tables make up the period; else why the unit is in neither figure.
    public let gap: UnitState?
    /// What the new table contradicts among the unit's other tables.
    public let findings: [PlacedFinding]
  }

  /// The figures of a table that does not count in a roll-up are shown all the same: that is said.
  public struct Side: Sendable {
    public let status: Status
    public let counts: Bool
  }

  /// A figure of the city, in the metric's smallest step; nil where a cell could not be read.
  public struct FigureChange: Sendable {
    /// Nil for the 合计.
    public let category: Int?
    public let metric: Int
    public let old: Int64?
    public let new: Int64?

    public var change: Int128? {
      guard let old, let new else { return nil }
      return Int128(new) - Int128(old)
    }
  }

  /// A new table contradicts other tables of its unit: a roll-up would not take it.
  public var contradicts: Bool {
    exchanged.contains { $0.findings.contains(where: \.finding.isOpen) }
  }

  public var included: [RolledUnit] { others.filter(\.state.counts) }
  public var missing: [RolledUnit] { others.filter(\.state.blocks) }
}
