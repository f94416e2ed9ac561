/// A day of the calendar that exists.
public struct Day: Hashable, Sendable {
  public let year: Int
  public let month: Int
  public let day: Int

  /// Nil for a 31 June.
  public init?(year: Int, month: Int, day: Int) {
    guard (1900...2999).contains(year), (1...12).contains(month),
      (1...Day.length(ofMonth: month, in: year)).contains(day)
    else { return nil }
    self.year = year
    self.month = month
    self.day = day
  }

  /// The first day that this calendar knows.
  public static let first = Day()

  private init() { (year, month, day) = (1900, 1, 1) }

  /// As `--today` takes it: `2023-08-31`.
  public init?(plain text: String) {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.map(\.utf8.count) == [4, 2, 2] else { return nil }
    let numbers = parts.compactMap { UInt16($0) }.map(Int.init)
    guard numbers.count == 3, !text.contains("+") else { return nil }
    self.init(year: numbers[0], month: numbers[1], day: numbers[2])
  }

  /// The day that a spreadsheet keeps as this number; 60 is its 29 February 1900, which never was.
  init?(serial: Int) {
    guard serial > 60 else { return nil }
    var year = Day.first.year
    var rest = serial - 2
    while rest >= Day.length(ofYear: year) {
      rest -= Day.length(ofYear: year)
      year += 1
      if year > 2999 { return nil }
    }
    var month = 1
    while rest >= Day.length(ofMonth: month, in: year) {
      rest -= Day.length(ofMonth: month, in: year)
      month += 1
    }
    self.init(year: year, month: month, day: rest + 1)
  }

  public static func last(of month: Int, in year: Int) -> Day? {
    Day(year: year, month: month, day: length(ofMonth: month, in: year))
  }

  static func length(ofMonth month: Int, in year: Int) -> Int {
    switch month {
    case 2: isLeap(year) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  private static func length(ofYear year: Int) -> Int { isLeap(year) ? 366 : 365 }

  private static func isLeap(_ year: Int) -> Bool {
    year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
  }

  /// What a spreadsheet keeps for a day from March 1900 on.
  public var serial: Int {
    let years = (1900..<year).reduce(0) { $0 + Day.length(ofYear: $1) }
    let months = (1..<month).reduce(0) { $0 + Day.length(ofMonth: $1, in: year) }
    return years + months + day + 1
  }

  /// How many days later this one is; negative when it is earlier.
  public func days(after other: Day) -> Int { serial - other.serial }
}

extension Day: Comparable {
  public static func < (left: Day, right: Day) -> Bool {
    (left.year, left.month, left.day) < (right.year, right.month, right.day)
  }
}

extension Day: CustomStringConvertible {
  /// `2023-08-31`
  public var description: String {
    func two(_ number: Int) -> String { (number < 10 ? "0" : "") + String(number) }
    return "\(year)-\(two(month))-\(two(day))"
  }
}
