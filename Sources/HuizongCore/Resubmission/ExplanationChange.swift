/// An explanation that was written, changed or taken away, or that lapsed because it was repeated
/// word for word beside a changed figure.
public struct ExplanationChange: Sendable {
  /// Nil for the table as a whole.
  public let category: Int?
  public let old: String?
  public let new: String?
  public let oldPlace: Place?
  public let newPlace: Place?
  public let isLapsed: Bool

  static func all(_ old: SentTable, _ new: SentTable, _ form: Form) -> [ExplanationChange] {
    let rows = form.categories.indices.map(Optional.some) + [nil]
    return rows.flatMap { row in
      changes(row, old.explanations(of: row), new.explanations(of: row), new)
    }
  }

  /// What stands on both sides is no change; of the rest the first replaces the first.
  private static func changes(
    _ category: Int?, _ old: [Explanation], _ new: [Explanation], _ table: SentTable
  ) -> [ExplanationChange] {
    var gone = old
    var added: [Explanation] = []
    var changes: [ExplanationChange] = []
    for explanation in new {
      guard let index = gone.firstIndex(where: { $0.says(explanation.text) }) else {
        added.append(explanation)
        continue
      }
      let same = gone.remove(at: index)
      if table.hasLapsed(explanation) {
        changes.append(ExplanationChange(category, same, explanation, isLapsed: true))
      }
    }
    for index in 0..<max(gone.count, added.count) {
      changes.append(
        ExplanationChange(
          category, index < gone.count ? gone[index] : nil,
          index < added.count ? added[index] : nil, isLapsed: false))
    }
    return changes
  }

  private init(_ category: Int?, _ old: Explanation?, _ new: Explanation?, isLapsed: Bool) {
    self.category = category
    self.old = old?.text
    self.new = new?.text
    oldPlace = old?.place
    newPlace = new?.place
    self.isLapsed = isLapsed
  }
}

extension SentTable {
  fileprivate func explanations(of category: Int?) -> [Explanation] {
    parts.flatMap(\.explanations).filter { $0.category == category }
  }

  fileprivate func hasLapsed(_ explanation: Explanation) -> Bool {
    parts.flatMap(\.findings).contains {
      $0.code == .explanationLapsed && $0.category == explanation.category
        && $0.place == explanation.place
    }
  }
}
