import CXLSXWriter

/// A piece of a cell's text with a font of its own.
public struct TextRun: Hashable, Sendable {
  public var text: String
  public var font: Style.Font

  public init(_ text: String, _ font: Style.Font = Style.Font()) {
    self.text = text
    self.font = font
  }
}

extension Worksheet {
  /// The library counts the pieces in 8 bits.
  private static let runLimit = 200

  /// Writes text of several fonts. Each costs a temporary file, so this is for headings and
  /// notes; one piece alone is written as plain text in its font.
  public func write(
    _ runs: [TextRun], at cell: CellAddress, _ style: Style = .plain
  ) throws(WorkbookError) {
    let runs = runs.filter { !$0.text.isEmpty }
    if runs.count > 1 { return try writeRich(runs, at: cell, style) }
    let font = runs.first?.font ?? style.font
    try write(runs.first?.text ?? "", at: cell, style.with { $0.font = font })
  }

  private func writeRich(
    _ runs: [TextRun], at cell: CellAddress, _ style: Style
  ) throws(WorkbookError) {
    let (sheet, format) = try ready(cell, style)
    try placed(CellRange(cell)) { () throws(WorkbookError) in
      try Limits.check(count: runs.count, .richText, Worksheet.runLimit)
    }
    let fonts = try fonts(of: runs, cell)
    let (row, column) = cell.library
    let code = withCStrings { strings in
      var pieces = zip(runs, fonts).map { run, font in
        lxw_rich_string_tuple(format: font, string: strings.text(fitted(run.text, cell)))
      }
      return write(&pieces) { library.worksheet_write_rich_string(sheet, row, column, $0, format) }
    }
    try check(code, cell)
  }

  private func fonts(
    of runs: [TextRun], _ cell: CellAddress
  ) throws(WorkbookError) -> [Format?] {
    var fonts: [Format?] = []
    for run in runs {
      fonts.append(try format(Style { $0.font = run.font }, CellRange(cell)))
    }
    return fonts
  }

  private func write(
    _ pieces: inout [lxw_rich_string_tuple],
    _ body: (UnsafeMutablePointer<UnsafeMutablePointer<lxw_rich_string_tuple>?>) -> lxw_error
  ) -> lxw_error {
    pieces.withUnsafeMutableBufferPointer { pieces in
      guard let base = pieces.baseAddress else { return LXW_ERROR_PARAMETER_VALIDATION }
      var pointers = pieces.indices.map { Optional(base + $0) } + [nil]
      return body(&pointers)
    }
  }
}
