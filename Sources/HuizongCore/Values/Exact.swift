/// An exact decimal number: `digits` divided by ten to the power `decimals`.
///
/// Cells hold at most fifteen digits (`Exact.mostDigits`), as a spreadsheet does, and rules multiply
/// them by constants of at most fifteen digits; 128 bits hold every sum and product of those.
public struct Exact: Sendable {
  public let digits: Int128
  public let decimals: Int

  /// What a spreadsheet keeps of a number; more would be lost without a word when it is opened.
  public static let mostDigits = 15
  /// The first whole number that has more digits than `mostDigits`.
  public static let limit: Int64 = 1_000_000_000_000_000

  public init(_ digits: some BinaryInteger, decimals: Int = 0) {
    self.digits = Int128(digits)
    self.decimals = decimals
  }

  public static let zero = Exact(0)

  /// The same number counted in smaller steps; `decimals` must not be fewer than now.
  func counted(in decimals: Int) -> Int128 {
    digits * Exact.power(decimals - self.decimals)
  }

  /// Ten to the power `exponent`.
  static func power(_ exponent: Int) -> Int128 {
    var result: Int128 = 1
    for _ in 0..<max(0, exponent) { result *= 10 }
    return result
  }

  /// For estimates only.
  var approximate: Double { Double(digits) / Double(Exact.power(decimals)) }

  public var magnitude: Exact { digits < 0 ? Exact(-digits, decimals: decimals) : self }
}

extension Exact {
  public static func + (left: Exact, right: Exact) -> Exact {
    let decimals = max(left.decimals, right.decimals)
    return Exact(left.counted(in: decimals) + right.counted(in: decimals), decimals: decimals)
  }

  public static func - (left: Exact, right: Exact) -> Exact {
    left + Exact(-right.digits, decimals: right.decimals)
  }

  public static func * (left: Exact, right: Exact) -> Exact {
    Exact(left.digits * right.digits, decimals: left.decimals + right.decimals)
  }
}

extension Exact: Comparable, Hashable {
  public static func == (left: Exact, right: Exact) -> Bool {
    let decimals = max(left.decimals, right.decimals)
    return left.counted(in: decimals) == right.counted(in: decimals)
  }

  public static func < (left: Exact, right: Exact) -> Bool {
    let decimals = max(left.decimals, right.decimals)
    return left.counted(in: decimals) < right.counted(in: decimals)
  }

  public func hash(into hasher: inout Hasher) { hasher.combine(description) }
}

extension Exact: CustomStringConvertible {
  /// Plain digits, no grouping, no zeros after the last decimal that counts: `1234.5`.
  public var description: String {
    let step = Exact.power(decimals)
    let whole = digits.magnitude / step.magnitude
    var fraction = digits.magnitude % step.magnitude
    var text = (digits < 0 ? "-" : "") + String(whole)
    guard fraction != 0 else { return text }
    var places = decimals
    while fraction % 10 == 0 {
      fraction /= 10
      places -= 1
    }
    let shown = String(fraction)
    text += "." + String(repeating: "0", count: places - shown.utf8.count) + shown
    return text
  }

  /// Reads plain digits with an optional point, as templates write constants; nil for anything else.
  public init?(plain text: some StringProtocol) {
    var digits: Int128 = 0
    var decimals = 0
    var seenPoint = false
    var count = 0
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "."):
        guard !seenPoint, count > 0 else { return nil }
        seenPoint = true
      case UInt8(ascii: "0")...UInt8(ascii: "9"):
        count += 1
        guard count <= Exact.mostDigits else { return nil }
        digits = digits * 10 + Int128(byte - UInt8(ascii: "0"))
        decimals += seenPoint ? 1 : 0
      default: return nil
      }
    }
    guard count > 0, !(seenPoint && decimals == 0) else { return nil }
    self.init(digits, decimals: decimals)
  }
}
