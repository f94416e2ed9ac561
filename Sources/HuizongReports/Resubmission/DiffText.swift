import HuizongCore

/// What a resubmission changed, for a person at a terminal.
public struct DiffText {
  private let diff: DiffReport

  public init(_ diff: DiffReport) { self.diff = diff }

  public func render() -> [UInt8] {
    var text = ""
    for pair in diff.comparison.pairs { text += self.text(pair) + "\n" }
    for effect in diff.effects ?? [] { text += DiffCityText(diff: diff).text(effect) + "\n" }
    text += oneSided() + leftOut() + summary()
    return Array(text.utf8)
  }

  private func say(_ chinese: String, _ english: String) -> String { diff.say(chinese, english) }

  // MARK: One table

  private func text(_ pair: Resubmission) -> String {
    let status = [pair.old, pair.new].map { diff.report.status($0.status) }
    var text = "\(diff.name(pair.new))\(say("：", ": "))\(status[0]) → \(status[1])\n"
    text += line(say("原来", "old"), pair.old) + line(say("重报", "new"), pair.new)
    for warning in diff.warnings(pair) { text += "  \(Terminal.clean(warning))\n" }
    return text + heading(pair) + cells(pair) + explanations(pair) + findings(pair)
  }

  private func line(_ side: String, _ table: SentTable) -> String {
    "  \(side)\(say("：", ": "))\(diff.files(table))\(say("，", ", "))\(diff.status(table))\n"
  }

  private func heading(_ pair: Resubmission) -> String {
    guard !pair.heading.isEmpty else { return "" }
    return "\n" + say("表头：\n", "Heading:\n")
      + pair.heading.map { change in
        "  \(Terminal.clean(diff.field(change.field)))\(say("：", ": "))"
          + "\(Terminal.clean(diff.orNone(change.old))) → \(Terminal.clean(diff.orNone(change.new)))\n"
      }.joined()
  }

  private func cells(_ pair: Resubmission) -> String {
    guard !pair.cells.isEmpty else { return "" }
    let lines = diff.runs(pair).map { run in
      "  " + (run.count == 1 ? cell(pair.cells[run.lowerBound], pair) : row(pair.cells[run])) + "\n"
    }
    let count = pair.cells.count
    return "\n" + say("改动的数 \(count) 处：\n", "Figures that changed: \(count)\n") + lines.joined()
  }

  /// A row that is on one side only.
  private func row(_ changes: ArraySlice<CellChange>) -> String {
    guard let first = changes.first else { return "" }
    let name = diff.category(first.category)
    return first.new == nil
      ? say("“\(name)”：整行没有了", "“\(name)”: the whole row is gone")
      : say("“\(name)”：新增的一行", "“\(name)”: a row that was not there")
  }

  private func cell(_ change: CellChange, _ pair: Resubmission) -> String {
    let place = diff.addresses(change, pair)
    return cell(change) + say("（\(place)）", " (\(place))")
  }

  private func cell(_ change: CellChange) -> String {
    let metric = change.metric
    let gap = diff.change(change.change, metric).map { say("，\($0)", ", \($0)") } ?? ""
    let values = [change.old, change.new].map { Terminal.clean(diff.text($0, metric)) }
    return diff.place(change.category, metric) + "\(values[0]) → \(values[1])\(gap)"
  }

  // MARK: Explanations

  private func explanations(_ pair: Resubmission) -> String {
    guard !pair.explanations.isEmpty else { return "" }
    return "\n" + say("说明：\n", "Explanations:\n") + pair.explanations.map(explanation).joined()
  }

  private func explanation(_ change: ExplanationChange) -> String {
    let row = change.category.map { diff.form.categories[$0].name } ?? say("全表", "the table")
    let cell = (change.newPlace ?? change.oldPlace)?.cell.map { "\($0) " } ?? ""
    let start = "  \(cell)“\(row)”\(say("：", ": "))"
    if change.isLapsed {
      return start
        + say("数字改了，说明没有改，已失效：", "the figures changed and it did not, so it lapsed: ")
        + Terminal.clean(diff.orNone(change.new)) + "\n"
    }
    return start
      + "\(Terminal.clean(diff.orNone(change.old))) → \(Terminal.clean(diff.orNone(change.new)))\n"
  }

  // MARK: Findings

