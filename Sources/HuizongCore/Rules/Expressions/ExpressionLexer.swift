/// The words of an expression: `罚没金额 <= 4 * 案值 + 20万元 * 立案`.
struct ExpressionToken: Equatable {
  enum Kind: Equatable {
    /// A metric's name, or any other word.
    case name(String)
    /// A number, and the unit written right behind it.
    case number(Exact, unit: String?)
    case comparison(Comparison)
    case plus, minus, times, open, close
    case and, or, not
    case end
  }

  let kind: Kind
  /// Where it begins in the expression, in characters from 1.
  let position: Int
}

enum Comparison: String, Equatable, Sendable {
  case less = "<"
  case atMost = "<="
  case equal = "="
  case unequal = "!="
  case atLeast = ">="
  case greater = ">"

  /// What holds exactly when this does not.
  var opposite: Comparison {
    switch self {
    case .less: .atLeast
    case .atMost: .greater
    case .equal: .unequal
    case .unequal: .equal
    case .atLeast: .less
    case .greater: .atMost
    }
  }
}

/// Why an expression cannot be used.
struct ExpressionFault: Error {
  let position: Int
  let reason: Both

  init(_ position: Int, _ chinese: String, _ english: String) {
    self.position = position
    reason = Both(chinese, english)
  }
}

struct ExpressionLexer {
  private let characters: [Unicode.Scalar]
  /// Chinese is written without spaces: only the form tells where a name ends in `立案且案值`.
  private let form: Form
  private var index = 0

  static func tokens(
    _ text: String, _ form: Form
  ) throws(ExpressionFault) -> [ExpressionToken] {
    var lexer = ExpressionLexer(characters: Array(text.unicodeScalars), form: form)
    var tokens: [ExpressionToken] = []
    repeat { tokens.append(try lexer.next()) } while tokens.last?.kind != .end
    return tokens
  }

  private init(characters: [Unicode.Scalar], form: Form) {
    self.characters = characters
    self.form = form
  }

  private var current: Unicode.Scalar? { index < characters.count ? characters[index] : nil }

  private mutating func next() throws(ExpressionFault) -> ExpressionToken {
    while let scalar = current, Scalars.isSpace(scalar.value) { index += 1 }
    let start = index
    guard let character = current else { return ExpressionToken(kind: .end, position: start + 1) }
    let kind: ExpressionToken.Kind
    if ExpressionLexer.isDigit(character) {
      kind = try number()
    } else if let symbol = symbol() {
      kind = symbol
    } else if character == "“" {
      kind = try quoted()
    } else if ExpressionLexer.isWord(character) {
      kind = word()
    } else {
      throw ExpressionFault(start + 1, "不认识的符号“\(character)”", "unknown sign “\(character)”")
    }
    return ExpressionToken(kind: kind, position: start + 1)
  }

  private static let symbols: [(String, ExpressionToken.Kind)] = [
    ("<=", .comparison(.atMost)), (">=", .comparison(.atLeast)), ("!=", .comparison(.unequal)),
    ("==", .comparison(.equal)), ("≤", .comparison(.atMost)), ("≥", .comparison(.atLeast)),
    ("≠", .comparison(.unequal)), ("<", .comparison(.less)), (">", .comparison(.greater)),
    ("=", .comparison(.equal)), ("+", .plus), ("-", .minus), ("*", .times), ("×", .times),
    ("(", .open), (")", .close), ("（", .open), ("）", .close),
  ]

  private mutating func symbol() -> ExpressionToken.Kind? {
    for (text, kind) in ExpressionLexer.symbols
    where characters[index...].starts(with: text.unicodeScalars) {
      index += text.unicodeScalars.count
      return kind
    }
    return nil
  }

  private mutating func number() throws(ExpressionFault) -> ExpressionToken.Kind {
    let start = index
    while let scalar = current, ExpressionLexer.isDigit(scalar) || scalar == "." {
      index += 1
    }
    let text = self.text(start..<index)
    guard let value = Exact(plain: text) else {
      throw ExpressionFault(start + 1, "“\(text)”不是数字", "“\(text)” is no number")
    }
    let unitStart = index
    while let scalar = current, ExpressionLexer.isWord(scalar), !ExpressionLexer.joins(scalar) {
      index += 1
    }
    let unit = self.text(unitStart..<index)
    return .number(value, unit: unit.isEmpty ? nil : unit)
  }

  private func text(_ range: Range<Int>) -> String {
    var text = ""
    for index in range { text.unicodeScalars.append(characters[index]) }
    return text
  }

  private static func isDigit(_ scalar: Unicode.Scalar) -> Bool { ("0"..."9").contains(scalar) }

  /// Letters, digits and ideographs; `≤` and its like are signs.
  private static func isWord(_ scalar: Unicode.Scalar) -> Bool {
    scalar == "_" || Label.isKept(scalar.value) && !(0x2200...0x22FF).contains(scalar.value)
  }

  /// A name with spaces or signs in it stands in quotation marks: `“meals served”`.
  private mutating func quoted() throws(ExpressionFault) -> ExpressionToken.Kind {
    let start = index
    guard let end = characters[start...].firstIndex(of: "”") else {
      throw ExpressionFault(start + 1, "引号“没有配对", "the quotation mark “ has no partner")
    }
    index = end + 1
    return .name(text(start + 1..<end))
  }

  private mutating func word() -> ExpressionToken.Kind {
    let start = index
    while let scalar = current, ExpressionLexer.isWord(scalar) { index += 1 }
    if !ExpressionParser.isName(text(start..<index), form) { index = end(of: start..<index) }
    let text = self.text(start..<index)
    switch text {
    case "and", "且": return .and
    case "or", "或": return .or
    case "not", "非": return .not
    default: return .name(text)
    }
  }

  /// The words that join two conditions.
  private static func joins(_ scalar: Unicode.Scalar) -> Bool { scalar == "且" || scalar == "或" }

  /// Where a word ends that is no name: ahead of a 且 or 或, or behind it when it comes first.
  private func end(of word: Range<Int>) -> Int {
    for end in word where ExpressionLexer.joins(characters[end]) {
      if end == word.lowerBound { return end + 1 }
      if ExpressionParser.isName(text(word.lowerBound..<end), form) { return end }
    }
    return word.upperBound
  }
}
