import HuizongCore

/// What stands above the rows: the form's heading, the letters of the columns, the two-row header.
extension HTMLTable {
  func caption(_ writer: inout HTMLWriter) {
    writer.block("strong", text: form.title)
    let words = form.words
    let entries: [(DrawnPlace, String, String)] = [
      (.unit, words.unit[0], submission.unitText),
      (.period, words.period[0], submission.periodText),
    ]
    writer.block("div", [.style("entries")]) { writer in
      for (place, label, text) in entries {
        let shown = "\(label)：" + VisibleText.cut(text, most: Report.longestName)
        part("span", place, [.style("entry", style(place))], shown, &writer)
      }
    }
  }

  /// Amounts have more digits than counts; the widths are the style's.
  func columns(_ writer: inout HTMLWriter) {
    writer.block("colgroup") { writer in
      writer.markup("<col class=\"number\"/><col class=\"product\"/>")
      for metric in form.metrics {
        writer.markup(metric.kind == .money ? "<col class=\"money\"/>" : "<col/>")
      }
    }
  }

  /// The columns of the spreadsheet, by which every address can be found on paper too.
  func letters(_ writer: inout HTMLWriter) {
    writer.block("tr", [.style("letters")]) { writer in
      writer.markup("<td></td>")
      for column in [table.categoryColumn] + table.columns {
        writer.element("td", text: column > 0 ? Place.letters(Int(column)) : "—")
      }
    }
  }

  // MARK: Header

  func groups(_ writer: inout HTMLWriter) {
    writer.block("tr") { writer in
      writer.markup("<td class=\"number\" rowspan=\"2\"></td>")
      writer.element(
        "th", [.init("rowspan", "2"), .init("scope", "col")], text: form.words.category[0])
      var start = 0
      while start < form.metrics.count {
        let group = form.metrics[start].group
        let width = form.metrics[start...].prefix { $0.group == group }.count
        writer.element(
          "th", [.init("colspan", String(width)), .init("scope", "colgroup")], text: group)
        start += width
      }
    }
  }

  func metrics(_ writer: inout HTMLWriter) {
    writer.block("tr", [.style("metrics")]) { writer in
      for (index, metric) in form.metrics.enumerated() {
        let place = DrawnPlace.column(index)
        let isConcerned = marked.concernedColumns.contains(index)
        let look = HTMLWriter.Attribute.style(style(place), isConcerned ? "concerned" : "")
        part("th", place, [.init("scope", "col"), look], label(metric), &writer)
      }
    }
  }

  /// With the unit on a line of its own, as printed.
  private func label(_ metric: Metric) -> String {
    metric.name + (metric.unit.map { "\n（\($0)）" } ?? "")
  }
}
