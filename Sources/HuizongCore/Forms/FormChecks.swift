/// What must hold between the parts of a form: no label may mean two things.
struct FormChecks {
  let object: TemplateObject
  let reader: TemplateReader

  /// Every label of the form; notes the ones that would mean two things.
  func index(_ categories: [Category], _ metrics: [Metric], _ words: FormWords) -> FormLabels {
    requireSome("categories", categories.count)
    requireSome("metrics", metrics.count)
    var builder = FormLabelsBuilder()
    index(categories, &builder)
    index(metrics, &builder)
    indexWords(&builder)
    builder.addHeadings(words)
    return builder.labels
  }

  /// More than any printed form has; places in a file are kept with a few bytes.
  private static let mostRowsOrColumns = 500

  private func requireSome(_ key: String, _ count: Int) {
    guard let value = object[key] else { return }
    if count == 0 { reader.note(value, "至少要有一项", "at least one entry is needed") }
    guard count > FormChecks.mostRowsOrColumns else { return }
    reader.note(
      value, "最多 \(FormChecks.mostRowsOrColumns) 项，却有 \(count) 项",
      "at most \(FormChecks.mostRowsOrColumns) entries, found \(count)")
  }

  private func index(_ categories: [Category], _ builder: inout FormLabelsBuilder) {
    for (index, node) in object.list("categories").enumerated() {
      let category = categories[index]
      let covered = category.covers.isEmpty ? [] : [category.name + category.covers.joined()]
      for label in [category.name] + category.aliases + covered {
        report(node, label, builder.add(category: index, label).map { categories[$0].name })
      }
    }
  }

  private func index(_ metrics: [Metric], _ builder: inout FormLabelsBuilder) {
    for (index, node) in object.list("metrics").enumerated() {
      let metric = metrics[index]
      builder.add(metric: index, metric)
      let twin = metrics[..<index].first {
        $0.group == metric.group && Label.folded($0.name) == Label.folded(metric.name)
      }
      report(node, metric.name, twin.map { "\($0.group)·\($0.name)" })
    }
    builder.finish(metrics: metrics)
  }

  private func indexWords(_ builder: inout FormLabelsBuilder) {
    guard let words = object["words"] else { return }
    for (key, value) in words.members {
      guard let word = FormChecks.words[key] else { continue }
      for text in value.strings {
        let other = builder.add(word: word, text)
        report(
          value, text, other.flatMap { word in FormChecks.words.first { $0.value == word }?.key })
        let label = Label.folded(text)
        report(value, text, builder.labels.categories.entry(label.span).map { _ in "categories" })
        report(value, text, builder.labels.metrics.entry(label.span).map { _ in "metrics" })
      }
    }
  }

  /// Not `zero`: those are values, not labels.
  private static let words: [String: FormLabels.Word] = [
    "unit": .unit, "period": .period, "category": .category, "explanation": .explanation,
    "revision": .revision, "total": .total, "notes": .note, "ignored": .ignored,
  ]

  private func report(_ node: TemplateValue, _ label: String, _ other: String?) {
    // That it is empty, or no text at all, has been said.
    if label.isEmpty { return }
    if Label.firstLetter(label.utf8.span) == nil {
      reader.note(node, "“\(label)”没有可辨认的字", "“\(label)” has no letter or digit")
    }
    guard let other else { return }
    reader.note(
      node, "“\(label)”已用于“\(other)”，一个名称只能有一个含义",
      "“\(label)” already stands for “\(other)”; a name can mean one thing only")
  }
}
