/// What moves one unit's work beside the season, all in thousandths.
struct Tide {
  /// By month and kind of work: monitoring, inspection, cases, help.
  let months: [[Int]]
  /// How much the unit leans to one figure rather than another: reports, monitored products, batches,
  /// cases, talks, firms helped.
  let habits: [Int]
  /// By product: how much of it there is in the unit's district. Few have a cement works.
  let presence: [Int]

  static let calm = Tide(
    months: Array(repeating: [1000, 1000, 1000, 1000], count: 12),
    habits: Array(repeating: 1000, count: 6),
    presence: Product.all.map { _ in 1000 })
}
