/// What a header's label can mean.
enum HeaderLabel {
  /// The metrics that a folded label may name: one, or several that only the group tells apart.
  static func metrics(_ label: [UInt8], _ form: Form) -> [Int]? {
    if let metric = form.labels.metrics.entry(label.span) { return [metric] }
    return form.labels.ambiguousMetrics.entry(label.span).map { form.labels.metricsOfAmbiguous[$0] }
  }

  /// A metric with a unit behind it that is not the column's: `罚没金额（元）`.
  static func metricInOtherUnit(_ label: [UInt8], _ form: Form) -> (metric: Int, unit: String)? {
    let units = UnitWords(form).known.map { ($0, Label.folded($0)) }
      .sorted { ($0.1.count, $0.0) > ($1.1.count, $1.0) }
    for (unit, folded) in units
    where label.count > folded.count && label.suffix(folded.count) == folded[...] {
      let name = Array(label.dropLast(folded.count))
      if let metric = form.labels.metrics.entry(name.span) { return (metric, unit) }
    }
    return nil
  }
}

/// Turns a header, with the row above it, into columns.
struct HeaderReader {
  let form: Form
  let cells: CellReader

  func read(
    _ text: Span<UInt8>, _ rows: RecordScanner, above: Record, _ record: Record, _ heading: Heading
  ) -> Layout {
    let header = Place(line: record.line, row: record.row, column: 0)
    var draft = HeaderDraft(header: header, metrics: form.metrics.count)
    let groups = groups(text, above, record.fields.count)
    for (index, field) in record.fields.enumerated() {
      let above = index < above.fields.count ? above.fields[index] : nil
      let isFromAbove = cells.isBlank(text, field)
      let shown = isFromAbove ? above ?? field : field
      let place = Place(line: shown.line, row: record.row, column: index + 1)
      let column = column(text, shown, isFromAbove, groups[index], place, &draft)
      draft.kinds.append(column)
      if isFromAbove, column != .blank { draft.usesRowAbove = true }
    }
    reportMissing(&draft)
    if !draft.kinds.contains(.category) { draft.kinds[categoryColumn(draft)] = .category }
    let columns = Columns(
      separator: rows.separator, kinds: draft.kinds, metrics: draft.metrics,
      useRowAbove: draft.usesRowAbove, form: form)
    return Layout(
      columns: columns, rows: rows, header: header, heading: heading, findings: draft.findings)
  }

  /// The group above each column: a merged cell has its text in its first column only.
  private func groups(_ text: Span<UInt8>, _ above: Record, _ count: Int) -> [[UInt8]] {
    var groups: [[UInt8]] = []
    var group: [UInt8] = []
    for index in 0..<count {
      if index < above.fields.count {
        let label = cells.label(text, above.fields[index])
        if !label.isEmpty { group = label }
      }
      groups.append(group)
    }
    return groups
  }

  private func column(
    _ text: Span<UInt8>, _ field: Field, _ isFromAbove: Bool, _ group: [UInt8], _ place: Place,
    _ draft: inout HeaderDraft
  ) -> Column {
    let label = cells.label(text, field)
    if label.isEmpty { return .blank }
    if let word = form.labels.word(label.span) {
      // 填表单位 above a blank cell is the heading, not the label of a column.
      let isHeading = isFromAbove && (word == .unit || word == .period)
      return isHeading ? .blank : column(word)
    }
    if let metrics = HeaderLabel.metrics(label, form) {
      return self.column(metrics, text, field, group, place, &draft)
    }
    // Above a blank cell there may be a group, a title or a heading: none of them is a column.
    if isFromAbove { return .blank }
    return unknown(label, text, field, place, &draft)
  }

  private func column(_ word: FormLabels.Word) -> Column {
    switch word {
    case .unit: .unit
    case .period: .period
    case .category: .category
    case .explanation: .explanation
    case .note, .ignored, .revision, .moneyUnit: .ignored
    case .total: .unknown
    }
  }

