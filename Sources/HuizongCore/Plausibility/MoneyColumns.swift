import Glibc

/// P02: a money column that was filled in in another unit than the form's, 元 for 万元.
struct MoneyColumns {
  let form: Form
  let policy: PlausibilityPolicy

  struct Mistaken {
    let metric: Int
    let per: Int
    /// The unit that was meant, and what its numbers must be multiplied by.
    let conversion: UnitConversion
    let cells: Int
    /// Per case, on average: as filled in, by the unit's own months, and by the other units.
    let now: Double
    let own: Double?
    let others: Double?
    /// Own months prove it, and enough cells.
    let isProven: Bool
  }

  /// Amounts with what they belong to, added up.
  struct Sums {
    private(set) var money = 0.0
    private(set) var count = 0.0
    var perCount: Double? { money > 0 && count > 0 ? money / count : nil }

    init() {}

    /// Of all products of a table.
    init(_ cells: [Int64], _ amount: PlausibilityPolicy.Amount, _ form: Form) {
      for row in stride(from: 0, to: cells.count, by: form.metrics.count) {
        add(cells.span, row: row, amount)
      }
    }

    mutating func add(_ other: Sums) {
      money += other.money
      count += other.count
    }

    /// A product counts where it has both.
    mutating func add(_ cells: Span<Int64>, row: Int, _ amount: PlausibilityPolicy.Amount) {
      let (money, count) = (cells[row + amount.metric], cells[row + amount.per])
      guard money > 0, count > 0 else { return }
      self.money += Double(money) / amount.steps
      self.count += Double(count)
    }
  }

  /// What the column is compared with, row by row and as a whole.
  struct Usual {
    private(set) var own: [Sums]
    /// For each of what it belongs to: what most other units have this month.
    let others: Double?
    private let amount: PlausibilityPolicy.Amount
    private let width: Int

    /// `months` are the unit's own before. One of them in another unit is no yardstick for the
    /// others: what is far from the one in the middle is left aside.
    init(
      _ amount: PlausibilityPolicy.Amount, _ months: [[Int64]], others: Double?, _ form: Form
    ) {
      self.amount = amount
      self.others = others
      width = form.metrics.count
      own = Array(repeating: Sums(), count: form.categories.count)
      let averages = months.map { Sums($0, amount, form).perCount }
      let known = (averages + [others]).compactMap { $0 }.sorted()
      guard !known.isEmpty else { return }
      let middle = known[(known.count - 1) / 2]
      for (cells, average) in zip(months, averages) {
        guard let average, log10(average / middle).magnitude < 1.5 else { continue }
        for category in own.indices { own[category].add(cells.span, row: category * width, amount) }
      }
    }

    /// All products of the unit's own months.
    var all: Sums {
      own.reduce(into: Sums()) { $0.add($1) }
    }
  }

  /// `usual` goes by the number of the policy's amount.
  func find(_ now: UnitMonth, usual: (Int) -> Usual) -> [Mistaken] {
    policy.amounts.indices.compactMap { find(policy.amounts[$0], now, usual($0)) }
  }

  private func find(
    _ amount: PlausibilityPolicy.Amount, _ now: UnitMonth, _ usual: Usual
  ) -> Mistaken? {
    let all = usual.all
    guard let reference = all.perCount ?? usual.others else { return nil }
    var column = Sums()
    var powers: [Double] = []
    for category in form.categories.indices {
      var row = Sums()
      row.add(now.cells.span, row: category * form.metrics.count, amount)
      guard let own = row.perCount else { continue }
      column.add(row)
      powers.append(log10(own / (usual.own[category].perCount ?? reference)))
    }
    guard let average = column.perCount, let conversion = conversion(powers, amount) else {
      return nil
    }
    let corrected = average * conversion.approximate / reference
    guard (0.1...10).contains(corrected) else { return nil }
    return Mistaken(
      metric: amount.metric, per: amount.per, conversion: conversion, cells: powers.count,
      now: average, own: all.perCount, others: usual.others,
      isProven: all.perCount != nil && powers.count >= MoneyColumns.enough)
  }

  /// The unit in which the numbers would be usual. Few cells speak only of a factor that no single
  /// amount explains.
  private func conversion(
    _ powers: [Double], _ amount: PlausibilityPolicy.Amount
  ) -> UnitConversion? {
    guard !powers.isEmpty else { return nil }
    let median = powers.sorted()[powers.count / 2]
    return form.conversions.first { conversion in
      let power = conversion.power
      guard power.magnitude > 2, conversion.to == form.metrics[amount.metric].unit else {
        return false
      }
      let agreeing = powers.count { ($0 - power).magnitude <= 1 }
      if powers.count < MoneyColumns.enough {
        return power.magnitude > 3.5 && agreeing == powers.count
      }
      return (median - power).magnitude <= 0.5 && agreeing * 5 >= powers.count * 4
    }
  }

  private static let enough = 4
}
