import HuizongCore

/// One submission on the page: whose it is, what becomes of it, its table and its findings.
struct HTMLSection {
  let report: Report
  let section: HTMLReport.Section

  private var entry: Entry { section.entry }

  func render(_ writer: inout HTMLWriter) {
    let marked = MarkedEntry(section, report.form)
    writer.block("article", [.id(marked.prefix), .style(marked.drawsTable ? "" : "bare")]) {
      writer in
      writer.markup("\n")
      heading(&writer)
      if marked.drawsTable, let submission = entry.submission {
        HTMLTable(report: report, marked: marked, submission: submission).render(&writer)
      }
      if let ledger = entry.ledger, let form = report.form.ledger {
        HTMLLedger(report: report, entry: entry, ledger: ledger, form: form).render(&writer)
      }
      HTMLFindingList(report: report, marked: marked).render(&writer)
    }
  }

  private func heading(_ writer: inout HTMLWriter) {
    let style = JSONReport.status(entry.status)
    writer.block("header", [.style(style)]) { writer in
      writer.block("h2") { writer in
        writer.element("bdi", [.chinese], text: report.heading(entry))
        writer.element("span", [.style("status", style)], text: report.status(entry.status))
      }
      writer.block("p", [.style("path")]) { $0.element("bdi", text: entry.path) }
      if entry.status != .accepted {
        writer.block(
          "p", [.style("advice")], text: TextReport.status(entry.status, report.language))
      }
    }
  }
}
