import CXLSXWriter

extension Worksheet {
  /// Puts a chart on the sheet, its upper left corner in a cell. What it draws may come later.
  public func insert(_ chart: Chart, at cell: CellAddress) throws(WorkbookError) {
    let (sheet, _) = try ready(cell, .plain)
    let place = WorkbookError.Place(name, CellRange(cell))
    try placed(CellRange(cell)) { () throws(WorkbookError) in try chart.check() }
    let kind = UInt8(chart.kind.library.rawValue)
    guard let made = workbook_add_chart(try workbook.open(), kind) else {
      throw error(.refused, CellRange(cell))
    }
    let ranges = chart.build(made)
    let (row, column) = cell.library
    let code = withCStrings { strings in
      var options = chart.options(strings)
      return worksheet_insert_chart_opt(sheet, row, column, made, &options)
    }
    try check(code, cell)
    workbook.add(PlacedChart(place: place, ranges: ranges))
  }
}

extension Chart {
  /// Sets up the library's chart, and returns the ranges it draws.
  fileprivate func build(_ chart: UnsafeMutablePointer<lxw_chart>) -> [ChartRange] {
    let ranges = series.flatMap { $0.add(to: chart, kind: kind) }
    setTitle(chart)
    setLegend(chart)
    if let gap { chart_set_series_gap(chart, UInt16(gap)) }
    if kind.isStacked { chart_set_series_overlap(chart, 100) }
    if kind.hasAxes {
      // The library names the axes of a bar chart by where they are drawn.
      let (x, y) = (chart.pointee.x_axis, chart.pointee.y_axis)
      guard let category = kind.isBar ? y : x, let value = kind.isBar ? x : y else { return ranges }
      categoryAxis.apply(to: category, isValue: false)
      valueAxis.apply(to: value, isValue: true)
    }
    return ranges
  }

  private func setTitle(_ chart: UnsafeMutablePointer<lxw_chart>) {
    guard !title.isEmpty else { return chart_title_off(chart) }
    chart_title_set_name(chart, Chart.literal(title))
    withFont(titleFont) { chart_title_set_name_font(chart, $0) }
  }

  private func setLegend(_ chart: UnsafeMutablePointer<lxw_chart>) {
    chart_legend_set_position(chart, UInt8(legend.library.rawValue))
    withFont(legendFont) { chart_legend_set_font(chart, $0) }
  }

  fileprivate func options(_ strings: CStrings) -> lxw_chart_options {
    var options = lxw_chart_options()
    // The library knows a chart's size only as a multiple of its own.
    options.x_scale = Double(width) / 480
    options.y_scale = Double(height) / 288
    options.description = strings.line(description)
    return options
  }

  /// A text that begins with `=` would be taken for a reference; a space in front keeps it a text.
  static func literal(_ text: String) -> String {
    let line = CleanText.line(text)
    return line.hasPrefix("=") ? " " + line : line
  }
}

extension Chart.Axis {
  fileprivate func apply(to axis: UnsafeMutablePointer<lxw_chart_axis>, isValue: Bool) {
    if !name.isEmpty { chart_axis_set_name(axis, Chart.literal(name)) }
    withFont(nameFont) { chart_axis_set_name_font(axis, $0) }
    withFont(labelFont, angle: labelAngle) { chart_axis_set_num_font(axis, $0) }
    if !numberFormat.isEmpty { chart_axis_set_num_format(axis, numberFormat) }
    if let hasGridlines { setGridlines(axis, hasGridlines) }
    if isReversed { chart_axis_set_reverse(axis) }
    if isHidden { chart_axis_off(axis) }
    guard isValue else { return }
    if let minimum { chart_axis_set_min(axis, minimum) }
    if let maximum { chart_axis_set_max(axis, maximum) }
  }

  /// Light grey, as Excel draws them; without a colour other programs take black.
  private func setGridlines(_ axis: UnsafeMutablePointer<lxw_chart_axis>, _ isVisible: Bool) {
    chart_axis_major_gridlines_set_visible(axis, isVisible ? 1 : 0)
    guard isVisible else { return }
    var line = lxw_chart_line()
    line.color = Color(0xD9D9D9).code
    line.width = 0.75
    chart_axis_major_gridlines_set_line(axis, &line)
  }
}

/// Lends the library a font for one call; it copies it.
func withFont(
  _ font: Style.Font, angle: Int = 0, _ body: (UnsafeMutablePointer<lxw_chart_font>) -> Void
) {
  withCStrings { strings in
    var copy = lxw_chart_font()
    copy.name = strings.optional(font.name)
    copy.size = font.size
    copy.bold = font.isBold ? 1 : 0
    copy.italic = font.isItalic ? 1 : 0
    copy.underline = font.isUnderlined ? 1 : 0
    copy.rotation = Int32(angle)
    copy.color = font.color?.code ?? 0
    body(&copy)
  }
}

extension Chart.Kind {
  var hasAxes: Bool { self != .pie && self != .doughnut }

  fileprivate var isBar: Bool {
    switch self {
    case .bar, .barStacked, .barStackedPercent: true
    default: false
    }
  }

  fileprivate var isStacked: Bool {
    switch self {
    case .columnStacked, .columnStackedPercent, .barStacked, .barStackedPercent: true
    default: false
    }
  }

  fileprivate var library: lxw_chart_type {
    switch self {
    case .column: LXW_CHART_COLUMN
    case .columnStacked: LXW_CHART_COLUMN_STACKED
    case .columnStackedPercent: LXW_CHART_COLUMN_STACKED_PERCENT
    case .bar: LXW_CHART_BAR
    case .barStacked: LXW_CHART_BAR_STACKED
    case .barStackedPercent: LXW_CHART_BAR_STACKED_PERCENT
    case .line: LXW_CHART_LINE
    case .area: LXW_CHART_AREA
    case .areaStacked: LXW_CHART_AREA_STACKED
    case .pie: LXW_CHART_PIE
    case .doughnut: LXW_CHART_DOUGHNUT
    }
  }
}

extension Chart.Legend {
  fileprivate var library: lxw_chart_legend_position {
    switch self {
    case .none: LXW_CHART_LEGEND_NONE
    case .right: LXW_CHART_LEGEND_RIGHT
    case .left: LXW_CHART_LEGEND_LEFT
    case .top: LXW_CHART_LEGEND_TOP
    case .bottom: LXW_CHART_LEGEND_BOTTOM
    }
  }
}
