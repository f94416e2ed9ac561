import HuizongCore

/// A command: its name, its options, its help, and what it does.
struct Command: Sendable {
  let name: String
  let usage: String
  let summary: Both
  /// What it does, beyond the summary; one paragraph.
  let details: Both
  let options: [Option]
  let examples: [(line: String, does: Both)]
  /// Returns the exit status.
  let run: @Sendable (Arguments, Language) throws(RunError) -> Int32

  func help(_ language: Language) -> String {
    let words = Command.words(language)
    var text =
      "\(summary[language])\n\n\(words.usage)\n  huizong \(usage)\n\n\(details[language])\n"
    text += "\n\(words.options)\n"
    for option in options + Command.common { text += Command.line(option, language) }
    text += "\n\(words.examples)\n"
    for example in examples { text += "  \(example.line)\n      \(example.does[language])\n" }
    return text
  }

  private static func line(_ option: Option, _ language: Language) -> String {
    let short = option.short.map { "-\($0), " } ?? "    "
    let value = option.value.map { " \($0)" } ?? ""
    let left = "  \(short)--\(option.name)\(value)"
    let gap = String(repeating: " ", count: max(2, 30 - left.count))
    return left + gap + option.help[language] + "\n"
  }

  private static func words(_ language: Language) -> (
    usage: String, options: String, examples: String
  ) {
    language == .chinese ? ("用法：", "选项：", "例子：") : ("Usage:", "Options:", "Examples:")
  }

  static let common = [
    Option(
      name: "lang", value: "zh|en",
      help: Both("提示语言；默认按系统区域设置，非英文则为中文", "language of messages; by default that of the locale")),
    Option(name: "help", short: "h", help: Both("显示这份帮助", "show this help")),
  ]

  static let output = Option(
    name: "output", short: "o", value: "FILE",
    help: Both("写到文件，默认写到屏幕", "write to a file instead of the screen"))

  static let templates = [
    Option(
      name: "form", value: "DIR",
      help: Both(
        "表式文件夹（form.json）；默认内置 2023 年附件 2",
        "folder of the form (form.json); built in: 2023, Annex 2")),
    Option(
      name: "units", value: "FILE",
      help: Both("单位名单；默认内置上海市", "roster of the units; built in: Shanghai")),
  ]
}
