/// P03: a share, as of failing batches, out of line with the other units'.
struct FailingShares {
  let form: Form
  let policy: PlausibilityPolicy

  struct Unusual {
    let category: Int
    let share: PlausibilityPolicy.Share
    let part: Int
    let whole: Int
    /// The other units together.
    let others: (part: Int64, whole: Int64)
  }

  func find(_ now: UnitMonth, others: [Int64]) -> [Unusual] {
    policy.shares.flatMap { share in
      form.categories.indices.compactMap { find($0, share, now, others) }
    }
  }

  private func find(
    _ category: Int, _ share: PlausibilityPolicy.Share, _ now: UnitMonth, _ others: [Int64]
  ) -> Unusual? {
    let row = category * form.metrics.count
    let (part, whole) = (now.cells[row + share.part], now.cells[row + share.whole])
    let (otherPart, otherWhole) = (others[row + share.part], others[row + share.whole])
    guard part >= 0, whole > 0, part <= whole, otherWhole >= FailingShares.fewest,
      otherPart <= otherWhole
    else { return nil }
    // Half a batch each way: that none failed elsewhere does not make one impossible.
    let probability = (Double(otherPart) + 0.5) / (Double(otherWhole) + 1)
    guard (Double(part) - Double(whole) * probability).magnitude >= Double(policy.gap) else {
      return nil
    }
    let chance = Binomial(count: Int(whole), probability: probability).twoSided(Int(part))
    guard chance * Double(policy.oneIn) < 1 else { return nil }
    return Unusual(
      category: category, share: share, part: Int(part), whole: Int(whole),
      others: (otherPart, otherWhole))
  }

  /// Fewer batches of all others together say nothing about a share.
  private static let fewest: Int64 = 30
}
