/// An exact number with the way in which official papers print it.
///
/// A ratio keeps its two parts: nothing is rounded before it is printed, and two ratios are compared
/// by what they are.
public struct Quantity: Sendable {
  public enum Style: Sendable { case count, money, percent }

  public let part: Exact
  public let whole: Exact
  public let style: Style

  public init(_ value: Exact, _ style: Style) {
    self.init(value, per: Exact(1), style)
  }

  /// `whole` must be above zero.
  public init(_ part: Exact, per whole: Exact, _ style: Style) {
    self.part = part
    self.whole = whole
    self.style = style
  }

  public var isZero: Bool { part == .zero }
  public var magnitude: Quantity { Quantity(part.magnitude, per: whole, style) }

  /// Plain digits without separators, as Chinese official papers print them: `1234`, `1234.50`,
  /// `12.35%`. What is not zero never looks like zero.
  public var text: String {
    let sign = style == .percent ? "%" : ""
    let places = style == .count ? 0 : 2
    let rounded = rounded(style == .percent ? places + 2 : places)
    if rounded == 0, !isZero { return "不足" + Quantity.fixed(1, places) + sign }
    return Quantity.fixed(rounded, places) + sign
  }

  /// Half up, in whole steps of the last place.
  private func rounded(_ places: Int) -> Int128 {
    let decimals = max(part.decimals, whole.decimals)
    let divisor = whole.counted(in: decimals)
    let (quotient, rest) = (part.magnitude.counted(in: decimals) * Exact.power(places))
      .quotientAndRemainder(dividingBy: divisor)
    let up: Int128 = rest * 2 >= divisor ? 1 : 0
    return part < .zero ? -(quotient + up) : quotient + up
  }

  private static func fixed(_ steps: Int128, _ places: Int) -> String {
    let step = Exact.power(places)
    let whole = (steps < 0 ? "-" : "") + String(steps.magnitude / step.magnitude)
    guard places > 0 else { return whole }
    let fraction = String(steps.magnitude % step.magnitude)
    return whole + "." + String(repeating: "0", count: places - fraction.utf8.count) + fraction
  }
}

extension Quantity: Comparable {
  public static func == (left: Quantity, right: Quantity) -> Bool {
    !(left < right) && !(right < left)
  }

  /// By cross-multiplication in twice the width: nothing overflows, whatever the units sent.
  public static func < (left: Quantity, right: Quantity) -> Bool {
    let parts = max(left.part.decimals, right.part.decimals)
    let wholes = max(left.whole.decimals, right.whole.decimals)
    let one = left.part.counted(in: parts)
      .multipliedFullWidth(by: right.whole.counted(in: wholes))
    let other = right.part.counted(in: parts)
      .multipliedFullWidth(by: left.whole.counted(in: wholes))
    return (one.high, one.low) < (other.high, other.low)
  }
}
