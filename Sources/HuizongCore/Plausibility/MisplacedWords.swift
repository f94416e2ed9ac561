/// P07 in words: which lines, and the figures that show it.
extension TableComparison {
  func lines(
    _ misplaced: MisplacedLines.Misplaced, _ expectation: Expectation
  ) -> (Submission) -> Finding {
    { submission in
      let isRows = misplaced.lines == .rows
      let (first, second) = ends(misplaced.move)
      let place =
        isRows
        ? submission.table.place(row: first)
        : Place(
          line: submission.table.headerPlace.line, row: submission.table.headerPlace.row,
          column: Int(submission.table.columns[first]))
      var facts = [Fact("what", what(misplaced))]
      if let proof = proof(misplaced, first, second, expectation) {
        facts.append(Fact("proof", proof))
      }
      return Finding(
        .misplacedLines, at: place, category: isRows ? first : nil, metric: isRows ? nil : first,
        facts: facts)
    }
  }

  private func ends(_ move: MisplacedLines.Move) -> (Int, Int) {
    switch move {
    case .exchanged(let first, let second): (first, second)
    case .moved(let range, let step): (range.lowerBound, range.lowerBound + step)
    }
  }

  private func name(_ line: Int, _ lines: MisplacedLines.Lines) -> String {
    lines == .rows ? form.categories[line].name : form.metrics[line].name
  }

  private func what(_ misplaced: MisplacedLines.Misplaced) -> Both {
    let kind = misplaced.lines == .rows ? Both("行", "rows") : Both("列", "columns")
    switch misplaced.move {
    case .exchanged(let first, let second):
      let (a, b) = (name(first, misplaced.lines), name(second, misplaced.lines))
      return Both(
        "“\(a)”与“\(b)”两\(kind.chinese)的数像是互换了",
        "the figures of the \(kind.english) “\(a)” and “\(b)” look exchanged")
    case .moved(let range, let step):
      let (a, b) = (
        name(range.lowerBound, misplaced.lines), name(range.upperBound, misplaced.lines)
      )
      let (way, english) = way(misplaced.lines, step)
      return Both(
        "从“\(a)”到“\(b)”的 \(range.count) \(kind.chinese)数像是整体\(way)了一\(kind.chinese)",
        "the figures of the \(range.count) \(kind.english) from “\(a)” to “\(b)” look moved \(english) by one"
      )
    }
  }

  /// Where the figures went; they belong the other way.
  private func way(_ lines: MisplacedLines.Lines, _ step: Int) -> (String, String) {
    switch (lines, step < 0) {
    case (.rows, true): ("下移", "down")
    case (.rows, false): ("上移", "up")
    case (.columns, true): ("右移", "right")
    case (.columns, false): ("左移", "left")
    }
  }

  /// What shows it best: two whole columns, or a pair of cells; this month's figures, and those of the
  /// months before.
  private func proof(
    _ misplaced: MisplacedLines.Misplaced, _ first: Int, _ second: Int, _ expectation: Expectation
  ) -> Both? {
    let (rows, columns) = (Array(form.categories.indices), form.metrics.indices)
    if misplaced.lines == .rows {
      let pairs = form.countMetrics.map { metric in
        Proof(expectation, form, form.metrics[metric].name, [first], [second], metric, metric)
      }
      return pairs.max { $0.contrast < $1.contrast }?.words(expectation.months.count)
    }
    guard columns.contains(second) else { return nil }
    let whole = Proof(
      expectation, form, form.words.total[0], rows, rows, first, second)
    if let words = whole.words(expectation.months.count) { return words }
    let pairs = rows.map { row in
      Proof(expectation, form, form.categories[row].name, [row], [row], first, second)
    }
    return pairs.max { $0.contrast < $1.contrast }?.words(expectation.months.count)
  }
}

/// Two figures of this month beside those of the months before.
private struct Proof {
  private let name: String
  private let now: (Exact, Exact)
  private let before: (Exact, Exact)
  /// Above nothing where the larger of the two was the smaller before.
  let contrast: Double

  init(
    _ expectation: Expectation, _ form: Form, _ name: String, _ firstRows: [Int],
    _ secondRows: [Int], _ firstMetric: Int, _ secondMetric: Int
  ) {
    func sum(_ cells: [Int64], _ rows: [Int], _ metric: Int) -> Exact {
      let steps = rows.reduce(Int128(0)) {
        $0 + Int128(max(0, cells[$1 * form.metrics.count + metric]))
      }
      return Exact(steps, decimals: form.metrics[metric].decimals)
    }
    func pair(_ cells: [Int64]) -> (Exact, Exact) {
      (sum(cells, firstRows, firstMetric), sum(cells, secondRows, secondMetric))
    }
    self.name = name
    (now, before) = (pair(expectation.now), pair(expectation.before))
    contrast = (now.0 - now.1).approximate * (before.1 - before.0).approximate
  }

  func words(_ months: Int) -> Both? {
    guard contrast > 0 else { return nil }
    return Both(
      "如“\(name)”：本月 \(now.0) 和 \(now.1)，前 \(months) 个月共 \(before.0) 和 \(before.1)",
      "as in “\(name)”: \(now.0) and \(now.1) this month, \(before.0) and \(before.1) in the \(months) months before"
    )
  }
}
