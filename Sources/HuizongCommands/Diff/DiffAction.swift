import HuizongCore

/// Reads what was sent before and what was sent again, compares them, and works out what that does
/// to the city's figures.
struct DiffAction {
  let templates: Templates
  let language: Language

  struct Outcome {
    let comparison: Resubmissions
    let effects: [CityEffect]
    /// Of the other units' files, those that nobody can place.
    let unplaced: [Entry]
    let failures: [RunError]
  }

  private var check: CheckAction { CheckAction(templates: templates, keepsTables: true) }

  func run(_ old: String, _ new: String, _ arguments: Arguments) throws(RunError) -> Outcome {
    let period = try arguments["period"].map { text throws(RunError) in
      try CityAction.period(text, templates.form)
    }
    let earlier = check.history(arguments, language)
    var before = check.read([old], language)
    var after = check.read([new], language)
    let history = earlier.entries.compactMap(\.submission)
    // Explanations hold for the values that they came with: the old table is the new one's past.
    let past = history + Resubmissions.history(old: before.entries, new: after.entries)
    check.gather(&before, history: history)
    check.gather(&after, history: past)
    let comparison = Resubmissions(
      old: before.entries, new: after.entries, form: templates.form, roster: templates.roster,
      rules: templates.rules)
    let city = others(arguments)
    return Outcome(
      comparison: comparison,
      effects: try effects(of: comparison, in: city.entries, period, arguments),
      unplaced: city.entries.filter { $0.unit == nil || $0.period == nil },
      failures: earlier.failures + before.failures + after.failures + city.failures)
  }

  /// The other units' tables, where the caller gives them.
  private func others(_ arguments: Arguments) -> CheckAction.Outcome {
    let paths = arguments.all("in").sorted()
    return paths.isEmpty
      ? CheckAction.Outcome(entries: [], failures: []) : check.check(paths, language)
  }

  private func effects(
    of comparison: Resubmissions, in entries: [Entry], _ period: Period?, _ arguments: Arguments
  ) throws(RunError) -> [CityEffect] {
    guard !arguments.all("in").isEmpty else { return [] }
    let maker = CityEffectMaker(
      form: templates.form, roster: templates.roster, rules: templates.rules,
      ignoresQueries: arguments.has("lenient"))
    do throws(SumTooLarge) {
      return try maker.effects(of: comparison.pairs, in: entries, period)
    } catch {
      throw RunError(error, templates.form)
    }
  }
}
