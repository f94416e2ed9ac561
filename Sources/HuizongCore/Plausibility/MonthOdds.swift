/// How much of a cell's figure falls in this month for each one in the months before: by the other
/// units, where they are few with a look at the whole column, and at all columns.
struct MonthOdds {
  /// Cell by cell.
  let values: [Double]

  init(now: [Double], before: [Double], _ form: Form) {
    let width = form.metrics.count
    let counts = form.countMetrics
    var columns = Array(repeating: (now: 0.0, before: 0.0), count: width)
    for index in now.indices {
      columns[index % width].now += now[index]
      columns[index % width].before += before[index]
    }
    let all = counts.reduce((now: 0.0, before: 0.0)) {
      ($0.now + columns[$1].now, $0.before + columns[$1].before)
    }
    let overall = all.now + all.before > 0 ? all.now / (all.now + all.before) : 0.5
    let shares = columns.map {
      ($0.now + MonthOdds.weightOfAll * overall) / ($0.now + $0.before + MonthOdds.weightOfAll)
    }
    values = now.indices.map { index in
      let weight = MonthOdds.weightOfColumn
      let share =
        (now[index] + weight * shares[index % width]) / (now[index] + before[index] + weight)
      return max(share, 1e-6) / max(1 - share, 1e-6)
    }
  }

  /// How many pieces of work the column counts for beside the cell, and all columns beside one.
  private static let weightOfColumn = 20.0
  private static let weightOfAll = 50.0
}

extension MonthOdds {
  /// What would be usual this month, cell by cell: the earlier months by the odds, and by how busy
  /// the unit is otherwise.
  ///
  /// A unit that does more than the others this month, in all its work or in one kind of it, makes
  /// no mistake. Each cell is compared with the rest, so that no wrong figure excuses itself.
  func usual(_ now: [Double], _ before: [Double], _ form: Form) -> [Double] {
    let width = form.metrics.count
    var usual = now.indices.map { max(before[$0], Expectation.least) * values[$0] }
    let groups = form.metrics.map { metric in
      form.metrics.firstIndex { $0.group == metric.group } ?? 0
    }
    var work = Array(repeating: (now: 0.0, usual: 0.0), count: width)
    for metric in form.countMetrics {
      for index in stride(from: metric, to: now.count, by: width) where now[index] >= 0 {
        work[groups[metric]].now += MonthOdds.bounded(now[index], usual[index])
        work[groups[metric]].usual += usual[index]
      }
    }
    let all = work.reduce((now: 0.0, usual: 0.0)) { ($0.now + $1.now, $0.usual + $1.usual) }
    for metric in form.metrics.indices {
      let isCount = form.metrics[metric].kind == .count
      let kind = work[groups[metric]]
      for index in stride(from: metric, to: now.count, by: width) {
        let own =
          isCount && now[index] >= 0
          ? (MonthOdds.bounded(now[index], usual[index]), usual[index]) : (0, 0)
        let busy = (all.now - own.0 + MonthOdds.steady) / (all.usual - own.1 + MonthOdds.steady)
        usual[index] *=
          (kind.now - own.0 + busy * MonthOdds.steady)
          / (kind.usual - own.1 + MonthOdds.steady)
      }
    }
    return usual
  }

  /// A figure far too large makes the others no smaller.
  private static func bounded(_ now: Double, _ usual: Double) -> Double {
    min(now, 4 * usual + steady)
  }

  /// A table with little in it says little about how busy the month was.
  private static let steady = 20.0
}
