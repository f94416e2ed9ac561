/// A table that was sent again (重报), and what changed in it. What is only layout is no change:
/// figures are compared by product and metric, headings by what they mean.
public struct Resubmission: Sendable {
  public let old: SentTable
  public let new: SentTable
  /// Both sides say whose table it is and of when, and not the same: a corrected heading, or the
  /// wrong file.
  public let isOfAnother: Bool
  public let heading: [HeadingChange]
  /// In the form's order, the 合计 last; empty when the tables cannot be compared.
  public let cells: [CellChange]
  public let explanations: [ExplanationChange]
  /// In the order of the new table's findings; behind them those that are gone.
  public let findings: [FindingChange]

  init(_ old: SentTable, _ new: SentTable, _ form: Form, _ roster: Roster) {
    self.old = old
    self.new = new
    isOfAnother = old.contradicts(new)
    let isComparable = old.isClear && new.isClear
    heading = isComparable ? HeadingChange.all(old, new, form, roster) : []
    cells = isComparable ? CellChange.all(old, new, form) : []
    explanations = isComparable ? ExplanationChange.all(old, new, form) : []
    findings = FindingChange.all(old.findings, new.findings)
  }

  public var isComparable: Bool { old.isClear && new.isClear }

  /// The same figures, heading and explanations.
  public var isUnchanged: Bool {
    isComparable && heading.isEmpty && cells.isEmpty
      && explanations.allSatisfy { $0.old == $0.new }
  }
}

/// A figure that changed.
public struct CellChange: Sendable {
  /// Nil for the 合计 as written in the files.
  public let category: Int?
  public let metric: Int
  /// Nil where the file has no such cell.
  public let old: SentCell?
  public let new: SentCell?

  /// In the metric's smallest step; nil unless both are numbers.
  public var change: Int128? {
    guard let old = old?.value, let new = new?.value else { return nil }
    return Int128(new) - Int128(old)
  }

  static func all(_ old: SentTable, _ new: SentTable, _ form: Form) -> [CellChange] {
    var changes: [CellChange] = []
    for category in form.categories.indices {
      for metric in form.metrics.indices {
        note(category, metric, old.cell(category, metric), new.cell(category, metric), &changes)
      }
    }
    // That one side has no 合计 at all is said once, with the heading.
    guard old.totalPart != nil, new.totalPart != nil else { return changes }
    for metric in form.metrics.indices {
      note(nil, metric, old.total(metric), new.total(metric), &changes)
    }
    return changes
  }

  private static func note(
    _ category: Int?, _ metric: Int, _ old: SentCell?, _ new: SentCell?,
    _ changes: inout [CellChange]
  ) {
    if let old, let new, old.says(the: new) { return }
    if old == nil, new == nil { return }
    changes.append(CellChange(category: category, metric: metric, old: old, new: new))
  }
}

/// Something around the table that changed.
public struct HeadingChange: Sendable {
  public enum Field: Sendable, Equatable {
    case unit, period, revision
    /// Whether there is a 合计 row.
    case total
    /// A line below the table, by its label: 填表人, 联系电话 …
    case note(String)
  }

  public let field: Field
  public let old: String?
  public let new: String?

  static func all(
    _ old: SentTable, _ new: SentTable, _ form: Form, _ roster: Roster
  ) -> [HeadingChange] {
    let fields: [(Field, String?, String?)] = [
      (.unit, old.unitName(roster), new.unitName(roster)),
      (.period, old.periodName, new.periodName),
      (.revision, old.revisionName, new.revisionName),
      (.total, old.totalName(form), new.totalName(form)),
    ]
    let labels = unique((old.notes + new.notes).map(\.label))
    let notes = labels.map { (Field.note($0), old.note($0), new.note($0)) }
    return (fields + notes).filter { $0.1 != $0.2 }.map(HeadingChange.init)
  }

  private static func unique(_ labels: [String]) -> [String] {
    var seen: Set<String> = []
    return labels.filter { seen.insert($0).inserted }
  }
}

extension SentTable {
  /// The roster's name, or else what the file says.
  fileprivate func unitName(_ roster: Roster) -> String? {
    unit.map { roster.units[$0].name } ?? written(\.unitText)
  }

  fileprivate var periodName: String? { period?.description ?? written(\.periodText) }

  private func written(_ text: KeyPath<Submission, String>) -> String? {
    parts.lazy.compactMap { $0.submission?[keyPath: text] }.first { !$0.isEmpty }
  }

  fileprivate var revisionName: String? {
    parts.compactMap(\.submission?.revision).max().map { String($0) }
  }

  fileprivate func totalName(_ form: Form) -> String? {
    parts.contains { $0.submission?.total != nil } ? form.words.total[0] : nil
  }

  fileprivate var notes: [Submission.Note] { parts.flatMap { $0.submission?.notes ?? [] } }

  fileprivate func note(_ label: String) -> String? {
    let texts = notes.filter { $0.label == label }.map(\.text)
    return texts.isEmpty ? nil : texts.joined(separator: " ")
  }
}
