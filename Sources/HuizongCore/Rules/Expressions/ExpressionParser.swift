/// Reads conditions, the loosest binding first: 或, 且, 非, comparisons, sums, products.
struct ExpressionParser {
  private let form: Form
  private let tokens: [ExpressionToken]
  private var index = 0
  private var depth = 0
  private var nesting = 0

  static func condition(_ text: String, _ form: Form) throws(ExpressionFault) -> Condition {
    let tokens = try ExpressionLexer.tokens(text, form)
    guard tokens.count <= ExpressionLimits.mostTokens else {
      throw ExpressionFault(1, "式子太长", "the expression is too long")
    }
    var parser = ExpressionParser(form: form, tokens: tokens)
    let condition = try parser.condition()
    guard parser.current.kind == .end else {
      throw ExpressionFault(parser.current.position, "此处多出内容", "something is left over here")
    }
    return condition
  }

  private init(form: Form, tokens: [ExpressionToken]) {
    self.form = form
    self.tokens = tokens
  }

  private var current: ExpressionToken { tokens[index] }

  private mutating func take(_ kind: ExpressionToken.Kind) -> Bool {
    guard current.kind == kind else { return false }
    index += 1
    return true
  }

  private mutating func close() throws(ExpressionFault) {
    guard take(.close) else {
      throw ExpressionFault(current.position, "缺少右括号", "a closing parenthesis is missing")
    }
  }

  // MARK: Conditions

  private mutating func condition() throws(ExpressionFault) -> Condition {
    var left = try conjunction()
    while take(.or) { left = .or(left, try conjunction()) }
    return left
  }

  private mutating func conjunction() throws(ExpressionFault) -> Condition {
    var left = try negation()
    while take(.and) { left = .and(left, try negation()) }
    return left
  }

  private mutating func negation() throws(ExpressionFault) -> Condition {
    if take(.not) { return .not(try negation()) }
    // A parenthesis may hold a condition or a sum; which one shows only behind it.
    if current.kind == .open {
      let start = index
      nesting += 1
      defer { nesting -= 1 }
      // Each level is read twice; ten of them cost nothing, a thousand would never end.
      guard nesting <= 10 else {
        throw ExpressionFault(current.position, "括号太多", "too many parentheses")
      }
      index += 1
      var fault: ExpressionFault?
      do throws(ExpressionFault) {
        let inner = try condition()
        try close()
        if !startsComparison { return inner }
      } catch {
        fault = error
      }
      index = start
      return try comparison(instead: fault)
    }
    return try comparison()
  }

  /// A comparison that begins with a parenthesis; of two faults the later one is what was meant.
  private mutating func comparison(
    instead fault: ExpressionFault?
  ) throws(ExpressionFault) -> Condition {
    do throws(ExpressionFault) {
      return try comparison()
    } catch {
      if let fault, fault.position > error.position { throw fault }
      throw error
    }
  }

  private var startsComparison: Bool {
    switch current.kind {
    case .comparison, .plus, .minus, .times: true
    default: false
    }
  }

  private mutating func comparison() throws(ExpressionFault) -> Condition {
    let left = try sum()
    let place = current.position
    guard case .comparison(let comparison) = current.kind else {
      throw ExpressionFault(place, "缺少比较符号（如 <=、=、>）", "a comparison (such as <=, =, >) is missing")
    }
    index += 1
    let right = try sum()
    _ = try common(left, right, place)
    guard ExpressionLimits.hold(left, right, form) else { throw ExpressionParser.tooLarge(place) }
    return .compare(left, comparison, right)
  }

  // MARK: Sums and products

  private mutating func sum() throws(ExpressionFault) -> LinearForm {
    var left = try product()
    while true {
      let place = current.position
      let isMinus = current.kind == .minus
      guard isMinus || current.kind == .plus else { return left }
      index += 1
      let right = try product()
      let dimension = try common(left, right, place)
      left = left + (isMinus ? right.negated : right)
      left.dimension = dimension
    }
  }

  /// Only like goes with like; a bare number counts pieces, and only zero is an amount of money.
  private func common(
    _ left: LinearForm, _ right: LinearForm, _ place: Int
  ) throws(ExpressionFault) -> Dimension {
    if left.dimension == right.dimension { return left.dimension }
    if left.isZero { return right.dimension }
    if right.isZero { return left.dimension }
    let pair = [left.dimension, right.dimension]
    if !pair.contains(.money) { return .count }
    throw ExpressionFault(
      place,
      "\(left.dimension.name.chinese)不能与\(right.dimension.name.chinese)相加或相比；确要比较，请写明换算，如“20万元 * 件数”",
      "\(left.dimension.name.english) cannot be added to or compared with \(right.dimension.name.english); "
        + "to mean it, write the conversion, such as 20万元 * (a count)")
  }

