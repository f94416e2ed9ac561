import CXLSXWriter

/// A look that depends on what is in the cells.
public enum ConditionalFormat: Hashable, Sendable {
  /// From the lowest value to the highest.
  case twoColors(Color, Color)
  /// From the lowest over the middle of the order to the highest.
  case threeColors(Color, Color, Color)
  case dataBar(Color)
  case cell(Comparison, Style)
  /// A formula for the first cell of the range; it moves along with the others.
  case formula(String, Style)

  public enum Comparison: Hashable, Sendable {
    case equal(Operand)
    case notEqual(Operand)
    case greater(Operand)
    case less(Operand)
    case greaterOrEqual(Operand)
    case lessOrEqual(Operand)
    case between(Operand, Operand)
    case notBetween(Operand, Operand)
  }

  public enum Operand: Hashable, Sendable {
    case number(Double)
    case text(String)
    case formula(String)
  }
}

extension Worksheet {
  /// Lets a range change its look by itself. Of several on one range the first comes first.
  public func format(_ range: CellRange, _ rule: ConditionalFormat) throws(WorkbookError) {
    try require(range)
    let sheet = try open()
    try placed(range) { () throws(WorkbookError) in try rule.check() }
    let format = try rule.style.map { style throws(WorkbookError) in
      try self.format(style, isConditional: true, range)
    }
    let (row, column, lastRow, lastColumn) = range.library
    let code = withCStrings { strings in
      var options = rule.options(strings)
      options.format = format ?? nil
      return library.worksheet_conditional_format_range(
        sheet, row, column, lastRow, lastColumn, &options)
    }
    try check(code, range)
  }
}

extension ConditionalFormat {
  fileprivate var style: Style? {
    switch self {
    case .cell(_, let style), .formula(_, let style): style
    default: nil
    }
  }

  fileprivate func check() throws(WorkbookError) {
    switch self {
    case .cell(let comparison, _): for operand in comparison.operands { try operand.check() }
    case .formula(let text, _): try Operand.formula(text).check()
    default: break
    }
  }

  fileprivate func options(_ strings: CStrings) -> lxw_conditional_format {
    var options = lxw_conditional_format()
    options.type = UInt8(type.rawValue)
    switch self {
    case .twoColors(let low, let high):
      (options.min_color, options.max_color) = (low.code, high.code)
    case .threeColors(let low, let middle, let high):
      (options.min_color, options.mid_color, options.max_color) = (low.code, middle.code, high.code)
    case .dataBar(let color):
      options.bar_color = color.code
    case .cell(let comparison, _):
      comparison.fill(&options, strings)
    case .formula(let text, _):
      options.value_string = strings.text(text)
    }
    return options
  }

  private var type: lxw_conditional_format_types {
    switch self {
    case .twoColors: LXW_CONDITIONAL_2_COLOR_SCALE
    case .threeColors: LXW_CONDITIONAL_3_COLOR_SCALE
    case .dataBar: LXW_CONDITIONAL_DATA_BAR
    case .cell: LXW_CONDITIONAL_TYPE_CELL
    case .formula: LXW_CONDITIONAL_TYPE_FORMULA
    }
  }
}

extension ConditionalFormat.Operand {
  fileprivate func check() throws(WorkbookError) {
    switch self {
    case .number(let value):
      guard value.isFinite else { throw WorkbookError(.limit(.notANumber(.number))) }
    case .text, .formula:
      if let problem = Formula.problem(with: formula) { throw WorkbookError(problem) }
    }
  }

  /// As a formula: a number stays a number.
  fileprivate var formula: String {
    switch self {
    case .number(let value): "\(value)"
    case .text(let text): "\"\(CleanText.line(text).replacing("\"", with: "\"\""))\""
    case .formula(let formula): formula
    }
  }
}

extension ConditionalFormat.Comparison {
  fileprivate var operands: [ConditionalFormat.Operand] {
    switch self {
    case .equal(let value), .notEqual(let value), .greater(let value), .less(let value),
      .greaterOrEqual(let value), .lessOrEqual(let value):
      [value]
    case .between(let low, let high), .notBetween(let low, let high): [low, high]
    }
  }

  private var criteria: lxw_conditional_criteria {
    switch self {
    case .equal: LXW_CONDITIONAL_CRITERIA_EQUAL_TO
    case .notEqual: LXW_CONDITIONAL_CRITERIA_NOT_EQUAL_TO
    case .greater: LXW_CONDITIONAL_CRITERIA_GREATER_THAN
    case .less: LXW_CONDITIONAL_CRITERIA_LESS_THAN
    case .greaterOrEqual: LXW_CONDITIONAL_CRITERIA_GREATER_THAN_OR_EQUAL_TO
    case .lessOrEqual: LXW_CONDITIONAL_CRITERIA_LESS_THAN_OR_EQUAL_TO
    case .between: LXW_CONDITIONAL_CRITERIA_BETWEEN
    case .notBetween: LXW_CONDITIONAL_CRITERIA_NOT_BETWEEN
    }
  }

  /// Everything goes in as a formula, the library's way for texts and references; a number is
  /// one too.
  fileprivate func fill(_ options: inout lxw_conditional_format, _ strings: CStrings) {
    options.criteria = UInt8(criteria.rawValue)
    let formulas = operands.map { strings.text($0.formula) }
    if formulas.count == 1 {
      options.value_string = formulas[0]
    } else {
      (options.min_value_string, options.max_value_string) = (formulas[0], formulas[1])
    }
  }
}
