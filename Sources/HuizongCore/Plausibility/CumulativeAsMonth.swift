/// P08: a month's table with the figures since the campaign's beginning in it.
struct CumulativeAsMonth {
  let form: Form

  struct Suspicion {
    /// Figures with something in the months before, and those of them that are no smaller now.
    let figures: Int
    let grown: Int
    let now: Int64
    let before: Int64
  }

  /// A month is seldom as large as all months before it together; that nearly every figure is so at
  /// once has one reason only.
  func find(_ expectation: Expectation) -> Suspicion? {
    var figures = 0
    var grown = 0
    var total: (now: Int64, before: Int64) = (0, 0)
    for metric in form.countMetrics {
      for category in form.categories.indices {
        let index = category * form.metrics.count + metric
        let (now, before) = (expectation.now[index], expectation.before[index])
        guard now >= 0, before > 0 else { continue }
        figures += 1
        grown += now >= before ? 1 : 0
        total.now &+= now
        total.before &+= before
      }
    }
    guard figures >= CumulativeAsMonth.fewest, grown * 20 >= figures * 19 else { return nil }
    return Suspicion(figures: figures, grown: grown, now: total.now, before: total.before)
  }

  private static let fewest = 20
}
