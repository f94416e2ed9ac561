import HuizongCore

/// Plants known errors in clean tables and counts what the checks say.
struct ErrorTrials {
  private let setting: Setting
  private let cities: Int
  private let judge: TrialJudge

  init(_ setting: Setting, _ options: Options) throws(Failure) {
    self.setting = setting
    cities = try options.number("--cities", 60, in: 1...10_000)
    judge = try TrialJudge(folder: setting.formFolder)
  }

  func run() {
    say("seed \(setting.seed), \(cities) cities of \(judge.units) units, 5 months of history")
    say("parameters: plausibility in \(setting.formFolder)/rules.json")
    for weather in [TrialCity.Weather.usual, .storm] { clean(weather) }
    say("")
    say("| error | planted | caught | at the right place |")
    say("| --- | ---: | ---: | ---: |")
    var tallies = PlantedError.allCases.map { _ in ErrorTally() }
    for number in 0..<cities { plant(number, &tallies) }
    for (error, tally) in zip(PlantedError.allCases, tallies) {
      for line in tally.lines(error.name) { say(line) }
    }
  }

  private func city(_ number: Int, _ weather: TrialCity.Weather) -> TrialCity {
    TrialCity(units: judge.units, weather: weather, seed: setting.seed, number: number)
  }

  private func clean(_ weather: TrialCity.Weather) {
    var tables = 0
    var alarms: [String: Int] = [:]
    for number in 0..<cities {
      let found = judge.falseAlarms(city(number, weather))
      tables += judge.units
      for code in found { alarms[code, default: 0] += 1 }
    }
    let sum = alarms.values.reduce(0, +)
    let byCode = alarms.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value)" }
    say(
      "\(weather == .usual ? "usual months" : "whole city moved by x0.5 to x3"): "
        + "\(sum) false alarms in \(tables) clean tables, "
        + "\(ResultTable.hundredths(sum * 100 / tables)) a table (\(byCode.joined(separator: ", ")))"
    )
  }

  private func plant(_ number: Int, _ tallies: inout [ErrorTally]) {
    let city = city(number, .usual)
    let base = judge.entries(city)
    var random = Random(seed: setting.seed, stream: 2_000_000 + number)
    for unit in 0..<judge.units {
      for (index, error) in PlantedError.allCases.enumerated() {
        guard let verdict = judge.judge(error, city, unit, base, &random) else { continue }
        tallies[index].add(verdict)
      }
    }
  }
}

/// One kind of error, and of swapped rows those that can be told apart.
struct ErrorTally {
  private var all = Tally()
  private var visible = Tally()
  private var others = Tally()

  mutating func add(_ verdict: TrialJudge.Verdict) {
    all.add(verdict)
    switch verdict.isVisible {
    case true: visible.add(verdict)
    case false: others.add(verdict)
    default: break
    }
  }

  func lines(_ name: String) -> [String] {
    let parts = [
      (visible, "· of these, rows that can be told apart"), (others, "· rows that cannot"),
    ]
    return [all.line(name)] + parts.filter { $0.0.planted > 0 }.map { $0.0.line($0.1) }
  }
}

/// How often an error was planted and what became of it.
struct Tally {
  private(set) var planted = 0
  private(set) var caught = 0
  private(set) var right = 0

  mutating func add(_ verdict: TrialJudge.Verdict) {
    planted += 1
    caught += verdict.isCaught ? 1 : 0
    right += verdict.isRight ? 1 : 0
  }

  func line(_ name: String) -> String {
    func share(_ part: Int) -> String {
      let thousandths = part * 1000 / max(planted, 1)
      return "\(thousandths / 10).\(thousandths % 10) %"
    }
    return "| \(name) | \(planted) | \(share(caught)) | \(share(right)) |"
  }
}
