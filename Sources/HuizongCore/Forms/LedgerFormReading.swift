extension LedgerForm {
  /// Reads the `ledger` of a form; nil when a fault has been noted that leaves no ledger.
  init?(_ value: TemplateValue, words form: FormWords, _ metrics: FormLabels) {
    let object = value.keys(["title", "words", "columns"], optional: ["source", "note"])
    let nodes = object.list("columns")
    let columns = nodes.map(ColumnNode.init)
    title = object.string("title")
    source = object["source"]?.string ?? ""
    words = LedgerWords(object["words"])
    self.columns = columns.map(\.column)
    labels = LedgerForm.index(columns, words, form)
    headings = LedgerForm.headings(words, form)
    opened = LedgerForm.role("opened", columns)
    bound = LedgerForm.bound(columns, metrics)
    guard let sent = LedgerForm.role("sent", columns),
      let content = LedgerForm.role("case", columns)
    else {
      value.reader.note(
        object["columns"] ?? value, "要有一列写 \"is\": \"sent\"（报送时间），一列写 \"is\": \"case\"（案例内容）",
        "one column must say \"is\": \"sent\" and one \"is\": \"case\"")
      return nil
    }
    self.sent = sent
    self.content = content
  }

  /// A column with what only the reading needs of it.
  private struct ColumnNode {
    let value: TemplateValue
    let column: Column
    let role: String?
    let bound: TemplateValue?

    init(_ value: TemplateValue) {
      let object = value.keys(["name", "kind"], optional: ["is", "atMost", "aliases", "note"])
      let kind =
        object["kind"]?.choice(
          ["date": Column.Kind.date, "text": .text, "answer": .answer], otherwise: .text) ?? .text
      self.value = value
      column = Column(name: object.string("name"), kind: kind, aliases: object.strings("aliases"))
      bound = object["atMost"]
      let role = object["is"]?.choice(
        ["sent": "sent", "opened": "opened", "case": "case"], otherwise: "")
      self.role = role
      guard let role, !role.isEmpty, let node = object["is"],
        kind != (role == "case" ? .text : .date)
      else { return }
      value.reader.note(
        node, "“\(role)”列的 kind 应为 \(role == "case" ? "text" : "date")",
        "a column that is “\(role)” must be of kind \(role == "case" ? "text" : "date")")
    }
  }

  /// The one column that has a role.
  private static func role(_ role: String, _ columns: [ColumnNode]) -> Int? {
    let found = columns.indices.filter { columns[$0].role == role }
    for index in found.dropFirst() {
      columns[index].value.reader.note(
        columns[index].value, "只能有一列的 is 写“\(role)”", "only one column can be “\(role)”")
    }
    return found.first
  }

  private static func bound(
    _ columns: [ColumnNode], _ labels: FormLabels
  ) -> (column: Int, metric: Int)? {
    for (index, node) in columns.enumerated() {
      guard let bound = node.bound else { continue }
      if node.column.kind != .answer {
        bound.reader.note(
          bound, "atMost 只能用于 answer（是/否）列", "atMost belongs to a column of kind answer")
      }
      let name = bound.string
      if let metric = labels.metrics.entry(Label.folded(name).span) { return (index, metric) }
      if !name.isEmpty {
        bound.reader.note(bound, "本表式没有指标“\(name)”", "the form has no metric “\(name)”")
      }
    }
    return nil
  }

  /// Every label of every column; notes one that would mean two things.
  private static func index(
    _ columns: [ColumnNode], _ words: LedgerWords, _ form: FormWords
  ) -> LabelIndex {
    var taken = LabelIndex()
    for label in words.unit + form.unit + form.period + form.explanation + form.ignored {
      _ = taken.insert(Label.folded(label), 0)
    }
    var labels = LabelIndex()
    for (index, node) in columns.enumerated() {
      for label in [node.column.name] + node.column.aliases {
        let folded = Label.folded(label)
        let other = labels.insert(folded, index)
        guard taken.entry(folded.span) != nil || (other != nil && other != index) else { continue }
        node.value.reader.note(
          node.value, "“\(label)”已有别的含义，一个名称只能有一个含义",
          "“\(label)” stands for something else already; a name can mean one thing only")
      }
    }
    return labels
  }

  private static func headings(_ words: LedgerWords, _ form: FormWords) -> HeadingLabels {
    var headings = HeadingLabels()
    let lists: [(FormLabels.Word, [String])] = [
      (.unit, words.unit + form.unit), (.period, form.period), (.explanation, form.explanation),
      (.note, form.notes),
    ]
    for (word, list) in lists {
      for label in list { headings.add(word, label) }
    }
    return headings
  }
}

extension LedgerWords {
  init(_ value: TemplateValue?) {
    let object = value?.keys(["yes", "no"], optional: ["unit", "none", "blank"])
    unit = object?.strings("unit") ?? []
    none = object?.strings("none") ?? []
    blank = object?.strings("blank") ?? []
    yes = object?.strings("yes") ?? []
    no = object?.strings("no") ?? []
    for (key, list) in [("yes", yes), ("no", no)] where list.isEmpty {
      guard let node = object?[key] else { continue }
      node.reader.note(node, "至少要有一项", "at least one entry is needed")
    }
    guard let value, let both = yes.first(where: no.contains) else { return }
    value.reader.note(
      value, "“\(both)”不能又是 yes 又是 no", "“\(both)” cannot mean both yes and no")
  }
}
