import HuizongCore

/// The plain tables of a page about a resubmission.
enum DiffTable {
  /// With the labels of its columns; those from `counts` on hold numbers.
  static func write(
    _ labels: [String], counts: Int, _ writer: inout HTMLWriter,
    _ rows: (inout HTMLWriter) -> Void
  ) {
    writer.block("table", [.style("changes")]) { writer in
      writer.block("thead") { writer in
        writer.block("tr") { writer in
          for (index, label) in labels.enumerated() {
            writer.element(
              "th", [.init("scope", "col"), .style(index >= counts ? "count" : "")], text: label)
          }
        }
      }
      writer.block("tbody") { writer in
        writer.markup("\n")
        rows(&writer)
      }
    }
  }

  /// What is no more, struck through; that there was nothing is not.
  static func old(_ text: String?, _ diff: DiffReport, _ writer: inout HTMLWriter) {
    if let text {
      writer.element("del", text: text)
    } else {
      writer.element("span", [.style("help")], text: diff.orNone(nil))
    }
  }

  /// Old, new and change, as the last three cells of a row; `wasThere` says whether there is
  /// anything to strike through.
  static func figures(
    _ old: String, _ new: String, _ change: String?, wasThere: Bool, _ writer: inout HTMLWriter
  ) {
    writer.element("td", [.style("count")]) { $0.element(wasThere ? "del" : "span", text: old) }
    writer.element("td", [.style("count")]) { $0.element("ins", text: new) }
    writer.element("td", [.style("count")], text: change ?? "")
  }
}

/// What a resubmission does to the city's figures, with what is in them and what is not.
struct DiffCityTable {
  let diff: DiffReport

  func render(_ effect: CityEffect, _ writer: inout HTMLWriter) {
    let text = DiffCityText(diff: diff)
    writer.block("article", [.style("bare")]) { writer in
      writer.block("h2", text: text.title(effect))
      for note in text.notes(effect) { writer.block("p", [.style("advice")], text: note) }
      if !effect.figures.isEmpty { figures(effect, &writer) }
    }
  }

  private func figures(_ effect: CityEffect, _ writer: inout HTMLWriter) {
    let labels = [
      diff.form.words.category[0], diff.say("指标", "figure"),
      diff.say("含原来的表", "with the old table"), diff.say("含重报的表", "with the new table"),
      diff.say("改动", "change"),
    ]
    DiffTable.write(labels, counts: 2, &writer) { writer in
      for figure in effect.figures {
        writer.block("tr") { writer in
          writer.element("td", [.chinese], text: diff.category(figure.category))
          writer.element("td", [.chinese], text: diff.metric(figure.metric))
          DiffTable.figures(
            diff.figure(figure.old, figure.metric), diff.figure(figure.new, figure.metric),
            diff.change(figure.change, figure.metric), wasThere: figure.old != nil, &writer)
        }
      }
    }
  }
}
