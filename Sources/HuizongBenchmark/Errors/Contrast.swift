import HuizongCore

/// How far apart two swapped lines are: who could tell them apart at all?
enum Contrast: CaseIterable {
  /// One has three times the other's counts in the five months before, or more.
  case clear
  case slight
  /// Both have fewer than a hundred together in those months.
  case hardlyAnything

  var name: String {
    switch self {
    case .clear: "of these, one at least three times the other"
    case .slight: "of these, nearer to each other"
    case .hardlyAnything: "of these, both with hardly anything"
    }
  }

  /// Nil where other things than two lines were planted.
  init?(_ trace: PlantedError.Trace, before: [MonthTable], _ form: Form) {
    let lines = trace.rows.isEmpty ? trace.columns : trace.rows
    guard lines.count == 2, trace.isExchange else { return nil }
    let counts = form.metrics.indices.filter { form.metrics[$0].kind == .count }
    func sum(_ line: Int) -> Int {
      before.reduce(0) { sum, table in
        if !trace.rows.isEmpty {
          return sum + counts.reduce(0) { $0 + table.rows[line].values[$1] }
        }
        let isCount = counts.contains(line)
        return sum + (isCount ? table.rows.reduce(0) { $0 + $1.values[line] } : 0)
      }
    }
    let sums = lines.map(sum).sorted()
    self = sums[1] < 100 ? .hardlyAnything : sums[0] * 3 <= sums[1] ? .clear : .slight
  }
}
