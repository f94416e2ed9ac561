import HuizongCore

/// A clean city with a history: what errors are planted in.
///
/// Counts come in bunches, the season moves them, the whole city moves from month to month and its
/// units follow unequally: what a check must bear without asking.
struct TrialCity {
  /// How the whole city moves from one month to the next.
  enum Weather {
    /// Each kind of work by ×0.8 to ×1.25.
    case usual
    /// In the month that is checked, each kind of work by ×0.5 to ×3.
    case storm
  }

  static let months = 6
  /// By unit and month, from 0; the last month is the one that is checked.
  let tables: [[MonthTable]]
  /// By unit: what there is to expect of it.
  private let works: [Work]

  /// Somebody who knows all of that.
  func oracle(_ unit: Int) -> Oracle {
    Oracle(works[unit], month: TrialCity.months + TrialCity.start - 1)
  }

  init(units: Int, weather: Weather, seed: Int, number: Int) {
    var random = Random(seed: seed, stream: 1_000_000 + number)
    let moves = (0..<TrialCity.months).map { month in
      (0..<4).map { _ in TrialCity.move(&random, weather, isLast: month == TrialCity.months - 1) }
    }
    let pairs = (0..<units).map { unit -> (Work, [MonthTable]) in
      let size = 400 + random.below(1400) * random.below(1400) / 1000
      var work = Work(
        size: size, farms: random.number(in: 100...2000), moneyStep: 10_000,
        random: Random(seed: seed, stream: number * 1000 + unit))
      work.tide = TrialCity.tide(moves, &random)
      return (work, (1...TrialCity.months).map { work.table(month: $0 + TrialCity.start) })
    }
    works = pairs.map(\.0)
    tables = pairs.map(\.1)
  }

  /// The first month is May, so that the checked one is October.
  static let start = 4

  /// From a district with hardly any to one with a market of it.
  private static let presences = [50, 150, 300, 500, 800, 1200, 1800, 2700]

  private static func move(_ random: inout Random, _ weather: Weather, isLast: Bool) -> Int {
    guard weather == .storm, isLast else { return random.number(in: 800...1250) }
    return random.chance(500) ? random.number(in: 500...1000) : random.number(in: 1000...3000)
  }

  /// A unit follows the city by 0.7 to 1.3 of its movement, and has a way of its own.
  private static func tide(_ moves: [[Int]], _ random: inout Random) -> Tide {
    var months = Tide.calm.months
    for (number, kinds) in moves.enumerated() {
      months[start + number] = kinds.map { move in
        max(200, 1000 + (move - 1000) * random.number(in: 700...1300) / 1000)
      }
    }
    return Tide(
      months: months, habits: (0..<6).map { _ in random.number(in: 400...1800) },
      presence: Product.all.map { _ in random.element(of: presences) })
  }
}
