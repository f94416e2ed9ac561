import HuizongCore

/// Which comparisons could not be made, and what it takes to make them.
extension Report {
  /// Nothing where every table was compared.
  var coverageLines: [String] {
    guard let coverage else {
      let hasTables = entries.contains { $0.submission != nil || $0.isTable }
      guard wantsComparison, hasTables else { return [] }
      return [
        say(
          "没有与以前各月、其他单位比对（P01—P04、P07、P08 未查）：用 --history 指明它们的文件夹，就会一起查",
          "not compared with earlier months and other units (P01 to P04, P07, P08): name their folders with --history"
        )
      ]
    }
    return [
      lack(
        coverage.withoutMonths,
        Both("以前的月份不足 \(coverage.months) 个", "fewer than \(coverage.months) earlier months")),
      lack(
        coverage.withoutUnits,
        Both(
          "其他单位同一个月的报表不足 \(coverage.units) 个",
          "fewer than \(coverage.units) other units of the same month")),
    ].compactMap { $0 }
  }

  private func lack(_ tables: Int, _ reason: Both) -> String? {
    guard tables > 0 else { return nil }
    return say(
      "\(tables) 份没有查 P01、P07、P08：\(reason.chinese)可比",
      "\(tables) tables without P01, P07 and P08: \(reason.english) to compare with")
  }
}