  /// Hints that stay are counted; all else is listed, what matters most first.
  private func findings(_ pair: Resubmission) -> String {
    FindingChange.Fate.allCases.map { fate in
      let all = pair.findings.filter { $0.fate == fate }
      guard !all.isEmpty else { return "" }
      let listed = all.filter { fate != .stays || $0.latest?.finding.level != .hint }
      let remarks = listed.filter { $0.latest?.finding.isRemark ?? false }
      let others = listed.filter { !($0.latest?.finding.isRemark ?? false) }
      let lines =
        others.sorted { level($0) > level($1) }.map { finding($0, pair) } + folded(remarks)
      return "\n\(diff.fate(fate))\(say("：", ": "))\(diff.levels(all))\n" + lines.joined()
    }.joined()
  }

  /// Remarks on how cells were read, a line for each kind: which cells they are is what matters.
  private func folded(_ remarks: [FindingChange]) -> [String] {
    var codes: [Code] = []
    for case let finding? in remarks.map(\.latest?.finding) where !codes.contains(finding.code) {
      codes.append(finding.code)
    }
    return codes.map { code in
      let cells = remarks.compactMap(\.latest?.finding).filter { $0.code == code }
        .compactMap(\.place.cell)
      let more =
        cells.count > 12 ? say(" 等 \(cells.count) 处", " and more, \(cells.count) in all") : ""
      let wording = diff.report.wording
      return "  \(wording.level(.hint)) \(code.text): \(wording.title(code))"
        + say("：", ": ") + diff.list(Array(cells.prefix(12))) + more + "\n"
    }
  }

  private func level(_ change: FindingChange) -> Level { change.latest?.finding.level ?? .hint }

  private func finding(_ change: FindingChange, _ pair: Resubmission) -> String {
    guard let placed = change.latest else { return "" }
    let finding = placed.finding
    let wording = diff.report.wording
    let table = change.new == nil ? pair.old : pair.new
    let path = diff.path(placed, table).map { "\($0) " } ?? ""
    let cell = finding.place.cell.map { "\($0) " } ?? ""
    var text = "  \(wording.level(finding.level)) \(finding.code.text): "
    text += "\(path)\(cell)\(wording.message(finding))\n"
    if let explanation = finding.explanation {
      text +=
        "    \(say("单位说明：", "explained by the unit: "))\(Terminal.clean(explanation))\n"
    } else if change.new != nil {
      text += "    \(wording.help(finding))\n"
    }
    return text
  }

  // MARK: The rest

  /// What stands on one side only, named with what became of it.
  private func oneSided() -> String {
    let sides = [
      (diff.comparison.onlyOld, say("只有原来的一边有", "Only on the old side")),
      (diff.comparison.onlyNew, say("只有重报的一边有", "Only on the new side")),
    ]
    return sides.filter { !$0.0.isEmpty }.map { tables, title in
      let lines = tables.map {
        "  \(Terminal.clean(diff.name($0)))\(say("：", ": "))\(diff.status($0))"
          + say("，", ", ") + diff.files($0) + "\n"
      }
      return "\(title)\(say("：\(tables.count) 张", ": \(tables.count)"))\n" + lines.joined() + "\n"
    }.joined()
  }

  private func leftOut() -> String {
    diff.comparison.leftOut.map { entry in
      let reason = entry.findings.first.map(diff.report.wording.message) ?? ""
      return say("没有比较：", "Not compared: ") + Terminal.clean(entry.path) + say("，", ", ")
        + Terminal.clean(reason) + "\n"
    }.joined()
  }

  private func summary() -> String {
    guard !diff.comparison.pairs.isEmpty else { return diff.nothing + "\n" }
    let counts = DiffCounts(diff.comparison.pairs)
    let status = diff.report.status(diff.comparison.status)
    return say(
      "比对 \(counts.tables) 张：改动 \(counts.changed) 处；问题：已解决 \(counts.settled)，已说明 \(counts.explained)，"
        + "仍未解决 \(counts.open)，新出现 \(counts.new)；重报的表：\(status)\n",
      "\(counts.tables) compared: \(counts.changed) figures changed; findings: \(counts.settled) settled, "
        + "\(counts.explained) explained, \(counts.open) still open, \(counts.new) new; "
        + "what was sent again: \(status)\n")
  }
}
