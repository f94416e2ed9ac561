/// What a cell of a date says.
enum DayReading: Equatable {
  case day(Day)
  /// A date that had to be interpreted: a spreadsheet showed its number, or wrote it in English.
  case understood(Day)
  /// None that exists or is whole, and why.
  case none(Both)

  var day: Day? {
    switch self {
    case .day(let day), .understood(let day): day
    case .none: nil
    }
  }
}

/// Reads dates as people write them: `2023-08-01`, `2023/8/1`, `2023.8.1`, `2023年8月1日`, `20230801`.
enum DayReader {
  static func read(_ text: String) -> DayReading {
    let cell = CellText(text)
    let plain = withoutTime(CellText(cell.textMarked ?? cell.plain).plain)
    if cell.spreadsheetTrouble == .hashes { return .none(tooNarrow) }
    if let day = english(plain) { return day }
    let parts = PeriodParts(plain)
    let numbers = parts.numbers
    guard let first = numbers.first, parts.marks[0].isEmpty else { return .none(noDate) }
    if numbers.count == 1 || (first.count == 5 && numbers.count == 2) {
      return single(parts, digits: plain.utf8.count { (0x30...0x39).contains($0) })
    }
    guard first.count == 4 else {
      let isYearless = numbers.count == 2 && parts.marks[1] == "月"
      return .none(isYearless ? noYear : noDate)
    }
    if numbers.count == 2, separators.contains(parts.marks[1]) { return .none(noDay) }
    guard numbers.count == 3, isWhole(parts) else { return .none(noDate) }
    return day(first.value, numbers[1].value, numbers[2].value)
  }

  private static let noDate = Both("不是一个日期", "it is no date")
  private static let noYear = Both("没有写年份", "it lacks the year")
  private static let noDay = Both("只有年月，没有写日", "it has a month and no day")
  private static let tooNarrow = Both(
    "列太窄，存盘时日期丢了；拉宽那一列再另存",
    "the column was too narrow and the date was lost; widen it and save again")
  private static let noSuchDay = Both("历法上没有这一天", "the calendar has no such day")

  private static func day(_ year: Int, _ month: Int, _ day: Int) -> DayReading {
    Day(year: year, month: month, day: day).map { .day($0) } ?? .none(noSuchDay)
  }

  // MARK: Marks

  private static let separators: Set<String> = ["-", "/", ".", "年", "—", "–", "−", "、", "\\"]

  /// The same mark twice, or 年 and 月; behind the day nothing, 日, or the day of the week.
  private static func isWhole(_ parts: PeriodParts) -> Bool {
    let (first, second, last) = (parts.marks[1], parts.marks[2], parts.marks[3])
    let isJoined =
      first == second && first != "年" && separators.contains(first)
      || first == "年" && second == "月"
    let end = last.hasPrefix("日") || last.hasPrefix("号") ? String(last.dropFirst()) : last
    let isEnd =
      ["", ".", "。"].contains(end) || ["星期", "周", "(星期", "(周"].contains(where: end.hasPrefix)
    return isJoined && isEnd
  }

  /// `20230801`, `202308`, and the number that a spreadsheet keeps for a date, which shows when the
  /// cell's format was lost. Five digits are the years 1927 to 2173.
  private static func single(_ parts: PeriodParts, digits: Int) -> DayReading {
    let number = parts.numbers[0]
    // The parts count no further than eight digits.
    guard digits <= 8 || number.count < 8, parts.marks[1].isEmpty || parts.marks[1] == ".",
      parts.marks.last == ""
    else {
      return .none(noDate)
    }
    switch (number.count, parts.numbers.count) {
    case (8, 1): return day(number.value / 10_000, number.value / 100 % 100, number.value % 100)
    case (6, 1): return .none((1...12).contains(number.value % 100) ? noDay : noDate)
    case (5, _): return Day(serial: number.value).map { .understood($0) } ?? .none(noDate)
    default: return .none(noDate)
    }
  }

  // MARK: What spreadsheets make of dates

  /// `2023/8/1 0:00:00`: the time of a day counts for nothing here.
  private static func withoutTime(_ text: String) -> String {
    guard let colon = text.firstIndex(where: { $0 == ":" || $0 == "：" }) else { return text }
    let day = text[..<colon].reversed().drop { $0.isNumber }
    guard let mark = day.first, mark == " " || mark == "T" || mark == "\u{3000}" else {
      return text
    }
    return CellText(String(day.dropFirst().reversed())).plain
  }

  private static let months = [
    "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
  ]

  /// `1-Aug-23`, as an English spreadsheet writes it. Nil when it is nothing of the kind.
  private static func english(_ text: String) -> DayReading? {
    let words = text.lowercased().split { "-/ ,.".contains($0) }.map(String.init)
    guard words.count == 3, let month = months.firstIndex(where: { words[1].hasPrefix($0) }),
      let day = Int(words[0]), let year = Int(words[2]), year >= 0
    else { return nil }
    let real = Day(year: year < 100 ? 2000 + year : year, month: month + 1, day: day)
    return real.map { .understood($0) } ?? .none(noSuchDay)
  }
}
