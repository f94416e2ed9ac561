/// What the text behind 数据周期 says.
enum PeriodReading: Equatable {
  case period(Period)
  /// A period, written so that it had to be interpreted: a spreadsheet turned it into a date.
  case understood(Period)
  /// A month 13, or a range that runs backwards.
  case impossible
  case unreadable
}

/// Reads periods as people write them: `2023-08`, `2023年8月`, `2023.8`, `2023年6月至8月`.
enum PeriodReader {
  static func read(_ text: String) -> PeriodReading {
    let parts = PeriodParts(text)
    if let period = parts.spreadsheetMonth { return period }
    guard let start = parts.numbers.first, start.count == 4 || start.count == 6 else {
      return .unreadable
    }
    guard parts.isWhole, parts.marks.allSatisfy({ PeriodParts.known.contains($0) }) else {
      return .unreadable
    }
    return start.count == 6 ? packed(parts) : spelled(parts)
  }

  /// `202308`, `202306-202308`
  private static func packed(_ parts: PeriodParts) -> PeriodReading {
    let months = parts.numbers.map { (year: $0.value / 100, month: $0.value % 100) }
    guard parts.numbers.allSatisfy({ $0.count == 6 }), months.count <= 2 else { return .unreadable }
    guard months.allSatisfy({ $0.year == months[0].year }) else { return .impossible }
    guard months.count == 1 || parts.joinsRange(after: 0) else { return .unreadable }
    return period(months[0].year, months[0].month, months[months.count - 1].month)
  }

  /// A four-digit year, a month, and perhaps the end of a range with or without the year again.
  private static func spelled(_ parts: PeriodParts) -> PeriodReading {
    let numbers = parts.numbers
    guard numbers.count >= 2, numbers.count <= 4, parts.joinsDate(after: 0) else {
      return .unreadable
    }
    let year = numbers[0].value
    let first = numbers[1].value
    switch numbers.count {
    case 2: return period(year, first, first)
    case 3 where numbers[2].count == 4: return .unreadable
    case 3: return threeNumbers(parts, year, first, numbers[2].value)
    default:
      guard numbers[2].count == 4, parts.joinsRange(after: 1), parts.joinsDate(after: 2) else {
        return .unreadable
      }
      return numbers[2].value == year ? period(year, first, numbers[3].value) : .impossible
    }
  }

  /// `2023年6-8月` is a range; `2023/8/1` is the date that a spreadsheet makes of a month; whether
  /// `2023-06-08` is the one or the other nobody can tell.
  private static func threeNumbers(
    _ parts: PeriodParts, _ year: Int, _ first: Int, _ third: Int
  ) -> PeriodReading {
    if parts.isDate {
      let month = period(year, first, first)
      guard third == 1, case .period(let first) = month else { return .unreadable }
      return .understood(first)
    }
    let isRange = parts.endsMonth || parts.isWordedRange || parts.marks[1] != parts.marks[2]
    if isRange { return parts.joinsRange(after: 1) ? period(year, first, third) : .unreadable }
    // `2023-08-01` can be no range, as it would run backwards.
    guard third == 1, let month = Period(year: year, first: first, last: first) else {
      return .unreadable
    }
    return .understood(month)
  }

  private static func period(_ year: Int, _ first: Int, _ last: Int) -> PeriodReading {
    Period(year: year, first: first, last: last).map { .period($0) } ?? .impossible
  }
}

/// A period's text as runs of digits and the marks around them.
struct PeriodParts {
  private(set) var numbers: [(value: Int, count: Int)] = []
  /// What stands before, between and behind the numbers: one more than those.
  private(set) var marks: [String] = [""]
  private let letters: String

  init(_ text: String) {
    let plain = CellText(text).plain
    letters = plain.lowercased()
    var inNumber = false
    for scalar in plain.unicodeScalars where !Scalars.isSpace(scalar.value) {
      if ("0"..."9").contains(scalar) {
        if !inNumber {
          numbers.append((0, 0))
          marks.append("")
        }
        let last = numbers.count - 1
        guard numbers[last].count < 8 else { continue }
        numbers[last] = (
          numbers[last].value * 10 + Int(scalar.value - 0x30), numbers[last].count + 1
        )
        inNumber = true
      } else {
        marks[marks.count - 1].unicodeScalars.append(scalar)
        inNumber = false
      }
    }
  }

  private static let dateMarks: Set<String> = ["-", ".", "/", "年", "–", "—", "_"]
  private static let rangeMarks: Set<String> = ["-", "–", "—", "——", "--", "~", "至", "到", "―", "−"]
  private static let ends: Set<String> = ["", "月", "月份", "月累计", "月份累计", "累计", "日"]
  static let known: Set<String> = {
    let ranges = rangeMarks.flatMap { [$0, "月" + $0, "月份" + $0] }
    return dateMarks.union(ranges).union(ends)
  }()

  /// Nothing that joins stands before the first number or behind the last: `2023年8月至` lacks its end.
  var isWhole: Bool {
    marks.first.map { $0.isEmpty || $0 == "累计" } == true
      && marks.last.map { PeriodParts.ends.contains($0) } == true
  }

  func joinsDate(after index: Int) -> Bool { PeriodParts.dateMarks.contains(marks[index + 1]) }

  func joinsRange(after index: Int) -> Bool {
    var mark = marks[index + 1]
    for word in ["月份", "月"] where mark.hasPrefix(word) {
      mark.removeFirst(word.count)
      break
    }
    return PeriodParts.rangeMarks.contains(mark)
  }

  var endsMonth: Bool { marks.last?.hasPrefix("月") == true }

  /// 至 and 到 never join a day to a month, nor does a dash behind 月.
  var isWordedRange: Bool {
    ["至", "到", "~"].contains { marks[2].contains($0) } || marks[2].hasPrefix("月")
  }

  /// `2023/8/1`, `2023年8月1日`
  var isDate: Bool {
    let joined = marks.joined()
    return joined == "//" || joined == "年月日"
  }

  /// `Aug-23`: what a spreadsheet makes of `2023-08` when it takes it for a date.
  var spreadsheetMonth: PeriodReading? {
    let words = letters.split(separator: "-")
    guard words.count == 2 else { return nil }
    let (name, year) = Int(words[1]) != nil ? (words[0], words[1]) : (words[1], words[0])
    guard let month = PeriodParts.months.firstIndex(of: String(name)), let year = Int(year),
      (0...99).contains(year) || (1990...2999).contains(year)
    else { return nil }
    let full = year < 100 ? 2000 + year : year
    return Period(year: full, first: month + 1, last: month + 1).map { .understood($0) }
  }

  private static let months = [
    "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
  ]
}
