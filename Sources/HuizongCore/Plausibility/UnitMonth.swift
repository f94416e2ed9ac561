/// One unit's figures of one month, to compare with.
///
/// Floating-point numbers, because they are only compared; nothing here goes into a sum that is shown.
struct UnitMonth: Sendable {
  /// Row after row, in the metric's unit; `unknown` where nothing readable stands.
  let cells: [Double]

  static let unknown = -1.0

  init(_ table: UnitTable, form: Form) {
    self.init(table.cells, form: form)
  }

  private init(_ values: [Int64?], form: Form) {
    let steps = form.metrics.map { Double(Exact.power($0.decimals)) }
    var cells = Array(repeating: UnitMonth.unknown, count: values.count)
    for index in values.indices {
      guard let value = values[index] else { continue }
      cells[index] = Double(value) / steps[index % steps.count]
    }
    self.cells = cells
  }

  /// The last month of a cumulative table: what it has more than the tables of the months before.
  ///
  /// Nil where the difference makes no month: something is unreadable, or a figure went down.
  init?(_ table: UnitTable, less earlier: [UnitTable], form: Form) {
    var rest = table.cells
    for other in earlier {
      for index in rest.indices {
        guard let value = rest[index], let part = other.cells[index], part <= value else {
          return nil
        }
        rest[index] = value - part
      }
    }
    self.init(rest, form: form)
  }

  /// Whether every figure can be read.
  var isWhole: Bool { !cells.contains { $0 < 0 } }
}
