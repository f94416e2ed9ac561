import CXLSXWriter

typealias Format = UnsafeMutablePointer<lxw_format>

/// The formats made so far, one for each style.
struct FormatPool {
  /// A format that shows by a condition is never one of a cell: the library numbers the two kinds
  /// apart and exchanges the colours of a cell's fill when it writes.
  private struct Key: Hashable {
    let style: Style
    let isConditional: Bool
  }

  private var formats: [Key: Format] = [:]
  /// The last few again: neighbouring cells look alike, and to compare costs less than to hash.
  private var recent: [(key: Key, format: Format?)] = []
  private var oldest = 0

  /// Excel's limit.
  static let limit = 64_000

  /// `nil` for a plain cell, which needs no format.
  mutating func format(
    _ style: Style, isConditional: Bool, in book: UnsafeMutablePointer<lxw_workbook>
  ) throws(WorkbookError) -> Format? {
    if style == .plain { return nil }
    let key = Key(style: style, isConditional: isConditional)
    if let known = recent.first(where: { $0.key == key }) { return known.format }
    let format = try found(key, in: book)
    remember(key, format)
    return format
  }

  private mutating func remember(_ key: Key, _ format: Format?) {
    guard recent.count == 4 else { return recent.append((key, format)) }
    recent[oldest] = (key, format)
    oldest = (oldest + 1) % recent.count
  }

  private mutating func found(
    _ key: Key, in book: UnsafeMutablePointer<lxw_workbook>
  ) throws(WorkbookError) -> Format? {
    if let known = formats[key] { return known }
    let style = key.style
    if let problem = style.problem { throw WorkbookError(problem) }
    guard formats.count < FormatPool.limit else {
      throw WorkbookError(.limit(.tooMany(.style, FormatPool.limit)))
    }
    let format = library.workbook_add_format(book)
    format.map(style.apply)
    formats[key] = format
    return format
  }
}

extension Style {
  fileprivate func apply(to format: Format) {
    apply(font, to: format)
    if let fill { library.format_set_bg_color(format, fill.code) }
    if let borders { apply(borders, to: format) }
    if horizontal != .automatic { library.format_set_align(format, horizontal.rawValue) }
    if vertical != .bottom { library.format_set_align(format, vertical.rawValue) }
    if wraps { library.format_set_text_wrap(format) }
    if shrinks { library.format_set_shrink(format) }
    if indent > 0 { library.format_set_indent(format, UInt8(indent)) }
    if !numberFormat.isEmpty { library.format_set_num_format(format, numberFormat) }
    if isUnlocked { library.format_set_unlocked(format) }
    switch rotation {
    case .none: break
    case .degrees(let angle): library.format_set_rotation(format, Int16(angle))
    case .stacked: library.format_set_rotation(format, 270)
    }
  }

  private func apply(_ font: Font, to format: Format) {
    if !font.name.isEmpty { library.format_set_font_name(format, font.name) }
    library.format_set_font_size(format, font.size)
    if let color = font.color { library.format_set_font_color(format, color.code) }
    if font.isBold { library.format_set_bold(format) }
    if font.isItalic { library.format_set_italic(format) }
    if font.isUnderlined { library.format_set_underline(format, 1) }
    if font.isStruckOut { library.format_set_font_strikeout(format) }
  }

  private func apply(_ borders: Borders, to format: Format) {
    if let line = borders.top {
      library.format_set_top(format, line.kind.rawValue)
      library.format_set_top_color(format, line.color.code)
    }
    if let line = borders.bottom {
      library.format_set_bottom(format, line.kind.rawValue)
      library.format_set_bottom_color(format, line.color.code)
    }
    if let line = borders.left {
      library.format_set_left(format, line.kind.rawValue)
      library.format_set_left_color(format, line.color.code)
    }
    if let line = borders.right {
      library.format_set_right(format, line.kind.rawValue)
      library.format_set_right_color(format, line.color.code)
    }
  }
}
