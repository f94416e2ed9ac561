/// What the units' amounts come to, for each of what they belong to: fines per case.
///
/// The one in the middle is what is usual: of all together, one column in 元 would make the yardstick,
/// and everybody else would look wrong beside it.
struct UnitAmounts {
  /// By unit; nil where it has none this month.
  private let byUnit: [Double?]
  private let sorted: [Double]

  init(_ months: [UnitMonth?], _ amount: PlausibilityPolicy.Amount, _ form: Form) {
    byUnit = months.map { $0.flatMap { MoneyColumns.Sums($0.cells, amount, form).perCount } }
    sorted = byUnit.compactMap { $0 }.sorted()
  }

  /// The middle one of the others; nil where there are fewer than `fewest`.
  func middle(without unit: Int, fewest: Int) -> Double? {
    guard let own = byUnit[unit] else {
      return sorted.count < fewest ? nil : sorted[sorted.count / 2]
    }
    guard sorted.count > fewest, let place = sorted.firstIndex(of: own) else { return nil }
    let middle = (sorted.count - 1) / 2
    return sorted[middle < place ? middle : middle + 1]
  }
}
