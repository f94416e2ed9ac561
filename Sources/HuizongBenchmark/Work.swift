/// A unit's work over the year: draws one month's table after the other.
///
/// Each figure follows from those before it, as in an office: batches are drawn, some of them fail,
/// every failure becomes a case or a talk, a case has a value and a fine. So the tables keep every
/// relation of the form, month by month and therefore summed.
struct Work {
  /// In thousandths of an average unit.
  let size: Int
  /// The share of farmland, in thousandths of an average unit.
  let farms: Int
  /// What money is rounded to, in hundredths of a yuan.
  let moneyStep: Int
  private var random: Random
  /// How much more or less than others the unit does for each product, by kind of work.
  private let leanings: [[Int]]
  /// What moves the unit beside the season.
  var tide = Tide.calm

  init(size: Int, farms: Int, moneyStep: Int, random: Random) {
    self.size = size
    self.farms = farms
    self.moneyStep = moneyStep
    var random = random
    leanings = Product.all.map { _ in Work.leanings(&random) }
    self.random = random
  }

  private static func leanings(_ random: inout Random) -> [Int] {
    (0..<4).map { _ in (random.number(in: 500...1500) + random.number(in: 500...1500)) / 2 }
  }

  mutating func table(month: Int) -> MonthTable {
    MonthTable(month: month, rows: Product.all.indices.map { row(product: $0, month: month - 1) })
  }

  private mutating func row(product index: Int, month: Int) -> FigureRow {
    let means = means(product: index, month: month)
    var row = FigureRow()
    monitor(&row, means)
    inspect(&row, means)
    prosecute(&row, means)
    help(&row, means)
    return row
  }

  /// What there is to expect of a product, in thousandths: what a clerk's table strays from.
  struct Means {
    let reports: Int
    let monitored: Int
    let batches: Int
    let failing: Int
    /// Those that come from no failure.
    let cases: Int
    let talks: Int
    let helped: Int
  }

  /// `month` is from 0.
  func means(product index: Int, month: Int) -> Means {
    let product = Product.all[index]
    let ground = product.isForFarms ? product.work * farms / 1000 : product.work
    let amount = size * ground / 1000
    let moved = tide.months[month]
    func work(_ kind: Int, _ season: [Int]) -> Int {
      amount * leanings[index][kind] / 1000 * tide.presence[index] / 1000 * season[month] / 1000
        * moved[kind] / 1000
    }
    let monitoring = work(0, Season.monitoring)
    let prosecution = work(2, Season.cases)
    return Means(
      reports: monitoring * 14 * tide.habits[0] / 1000,
      monitored: monitoring * 11 * tide.habits[1] / 1000,
      batches: work(1, Season.inspection) * 20 * tide.habits[2] / 1000, failing: product.failing,
      cases: prosecution * 2 * tide.habits[3] / 1000,
      talks: prosecution * 5 / 2 * tide.habits[4] / 1000,
      helped: work(3, Season.help) * 9 * tide.habits[5] / 1000)
  }

  // MARK: Each kind of work

  private mutating func monitor(_ row: inout FigureRow, _ means: Means) {
    row[.reports] = random.count(mean: means.reports)
    row[.monitored] = random.count(mean: means.monitored)
    row[.problems] = random.share(of: row[.reports] + row[.monitored], 170)
  }

  /// Some firms have several of their batches drawn.
  private mutating func inspect(_ row: inout FigureRow, _ means: Means) {
    row[.batches] = random.count(mean: means.batches)
    let further = random.share(of: max(0, row[.batches] - 1), 250)
    row[.firmsInspected] = row[.batches] - further
    row[.failures] = random.share(of: row[.batches], means.failing)
  }

  /// A failure becomes a case or a talk; other cases come from complaints and raids.
  private mutating func prosecute(_ row: inout FigureRow, _ means: Means) {
    let prosecuted = random.share(of: row[.failures], 650)
    row[.cases] = prosecuted + random.count(mean: means.cases)
    row[.firmsTalkedTo] =
      row[.failures] - prosecuted + random.count(mean: means.talks)
    row[.exposed] = random.share(of: row[.cases], 400)
    row[.transfers] = random.share(of: row[.cases], 8)
    for number in 0..<row[.cases] {
      let value = number < row[.transfers] ? criminalAmount() : amount()
      row[.caseValue] += value
      row[.fines] += fine(for: value)
    }
  }

  private mutating func help(_ row: inout FigureRow, _ means: Means) {
    row[.firmsHelped] = random.count(mean: means.helped)
    guard row[.firmsHelped] > 0 else { return }
    row[.problemsSolved] = random.share(of: row[.firmsHelped] * 3 / 2 + 1, 500)
    for _ in 0..<random.share(of: row[.firmsHelped], 250) {
      row[.outputGained] += rounded(random.number(in: 50...4000) * 10_000)
    }
  }

  // MARK: Money

  private static let least = 300_000
  private static let most = 20_000_000

  /// 0.3 to 20 万元, small amounts far more often than large ones.
  private mutating func amount() -> Int {
    let share = random.below(1000) * random.below(1000) * random.below(1000)
    return rounded(Work.least + (Work.most - Work.least) * share / 1_000_000_000)
  }

  /// A case goes to the police from 5 万元.
  private mutating func criminalAmount() -> Int {
    rounded(random.number(in: 6_000_000...Work.most))
  }

  /// Half the value of the goods to three times.
  private mutating func fine(for value: Int) -> Int {
    let fine = value * random.number(in: 500...3000) / 1000
    return rounded(min(max(fine, Work.least), Work.most))
  }

  private func rounded(_ amount: Int) -> Int { amount / moneyStep * moneyStep }
}
