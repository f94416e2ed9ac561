/// A cell where a city's table is not the sum of its units.
public struct Difference: Sendable {
  public enum Way: Sendable { case leftOut, countedTwice }

  /// Nil for the 合计 row.
  public let category: Int?
  public let metric: Int
  public let place: Place
  public let given: Int64
  public let sum: Int64
  /// The units whose own figure is exactly the gap.
  public let suspects: [(unit: Int, way: Way)]
}

extension RollUp {
  /// Every cell of `table` that differs from the sum of the units, the 合计 row included.
  public func differences(from table: Submission, _ form: Form) -> [Difference] {
    var differences: [Difference] = []
    for category in form.categories.indices {
      for metric in form.metrics.indices {
        let index = category * form.metrics.count + metric
        guard let given = table.table[category, metric], given != cells[index] else { continue }
        differences.append(
          Difference(
            category: category, metric: metric, place: table.table.place(category, metric),
            given: given, sum: cells[index], suspects: suspects(given - cells[index], index)))
      }
    }
    return differences + totals(table, form)
  }

  private func totals(_ table: Submission, _ form: Form) -> [Difference] {
    guard let total = table.total else { return [] }
    return form.metrics.indices.compactMap { metric in
      let sum = self.total(metric, form)
      guard let given = total.values[metric], given != sum else { return nil }
      let place = Place(
        line: Int(total.origin.line), row: Int(total.origin.row),
        column: Int(table.table.columns[metric]))
      return Difference(
        category: nil, metric: metric, place: place, given: given, sum: sum, suspects: [])
    }
  }

  private func suspects(_ gap: Int64, _ index: Int) -> [(unit: Int, way: Difference.Way)] {
    counted.compactMap { unit in
      guard let value = unit.cells?[index], value != 0 else { return nil }
      if value == -gap { return (unit.unit, .leftOut) }
      return value == gap ? (unit.unit, .countedTwice) : nil
    }
  }
}
