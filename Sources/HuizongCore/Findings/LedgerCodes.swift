/// The checks of the ledger of cases that comes with the table.
extension Code {
  static let missingLedgerColumn = Code("A01", "missing-ledger-column", .error)
  static let repeatedLedgerColumn = Code("A02", "repeated-ledger-column", .error)
  static let unknownLedgerColumn = Code("A03", "unknown-ledger-column", .hint)
  static let ledgerRowShifted = Code("A04", "ledger-row-shifted", .error)
  static let ledgerWords = Code("A05", "words-below-the-cases", .hint)
  static let caseWithoutContent = Code("A11", "case-without-content", .error)
  static let notADate = Code("A12", "not-a-date", .error)
  static let dateUnderstood = Code("A13", "date-understood", .hint)
  static let dateFromAbove = Code("A14", "date-from-the-row-above", .hint)
  static let notAnAnswer = Code("A15", "neither-yes-nor-no", .error)
  static let ledgerCellBlank = Code("A16", "ledger-cell-blank", .query)
  static let openedAfterSent = Code("A21", "opened-after-sent", .error)
  static let sentInOtherYear = Code("A22", "sent-in-another-year", .error)
  static let sentOutsidePeriod = Code("A23", "sent-outside-the-months", .hint)
  static let repeatedCase = Code("A24", "case-stands-twice", .error)
  static let continuedCase = Code("A25", "case-sent-before", .hint)
  static let casesBesideNone = Code("A26", "cases-beside-none", .query)
  static let ledgerWithoutMonth = Code("A27", "ledger-without-month", .hint)
  static let exposedExceedTable = Code("A31", "exposed-cases-exceed-table", .query)

  static let ledger: [Code] = [
    missingLedgerColumn, repeatedLedgerColumn, unknownLedgerColumn, ledgerRowShifted,
    ledgerWords, caseWithoutContent, notADate, dateUnderstood, dateFromAbove, notAnAnswer,
    ledgerCellBlank,
    openedAfterSent, sentInOtherYear, sentOutsidePeriod, repeatedCase, continuedCase,
    casesBesideNone, ledgerWithoutMonth, exposedExceedTable,
  ]
}
