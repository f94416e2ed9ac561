/// What became of a unit in a roll-up.
public enum UnitState: Sendable, Hashable {
  case included
  /// Included, and nothing but zeros.
  case nilReturn
  case missing
  /// Some months are there, these are not.
  case incomplete([Int])
  /// Tables that overlap and cannot be taken apart.
  case overlapping
  case rejected
  case needsExplanation
  /// May report and did not.
  case notRequired

  public var counts: Bool { self == .included || self == .nilReturn }
  /// Stands in the way of a complete roll-up.
  public var blocks: Bool { !counts && self != .notRequired }
}

/// One unit of a roll-up: its state, and the tables that make up its figures.
public struct RolledUnit: Sendable {
  public let unit: Int
  public let state: UnitState
  /// The tables that cover the period, in order; what there is of them when the unit does not count.
  public let tables: [UnitTable]
  /// The table that was chosen for each period within this one, used or not.
  public let all: [UnitTable]
  /// Of all, those with which nothing is wrong by themselves.
  public let usable: [UnitTable]
  /// Every file that the unit sent within the period, in order, rivals and replaced ones included.
  public let files: [String]
  /// What it sent for other periods, those that contain the one asked for first; only kept for a
  /// unit that sent nothing within it.
  public let elsewhere: [Elsewhere]
  /// Row after row; nil when the unit does not count.
  public let cells: [Int64]?
  public let findings: [PlacedFinding]
  let answers: Set<LateAnswer>
}

extension RolledUnit {
  /// A file of another period: perhaps the one that is missed.
  public struct Elsewhere: Sendable {
    public let path: String
    public let period: Period
  }
}

/// The units' tables of a period, merged: every figure with what it was made of.
public struct RollUp: Sendable {
  public let period: Period
  /// In the order of the roster.
  public let units: [RolledUnit]
  /// The sums over the units that count, row after row.
  public let cells: [Int64]
  /// Files that belong to no unit or period of this roll-up, and why.
  public let others: [Entry]
  /// The units' ledgers, merged; nil when no ledger comes with the form.
  public let ledger: CityLedger?

  public var counted: [RolledUnit] { units.filter(\.state.counts) }
  public var blocking: [RolledUnit] { units.filter(\.state.blocks) }
  public var isComplete: Bool { blocking.isEmpty }

  /// The sum of a column over all categories.
  public func total(_ metric: Int, _ form: Form) -> Int64 {
    form.categories.indices.reduce(0) { $0 + cells[$1 * form.metrics.count + metric] }
  }
}

/// A sum that 64 bits cannot hold; no real figure comes near.
public struct SumTooLarge: Error, Sendable {
  /// Nil for the 合计 row.
  public let category: Int?
  public let metric: Int
}
