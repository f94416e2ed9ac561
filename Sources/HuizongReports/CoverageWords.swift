import HuizongCore

/// Which comparisons could not be made, and what it takes to make them.
extension Report {
  /// Nothing where every table was compared.
  var coverageLines: [String] {
    guard summary.files > summary.leftOut else { return [] }
    guard let coverage else {
      return [
        say(
          "没有与以前各月、其他单位比对（P01—P04、P07、P08 未查）：加上 --history 以前报表的文件夹，就会一起查",
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
        Both("其他单位不足 \(coverage.units) 个", "fewer than \(coverage.units) other units")),
    ].compactMap { $0 }
  }

  private func lack(_ tables: Int, _ reason: Both) -> String? {
    guard tables > 0 else { return nil }
    return say(
      "\(tables) 份没有查 P01、P07、P08：\(reason.chinese)可比",
      "\(tables) tables without P01, P07 and P08: \(reason.english) to compare with")
  }
}
