/// The stable name of a check.
public struct Code: Hashable, Sendable {
  /// `S01`
  public let text: String
  /// Named after the fault: `unknown-category`.
  public let name: String
  /// The level at which it reports unless the form's rules say otherwise.
  public let usualLevel: Level

  init(_ text: String, _ name: String, _ usualLevel: Level) {
    self.text = text
    self.name = name
    self.usualLevel = usualLevel
  }

  public static func == (left: Code, right: Code) -> Bool { left.text == right.text }
  public func hash(into hasher: inout Hasher) { hasher.combine(text) }
}

/// The checks of structure: is this the form, whose is it, of when, and is it whole.
extension Code {
  static let unknownCategory = Code("S01", "unknown-category", .error)
  static let repeatedCategory = Code("S02", "repeated-category", .error)
  static let missingCategory = Code("S03", "missing-category", .error)
  static let missingMetric = Code("S04", "missing-metric", .error)
  static let repeatedMetric = Code("S05", "repeated-metric", .error)
  static let ambiguousMetric = Code("S06", "ambiguous-metric", .error)
  static let unknownColumn = Code("S07", "unknown-column", .error)
  static let rowShifted = Code("S08", "row-shifted", .error)
  static let rowWithoutCategory = Code("S09", "row-without-category", .error)
  static let noUnit = Code("S10", "no-unit", .error)
  static let unknownUnit = Code("S11", "unknown-unit", .error)
  static let noPeriod = Code("S12", "no-period", .error)
  static let unreadablePeriod = Code("S13", "unreadable-period", .error)
  static let otherYear = Code("S14", "period-of-another-year", .error)
  static let contradictoryHeading = Code("S15", "contradictory-heading", .error)
  static let noTable = Code("S16", "no-table", .error)
  static let otherForm = Code("S17", "another-form", .error)
  static let notText = Code("S18", "not-a-text-table", .error)
  static let tooLarge = Code("S19", "too-large", .error)
  static let damagedText = Code("S20", "damaged-text", .error)
  static let strayQuote = Code("S21", "stray-quote", .error)
  static let emptyFile = Code("S22", "empty-file", .error)
  static let headerUnitDiffers = Code("S23", "header-unit-differs", .error)
  public static let unreadableFile = Code("S24", "unreadable-file", .error)
  static let columnsShifted = Code("S25", "columns-shifted", .error)
  static let moneyUnitAbove = Code("S26", "money-unit-above-differs", .error)
  static let outsideCampaign = Code("S31", "month-outside-campaign", .hint)
  static let otherOrder = Code("S32", "rows-in-another-order", .hint)
  static let notesKept = Code("S33", "notes-kept", .hint)
  static let textNotUnderstood = Code("S34", "text-not-understood", .hint)
  public static let fileLeftOut = Code("S35", "file-left-out", .hint)
  static let periodUnderstood = Code("S36", "period-understood", .hint)
  static let revisionNotUnderstood = Code("S37", "revision-not-understood", .hint)

  static let draftOrVoid = Code("S38", "draft-or-void", .query)

  static let structure: [Code] = [
    unknownCategory, repeatedCategory, missingCategory, missingMetric, repeatedMetric,
    ambiguousMetric, unknownColumn, rowShifted, rowWithoutCategory, noUnit, unknownUnit, noPeriod,
    unreadablePeriod, otherYear, contradictoryHeading, noTable, otherForm, notText, tooLarge,
    damagedText, strayQuote, emptyFile, headerUnitDiffers, unreadableFile, columnsShifted,
    moneyUnitAbove, draftOrVoid,
    outsideCampaign, otherOrder, notesKept, textNotUnderstood, fileLeftOut, periodUnderstood,
    revisionNotUnderstood,
  ]
}

/// The checks of single values: what stands in a cell where a number belongs.
extension Code {
  static let blank = Code("V01", "blank-read-as-zero", .hint)
  static let dash = Code("V02", "dash-read-as-zero", .hint)
  static let unitAfterNumber = Code("V03", "unit-after-number", .hint)
  static let markedAsText = Code("V04", "number-marked-as-text", .hint)
  static let exponent = Code("V05", "exponent-read", .hint)
  static let notNumber = Code("V11", "not-a-number", .error)
  static let wrongGroups = Code("V12", "wrong-digit-groups", .error)
  static let negative = Code("V13", "negative-number", .error)
  static let fraction = Code("V14", "fraction-in-a-count", .error)
  static let approximate = Code("V15", "approximate-number", .error)
  static let arithmetic = Code("V16", "unfinished-arithmetic", .error)
  static let range = Code("V17", "range-of-numbers", .error)
  static let spreadsheetError = Code("V18", "spreadsheet-error", .error)
  static let hashes = Code("V19", "column-too-narrow", .error)
  static let formula = Code("V20", "formula-not-value", .error)
  static let date = Code("V21", "date-not-number", .error)
  static let wrongUnit = Code("V22", "unit-of-another-column", .error)
  static let tooManyDecimals = Code("V23", "too-many-decimals", .error)
  static let damagedCell = Code("V24", "damaged-characters", .error)
  static let tooManyDigits = Code("V25", "too-many-digits", .error)
  static let inexactExponent = Code("V26", "exponent-lost-digits", .error)

  static let values: [Code] = [
    blank, dash, unitAfterNumber, markedAsText, exponent, notNumber, wrongGroups, negative,
    fraction, approximate, arithmetic, range, spreadsheetError, hashes, formula, date, wrongUnit,
    tooManyDecimals, damagedCell, tooManyDigits, inexactExponent,
  ]
}

/// The checks of totals, and what there is to say about explanations.
extension Code {
  static let totalDiffers = Code("T01", "total-differs-from-rows", .error)
  static let explanationUnused = Code("E01", "explanation-answers-nothing", .hint)
  static let explanationTooThin = Code("E02", "explanation-does-not-count", .hint)
  static let explanationLapsed = Code("E03", "explanation-lapsed", .hint)

  static let totals: [Code] = [totalDiffers]
  static let explanations: [Code] = [explanationUnused, explanationTooThin, explanationLapsed]
}

/// The checks of plausibility: a table beside its own months before and beside the other units.
extension Code {
  static let unlikelyFigure = Code("P01", "unlikely-figure", .query)
  static let moneyInOtherUnit = Code("P02", "money-in-another-unit", .error)
  static let unusualShare = Code("P03", "unusual-share", .hint)
  static let copiedTable = Code("P04", "copied-table", .query)
  static let misplacedLines = Code("P07", "misplaced-lines", .query)
  static let cumulativeAsMonth = Code("P08", "cumulative-figures-as-a-month", .query)

  static let plausibility: [Code] = [
    unlikelyFigure, moneyInOtherUnit, unusualShare, copiedTable, misplacedLines, cumulativeAsMonth,
  ]
}

/// The checks between the tables of a unit: versions of one period, months and cumulative tables.
extension Code {
  static let cumulativeDecreases = Code("P05", "cumulative-figure-decreases", .query)
  static let cumulativeDiffers = Code("P06", "cumulative-differs-from-months", .error)
  static let rivalVersions = Code("R02", "rival-versions", .error)
  static let sentTwice = Code("R03", "sent-twice", .hint)
  static let versionReplaced = Code("R04", "version-replaced", .hint)

  static let tables: [Code] = [
    cumulativeDecreases, cumulativeDiffers, rivalVersions, sentTwice, versionReplaced,
  ]
}

extension Code {
  /// Every check that is written in Swift; the form's own rules are data.
  public static let all =
    structure + values + totals + explanations + plausibility + tables + ledger
}
