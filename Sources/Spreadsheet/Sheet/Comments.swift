import CXLSXWriter

/// A note on a cell, which shows when the pointer is over it.
public struct Comment: Hashable, Sendable {
  public var text: String
  public var author = ""
  /// Whether it shows all the time.
  public var isVisible = false
  /// In pixels of the screen; nothing grows to fit the text.
  public var width = 160
  public var height = 80
  public var font = Style.Font("Tahoma", size: 9)
  public var color: Color?

  public init(_ text: String, author: String = "") {
    self.text = text
    self.author = author
  }

  public init(_ text: String, _ change: (inout Comment) -> Void) {
    self.text = text
    change(&self)
  }
}

extension Worksheet {
  /// Puts a note on a cell; a second one takes the place of the first.
  public func comment(_ comment: Comment, at cell: CellAddress) throws(WorkbookError) {
    let (sheet, _) = try ready(cell, .plain)
    try placed(CellRange(cell)) { () throws(WorkbookError) in try comment.check() }
    let text = fitted(comment.text, cell)
    let (row, column) = cell.library
    let code = withCStrings { strings in
      var options = comment.options(strings)
      return library.worksheet_write_comment_opt(sheet, row, column, text, &options)
    }
    try check(code, cell)
  }
}

extension Comment {
  /// The library keeps a comment's font in 32 bytes, the last of them a zero.
  private static let fontBytes = 31

  fileprivate func check() throws(WorkbookError) {
    try Limits.check(author, .author, Limits.shortText)
    if let problem = font.problem { throw WorkbookError(problem) }
    let count = font.name.utf8.count
    guard count > Comment.fontBytes else { return }
    throw WorkbookError(.limit(.tooLong(.fontName, count, Comment.fontBytes, .bytes)))
  }

  fileprivate func options(_ strings: CStrings) -> lxw_comment_options {
    var options = lxw_comment_options()
    let display = isVisible ? LXW_COMMENT_DISPLAY_VISIBLE : LXW_COMMENT_DISPLAY_HIDDEN
    options.visible = UInt8(display.rawValue)
    options.author = strings.optional(CleanText.escapedLine(author))
    options.width = UInt16(clamping: width)
    options.height = UInt16(clamping: height)
    options.font_name = strings.optional(font.name)
    options.font_size = font.size
    options.color = color?.code ?? 0
    return options
  }
}
