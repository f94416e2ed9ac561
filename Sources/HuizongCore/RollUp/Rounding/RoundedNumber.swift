/// A number that is shown in larger steps than it is counted in: rounded down or up, never further.
public struct RoundedNumber: Sendable {
  public let exact: Int64
  /// The whole steps in it.
  private let floor: Int64
  /// What is left, from 0 to less than a step.
  let remainder: Int64
  private let step: Int64
  var isUp: Bool

  /// Rounded to the nearest step, a half upwards.
  init(_ exact: Int64, step: Int64) {
    self.exact = exact
    self.step = step
    let (quotient, rest) = exact.quotientAndRemainder(dividingBy: step)
    floor = rest < 0 ? quotient - 1 : quotient
    remainder = rest < 0 ? rest + step : rest
    isUp = remainder >= step - remainder
  }

  /// Counted in steps.
  public var shown: Int64 { floor + (isUp ? 1 : 0) }
  /// What rounding to the nearest would show.
  public var nearest: Int64 { floor + (isNearerUp ? 1 : 0) }
  /// A zero or a whole number of steps: nothing to round.
  public var isExact: Bool { remainder == 0 }
  public var isAdjusted: Bool { shown != nearest }

  /// Shown less exact, in the exact number's own steps.
  public var gap: Int64 { (isUp ? step : 0) - remainder }

  private var isNearerUp: Bool { remainder >= step - remainder }

  /// How much further off the number is when it is rounded the other way; a half counts too, since
  /// readers expect it to go upwards.
  var reluctance: Int64 { max(1, abs(step - 2 * remainder)) }
}
