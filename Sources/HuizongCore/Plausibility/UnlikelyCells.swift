/// P01: figures out of line with the unit's own months and with what the other units did.
struct UnlikelyCells {
  let form: Form
  let policy: PlausibilityPolicy

  struct Unlikely {
    let category: Int
    let metric: Int
    let usual: Double
  }

  func find(_ expectation: Expectation) -> [Unlikely] {
    var found: [Unlikely] = []
    for metric in form.countMetrics {
      for category in form.categories.indices {
        let index = category * form.metrics.count + metric
        guard expectation.now[index] >= 0, isUnlikely(index, expectation) else { continue }
        found.append(
          Unlikely(category: category, metric: metric, usual: expectation.usual[index]))
      }
    }
    return found
  }

  private func isUnlikely(_ index: Int, _ expectation: Expectation) -> Bool {
    let now = expectation.now[index]
    let usual = expectation.usual[index]
    let away = (Double(now) - usual).magnitude
    guard away >= Double(policy.gap) else { return false }
    // Nine cells in ten end here: what is within two deviations is not one in a thousand.
    let spread = expectation.spread(of: index)
    let ratio = usual / max(Double(expectation.before[index]), Expectation.least)
    guard away * away > 4 * spread * usual * (1 + ratio) else { return false }
    return expectation.chance(of: now, index) * Double(policy.oneIn) < 1
  }
}