  private mutating func product() throws(ExpressionFault) -> LinearForm {
    var left = try factor()
    while current.kind == .times {
      let place = current.position
      index += 1
      left = try times(left, try factor(), place)
    }
    return left
  }

  private func times(
    _ left: LinearForm, _ right: LinearForm, _ place: Int
  ) throws(ExpressionFault) -> LinearForm {
    guard left.isConstant || right.isConstant else {
      throw ExpressionFault(place, "两个指标不能相乘", "two figures cannot be multiplied")
    }
    guard left.dimension != .money || right.dimension != .money else {
      throw ExpressionFault(place, "金额不能乘金额", "money cannot be multiplied by money")
    }
    let isMoney = left.dimension == .money || right.dimension == .money
    let isCount = left.dimension == .count || right.dimension == .count
    let dimension: Dimension = isMoney ? .money : isCount ? .count : .number
    let (constant, form) = left.isConstant ? (left.constant, right) : (right.constant, left)
    return try limited(form.scaled(by: constant, dimension: dimension), place)
  }

  private func limited(_ form: LinearForm, _ place: Int) throws(ExpressionFault) -> LinearForm {
    for number in form.terms.map(\.factor) + [form.constant]
    where number.magnitude > ExpressionLimits.largest
      || number.decimals > ExpressionLimits.mostDecimals
    {
      throw ExpressionParser.tooLarge(place)
    }
    return form
  }

  private static func tooLarge(_ place: Int) -> ExpressionFault {
    ExpressionFault(place, "数字太大或小数位太多", "a number is too large or has too many decimals")
  }

  private mutating func factor() throws(ExpressionFault) -> LinearForm {
    depth += 1
    defer { depth -= 1 }
    let token = current
    guard depth < 50 else { throw ExpressionFault(token.position, "括号太多", "too many parentheses") }
    index += token.kind == .end ? 0 : 1
    switch token.kind {
    case .number(let value, let unit):
      return try limited(constant(value, unit, token), token.position)
    case .name(let name): return try figure(name, token)
    case .minus: return try factor().negated
    case .open:
      let inner = try sum()
      try close()
      return inner
    default:
      throw ExpressionFault(token.position, "此处应为指标或数字", "a figure or a number is expected here")
    }
  }

  // MARK: Names and numbers

  private func constant(
    _ value: Exact, _ unit: String?, _ token: ExpressionToken
  ) throws(ExpressionFault) -> LinearForm {
    guard let unit else { return LinearForm(constant: value, dimension: .number) }
    if let metric = form.metrics.first(where: { $0.units.contains(unit) }) {
      return LinearForm(constant: value, dimension: metric.kind == .money ? .money : .count)
    }
    if let conversion = form.conversions.first(where: { $0.from == unit }) {
      return LinearForm(constant: value * conversion.factor, dimension: .money)
    }
    throw ExpressionFault(token.position, "不认识的单位“\(unit)”", "unknown unit “\(unit)”")
  }

  /// Words for how many figures are not zero.
  private static let filledCells = ["非零格数", "filled"]

  static func isName(_ text: String, _ form: Form) -> Bool {
    filledCells.contains(text) || form.metrics.contains { $0.name == text }
  }

  private func figure(
    _ name: String, _ token: ExpressionToken
  ) throws(ExpressionFault) -> LinearForm {
    if ExpressionParser.filledCells.contains(name) {
      return LinearForm(terms: [(.filledCells, Exact(1))], dimension: .count)
    }
    if let metric = form.metrics.firstIndex(where: { $0.name == name }) {
      let dimension: Dimension = form.metrics[metric].kind == .money ? .money : .count
      return LinearForm(terms: [(.metric(metric), Exact(1))], dimension: dimension)
    }
    let near = Spelling.nearest(to: name, among: form.metrics.map(\.name))
    throw ExpressionFault(
      token.position,
      "本表没有“\(name)”这个指标\(near.map { "；是否应为“\($0)”？" } ?? "")",
      "the form has no figure “\(name)”\(near.map { "; did you mean “\($0)”?" } ?? "")")
  }
}
