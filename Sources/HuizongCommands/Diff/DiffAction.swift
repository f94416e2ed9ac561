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

  /// As `rollup` checks: beside each other, and beside what is given to compare with.
  private func check(_ arguments: Arguments) -> CheckAction {
    let isAlone = arguments.all("history").isEmpty && arguments.all("in").isEmpty
    return CheckAction(templates: templates, keepsTables: true, compares: !isAlone)
  }

  func run(_ old: String, _ new: String, _ arguments: Arguments) throws(RunError) -> Outcome {
    let period = try arguments["period"].map { text throws(RunError) in
      try CityAction.period(text, templates.form)
    }
    let check = check(arguments)
    let earlier = check.read(arguments.all("history"), language)
    var city = check.read(arguments.all("in").sorted(), language)
    var before = tables(check.read([old], language))
    var after = tables(check.read([new], language))
    // Explanations hold for the values that they came with: the old table is the new one's past.
    let versions = earlier.entries.compactMap(\.submission)
    let past = Resubmissions.history(old: before.entries, new: after.entries)
    check.finish(&city, earlier.entries, versions: versions)
    let beside = earlier.entries + city.entries
    check.finish(&before, beside, versions: versions)
    check.finish(&after, beside, versions: versions + past)
    let comparison = Resubmissions(
      old: before.entries, new: after.entries, form: templates.form, roster: templates.roster,
      rules: templates.rules)
    return Outcome(
      comparison: comparison,
      effects: try effects(of: comparison, in: city.entries, period, arguments),
      unplaced: city.entries.filter { $0.ledger == nil && ($0.unit == nil || $0.period == nil) },
      failures: earlier.failures + city.failures + before.failures + after.failures)
  }

  /// A ledger has no figures to compare, and is named as left out.
  private func tables(_ outcome: CheckAction.Outcome) -> CheckAction.Outcome {
    var outcome = outcome
    let reason = Both("是典型案例台账，这里只比统计表", "a ledger of cases; only tables are compared here")
    outcome.entries = outcome.entries.map { entry in
      entry.ledger == nil ? entry : Entry.leftOut(entry.path, reason)
    }
    return outcome
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
