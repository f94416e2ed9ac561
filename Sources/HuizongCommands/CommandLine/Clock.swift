import Glibc
import HuizongCore

/// Today, where the program runs or as the command line has it.
enum Clock {
  static let option = Option(
    name: "today", value: "YYYY-MM-DD",
    help: Both("以哪一天计算是否逾期，默认今天", "the day by which lateness is told; today by default"))

  static func today(_ arguments: Arguments) throws(RunError) -> Day {
    guard let text = arguments["today"] else { return local }
    guard let day = Day(plain: text) else {
      throw .usage(
        Both(
          "--today 的“\(text)”不是一个日期，应写成 2023-08-31 的样子",
          "“\(text)” behind --today is no date; write it like 2023-08-31"))
    }
    return day
  }

  private static var local: Day {
    var now = time(nil)
    var parts = tm()
    localtime_r(&now, &parts)
    let day = Day(
      year: Int(parts.tm_year) + 1900, month: Int(parts.tm_mon) + 1, day: Int(parts.tm_mday))
    // A clock before 1900 or after 2999 is set wrong, and any day is as good.
    return day ?? Day.first
  }
}
