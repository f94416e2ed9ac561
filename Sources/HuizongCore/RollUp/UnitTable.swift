/// One unit's table for one period, put together from its parts, with the files that it came from.
public struct UnitTable: Sendable {
  public let unit: Int
  public let period: Period
  /// The files: one, or the parts of which each has some of the products.
  public private(set) var parts: [Entry]
  /// The values, row after row, in each metric's smallest step; nil where nothing readable stands.
  public let cells: [Int64?]

  init(_ parts: [Entry], unit: Int, period: Period, form: Form) {
    self.parts = parts
    self.unit = unit
    self.period = period
    var cells: [Int64?] = Array(repeating: nil, count: form.cellCount)
    let width = form.metrics.count
    for case let submission? in parts.map(\.submission) {
      for category in form.categories.indices where submission.table.rows[category].row > 0 {
        for metric in 0..<width {
          cells[category * width + metric] = submission.table[category, metric]
        }
      }
    }
    self.cells = cells
  }

  mutating func takeBack(_ answers: Set<LateAnswer>) {
    for index in parts.indices { parts[index].takeBack(answers) }
  }

  /// The worst of its parts.
  public var status: Status {
    if parts.contains(where: { $0.status == .rejected }) { return .rejected }
    return parts.contains { $0.status == .needsExplanation } ? .needsExplanation : .accepted
  }

  public var revision: Int { parts.compactMap(\.submission?.revision).max() ?? 0 }

  public var isNil: Bool { cells.allSatisfy { $0 == 0 } }

  /// The file and place of a value: what a figure of the city is traced to.
  public func source(_ category: Int, _ metric: Int) -> (path: String, place: Place)? {
    for part in parts {
      guard let table = part.submission?.table, table.rows[category].row > 0 else { continue }
      return (part.path, table.place(category, metric))
    }
    return nil
  }
}
