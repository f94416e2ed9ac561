import HuizongCore

/// A part of the drawn table that a finding can belong to.
enum DrawnPlace: Hashable {
  case cell(row: Int, column: Int)
  /// The heading of a row or column.
  case row(Int)
  case column(Int)
  case total(column: Int)
  case unit
  case period

  /// Nil for what concerns the table as a whole, or something that the form has no place for.
  init?(_ finding: Finding, _ submission: Submission, _ form: Form) {
    switch (finding.category, finding.metric) {
    case (let row?, let column?) where submission.table.rows[row].row > 0:
      self = .cell(row: row, column: column)
    case (let row?, _): self = .row(row)
    case (nil, let column?):
      let isTotal = submission.total.map { Int($0.origin.row) == finding.place.row } ?? false
      self = isTotal ? .total(column: column) : .column(column)
    case (nil, nil):
      guard let place = DrawnPlace.named(finding, form) else { return nil }
      self = place
    }
  }

  /// The place by the name of the fault. A misspelled product or metric is marked where it was
  /// probably meant to stand.
  private static func named(_ finding: Finding, _ form: Form) -> DrawnPlace? {
    switch finding.code.name {
    case "unknown-category": meant(finding, form.categories.map(\.name)).map(DrawnPlace.row)
    case "unknown-column": meant(finding, form.metrics.map(\.name)).map(DrawnPlace.column)
    case "no-unit", "unknown-unit": .unit
    case "no-period", "unreadable-period", "period-of-another-year", "month-outside-campaign",
      "period-understood":
      .period
    default: nil
    }
  }

  private static func meant(_ finding: Finding, _ names: [String]) -> Int? {
    guard case .list(let suggestions) = finding.fact("suggestion") else { return nil }
    return suggestions.first.flatMap { names.firstIndex(of: $0) }
  }

  /// Its anchor within a submission's section; from 1, as people count.
  var anchor: String {
    switch self {
    case .cell(let row, let column): "r\(row + 1)c\(column + 1)"
    case .row(let row): "r\(row + 1)"
    case .column(let column): "c\(column + 1)"
    case .total(let column): "tc\(column + 1)"
    case .unit: "unit"
    case .period: "period"
    }
  }
}

/// How much the worst finding of a place matters; also the name of its looks.
enum Mark: Int, Comparable, CaseIterable {
  case hint, explained, query, error

  init(_ finding: Finding) {
    switch finding.level {
    case .error: self = .error
    case .query: self = finding.isOpen ? .query : .explained
    case .hint: self = .hint
    }
  }

  var style: String {
    switch self {
    case .error: "error"
    case .query: "query"
    case .explained: "explained"
    case .hint: "hint"
    }
  }

  static func < (left: Mark, right: Mark) -> Bool { left.rawValue < right.rawValue }
}
