import HuizongCore

/// The top of the page: how many of what, which submissions, and what was not checked and why.
struct HTMLOverview {
  let report: Report
  let sections: [HTMLReport.Section]

  func render(_ writer: inout HTMLWriter) {
    writer.block("header", [.style("page")]) { writer in
      writer.markup("\n")
      writer.block("h1", text: report.say("报表检查结果", "Check result"))
      let form = report.form
      let source = form.source.isEmpty ? "" : "（\(form.source)）"
      writer.block("p", [.style("form"), .chinese], text: form.title + source)
      figures(&writer)
      legend(&writer)
      notes(&writer)
    }
    let submissions = sections.filter { $0.entry.status != .leftOut }
    if submissions.count > 1 { contents(submissions, &writer) }
    leftOut(sections.filter { $0.entry.status == .leftOut }, &writer)
  }

  // MARK: Figures

  private func figures(_ writer: inout HTMLWriter) {
    let s = report.summary
    let figures: [(String, String, Int)] = [
      ("", report.say("报表", "submissions"), s.files - s.leftOut),
      ("accepted", report.status(.accepted), s.accepted),
      ("needs-explanation", report.status(.needsExplanation), s.needsExplanation),
      ("rejected", report.status(.rejected), s.rejected),
      ("error", report.say("错误", "errors"), s.errors),
      ("query", report.say("核实", "queries"), s.queries),
      ("explained", report.say("已说明", "explained"), s.explained),
      ("hint", report.say("提示", "hints"), s.hints),
      ("left-out", report.say("未检查的文件", "files left out"), s.leftOut),
    ]
    writer.block("dl", [.style("figures")]) { writer in
      for (style, label, count) in figures {
        writer.block("div", [.style(style, count == 0 ? "none" : "")]) { writer in
          writer.element("dt", text: label)
          writer.element("dd", text: String(count))
        }
      }
    }
  }

  private func legend(_ writer: inout HTMLWriter) {
    let marks: [(Mark, String)] = [
      (.error, report.say("错误：必须改正", "error: must be corrected")),
      (.query, report.say("核实：更正，或写明情况", "query: correct or explain it")),
      (.explained, report.say("已说明", "explained")),
      (.hint, report.say("提示：可以不改", "hint: may stay as it is")),
    ]
    writer.block("ul", [.style("legend")]) { writer in
      for (mark, label) in marks {
        writer.element("li") { writer in
          writer.element("span", [.style("sample", mark.style)], text: "12")
          writer.text(label)
        }
      }
    }
  }

  /// What the page does not show, said on the page.
  private func notes(_ writer: inout HTMLWriter) {
    for line in report.coverageLines { note(line + report.say("。", "."), &writer) }
    if report.entries.count > HTMLReport.mostFiles {
      note(
        report.say(
          "文件多于 \(HTMLReport.mostFiles) 份，通过的只列名称，不画表。",
          "There are more than \(HTMLReport.mostFiles) files: of those accepted no table is drawn."),
        &writer)
    }
    let undrawn = sections.count {
      $0.entry.submission != nil && $0.entry.status != .accepted && !$0.drawsTable
    }
    if undrawn > 0 {
      note(
        report.say(
          "只画前 \(HTMLReport.mostTables) 张表，后面 \(undrawn) 份只列问题，不画表。",
          "Only the first \(HTMLReport.mostTables) tables are drawn; of \(undrawn) more "
            + "submissions the findings are listed without."),
        &writer)
    }
  }

  private func note(_ text: String, _ writer: inout HTMLWriter) {
    writer.block("p", [.style("note")], text: text)
  }

  // MARK: Contents

  private func contents(_ sections: [HTMLReport.Section], _ writer: inout HTMLWriter) {
    writer.block("nav") { writer in
      writer.block("h2", text: report.say("目录", "Contents"))
      writer.block("table", [.style("contents")]) { writer in
        writer.block("thead") { writer in
          writer.block("tr") { labels(&$0) }
        }
        writer.block("tbody") { writer in
          writer.markup("\n")
          for section in sections { line(section, &writer) }
        }
      }
    }
  }

  private func labels(_ writer: inout HTMLWriter) {
    let column = HTMLWriter.Attribute("scope", "col")
    writer.element("th", [column], text: report.say("单位", "unit"))
    writer.element("th", [column], text: report.say("结论", "status"))
    for label in HTMLOverview.counts {
      writer.element("th", [column, .style("count")], text: label[report.language])
    }
    writer.element("th", [column], text: report.say("文件", "file"))
  }

  private static let counts = [
    Both("错误", "errors"), Both("核实", "queries"), Both("已说明", "explained"), Both("提示", "hints"),
  ]

  private func line(_ section: HTMLReport.Section, _ writer: inout HTMLWriter) {
    let entry = section.entry
    let counts = Summary([entry])
    writer.block("tr") { writer in
      writer.element("td", [.chinese]) { name(section, &$0) }
      let style = JSONReport.status(entry.status)
      writer.element("td") {
        $0.element("span", [.style("status", style)], text: report.status(entry.status))
      }
      for count in [counts.errors, counts.queries, counts.explained, counts.hints] {
        writer.element("td", [.style("count")], text: count > 0 ? String(count) : "")
      }
      writer.element("td", [.style("path")]) { $0.element("bdi", text: entry.path) }
    }
  }

  private func name(_ section: HTMLReport.Section, _ writer: inout HTMLWriter) {
    let name = report.heading(section.entry)
    writer.element("bdi") { writer in
      if section.isShown {
        writer.element("a", [.link("s\(section.number)")], text: name)
      } else {
        writer.text(name)
      }
    }
  }

  // MARK: Files left out

  private func leftOut(_ sections: [HTMLReport.Section], _ writer: inout HTMLWriter) {
    guard !sections.isEmpty else { return }
    writer.block("section", [.style("left-out")]) { writer in
      writer.block("h2", text: report.say("未检查的文件", "Files left out"))
      writer.block("ul") { writer in
        writer.markup("\n")
        for section in sections { leftOut(section.entry, &writer) }
      }
    }
  }

  private func leftOut(_ entry: Entry, _ writer: inout HTMLWriter) {
    writer.block("li") { writer in
      writer.element("bdi", [.style("path")], text: entry.path)
      for finding in entry.findings {
        writer.element("p", text: report.wording.message(finding))
        writer.element("p", [.style("help")], text: report.wording.help(finding))
      }
    }
  }
}
