import HuizongCore

/// What a resubmission does to the city's figures, with what is in them and what is not.
struct DiffCityText {
  let diff: DiffReport

  private func say(_ chinese: String, _ english: String) -> String { diff.say(chinese, english) }

  func text(_ effect: CityEffect) -> String {
    var text = title(effect) + "\n"
    for line in notes(effect) { text += "  \(line)\n" }
    for figure in effect.figures { text += "  \(self.figure(figure))\n" }
    return text
  }

  func title(_ effect: CityEffect) -> String {
    let period = diff.report.period(effect.period)
    let missing = effect.missing.map { name($0.unit) }
    let without =
      missing.isEmpty
      ? "" : say("（未含\(diff.list(missing))）", " (without \(diff.list(missing)))")
    let city = diff.report.roster.name
    return say(
      "对\(city)\(period)汇总数的影响\(without)",
      "What it does to the figures of \(city), \(period)\(without)")
  }

  private func figure(_ figure: CityEffect.FigureChange) -> String {
    let metric = figure.metric
    let gap = diff.change(figure.change, metric).map { say("，\($0)", ", \($0)") } ?? ""
    return diff.place(figure.category, metric)
      + "\(diff.figure(figure.old, metric)) → \(diff.figure(figure.new, metric))\(gap)"
  }

  private func name(_ unit: Int) -> String { diff.report.roster.units[unit].short }

  /// What is in the figures and what is not: a figure without that is no figure.
  func notes(_ effect: CityEffect) -> [String] {
    [units(effect)] + effect.missing.map(missing) + effect.exchanged.flatMap(exchanged)
      + unchanged(effect) + unread(effect) + diff.unplaced.map(unplaced)
  }

  /// One of them may be a table that is missed.
  private func unplaced(_ entry: Entry) -> String {
    let reason = entry.findings.first.map(diff.report.wording.message) ?? ""
    let path = Terminal.clean(entry.path)
    return say("\(path) 未计入：\(reason)", "\(path) is not counted: \(reason)")
  }

  private func units(_ effect: CityEffect) -> String {
    let own = effect.exchanged.filter { $0.gap == nil }.map(\.unit)
    let all = (effect.included.map(\.unit) + own).sorted()
    return say(
      "含 \(all.count) 个单位：\(diff.list(all.map(name)))",
      "\(all.count) units are in it: \(diff.list(all.map(name)))")
  }

  private func missing(_ unit: RolledUnit) -> String {
    let words = UnitStateWords(language: diff.report.language)
    return say(
      "未含\(name(unit.unit))：\(words.short(unit.state))",
      "without \(name(unit.unit)): \(words.short(unit.state))")
  }

  /// Figures of a table that was sent back are shown here and count nowhere else: that is said.
  private func exchanged(_ exchange: CityEffect.Exchange) -> [String] {
    let unit = name(exchange.unit)
    if let gap = diff.gap(exchange) { return [say("\(unit)：\(gap)", "\(unit): \(gap)")] }
    let sides = [
      (exchange.old, say("原来", "old")), (exchange.new, say("重报", "new")),
    ].filter { !$0.0.counts }
    let remarks = sides.map { table, side in
      let status = diff.report.status(table.status)
      return say(
        "\(unit)\(side)的表\(status)，汇总时不计入；这里按表中所填的数算",
        "the \(side) table of \(unit) (\(status)) does not count in a roll-up; here its figures are taken as they stand"
      )
    }
    return remarks + exchange.findings.map(between)
  }

  private func between(_ placed: PlacedFinding) -> String {
    let finding = placed.finding
    return "\(diff.report.wording.level(finding.level)) \(finding.code.text): "
      + "\(Terminal.clean(placed.path)) \(finding.place.cell.map { "\($0) " } ?? "")"
      + diff.report.wording.message(finding)
  }

  private func unchanged(_ effect: CityEffect) -> [String] {
    let isIn = effect.exchanged.contains { $0.gap == nil }
    return isIn && effect.figures.isEmpty
      ? [say("没有改动的数，全市数不变", "no figure changed, and none of the city's")] : []
  }

  private func unread(_ effect: CityEffect) -> [String] {
    let isUnread = effect.figures.contains { $0.old == nil || $0.new == nil }
    return isUnread
      ? [
        say(
          "“—”：有读不出或没有填的格，算不出", "“—”: a cell could not be read or is not there, so nobody can tell")
      ] : []
  }
}
