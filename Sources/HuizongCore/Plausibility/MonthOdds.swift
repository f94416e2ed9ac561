/// How much of a cell's figure falls in this month for each one in the months before: by the other
/// units, where they are few with a look at the whole column, and at all columns. Of counts only.
struct MonthOdds {
  /// Cell by cell.
  let values: [Double]

  init(now: [Int64], before: [Int64], _ form: Form) {
    let width = form.metrics.count
    var columns = Array(repeating: Amounts(), count: width)
    for row in stride(from: 0, to: now.count, by: width) {
      for metric in form.countMetrics {
        columns[metric].now += Double(now[row + metric])
        columns[metric].before += Double(before[row + metric])
      }
    }
    let all = columns.reduce(into: Amounts()) { $0.add($1.now, $1.before) }
    let overall = all.now + all.before > 0 ? all.now / (all.now + all.before) : 0.5
    // So many pieces more of this month's work, and of all.
    let beside = columns.map { column in
      let share =
        (column.now + MonthOdds.weightOfAll * overall)
        / (column.now + column.before + MonthOdds.weightOfAll)
      return MonthOdds.weightOfColumn * share
    }
    var values = Array(repeating: 0.0, count: now.count)
    for row in stride(from: 0, to: now.count, by: width) {
      for metric in form.countMetrics {
        let (now, before) = (Double(now[row + metric]), Double(before[row + metric]))
        let share = (now + beside[metric]) / (now + before + MonthOdds.weightOfColumn)
        values[row + metric] = max(share, 1e-6) / max(1 - share, 1e-6)
      }
    }
    self.values = values
  }

  /// How many pieces of work the column counts for beside the cell, and all columns beside one.
  private static let weightOfColumn = 20.0
  private static let weightOfAll = 50.0

  /// Something that is done this month, and what it is set against.
  private struct Amounts {
    var now = 0.0
    var before = 0.0

    mutating func add(_ now: Double, _ before: Double) {
      self.now += now
      self.before += before
    }
  }
}

extension MonthOdds {
  /// What would be usual this month, cell by cell: the earlier months by the odds, and by how busy
  /// the unit is otherwise.
  ///
  /// A unit that does more than the others this month, in all its work or in one kind of it, makes
  /// no mistake. Each cell is compared with the rest, so that no wrong figure excuses itself.
  func usual(_ now: [Int64], _ before: [Int64], _ form: Form) -> [Double] {
    let width = form.metrics.count
    var usual = Array(repeating: 0.0, count: now.count)
    // By group: what was done, and what would be usual.
    var work = Array(repeating: Amounts(), count: width)
    for row in stride(from: 0, to: now.count, by: width) {
      for metric in form.countMetrics {
        let index = row + metric
        usual[index] = max(Double(before[index]), Expectation.least) * values[index]
        guard now[index] >= 0 else { continue }
        work[form.groups[metric]].add(MonthOdds.bounded(now[index], usual[index]), usual[index])
      }
    }
    let all = work.reduce(into: Amounts()) { $0.add($1.now, $1.before) }
    for row in stride(from: 0, to: now.count, by: width) {
      for metric in form.countMetrics {
        let index = row + metric
        var own = Amounts()
        if now[index] >= 0 {
          own = Amounts(now: MonthOdds.bounded(now[index], usual[index]), before: usual[index])
        }
        usual[index] *= MonthOdds.busyness(work[form.groups[metric]], all, without: own)
      }
    }
    return usual
  }

  /// How much more than usual the unit does, in work of one kind and in all of it.
  private static func busyness(_ kind: Amounts, _ all: Amounts, without own: Amounts) -> Double {
    let busy = (all.now - own.now + steady) / (all.before - own.before + steady)
    return (kind.now - own.now + busy * steady) / (kind.before - own.before + steady)
  }

  /// A figure far too large makes the others no smaller.
  static func bounded(_ now: Int64, _ usual: Double) -> Double {
    min(Double(now), 4 * usual + steady)
  }

  /// A table with little in it says little about how busy the month was.
  static let steady = 20.0
}
