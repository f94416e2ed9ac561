import HuizongCore

/// The table as the clerk knows it: the form's heading, its two-row header, its rows in its order; and
/// around it the row numbers and column letters of the clerk's own spreadsheet.
struct HTMLTable {
  let report: Report
  let marked: MarkedEntry
  let submission: Submission
  /// What stood there before, where a resubmission is shown.
  var before: [DrawnPlace: String] = [:]

  var form: Form { report.form }
  var table: Table { submission.table }

  func render(_ writer: inout HTMLWriter) {
    writer.block("div", [.style("sheet"), .chinese, .init("tabindex", "0")]) { writer in
      writer.block("table") { writer in
        writer.block("caption") { caption(&$0) }
        columns(&writer)
        writer.block("thead") { writer in
          letters(&writer)
          groups(&writer)
          metrics(&writer)
        }
        writer.block("tbody") { writer in
          for category in form.categories.indices { row(category, &writer) }
          if let total = submission.total { self.total(total, &writer) }
        }
      }
    }
  }

  // MARK: Rows

  private func row(_ category: Int, _ writer: inout HTMLWriter) {
    let origin = table.rows[category]
    writer.block("tr") { writer in
      number(origin, &writer)
      let place = DrawnPlace.row(category)
      let isConcerned = marked.concernedRows.contains(category) || isChanged(category)
      let look = HTMLWriter.Attribute.style(style(place), isConcerned ? "concerned" : "")
      part("th", place, [.init("scope", "row"), look], form.categories[category].name, &writer)
      if origin.row == 0 {
        nothing(report.say("缺：文件里没有这一行", "missing: the file has no such row"), &writer)
      } else if isUnread(category) {
        nothing(report.say("这一行未采用", "this row was not read"), &writer)
      } else {
        for metric in form.metrics.indices { cell(category, metric, &writer) }
      }
    }
  }

  private func number(_ origin: RowOrigin, _ writer: inout HTMLWriter) {
    writer.element("td", [.style("number")], text: origin.row > 0 ? String(origin.row) : "—")
  }

  private func nothing(_ text: String, _ writer: inout HTMLWriter) {
    let language = HTMLWriter.Attribute("lang", report.pageLanguage)
    let width = HTMLWriter.Attribute("colspan", String(form.metrics.count))
    writer.element("td", [.style("nothing"), width, language], text: text)
  }

  /// A row whose cells do not stand under the header's is not read at all.
  private func isUnread(_ category: Int) -> Bool {
    form.metrics.indices.allSatisfy { metric in
      table[category, metric] == nil
        && marked.findings(at: .cell(row: category, column: metric)).isEmpty
    }
  }

  private func cell(_ category: Int, _ metric: Int, _ writer: inout HTMLWriter) {
    figure(.cell(row: category, column: metric), table[category, metric], metric, &writer)
  }

  private func total(_ total: TotalRow, _ writer: inout HTMLWriter) {
    writer.block("tr", [.style("total")]) { writer in
      number(total.origin, &writer)
      writer.element("th", [.init("scope", "row")], text: form.words.total[0])
      for metric in form.metrics.indices {
        figure(.total(column: metric), total.values[metric], metric, &writer)
      }
    }
  }

  /// A number, or what stood there in its place.
  private func figure(
    _ place: DrawnPlace, _ value: Int64?, _ metric: Int, _ writer: inout HTMLWriter
  ) {
    if let value {
      part("td", place, [.style(style(place))], report.number(value, metric), &writer)
    } else if let found = found(place) {
      part("td", place, [.style("found", style(place))], found, &writer)
    } else {
      let isMissing = table.columns[metric] == 0
      part("td", place, [.style(isMissing ? "nothing" : "", style(place))], "", &writer)
    }
  }

  private func found(_ place: DrawnPlace) -> String? {
    marked.findings(at: place).lazy.compactMap { report.fact("found", marked.findings[$0]) }.first
  }

  // MARK: Marks

  private func isChanged(_ category: Int) -> Bool {
    !before.isEmpty
      && form.metrics.indices.contains { before[.cell(row: category, column: $0)] != nil }
  }

  func style(_ place: DrawnPlace) -> String {
    marked.findings(at: place).first.map { Mark(marked.findings[$0]).style } ?? ""
  }

  /// A part of the table; where there are findings, a link to the first of them, which says all of
  /// them when the pointer or the keyboard rests on it.
  func part(
    _ name: StaticString, _ place: DrawnPlace, _ attributes: [HTMLWriter.Attribute], _ text: String,
    _ writer: inout HTMLWriter
  ) {
    let findings = marked.findings(at: place)
    let isChanged = before[place] != nil
    let id = findings.isEmpty && !isChanged ? "" : marked.anchor(place)
    guard let first = findings.first else {
      return writer.element(name, [.id(id)] + attributes) { figure(text, place, &$0) }
    }
    let item = marked.anchor(itemOf: first)
    let link: [HTMLWriter.Attribute] = [
      .link(item), .init("aria-describedby", item), .init("data-tip", tip(findings)),
    ]
    writer.element(name, [.id(id)] + attributes) { writer in
      writer.element("a", link) { figure(text.isEmpty ? empty : text, place, &$0) }
    }
  }

  private var empty: String { report.say("空", "empty") }

  /// The old struck through and the new in bold, where it changed.
  private func figure(_ text: String, _ place: DrawnPlace, _ writer: inout HTMLWriter) {
    guard let old = before[place] else { return writer.text(text) }
    if !old.isEmpty { writer.element("del", text: old) }
    writer.element("ins", text: text.isEmpty ? empty : text)
  }

  private func tip(_ findings: [Int]) -> String {
    findings.map { index in
      let finding = marked.findings[index]
      let level = report.wording.level(finding.level)
      return
        "\(level) \(finding.code.text)\(report.say("：", ": "))\(report.wording.message(finding))"
    }.joined(separator: "\n")
  }
}
