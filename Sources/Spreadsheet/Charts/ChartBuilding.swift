import CXLSXWriter

extension Worksheet {
  /// Puts a chart on the sheet, its upper left corner in a cell. What it draws may come later.
  public func insert(_ chart: Chart, at cell: CellAddress) throws(WorkbookError) {
    let (sheet, _) = try ready(cell, .plain)
    let place = WorkbookError.Place(name, CellRange(cell))
    try placed(CellRange(cell)) { () throws(WorkbookError) in try chart.check() }
    let kind = UInt8(chart.kind.library.rawValue)
    guard let made = library.workbook_add_chart(try workbook.open(), kind) else {
      throw error(.refused, CellRange(cell))
    }
    let ranges = chart.build(made)
    let (row, column) = cell.library
    let code = withCStrings { strings in
      var options = chart.options(strings)
      return library.worksheet_insert_chart_opt(sheet, row, column, made, &options)
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
    if let gap { library.chart_set_series_gap(chart, UInt16(gap)) }
    if kind.isStacked { library.chart_set_series_overlap(chart, 100) }
    if kind.hasAxes { setAxes(chart) }
    return ranges
  }

  /// The library's x axis is the one that lies down: that of the values in a bar chart.
  private func setAxes(_ chart: UnsafeMutablePointer<lxw_chart>) {
    let (x, y) = (chart.pointee.x_axis, chart.pointee.y_axis)
    guard let category = kind.isBar ? y : x, let value = kind.isBar ? x : y else { return }
    categoryAxis.apply(to: category, isValue: false)
    valueAxis.apply(to: value, isValue: true)
  }

  private func setTitle(_ chart: UnsafeMutablePointer<lxw_chart>) {
    guard !title.isEmpty else { return library.chart_title_off(chart) }
    library.chart_title_set_name(chart, Chart.literal(title))
    withFont(titleFont) { library.chart_title_set_name_font(chart, $0) }
  }

  private func setLegend(_ chart: UnsafeMutablePointer<lxw_chart>) {
    library.chart_legend_set_position(chart, UInt8(legend.library.rawValue))
    withFont(legendFont) { library.chart_legend_set_font(chart, $0) }
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
    if !name.isEmpty { library.chart_axis_set_name(axis, Chart.literal(name)) }
    withFont(nameFont) { library.chart_axis_set_name_font(axis, $0) }
    withFont(labelFont, angle: labelAngle) { library.chart_axis_set_num_font(axis, $0) }
    if !numberFormat.isEmpty { library.chart_axis_set_num_format(axis, numberFormat) }
    setGridlines(axis, hasGridlines ?? isValue)
    if isReversed { library.chart_axis_set_reverse(axis) }
    if isHidden { library.chart_axis_off(axis) }
    guard isValue else { return }
    if let minimum { library.chart_axis_set_min(axis, minimum) }
    if let maximum { library.chart_axis_set_max(axis, maximum) }
  }

  /// Light, so that the figures stand out; the library's own are black.
  private func setGridlines(_ axis: UnsafeMutablePointer<lxw_chart_axis>, _ areVisible: Bool) {
    library.chart_axis_major_gridlines_set_visible(axis, areVisible ? 1 : 0)
    guard areVisible else { return }
    var line = lxw_chart_line()
    (line.color, line.width) = (0xD9D9D9, 0.75)
    library.chart_axis_major_gridlines_set_line(axis, &line)
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
