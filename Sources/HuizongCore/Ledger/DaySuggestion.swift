/// What was probably meant by a date that cannot be read: `202382`, `23/8/5`, `8月5日`.
enum DaySuggestion {
  /// Days near the form's year, the likeliest first; nothing where the text is no date at all.
  static func days(for text: String, year: Int) -> [String] {
    let parts = PeriodParts(text)
    guard parts.marks.allSatisfy(marks.contains) else { return [] }
    let days = guesses(parts, year).compactMap { guess in
      Day(year: guess.year, month: guess.month, day: guess.day)
    }.filter { abs($0.year - year) <= 1 }.map(\.description)
    return days.indices.filter { !days[..<$0].contains(days[$0]) }.prefix(2).map { days[$0] }
  }

  private typealias Guess = (year: Int, month: Int, day: Int)

  private static let marks: Set<String> = [
    "", "-", "/", ".", "年", "月", "日", "号", "—", "–", "−", "、", "\\",
  ]

  private static func guesses(_ parts: PeriodParts, _ year: Int) -> [Guess] {
    let numbers = parts.numbers.map(\.value)
    let counts = parts.numbers.map(\.count)
    switch counts.count {
    case 1: return packed(numbers[0], digits: counts[0])
    case 2 where counts.allSatisfy { $0 <= 2 }:
      let ordered = (year, numbers[0], numbers[1])
      return parts.marks[1] == "月" ? [ordered] : [ordered, (year, numbers[1], numbers[0])]
    case 3: return spelled(numbers, counts)
    default: return []
    }
  }

  /// Without the zeros of a month or a day below ten, or without the century.
  private static func packed(_ value: Int, digits: Int) -> [Guess] {
    switch digits {
    case 6:
      [
        (value / 100, value / 10 % 10, value % 10),
        (2000 + value / 10_000, value / 100 % 100, value % 100),
      ]
    case 7:
      [
        (value / 1000, value / 100 % 10, value % 100),
        (value / 1000, value / 10 % 100, value % 10),
      ]
    default: []
    }
  }

  /// Without the century, or in another order than year, month, day.
  private static func spelled(_ numbers: [Int], _ counts: [Int]) -> [Guess] {
    func full(_ index: Int) -> Int {
      counts[index] <= 2 ? 2000 + numbers[index] : numbers[index]
    }
    let (first, second, third) = (numbers[0], numbers[1], numbers[2])
    if counts[0] == 4 { return [(first, second, third), (first, third, second)] }
    return [(full(0), second, third), (full(2), first, second), (full(2), second, first)]
  }
}
