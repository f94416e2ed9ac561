import HuizongCore

/// Checks tables as `huizong check --history` does, and compares what it says with what was planted.
struct TrialJudge {
  private let form: Form
  private let roster: Roster
  private let rules: RuleBook
  private let checker: Checker
  private let offices: [Int]

  struct Verdict {
    let isCaught: Bool
    let isRight: Bool
    /// Of two swapped rows: whether they can be told apart at all.
    let isVisible: Bool?
  }

  /// Every table of a city, by unit and month.
  typealias Entries = [[Entry]]

  init(folder: String) throws(Failure) {
    let template = try Template(folder: folder)
    form = template.form
    roster = template.roster
    let form = template.form
    rules = try Template.read("\(folder)/rules.json") { bytes, name throws(TemplateFaults) in
      try RuleBook.read(bytes, file: name, form: form)
    }
    checker = Checker(form: form, roster: roster, rules: rules)
    offices = roster.units.indices.filter { template.roster.units[$0].required }
  }

  var units: Int { offices.count }

  func entries(_ city: TrialCity) -> Entries {
    city.tables.enumerated().map { unit, tables in
      tables.indices.map { entry(file(city, unit, $0)) }
    }
  }

  private func file(_ city: TrialCity, _ unit: Int, _ month: Int) -> TrialFile {
    TrialFile(
      form: form, unit: roster.units[offices[unit]], month: month + 1 + TrialCity.start,
      values: city.tables[unit][month].rows.map(\.values))
  }

  private func entry(_ file: TrialFile) -> Entry {
    checker.check(file.bytes.span, path: "\(file.unit.short)\(file.month)")[0]
  }

  /// What is said about the clean tables of the last month, by code; hints do not count.
  func falseAlarms(_ city: TrialCity) -> [String] {
    let entries = entries(city)
    let checked = check(
      entries.map { $0[TrialCity.months - 1] },
      history: entries.flatMap { $0.dropLast() })
    return checked.flatMap(\.findings).filter { $0.level > .hint }.map(\.code.text)
  }

  private func check(_ now: [Entry], history: [Entry]) -> [Entry] {
    var entries = now
    let plausibility = PlausibilityCheck(
      form: form, roster: roster, rules: rules, entries: entries, history: history)
    if let plausibility {
      let results = plausibility.subjects.map { plausibility.check($0, entries) }
      _ = plausibility.apply(results, to: &entries)
    }
    Gathering(form: form, rules: rules, compared: true).gather(&entries)
    return entries
  }

  /// Nil where the error cannot be planted.
  func judge(
    _ error: PlantedError, _ city: TrialCity, _ unit: Int, _ base: Entries, _ random: inout Random
  ) -> Verdict? {
    let last = TrialCity.months - 1
    var file = file(city, unit, last)
    let planting = Planting(form: form, city: city, unit: unit)
    guard let trace = planting.plant(error, in: &file, &random) else { return nil }
    var history: [Entry] = []
    for other in base.indices {
      history += other == unit ? Array(base[other].dropLast()) : base[other]
    }
    let findings = check([entry(file)], history: history)[0].findings.filter { $0.level > .hint }
    return Verdict(
      isCaught: !findings.isEmpty, isRight: findings.contains { isRight($0, trace) },
      isVisible: trace.exchangedRows.map { city.oracle(unit).sees($0, city.tables[unit][last]) })
  }

  private func isRight(_ finding: Finding, _ trace: PlantedError.Trace) -> Bool {
    if let code = trace.code { return finding.code.text == code }
    if let metric = finding.metric, trace.columns.contains(metric) { return true }
    guard let category = finding.category else { return false }
    if trace.rows.contains(category) { return true }
    let metrics = finding.involved + (finding.metric.map { [$0] } ?? [])
    return metrics.contains { trace.cells.contains([category, $0]) }
  }
}