  private func column(
    _ candidates: [Int], _ text: Span<UInt8>, _ field: Field, _ group: [UInt8], _ place: Place,
    _ draft: inout HeaderDraft
  ) -> Column {
    if candidates.count > 1 { draft.usesRowAbove = true }
    let inGroup =
      candidates.count == 1
      ? candidates : candidates.filter { Label.folded(form.metrics[$0].group) == group }
    guard let metric = inGroup.count == 1 ? inGroup[0] : nil else {
      let names = candidates.map { form.metrics[$0].label }
      draft.findings.append(
        Finding(
          .ambiguousMetric, at: place, Fact(.found, shown(text, field)), Fact("candidates", names)))
      return .unknown
    }
    if let first = draft.metrics[metric] {
      draft.findings.append(
        Finding(
          .repeatedMetric, at: place, metric: metric, Fact(.found, shown(text, field)),
          Fact("metric", form.metrics[metric].label), Fact("first", Place.letters(first + 1)),
          Fact("second", Place.letters(place.column))))
      return .unknown
    }
    draft.metrics[metric] = place.column - 1
    return .metric(metric)
  }

  private func unknown(
    _ label: [UInt8], _ text: Span<UInt8>, _ field: Field, _ place: Place,
    _ draft: inout HeaderDraft
  ) -> Column {
    let found = Fact(.found, shown(text, field))
    if cells.isDamaged(text, field) {
      draft.findings.append(Finding(.damagedCell, at: place, found))
      return .unknown
    }
    if let other = HeaderLabel.metricInOtherUnit(label, form) {
      let metric = form.metrics[other.metric]
      draft.findings.append(
        Finding(
          .headerUnitDiffers, at: place, metric: other.metric, found, Fact("word", other.unit),
          Fact("metric", metric.name), Fact("unit", metric.unit ?? "—")))
      return .unknown
    }
    var facts = [found]
    let names = form.metrics.map(\.name)
    let near = Spelling.suggestions(for: shown(text, field), among: names, most: 2)
    if !near.isEmpty { facts.append(Fact(.suggestion, near)) }
    draft.findings.append(Finding(.unknownColumn, at: place, facts: facts))
    return .unknown
  }

  private func reportMissing(_ draft: inout HeaderDraft) {
    let misspelled = misspelledMetrics(draft.findings)
    for (index, column) in draft.metrics.enumerated()
    where column == nil && !misspelled.contains(index) {
      draft.findings.append(
        Finding(
          .missingMetric, at: draft.header, metric: index,
          Fact("metric", form.metrics[index].label), Fact("group", form.metrics[index].group)))
    }
  }

  /// A metric whose column is there under a wrong or unclear name is not missing as well: one fault,
  /// one finding.
  private func misspelledMetrics(_ findings: [Finding]) -> Set<Int> {
    var metrics: Set<Int> = []
    for finding in findings {
      if finding.code == .unknownColumn, case .list(let names) = finding.fact(.suggestion) {
        metrics.formUnion(form.metrics.indices.filter { form.metrics[$0].name == names.first })
      }
      if finding.code == .headerUnitDiffers, let metric = finding.metric { metrics.insert(metric) }
      if finding.code == .ambiguousMetric, case .list(let labels) = finding.fact("candidates") {
        metrics.formUnion(form.metrics.indices.filter { labels.contains(form.metrics[$0].label) })
      }
    }
    return metrics
  }

  /// Without a label, the category stands left of the first metric.
  private func categoryColumn(_ draft: HeaderDraft) -> Int {
    let firstMetric = draft.metrics.compactMap { $0 }.min() ?? 1
    return max(0, firstMetric - 1)
  }

  private func shown(_ text: Span<UInt8>, _ field: Field) -> String {
    CellText.shown(cells.words(text, field))
  }
}

/// A header being read.
struct HeaderDraft {
  let header: Place
  var kinds: [Column] = []
  var metrics: [Int?]
  var findings: [Finding] = []
  var usesRowAbove = false

  init(header: Place, metrics count: Int) {
    self.header = header
    metrics = Array(repeating: nil, count: count)
  }
}
