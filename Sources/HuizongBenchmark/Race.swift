/// A command that is timed against others.
struct Contestant {
  let name: String
  let command: [String]
  var rounds: Int
  /// A part of the work that stands for the whole where the whole would take too long.
  var sample: Sample?
  /// The last exit status that still means that the work was done.
  var mostStatus: Int32 = 0

  struct Sample {
    let command: [String]
    let part: Int
  }

  /// Where a sample foretells more than two minutes, it is all that there is time for.
  private static let mostNanoseconds = 120_000_000_000

  /// Runs it once so that files and programs are in memory, and decides how much of it is run.
  func warmedUp() throws(Failure) -> Contestant {
    guard let sample else {
      _ = try Process.run(command)
      return self
    }
    let trial = try Process.run(sample.command)
    guard trial.nanoseconds * sample.part > Contestant.mostNanoseconds else { return self }
    return Contestant(
      name: "\(name) (1/\(sample.part) of the files)", command: sample.command, rounds: rounds,
      mostStatus: mostStatus)
  }
}

/// What a contestant's runs came to.
struct Outcome {
  let contestant: Contestant
  let runs: [Run]

  var nanoseconds: Int { Outcome.median(runs.map(\.nanoseconds)) }
  var peakKilobytes: Int { Outcome.median(runs.map(\.peakKilobytes)) }
  var failure: Int32? { runs.map(\.status).first { $0 > contestant.mostStatus } }

  private static func median(_ values: [Int]) -> Int { values.sorted()[values.count / 2] }
}

/// Runs contestants in turn, A B C A B C, so that a busy moment of the machine falls on all of them.
func race(_ contestants: [Contestant]) throws(Failure) -> [Outcome] {
  var ready: [Contestant] = []
  for contestant in contestants { ready.append(try contestant.warmedUp()) }
  var runs = ready.map { _ in [Run]() }
  for round in 0..<(ready.map(\.rounds).max() ?? 0) {
    for (index, contestant) in ready.enumerated() where round < contestant.rounds {
      runs[index].append(try Process.run(contestant.command))
    }
  }
  return zip(ready, runs).map { Outcome(contestant: $0, runs: $1) }
}
