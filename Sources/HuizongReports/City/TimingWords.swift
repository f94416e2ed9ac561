import HuizongCore

/// Whether a unit is in time, in words.
struct TimingWords {
  let language: Language

  /// For a list: `逾期 5 天`.
  func short(_ timing: Timing) -> String { shortWords(timing)[language] }

  private func shortWords(_ timing: Timing) -> Both {
    switch timing {
    case .delivered, .notRequired, .open: Both("", "")
    case .notDue(let day, let left):
      Both("未到期（\(day) 截止，还有 \(left) 天）", "not yet due (\(day), in \(TimingWords.days(left)))")
    case .dueToday(let day): Both("今天（\(day)）截止", "due today (\(day))")
    case .late(let day, let days):
      Both("逾期 \(days) 天（\(day) 截止）", "\(TimingWords.days(days)) late (due \(day))")
    }
  }

  /// For a reminder, before what is asked for.
  func sentence(_ timing: Timing) -> String { sentenceWords(timing)[language] }

  private func sentenceWords(_ timing: Timing) -> Both {
    switch timing {
    case .delivered, .notRequired, .open: Both("", "")
    case .notDue(let day, let left):
      Both("应于 \(day) 前报送，还有 \(left) 天，", "is due on \(day), in \(TimingWords.days(left)), and ")
    case .dueToday(let day): Both("今天（\(day)）截止，", "is due today, \(day), and ")
    case .late(let day, let days):
      Both(
        "应于 \(day) 前报送，已逾期 \(days) 天，", "was due on \(day), is \(TimingWords.days(days)) late, and "
      )
    }
  }

  private static func days(_ count: Int) -> String { count == 1 ? "1 day" : "\(count) days" }

  /// For other programs.
  static func key(_ timing: Timing) -> String {
    switch timing {
    case .delivered: "delivered"
    case .notRequired: "not-required"
    case .open: "open"
    case .notDue: "not-due"
    case .dueToday: "due-today"
    case .late: "late"
    }
  }

  /// What comes next, or that nothing does.
  func next(_ calendar: FormCalendar, today: Day) -> String {
    let isChinese = language == .chinese
    let entries = calendar.next(from: today, most: 3)
    guard let last = calendar.entries.last else { return "" }
    guard !entries.isEmpty else {
      return isChinese
        ? "今天 \(today)，各项截止日期都已过（最后一项 \(last.day) \(last.report)）\n"
        : "Today is \(today); every deadline has passed (the last was \(last.day) \(last.report))\n"
    }
    let list = entries.map { "\($0.day) \($0.report)" }
    return isChinese
      ? "今天 \(today)，接下来的截止日期：\(list.joined(separator: "；"))\n"
      : "Today is \(today); next deadlines: \(list.joined(separator: "; "))\n"
  }
}
