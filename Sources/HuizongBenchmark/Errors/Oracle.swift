import Glibc

/// Somebody who knows what is to be expected in every cell, and how figures come about: nobody who
/// knows less tells two swapped rows better.
///
/// What no product differs in (how many of the reports were problems, what a case was worth) says
/// nothing about which row a figure belongs in, and is left out.
struct Oracle {
  private let means: [Work.Means]

  /// Whether the oracle would say that two rows have changed places rather than not, if in one table
  /// of ten any two of its rows have.
  func sees(_ rows: [Int], _ table: MonthTable) -> Bool {
    let pairs = Double(means.count * (means.count - 1) / 2)
    return gain(table.rows, rows[0], rows[1]) > log(10 * pairs)
  }

  init(_ work: Work, month: Int) {
    means = Product.all.indices.map { work.means(product: $0, month: month) }
  }

  /// How much likelier two rows are in their places than each in the other's, as a power of e.
  private func gain(_ rows: [FigureRow], _ first: Int, _ second: Int) -> Double {
    func chance(_ row: Int, in place: Int) -> Double { logChance(rows[row], means[place]) }
    return chance(first, in: first) + chance(second, in: second)
      - chance(first, in: second) - chance(second, in: first)
  }

  private func logChance(_ row: FigureRow, _ means: Work.Means) -> Double {
    log(Oracle.count(row[.reports], mean: means.reports))
      + log(Oracle.count(row[.monitored], mean: means.monitored))
      + log(Oracle.count(row[.batches], mean: means.batches))
      + log(Oracle.share(row[.failures], of: row[.batches], means.failing))
      + log(prosecution(row, means))
      + log(Oracle.count(row[.firmsHelped], mean: means.helped))
  }

  /// A failure became a case or a talk; the file does not say which.
  private func prosecution(_ row: FigureRow, _ means: Work.Means) -> Double {
    let (failures, cases, talks) = (row[.failures], row[.cases], row[.firmsTalkedTo])
    var chance = 1e-300
    for prosecuted in max(0, failures - talks)...max(0, failures - talks, min(failures, cases)) {
      chance +=
        Oracle.share(prosecuted, of: failures, 650)
        * Oracle.count(cases - prosecuted, mean: means.cases)
        * Oracle.count(talks - failures + prosecuted, mean: means.talks)
    }
    return chance
  }

  // MARK: As `Random` draws them

  private static func count(_ value: Int, mean thousandths: Int) -> Double {
    guard value >= 0 else { return 1e-300 }
    let (heads, more) = (thousandths / 1000, Double(thousandths % 1000) / 1000)
    return max(
      1e-300, (1 - more) * tails(value, before: heads) + more * tails(value, before: heads + 1))
  }

  private static func tails(_ tails: Int, before heads: Int) -> Double {
    if heads == 0 { return tails == 0 ? 1 : 0 }
    let (k, r) = (Double(tails), Double(heads))
    return exp(logFactorial(k + r - 1) - logFactorial(k) - logFactorial(r - 1) - (k + r) * log(2))
  }

  private static func share(_ value: Int, of count: Int, _ thousandths: Int) -> Double {
    guard value >= 0, value <= count else { return 1e-300 }
    let (k, n, p) = (Double(value), Double(count), Double(thousandths) / 1000)
    return max(
      1e-300,
      exp(
        logFactorial(n) - logFactorial(k) - logFactorial(n - k) + k * log(p) + (n - k) * log1p(-p)))
  }

  private static func logFactorial(_ value: Double) -> Double {
    var sign: Int32 = 0
    return lgamma_r(value + 1, &sign)
  }
}
