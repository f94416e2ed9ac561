/// Which entries each unit sent for each period: what stands together is looked at together, and no
/// entry is moved for it.
struct Filing {
  /// What a unit sent for one period: one file, parts, or rivals.
  struct Sent {
    let unit: Int
    let period: Period
    fileprivate let range: Range<Int>
  }

  /// In the order of units and periods.
  let all: [Sent]
  /// By unit: where its own are in `all`.
  private let ofUnit: [Range<Int>]
  private let order: [Int]

  /// Of tables whose unit and period are known.
  init(_ entries: [Entry], units: Int) {
    let filed = entries.indices.compactMap { index -> (unit: Int, period: Period, index: Int)? in
      guard entries[index].submission != nil, let unit = entries[index].unit,
        let period = entries[index].period
      else { return nil }
      return (unit, period, index)
    }.sorted { $0 < $1 }
    order = filed.map(\.index)
    var all: [Sent] = []
    var ofUnit = Array(repeating: 0..<0, count: units)
    var start = 0
    while start < filed.count {
      let (unit, period, _) = filed[start]
      let end =
        filed[start...].firstIndex { $0.unit != unit || $0.period != period } ?? filed.count
      let first = ofUnit[unit].isEmpty ? all.count : ofUnit[unit].lowerBound
      all.append(Sent(unit: unit, period: period, range: start..<end))
      ofUnit[unit] = first..<all.count
      start = end
    }
    (self.all, self.ofUnit) = (all, ofUnit)
  }

  subscript(unit unit: Int) -> ArraySlice<Sent> { all[ofUnit[unit]] }

  /// The indices of its entries, in order.
  subscript(sent: Sent) -> ArraySlice<Int> { order[sent.range] }
}
