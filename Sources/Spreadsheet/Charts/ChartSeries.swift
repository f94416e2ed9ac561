import CXLSXWriter
import Glibc

extension Chart.Series {
  /// Adds the series, and returns the ranges it draws.
  func add(to chart: UnsafeMutablePointer<lxw_chart>, kind: Chart.Kind) -> [ChartRange] {
    guard let made = library.chart_add_series(chart, nil, nil) else { return [] }
    var ranges = [ChartRange(values, made.pointee.values)]
    if let categories { ranges.append(ChartRange(categories, made.pointee.categories)) }
    switch name {
    case .text(let text): library.chart_series_set_name(made, Chart.literal(text))
    case .cell(let cell): ranges.append(ChartRange(cell, made.pointee.title.range))
    }
    setColor(made, kind)
    setPoints(made)
    if let labels { labels.apply(to: made, kind) }
    return ranges
  }

  private func setColor(_ series: UnsafeMutablePointer<lxw_chart_series>, _ kind: Chart.Kind) {
    if kind == .line { return setLine(series) }
    guard let color else { return }
    var fill = lxw_chart_fill()
    fill.color = color.code
    library.chart_series_set_fill(series, &fill)
  }

  private func setLine(_ series: UnsafeMutablePointer<lxw_chart_series>) {
    var line = lxw_chart_line()
    line.color = color?.code ?? 0
    line.width = Float(lineWidth)
    library.chart_series_set_line(series, &line)
    guard hasMarkers else { return }
    library.chart_series_set_marker_type(series, UInt8(LXW_CHART_MARKER_CIRCLE.rawValue))
    library.chart_series_set_marker_size(series, 5)
    guard let color else { return }
    var fill = lxw_chart_fill()
    fill.color = color.code
    library.chart_series_set_marker_fill(series, &fill)
    library.chart_series_set_marker_line(series, &line)
  }

  private func setPoints(_ series: UnsafeMutablePointer<lxw_chart_series>) {
    var fills = pointColors.map { lxw_chart_fill(color: $0.code, none: 0, transparency: 0) }
    fills.withUnsafeMutableBufferPointer { fills in
      guard let base = fills.baseAddress, !fills.isEmpty else { return }
      var points = fills.indices.map { lxw_chart_point(line: nil, fill: base + $0, pattern: nil) }
      points.withUnsafeMutableBufferPointer { points in
        guard let base = points.baseAddress else { return }
        var pointers = points.indices.map { Optional(base + $0) } + [nil]
        _ = library.chart_series_set_points(series, &pointers)
      }
    }
  }
}

extension Chart.Labels {
  fileprivate func apply(
    to series: UnsafeMutablePointer<lxw_chart_series>, _ kind: Chart.Kind
  ) {
    library.chart_series_set_labels(series)
    library.chart_series_set_labels_options(series, 0, showsCategory ? 1 : 0, showsValue ? 1 : 0)
    if showsPercent { library.chart_series_set_labels_percentage(series) }
    if !numberFormat.isEmpty { library.chart_series_set_labels_num_format(series, numberFormat) }
    withFont(font) { library.chart_series_set_labels_font(series, $0) }
    // Beside its point a label would lie on the line. Excel repairs a chart with a place that its
    // kind does not know, so all others keep the usual one.
    guard kind == .line else { return }
    library.chart_series_set_labels_position(series, UInt8(LXW_CHART_LABEL_POSITION_ABOVE.rawValue))
  }
}
