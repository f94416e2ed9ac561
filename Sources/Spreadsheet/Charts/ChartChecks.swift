extension Chart {
  /// Excel's limit for a series; the library's count of points ends at 65,535.
  private static let pointLimit = 32_000

  func check() throws(WorkbookError) {
    guard !series.isEmpty else { throw WorkbookError(.cell(.noSeries)) }
    try checkTexts()
    try checkFonts()
    for number in [gap.map(Double.init)].compactMap({ $0 }) {
      try Limits.check(number, .chart, 0, 500)
    }
    for size in [width, height] { try Limits.check(Double(size), .chart, 1, 10_000) }
    for axis in [categoryAxis, valueAxis] { try axis.check() }
    for series in series { try series.check() }
  }

  private func checkTexts() throws(WorkbookError) {
    for text in [title, description, categoryAxis.name, valueAxis.name] {
      try Limits.check(text, .chartText, Limits.shortText)
    }
  }

  private func checkFonts() throws(WorkbookError) {
    for font in [titleFont, legendFont] + series.compactMap(\.labels?.font) {
      if let problem = font.problem { throw WorkbookError(problem) }
    }
  }

  fileprivate static func check(_ range: SheetRange) throws(WorkbookError) {
    let cells = range.range
    guard cells.isOnSheet else { throw WorkbookError(.cell(.outsideSheet)) }
    guard cells.rows.count == 1 || cells.columns.count == 1 else {
      throw WorkbookError(.cell(.notALine(cells)))
    }
    let count = cells.rows.count * cells.columns.count
    try Limits.check(count: count, .chartRange, pointLimit)
  }

  static func check(numberFormat: String) throws(WorkbookError) {
    let style = Style { $0.numberFormat = numberFormat }
    if let problem = style.problem { throw WorkbookError(problem) }
  }
}

extension Chart.Series {
  fileprivate func check() throws(WorkbookError) {
    try Chart.check(values)
    if let categories { try Chart.check(categories) }
    switch name {
    case .text(let text): try Limits.check(text, .chartText, Limits.shortText)
    case .cell(let cell): try Chart.check(cell)
    }
    try Limits.check(lineWidth, .chart, 0, 1_584)
    try Chart.check(numberFormat: labels?.numberFormat ?? "")
  }
}

extension Chart.Axis {
  fileprivate func check() throws(WorkbookError) {
    for font in [nameFont, labelFont] {
      if let problem = font.problem { throw WorkbookError(problem) }
    }
    try Limits.check(Double(labelAngle), .rotation, -90, 90)
    try Chart.check(numberFormat: numberFormat)
    for bound in [minimum, maximum].compactMap({ $0 }) where !bound.isFinite {
      throw WorkbookError(.limit(.notANumber(.chart)))
    }
  }
}
