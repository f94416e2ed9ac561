import HuizongCore

/// What a resubmission changed, as a page for a browser and for paper: the new table as the check
/// draws it, the old figures struck through beside the new ones.
public struct DiffPage {
  private let diff: DiffReport
  private var report: Report { diff.report }

  public init(_ diff: DiffReport) { self.diff = diff }

  public func render() -> [UInt8] {
    HTMLPage(report: report, title: title).render { body(&$0) }
  }

  private var name: String { diff.say("重报比对", "What the resubmission changed") }

  private var title: String {
    let pairs = diff.comparison.pairs
    return pairs.count == 1 ? "\(name) · \(diff.name(pairs[0].new))" : name
  }

  private func body(_ writer: inout HTMLWriter) {
    let sections = sections
    writer.markup("\n")
    writer.block("header", [.style("page")]) { header(&$0) }
    if sections.count > 1 { contents(sections, &writer) }
    writer.block("main") { writer in
      writer.markup("\n")
      for section in sections { section.render(&writer) }
      for effect in diff.effects ?? [] { DiffCityTable(diff: diff).render(effect, &writer) }
    }
    oneSided(&writer)
    leftOut(&writer)
  }

  private var sections: [DiffSection] {
    diff.comparison.pairs.enumerated().map { index, pair in
      DiffSection(diff: diff, pair: pair, number: index + 1, drawsTable: drawsTable(pair, index))
    }
  }

  /// A table in which nothing changed and nothing is wrong shows nothing.
  private func drawsTable(_ pair: Resubmission, _ index: Int) -> Bool {
    index < HTMLReport.mostTables && !(pair.isUnchanged && pair.new.status == .accepted)
  }

  // MARK: The top

  private func header(_ writer: inout HTMLWriter) {
    writer.markup("\n")
    writer.block("h1", text: name)
    writer.block("p", [.style("form"), .chinese], text: diff.form.title)
    writer.block("dl", [.style("figures")]) { writer in
      for (style, label, count) in DiffCounts(diff.comparison.pairs).listed(diff) {
        writer.block("div", [.style(style, count == 0 ? "none" : "")]) { writer in
          writer.element("dt", text: label)
          writer.element("dd", text: String(count))
        }
      }
    }
    if diff.comparison.pairs.isEmpty {
      writer.block("p", [.style("note")], text: diff.nothing)
    }
    if diff.comparison.pairs.count > HTMLReport.mostTables {
      let most = HTMLReport.mostTables
      writer.block(
        "p", [.style("note")],
        text: diff.say("只画前 \(most) 张表。", "Only the first \(most) tables are drawn."))
    }
  }

  private func contents(_ sections: [DiffSection], _ writer: inout HTMLWriter) {
    let labels = [
      diff.say("单位", "unit"), diff.say("结论", "status"), diff.say("改动", "changed"),
      diff.say("已解决", "settled"), diff.say("未解决", "open"), diff.say("新出现", "new"),
    ]
    writer.block("nav") { writer in
      writer.block("h2", text: diff.say("目录", "Contents"))
      DiffTable.write(labels, counts: 2, &writer) { writer in
        for section in sections { section.line(&writer) }
      }
    }
  }

  // MARK: The bottom

  private func oneSided(_ writer: inout HTMLWriter) {
    let sides = [
      (diff.comparison.onlyOld, diff.say("只有原来的一边有", "Only on the old side")),
      (diff.comparison.onlyNew, diff.say("只有重报的一边有", "Only on the new side")),
    ]
    for (tables, title) in sides where !tables.isEmpty {
      list(title, &writer) { writer in
        for table in tables {
          let text = "\(diff.name(table))\(diff.say("：", ": "))\(diff.status(table))"
          item(text, diff.files(table), &writer)
        }
      }
    }
  }

  private func leftOut(_ writer: inout HTMLWriter) {
    guard !diff.comparison.leftOut.isEmpty else { return }
    list(diff.say("没有比较的文件", "Files not compared"), &writer) { writer in
      for entry in diff.comparison.leftOut {
        item(entry.findings.first.map(report.wording.message) ?? "", entry.path, &writer)
      }
    }
  }

  private func list(
    _ title: String, _ writer: inout HTMLWriter, _ items: (inout HTMLWriter) -> Void
  ) {
    writer.block("section", [.style("left-out")]) { writer in
      writer.block("h2", text: title)
      writer.block("ul", [], items)
    }
  }

  private func item(_ text: String, _ path: String, _ writer: inout HTMLWriter) {
    writer.block("li") { writer in
      writer.element("p", text: text)
      writer.element("bdi", [.style("path")], text: path)
    }
  }
}

extension DiffCounts {
  /// With the name of its looks and its label.
  func listed(_ diff: DiffReport) -> [(String, String, Int)] {
    [
      ("", diff.say("比对的表", "tables compared"), tables),
      ("hint", diff.say("改动的数", "figures changed"), changed),
      ("accepted", diff.say("已解决", "findings settled"), settled),
      ("explained", diff.say("已说明", "explained"), explained),
      ("query", diff.say("仍未解决", "still open"), open),
      ("error", diff.say("新出现", "new"), new),
    ]
  }
}
