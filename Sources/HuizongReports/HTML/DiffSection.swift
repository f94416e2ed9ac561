import HuizongCore

/// One resubmission on the page.
struct DiffSection {
  let diff: DiffReport
  let pair: Resubmission
  let number: Int
  let drawsTable: Bool

  private var report: Report { diff.report }

  func render(_ writer: inout HTMLWriter) {
    writer.block("article", [.id("d\(number)")]) { writer in
      writer.markup("\n")
      writer.block("header") { header(&$0) }
      parts(&writer)
      cells(&writer)
      explanations(&writer)
      findings(&writer)
    }
  }

  /// Its line in the contents.
  func line(_ writer: inout HTMLWriter) {
    let counts = DiffCounts([pair])
    writer.block("tr") { writer in
      writer.element("td", [.chinese]) {
        $0.element("a", [.link("d\(number)")], text: diff.name(pair.new))
      }
      writer.element("td") { statuses(&$0) }
      for count in [counts.changed, counts.settled, counts.open, counts.new] {
        writer.element("td", [.style("count")], text: count > 0 ? String(count) : "")
      }
    }
  }

  // MARK: Heading

  private func header(_ writer: inout HTMLWriter) {
    writer.block("h2") { writer in
      writer.element("bdi", [.chinese], text: diff.name(pair.new))
      writer.markup(" ")
      statuses(&writer)
    }
    for (side, table) in [
      (diff.say("原来：", "Old: "), pair.old), (diff.say("重报：", "New: "), pair.new),
    ] {
      writer.block("p", [.style("path")]) { writer in
        writer.text(side)
        writer.element("bdi", text: diff.files(table))
        writer.text(diff.say("，", ", ") + diff.status(table))
      }
    }
    heading(&writer)
    for warning in diff.warnings(pair) { writer.block("p", [.style("note")], text: warning) }
  }

  private func statuses(_ writer: inout HTMLWriter) {
    status(pair.old, &writer)
    writer.text(" → ")
    status(pair.new, &writer)
  }

  private func status(_ table: SentTable, _ writer: inout HTMLWriter) {
    let style = JSONReport.status(table.status)
    writer.element("span", [.style("status", style)], text: report.status(table.status))
  }

  /// In one line: a table of its own would push the form off its page.
  private func heading(_ writer: inout HTMLWriter) {
    guard !pair.heading.isEmpty else { return }
    writer.block("p", [.style("advice")]) { writer in
      for (index, change) in pair.heading.enumerated() {
        if index > 0 { writer.text(diff.say("；", "; ")) }
        writer.text(diff.field(change.field) + diff.say("：", ": "))
        DiffTable.old(change.old, diff, &writer)
        writer.text(" → ")
        writer.element("ins", text: diff.orNone(change.new))
      }
    }
  }

  // MARK: The table and what is found in it

  /// The number under which a part's cells are found on the page.
  func section(_ part: Int) -> Int { number * 1000 + part }

  private func parts(_ writer: inout HTMLWriter) {
    for (index, part) in pair.new.parts.enumerated() {
      let section = HTMLReport.Section(
        number: section(index), entry: part, isShown: true,
        drawsTable: drawsTable && part.submission != nil)
      let marked = MarkedEntry(section, diff.form)
      if pair.new.parts.count > 1 {
        writer.block("h3") { $0.element("bdi", text: part.path) }
      }
      if section.drawsTable, let submission = part.submission {
        HTMLTable(report: report, marked: marked, submission: submission, before: before(part))
          .render(&writer)
      }
      HTMLFindingList(report: report, marked: marked, fates: fates).render(&writer)
    }
  }

  /// The old figures, by their place in the part.
  private func before(_ part: Entry) -> [DrawnPlace: String] {
    var before: [DrawnPlace: String] = [:]
    for change in pair.cells where change.new?.path == part.path {
      before[DiffSection.place(change)] = change.old.map { diff.text($0, change.metric) } ?? ""
    }
    return before
  }

  static func place(_ change: CellChange) -> DrawnPlace {
    change.category.map { .cell(row: $0, column: change.metric) } ?? .total(column: change.metric)
  }

  private var fates: [Finding.Identity: String] {
    var fates: [Finding.Identity: String] = [:]
    for change in pair.findings where change.fate != .stays {
      if let finding = change.new?.finding {
        fates[Finding.Identity(finding)] = diff.fate(change.fate)
      }
    }
    return fates
  }

  // MARK: Findings without a place in the new table

  /// What is settled, and what there is to say of the files themselves.
  private func findings(_ writer: inout HTMLWriter) {
    let closed = pair.findings.filter { $0.new == nil }
    if !closed.isEmpty {
      let title = diff.say("已解决：", "Settled: ") + diff.levels(closed)
      list(title, closed.compactMap(\.old), pair.old, &writer)
    }
    if !pair.new.filing.isEmpty {
      list(diff.say("关于文件", "About the files"), pair.new.filing, pair.new, &writer)
    }
  }

  private func list(
    _ title: String, _ findings: [PlacedFinding], _ table: SentTable, _ writer: inout HTMLWriter
  ) {
    writer.block("h3", text: title)
    writer.block("ol", [.style("findings")]) { writer in
      writer.markup("\n")
      for placed in findings {
        let finding = placed.finding
        writer.block("li", [.style("closed")]) { writer in
          writer.element("b", [.style("level")], text: report.wording.level(finding.level))
          writer.element("span", [.style("code")], text: finding.code.text)
          writer.element("span", [.style("where")], text: finding.place.cell ?? "")
          let path = diff.path(placed, table).map { "\($0) " } ?? ""
          writer.element("p", [.style("message")], text: path + report.wording.message(finding))
        }
      }
    }
  }
}
