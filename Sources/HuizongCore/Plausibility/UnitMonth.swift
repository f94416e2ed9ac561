/// One unit's figures of one month, to compare with.
///
/// Floating-point numbers, because they are only compared; nothing here goes into a sum that is shown.
struct UnitMonth: Sendable {
  /// Row after row, in the metric's unit; `unknown` where nothing readable stands.
  let cells: [Double]

  static let unknown = -1.0

  /// A month's own table, of one file or of several that each have some of the products.
  init(_ parts: some Sequence<Submission>, _ form: Form) {
    let steps = form.steps
    let width = steps.count
    var cells = Array(repeating: UnitMonth.unknown, count: form.cellCount)
    for part in parts {
      let table = part.table
      for category in table.rows.indices where table.rows[category].row > 0 {
        for metric in 0..<width {
          let value = table.cells[category * width + metric]
          guard value != Table.unreadable else { continue }
          cells[category * width + metric] = Double(value) / steps[metric]
        }
      }
    }
    self.cells = cells
  }

  /// The last month of a cumulative table: what it has more than the tables of the months before.
  ///
  /// Nil where the difference makes no month: something is unreadable, or a figure went down.
  init?(_ table: UnitTable, less earlier: [UnitTable], _ form: Form) {
    let steps = form.steps
    var cells: [Double] = []
    cells.reserveCapacity(form.cellCount)
    for index in table.cells.indices {
      guard var rest = table.cells[index] else { return nil }
      for other in earlier {
        guard let part = other.cells[index], part <= rest else { return nil }
        rest -= part
      }
      cells.append(Double(rest) / steps[index % steps.count])
    }
    self.cells = cells
  }

  /// Whether every figure can be read.
  var isWhole: Bool { !cells.contains { $0 < 0 } }

  /// A table with next to nothing in it may well be the same twice.
  var isTelling: Bool { cells.count { $0 > 0 } >= 5 }

  /// The same for the same figures.
  var hash: UInt64 {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for cell in cells {
      hash = (hash ^ cell.bitPattern) &* 0x9e37_79b9_7f4a_7c15
      hash ^= hash >> 29
    }
    return hash
  }
}
