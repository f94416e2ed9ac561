import HuizongCore

/// The findings of a submission beneath its table, each with a link to its cell.
struct HTMLFindingList {
  let report: Report
  let marked: MarkedEntry
  /// What became of them, in words, where a resubmission is shown.
  var fates: [Finding.Identity: String] = [:]

  func render(_ writer: inout HTMLWriter) {
    guard !marked.items.isEmpty else { return }
    writer.block("ol", [.style("findings")]) { writer in
      writer.markup("\n")
      for (index, item) in marked.items.enumerated() {
        let mark = Mark(marked.findings[item.lowerBound])
        writer.block("li", [.id(marked.anchor(item: index)), .style(mark.style)]) { writer in
          if item.count > 1 { same(item, &writer) } else { single(item.lowerBound, &writer) }
        }
      }
    }
  }

  private func single(_ index: Int, _ writer: inout HTMLWriter) {
    let finding = marked.findings[index]
    label(finding, &writer)
    writer.element("span", [.style("where")]) { address(index, &$0) }
    writer.element("div") { writer in
      writer.element("p", [.style("message")]) { writer in
        fate(finding, &writer)
        writer.text(report.wording.message(finding))
      }
      help(finding, &writer)
      if let explanation = finding.explanation { answered(explanation, &writer) }
    }
  }

  private func fate(_ finding: Finding, _ writer: inout HTMLWriter) {
    guard let fate = fates[Finding.Identity(finding)] else { return }
    writer.element("span", [.style("fate")], text: fate)
    writer.markup(" ")
  }

  private func label(_ finding: Finding, _ writer: inout HTMLWriter) {
    writer.element("b", [.style("level")], text: report.wording.level(finding.level))
    writer.element("span", [.style("code")], text: finding.code.text)
  }

  private func help(_ finding: Finding, _ writer: inout HTMLWriter) {
    let help = report.wording.help(finding)
    if !help.isEmpty { writer.element("p", [.style("help")], text: help) }
  }

  private func answered(_ explanation: String, _ writer: inout HTMLWriter) {
    writer.element("p", [.style("explanation")]) { writer in
      writer.element("b", text: report.say("单位说明：", "Explained by the unit: "))
      writer.text(explanation)
    }
  }

  // MARK: Addresses

  /// The address in the clerk's own spreadsheet, linked to the drawn cell.
  private func address(_ index: Int, _ writer: inout HTMLWriter) {
    let address = address(marked.findings[index])
    if let place = marked.places[index] {
      writer.element("a", [.link(marked.anchor(place))], text: address)
    } else {
      writer.text(address)
    }
  }

  private func address(_ finding: Finding) -> String {
    if let cell = finding.place.cell { return cell }
    let isWhole = finding.place.row == 0 || (finding.category == nil && finding.metric == nil)
    if isWhole { return report.say("全表", "table") }
    return report.say("第 \(finding.place.row) 行", "row \(finding.place.row)")
  }

  // MARK: Remarks that say the same

  private func same(_ item: Range<Int>, _ writer: inout HTMLWriter) {
    let first = marked.findings[item.lowerBound]
    label(first, &writer)
    let count = report.say("\(item.count) 处", "\(item.count) cells")
    writer.element("span", [.style("where")], text: count)
    writer.element("div") { writer in
      writer.element("p", [.style("message")], text: report.wording.title(first.code))
      writer.element("p", [.style("cells")]) { writer in
        for index in item { cell(index, &writer) }
      }
      help(first, &writer)
    }
  }

  /// The message stands on the drawn cell already; without a table it stands here.
  private func cell(_ index: Int, _ writer: inout HTMLWriter) {
    let message = report.wording.message(marked.findings[index])
    if marked.places[index] == nil {
      writer.element("span", text: "\(address(marked.findings[index])) \(message)")
    } else {
      address(index, &writer)
    }
    writer.markup(" ")
  }
}
