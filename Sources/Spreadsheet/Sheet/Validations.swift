import CXLSXWriter

/// Choices that a cell offers, and refuses anything else.
public struct Validation: Hashable, Sendable {
  public enum Choices: Hashable, Sendable {
    /// Written into the rule itself, at most 255 bytes together: about 80 Chinese characters.
    case list([String])
    /// As long as it needs to be.
    case cells(SheetRange)
  }

  public var choices: Choices
  /// Shown while the cell is selected.
  public var prompt: Message?
  /// Shown when something else is entered.
  public var refusal: Message?

  public init(_ choices: Choices, prompt: Message? = nil, refusal: Message? = nil) {
    self.choices = choices
    self.prompt = prompt
    self.refusal = refusal
  }

  public struct Message: Hashable, Sendable {
    public var title: String
    public var text: String

    public init(_ title: String, _ text: String) {
      self.title = title
      self.text = text
    }
  }
}

extension Worksheet {
  /// The library's count of them has 8 bits, and at 256 it leaves all of them out.
  private static let validationLimit = 255

  /// Lets the cells of a range take only certain values.
  public func validate(_ range: CellRange, _ rule: Validation) throws(WorkbookError) {
    try require(range)
    let sheet = try open()
    try placed(range) { () throws(WorkbookError) in
      try Limits.check(count: validationCount + 1, .validation, Worksheet.validationLimit)
      try rule.check()
    }
    let (row, column, lastRow, lastColumn) = range.library
    let code = withCStrings { strings in
      var options = rule.options(strings)
      return library.worksheet_data_validation_range(
        sheet, row, column, lastRow, lastColumn, &options)
    }
    try check(code, range)
    validationCount += 1
  }
}

extension Validation {
  /// The library checks characters, but has a buffer for so many bytes: one item too many and
  /// the process is gone.
  private static let listBytes = 255

  fileprivate func check() throws(WorkbookError) {
    for message in [prompt, refusal].compactMap({ $0 }) {
      try Limits.check(message.title, .promptTitle, 32)
      try Limits.check(message.text, .prompt, Limits.shortText)
    }
    switch choices {
    case .list(let items): try check(items)
    case .cells(let cells):
      guard cells.range.isOnSheet else { throw WorkbookError(.cell(.outsideSheet)) }
    }
  }

  private func check(_ items: [String]) throws(WorkbookError) {
    guard !items.isEmpty else { throw WorkbookError(.cell(.emptyList)) }
    let isBad: (String) -> Bool = {
      $0.isEmpty || $0.contains(",") || $0.contains("\"") || CleanText.line($0) != $0
    }
    if let bad = items.first(where: isBad) { throw WorkbookError(.cell(.listItem(bad))) }
    let count = list(items).utf8.count
    guard count > Validation.listBytes else { return }
    throw WorkbookError(.limit(.tooLong(.listText, count, Validation.listBytes, .bytes)))
  }

  private func list(_ items: [String]) -> String { items.joined(separator: ",") }

  /// The list is handed over as the formula that the library would make of it: its own way
  /// counts the items in 8 bits.
  private var formula: String {
    switch choices {
    case .list(let items): "\"\(list(items))\""
    case .cells(let cells): "=\(cells.absolute)"
    }
  }

  fileprivate func options(_ strings: CStrings) -> lxw_data_validation {
    var options = lxw_data_validation()
    options.validate = UInt8(LXW_VALIDATION_TYPE_LIST_FORMULA.rawValue)
    options.value_formula = strings.text(formula)
    options.input_title = prompt?.titleField(strings)
    options.input_message = prompt?.textField(strings)
    options.error_title = refusal?.titleField(strings)
    options.error_message = refusal?.textField(strings)
    return options
  }
}

extension Validation.Message {
  fileprivate func titleField(_ strings: CStrings) -> UnsafeMutablePointer<CChar>? {
    strings.optional(CleanText.escapedLine(title))
  }

  fileprivate func textField(_ strings: CStrings) -> UnsafeMutablePointer<CChar>? {
    strings.optional(CleanText.cell(text).text)
  }
}
