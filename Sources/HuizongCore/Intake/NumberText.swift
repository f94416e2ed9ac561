/// A number as written, taken apart: sign, digits in groups, point, exponent, and what follows.
struct NumberText {
  let whole: String
  private(set) var isNegative = false
  private(set) var groupsAreRight = true
  private(set) var hasExponent = false
  /// What stands behind the number: `家` in `12家`.
  private(set) var rest = ""

  private var digits: [UInt8] = []
  private var decimals = 0
  private var exponent = 0

  /// Nil when the text does not begin with a number.
  init?(_ text: String) {
    whole = text
    var scalars = Substring(text).unicodeScalars
    if let first = scalars.first, first == "-" || first == "\u{2212}" {
      isNegative = true
      scalars.removeFirst()
    }
    readWhole(&scalars)
    readFraction(&scalars)
    guard !digits.isEmpty else { return nil }
    readExponent(&scalars)
    rest = CellText(String(scalars)).plain
  }

  private static func digit(_ scalar: Unicode.Scalar?) -> UInt8? {
    guard let scalar, ("0"..."9").contains(scalar) else { return nil }
    return UInt8(scalar.value - 0x30)
  }

  /// Digits, in groups of three when there are commas.
  private mutating func readWhole(_ scalars: inout Substring.UnicodeScalarView) {
    var groups = [0]
    while let scalar = scalars.first {
      if let digit = NumberText.digit(scalar) {
        digits.append(digit)
        groups[groups.count - 1] += 1
      } else if scalar == ",", !digits.isEmpty, NumberText.digit(scalars.dropFirst().first) != nil {
        groups.append(0)
      } else {
        break
      }
      scalars.removeFirst()
    }
    groupsAreRight =
      groups.count == 1 || (1...3).contains(groups[0]) && groups.dropFirst().allSatisfy { $0 == 3 }
  }

  private mutating func readFraction(_ scalars: inout Substring.UnicodeScalarView) {
    guard scalars.first == "." else { return }
    let fraction = scalars.dropFirst().prefix { NumberText.digit($0) != nil }
    guard !fraction.isEmpty || !digits.isEmpty else { return }
    digits += fraction.compactMap { NumberText.digit($0) }
    decimals = fraction.count
    scalars.removeFirst(fraction.count + 1)
  }

  private mutating func readExponent(_ scalars: inout Substring.UnicodeScalarView) {
    guard let mark = scalars.first, mark == "E" || mark == "e" else { return }
    var rest = scalars.dropFirst()
    let isBelow = rest.first == "-"
    if isBelow || rest.first == "+" { rest.removeFirst() }
    let power = rest.prefix { NumberText.digit($0) != nil }
    guard let value = Int(String(power)), power.count <= 3 else { return }
    hasExponent = true
    exponent = isBelow ? -value : value
    scalars = rest.dropFirst(power.count)
  }

  /// The value; nil when it has more digits than a spreadsheet keeps.
  var exact: Exact? {
    var significant = digits[...].drop { $0 == 0 }
    var scale = decimals - exponent
    while scale > 0, significant.last == 0 {
      significant.removeLast()
      scale -= 1
    }
    guard !significant.isEmpty else { return .zero }
    guard significant.count <= Exact.mostDigits, abs(scale) <= Exact.mostDigits else { return nil }
    let value = significant.reduce(Int128(0)) { $0 * 10 + Int128($1) }
    let signed = isNegative ? -value : value
    return scale >= 0
      ? Exact(signed, decimals: scale) : Exact(signed * Exact.power(-scale))
  }

  /// Spreadsheets show long numbers with five decimals and an exponent, or with two where the cell's
  /// format is Scientific, and round them on the way. A narrow column leaves any number of decimals,
  /// but none is too narrow for five digits: `1E+05` may have been 123,456.
  var mayHaveLostDigits: Bool {
    exponent > decimals && (decimals == 2 || decimals == 5 || exponent > 4)
  }
}
