import HuizongCore

/// Beneath the table: the changed figures and explanations one by one, for those who want a list.
extension DiffSection {
  func cells(_ writer: inout HTMLWriter) {
    guard !pair.cells.isEmpty else { return }
    writer.block(
      "h3",
      text: diff.say("改动的数 \(pair.cells.count) 处", "Figures that changed: \(pair.cells.count)"))
    let labels = [
      diff.form.words.category[0], diff.say("指标", "figure"), diff.say("单元格", "cell"),
      diff.say("原来", "old"), diff.say("重报", "new"), diff.say("改动", "change"),
    ]
    DiffTable.write(labels, counts: 3, &writer) { writer in
      for change in pair.cells { cell(change, &writer) }
    }
  }

  private func cell(_ change: CellChange, _ writer: inout HTMLWriter) {
    writer.block("tr") { writer in
      writer.element("td", [.chinese], text: diff.category(change.category))
      writer.element("td", [.chinese], text: diff.metric(change.metric))
      writer.element("td") { address(change, &$0) }
      DiffTable.figures(
        diff.text(change.old, change.metric), diff.text(change.new, change.metric),
        diff.change(change.change, change.metric), wasThere: change.old != nil, &writer)
    }
  }

  /// With a link to the drawn cell.
  private func address(_ change: CellChange, _ writer: inout HTMLWriter) {
    let text = diff.addresses(change, pair)
    let part = pair.new.parts.firstIndex { $0.path == change.new?.path }
    guard drawsTable, let part else { return writer.text(text) }
    let anchor = "s\(section(part))" + DiffSection.place(change).anchor
    writer.element("a", [.link(anchor)], text: text)
  }

  func explanations(_ writer: inout HTMLWriter) {
    guard !pair.explanations.isEmpty else { return }
    writer.block("h3", text: diff.say("说明", "Explanations"))
    let labels = [
      diff.form.words.category[0], diff.say("原来", "old"), diff.say("重报", "new"),
    ]
    DiffTable.write(labels, counts: 3, &writer) { writer in
      for change in pair.explanations { explanation(change, &writer) }
    }
  }

  private func explanation(_ change: ExplanationChange, _ writer: inout HTMLWriter) {
    writer.block("tr") { writer in
      let row = change.category.map { diff.form.categories[$0].name }
      writer.element("td", text: row ?? diff.say("全表", "the table"))
      writer.element("td") { DiffTable.old(change.old, diff, &$0) }
      writer.element("td") { writer in
        if change.isLapsed {
          writer.element(
            "span", [.style("fate")],
            text: diff.say("数字改了、说明没有改，已失效", "lapsed: the figures changed and it did not"))
        } else {
          writer.element("ins", text: diff.orNone(change.new))
        }
      }
    }
  }
}
