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

  /// The pair of cells that shows it best: this month's figures, and those of the months before.
  private func proof(
    _ misplaced: MisplacedLines.Misplaced, _ first: Int, _ second: Int, _ expectation: Expectation
  ) -> Both? {
    let width = form.metrics.count
    let isRows = misplaced.lines == .rows
    func index(_ line: Int, _ across: Int) -> Int {
      isRows ? line * width + across : across * width + line
    }
    func contrast(_ across: Int) -> Double {
      let (a, b) = (index(first, across), index(second, across))
      let now = Double(expectation.now[a]) - Double(expectation.now[b])
      return now * (Double(expectation.before[b]) - Double(expectation.before[a]))
    }
    let across = isRows ? form.countMetrics : Array(form.categories.indices)
    guard let best = across.max(by: { contrast($0) < contrast($1) }), contrast(best) > 0 else {
      return nil
    }
    let (a, b) = (index(first, best), index(second, best))
    let line = isRows ? form.metrics[best].name : form.categories[best].name
    func whole(_ value: Int64) -> Int64 { max(0, value) }
    let now = (whole(expectation.now[a]), whole(expectation.now[b]))
    let before = (whole(expectation.before[a]), whole(expectation.before[b]))
    return Both(
      "如“\(line)”：本月 \(now.0) 和 \(now.1)，前 \(expectation.months.count) 个月共 \(before.0) 和 \(before.1)",
      "as in “\(line)”: \(now.0) and \(now.1) this month, \(before.0) and \(before.1) in the \(expectation.months.count) months before"
    )
  }
}
