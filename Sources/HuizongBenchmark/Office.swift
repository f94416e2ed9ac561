import HuizongCore

/// A unit that reports: what it is called, what it does, and how its clerk writes.
struct Office {
  let unit: Roster.Unit
  let habits: Habits
  var clerk: Clerk
  /// Somebody in the unit's other office.
  let colleague: Clerk
  var work: Work

  /// The n-th unit of a seed.
  init(_ unit: Roster.Unit, number: Int, size: Int, farms: Int, seed: Int) {
    var random = Random(seed: seed, stream: number + 1)
    self.unit = unit
    habits = Habits.of(unit: number)
    clerk = Clerk(&random)
    colleague = Clerk(&random)
    work = Work(size: size, farms: farms, moneyStep: habits.moneyStep, random: random)
  }
}
