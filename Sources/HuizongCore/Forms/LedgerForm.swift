/// The ledger that is sent along with the form: no figures but rows of dates, words, and yes or no.
public struct LedgerForm: Sendable {
  public struct Column: Sendable {
    public enum Kind: Sendable, Hashable { case date, text, answer }

    public let name: String
    public let kind: Kind
    public let aliases: [String]
  }

  public let title: String
  public let source: String
  public let columns: [Column]
  public let words: LedgerWords
  /// The columns that the checks know by what they mean.
  public let sent: Int
  public let opened: Int?
  public let content: Int
  /// No more answers are yes in this column than the units' tables count in this metric.
  public let bound: (column: Int, metric: Int)?
  /// Every label of every column.
  let labels: LabelIndex
  /// The labels around the rows.
  let headings: HeadingLabels
}

/// What people write in the ledger's cells.
public struct LedgerWords: Sendable {
  /// Besides the form's own words for the unit.
  public let unit: [String]
  /// Where there is no case this month.
  public let none: [String]
  /// Where a cell has nothing to say.
  public let blank: [String]
  public let yes: [String]
  public let no: [String]
}
