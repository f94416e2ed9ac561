import HuizongCore
import Spreadsheet

/// Units or products in the order of one figure, or of one figure's share of another.
struct Ranking {
  struct Row {
    let place: Int
    let label: String
    let values: [Int64]
    let sources: [SheetRange]
  }

  /// One metric, or a part and its whole.
  let metrics: [Int]
  let rows: [Row]

  var isShare: Bool { metrics.count == 2 }

  init(_ rows: [ChartTable.Row], _ metrics: [Int]) {
    self.metrics = metrics
    let ordered = ChartTable.ranked(rows, isShare: metrics.count == 2)
    var ranked: [Row] = []
    for (index, row) in ordered.enumerated() {
      let isEqual = ranked.last.map { Ranking.isEqual($0.values, row.values) } ?? false
      ranked.append(
        Row(
          place: isEqual ? ranked[index - 1].place : index + 1, label: row.label,
          values: row.values, sources: row.sources))
    }
    self.rows = ranked
  }

  /// Equals share a place, as the function RANK has it.
  private static func isEqual(_ a: [Int64], _ b: [Int64]) -> Bool {
    guard a.count == 2 else { return a == b }
    return Int128(a[0]) * Int128(b[1]) == Int128(b[0]) * Int128(a[1]) && (a[1] == 0) == (b[1] == 0)
  }

  /// What a summary names: the figures of the form's charts, shares first; all where it has none.
  static func figures(_ form: Form) -> [[Int]] {
    let shares = form.charts.filter(\.kind.isShare).map(\.metrics)
    let named = form.charts.filter { !$0.kind.isShare }.flatMap(\.metrics)
    let single = form.metrics.indices.filter { named.isEmpty || named.contains($0) }
    return shares + single.map { [$0] }
  }
}
