/// One unit's table for one period, put together from its parts, with the files that it came from.
public struct UnitTable: Sendable {
  public let unit: Int
  public let period: Period
  /// The files: one, or the parts of which each has some of the products.
  public private(set) var parts: [Entry]
  public let cells: TableCells

  init(_ parts: [Entry], unit: Int, period: Period, form: Form) {
    self.parts = parts
    self.unit = unit
    self.period = period
    cells = parts.cells(form)
  }

  public var status: Status { parts.status }
  public var revision: Int { parts.revision }

  public var isNil: Bool { cells.isNil }

  mutating func takeBack(_ answers: Set<LateAnswer>) {
    for index in parts.indices { parts[index].takeBack(answers) }
  }

  /// The file and place of a value: what a figure of the city is traced to.
  public func source(_ category: Int, _ metric: Int) -> (path: String, place: Place)? {
    guard let part = parts.part(with: category), let table = part.submission?.table else {
      return nil
    }
    return (part.path, table.place(category, metric))
  }
}

/// The files of one table: one, or the parts of which each has some of the products.
extension [Entry] {
  /// What they say together.
  func cells(_ form: Form) -> TableCells {
    if count == 1, let only = self[0].submission { return only.table.values }
    var cells = [Int64](repeating: TableCells.unreadable, count: form.cellCount)
    let width = form.metrics.count
    for case let table? in map(\.submission?.table) {
      for category in form.categories.indices where table.rows[category].row > 0 {
        let row = category * width..<(category + 1) * width
        cells.replaceSubrange(row, with: table.cells[row])
      }
    }
    return TableCells(cells)
  }

  /// The worst of the parts.
  var status: Status {
    if contains(where: { $0.status == .rejected }) { return .rejected }
    return contains { $0.status == .needsExplanation } ? .needsExplanation : .accepted
  }

  var revision: Int { compactMap(\.submission?.revision).max() ?? 0 }

  /// The part that has the product's row.
  func part(with category: Int) -> Entry? {
    first { ($0.submission?.table.rows[category].row ?? 0) > 0 }
  }
}
