/// The text of a cell without what cannot be seen: spaces around it, marks of no width, wide forms.
struct CellText {
  let plain: String

  init(_ text: String) { plain = CellText.cleaned(text, narrows: true) }

  /// The unit's own words: wide forms stay.
  static func written(_ text: String) -> String { cleaned(text, narrows: false) }

  private static func cleaned(_ text: String, narrows: Bool) -> String {
    isPlain(text) ? text : cleaned(Array(text.utf8).span, narrows: narrows)
  }

  /// Byte by byte, because this runs for the heading of every file.
  private static func cleaned(_ text: Span<UInt8>, narrows: Bool) -> String {
    var kept: [UInt8] = []
    var length = 0
    var scalars = Scalars()
    while let scalar = scalars.next(in: text) {
      let value = Scalars.halfWidth(scalar.value)
      if hasNoWidth(value) { continue }
      let isSpace = Scalars.isSpace(value)
      if isSpace, kept.isEmpty { continue }
      if value < 0x80, narrows || value == scalar.value {
        kept.append(UInt8(value))
      } else {
        for index in scalar.range { kept.append(text[index]) }
      }
      if !isSpace { length = kept.count }
    }
    return String(decoding: kept[..<length], as: UTF8.self)
  }

  /// Nothing in it can be wide or unseen, judging by the first bytes of its characters: true for
  /// nearly every cell.
  private static func isPlain(_ text: String) -> Bool {
    guard let first = text.utf8.first, let last = text.utf8.last else { return true }
    if first <= 0x20 || last <= 0x20 { return false }
    return !text.utf8.contains { byte in
      byte == 0xC2 || byte == 0xE2 || byte == 0xE3 || byte == 0xEE || byte == 0xEF
    }
  }

  private static func hasNoWidth(_ scalar: UInt32) -> Bool {
    (0x200B...0x200F).contains(scalar) || (0x2060...0x2064).contains(scalar) || scalar == 0xFEFF
  }

  var isEmpty: Bool { plain.isEmpty }

  func contains(_ scalar: Unicode.Scalar) -> Bool { plain.unicodeScalars.contains(scalar) }

  /// How a message quotes a cell: as it stands there, but cut and without line breaks or controls.
  static func shown(_ text: String) -> String {
    let most = 40
    var shown = String.UnicodeScalarView()
    for scalar in text.unicodeScalars.prefix(most) {
      let isControl = scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value)
      let turnsText =
        (0x202A...0x202E).contains(scalar.value) || (0x2066...0x2069).contains(scalar.value)
      shown.append(isControl || turnsText ? " " : scalar)
    }
    let cut = text.unicodeScalars.dropFirst(most).first != nil
    return String(shown) + (cut ? "…" : "")
  }

  /// What `="12"` and `'12` hold: spreadsheets mark text that way.
  var textMarked: String? {
    if plain.hasPrefix("=\""), plain.hasSuffix("\""), plain.utf8.count >= 3 {
      let inner = String(plain.dropFirst(2).dropLast())
      return inner.contains("\"") ? nil : inner
    }
    if plain.hasPrefix("'") || plain.hasPrefix("\u{2019}") {
      let inner = String(plain.dropFirst())
      return inner.hasPrefix("'") || inner.isEmpty ? nil : inner
    }
    return nil
  }

  /// What a spreadsheet writes where it has no number to show.
  var spreadsheetTrouble: Code? {
    if plain.hasPrefix("#") { return plain.allSatisfy { $0 == "#" } ? .hashes : .spreadsheetError }
    if plain.hasPrefix("=") { return .formula }
    return nil
  }

  // MARK: Numbers with words

  /// Which kind of "almost a number" this is; nil when it holds no digit.
  var wordedNumber: Code? {
    let parts = CellParts(plain)
    guard parts.hasDigits else { return nil }
    if parts.isNegativeInBrackets { return .negative }
    if parts.isDate { return .date }
    if parts.isApproximate { return .approximate }
    if parts.joined(by: CellParts.rangeMarks) { return .range }
    if parts.joined(by: CellParts.operators) { return .arithmetic }
    return nil
  }
}

/// A cell as a sequence of digit runs and of what stands between them.
struct CellParts {
  private let plain: String
  /// `12+3` → `12`, `3`.
  private var runs: [String] = []
  /// `12+3` → ``, `+`, ``: one more than the runs.
  private var between: [String] = [""]

  static let rangeMarks: Set<String> = ["-", "~", "—", "–", "——", "至", "到", "―", "−", "～"]
  static let operators: Set<String> = ["+", "*", "×", "/", "÷", "x", "X", "＋"]

  init(_ text: String) {
    plain = text
    for scalar in text.unicodeScalars where !Scalars.isSpace(scalar.value) {
      let isDigit = ("0"..."9").contains(scalar) || (scalar == "." && !runs.isEmpty)
      if isDigit, between.count == runs.count {
        runs[runs.count - 1].unicodeScalars.append(scalar)
      } else if isDigit {
        runs.append(String(scalar))
      } else {
        if between.count == runs.count { between.append("") }
        between[between.count - 1].unicodeScalars.append(scalar)
      }
    }
  }

  var hasDigits: Bool { !runs.isEmpty }

  var isNegativeInBrackets: Bool {
    plain.hasPrefix("(") && plain.hasSuffix(")")
      && NumberText(String(plain.dropFirst().dropLast()))?.rest.isEmpty == true
  }

  var isDate: Bool {
    let marks = between.joined()
    if marks.contains("月") || marks.contains("日") || marks.contains("号") { return true }
    if runs.count >= 2, runs[0].utf8.count == 4, marks.contains("年") { return true }
    let separated = between.dropFirst().prefix(2)
    if runs.count == 3, separated.allSatisfy({ $0 == "-" || $0 == "/" }) { return true }
    if runs.count == 1, plain.filter({ $0 == "." }).count == 2 { return isDottedDate }
    return CellParts.months.contains { marks.lowercased().contains($0) }
  }

  /// `2023.8.5`: a run of digits here, as the point belongs to numbers.
  private var isDottedDate: Bool {
    let parts = plain.split(separator: ".")
    return parts.count == 3 && parts[0].utf8.count == 4
  }

  private static let months = [
    "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
  ]

  var isApproximate: Bool {
    let before = between.first ?? ""
    let after = between.count > runs.count ? between.last ?? "" : ""
    return CellParts.about.contains { before.hasPrefix($0) }
      || CellParts.orSo.contains { after.contains($0) }
      || (after == "+" && runs.count == 1)
  }

  private static let about = [
    "约", "近", "大约", "大概", "超", "不足", "不到", "大于", "小于", "至少", "最多", "共约",
    ">", "<", "≥", "≤", "≈", "~", "±",
  ]
  private static let orSo = ["左右", "余", "多", "以上", "以下", "上下", "几", "?", "？"]

  /// Every two runs have one of these marks between them.
  func joined(by marks: Set<String>) -> Bool {
    guard runs.count >= 2, between.first == "" || between.count == runs.count else { return false }
    return between.dropFirst().prefix(runs.count - 1).allSatisfy { mark in
      marks.contains(mark) || marks.contains { mark.hasSuffix($0) }
    }
  }
}
