/// A month, or a range of months of one year: a range is a cumulative table (累计).
public struct Period: Hashable, Sendable {
  public let year: Int
  public let first: Int
  public let last: Int

  public init?(year: Int, first: Int, last: Int) {
    guard (1...12).contains(first), (1...12).contains(last), first <= last else { return nil }
    self.year = year
    self.first = first
    self.last = last
  }

  /// A period as submissions write it; nil when it is none for sure.
  public init?(written text: String) {
    guard case .period(let period) = PeriodReader.read(text) else { return nil }
    self = period
  }

  public var isMonth: Bool { first == last }
  public var months: ClosedRange<Int> { first...last }

  /// The part of it that lies in these months; nil when none does.
  public func within(_ months: ClosedRange<Int>) -> Period? {
    Period(
      year: year, first: max(first, months.lowerBound), last: min(last, months.upperBound))
  }

  /// `2023-08`
  public var from: String { Period.month(year, first) }
  public var to: String { Period.month(year, last) }

  private static func month(_ year: Int, _ month: Int) -> String {
    "\(year)-\(month < 10 ? "0" : "")\(month)"
  }
}

extension Period: Comparable {
  public static func < (left: Period, right: Period) -> Bool {
    (left.year, left.first, left.last) < (right.year, right.first, right.last)
  }
}

extension Period: CustomStringConvertible {
  /// `2023-08`, or `2023-06—2023-08`: a way of writing it that a submission may use too.
  public var description: String { isMonth ? from : "\(from)—\(to)" }
}
