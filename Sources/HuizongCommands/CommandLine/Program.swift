import Glibc
import HuizongCore

/// The program: finds the command, runs it, and turns what goes wrong into words.
public enum Program {
  static let commands = [
    CheckCommand.command, RollupCommand.command, AnnualCommand.command, StatusCommand.command,
    VerifyCommand.command,
    DiffCommand.command, TidyCommand.command, RulesCommand.rules, RulesCommand.explain,
  ]

  public static let version = "0.1.0"

  /// Exit status 0: all accepted; 1: something is not; 2: it could not run.
  public static func run(_ words: [String]) -> Int32 {
    // A closed pipe shall end a write with an error, not the program.
    signal(SIGPIPE, SIG_IGN)
    // A file that may not grow is a failure to be reported, not the end.
    signal(SIGXFSZ, SIG_IGN)
    let language = language(words)
    do throws(RunError) {
      return try dispatch(words, language)
    } catch {
      Console.remark("huizong: \(error.message(language))")
      return 2
    }
  }

  /// Needed before anything is parsed: a wrong option is answered in the right language.
  private static func language(_ words: [String]) -> Language {
    for (index, word) in words.enumerated() {
      if word == "--lang=en" { return .english }
      if word == "--lang=zh" { return .chinese }
      if word == "--lang", index + 1 < words.count {
        return words[index + 1] == "en" ? .english : .chinese
      }
    }
    return Console.language
  }

  private static func dispatch(_ words: [String], _ language: Language) throws(RunError) -> Int32 {
    guard let first = words.first else {
      try Console.write(Array(overview(language).utf8), to: STDERR_FILENO)
      return 2
    }
    if ["help", "--help", "-h"].contains(first) {
      let topic = words.dropFirst().first.flatMap { name in commands.first { $0.name == name } }
      try Console.write(Array((topic?.help(language) ?? overview(language)).utf8))
      return 0
    }
    if ["--version", "version"].contains(first) {
      try Console.write(Array("huizong \(version)\n".utf8))
      return 0
    }
    guard let command = commands.first(where: { $0.name == first }) else {
      throw unknown(first)
    }
    let arguments = try Arguments(Array(words.dropFirst()), command.options + Command.common)
    if arguments.has("help") {
      try Console.write(Array(command.help(language).utf8))
      return 0
    }
    _ = try arguments.choice("lang", ["zh", "en"])
    return try command.run(arguments, language)
  }

  private static func unknown(_ name: String) -> RunError {
    let near = Spelling.nearest(to: name, among: commands.map(\.name))
    return .usage(
      Both(
        "没有“\(name)”这个命令\(near.map { "，是否应为 \($0)？" } ?? "。")以 huizong --help 查看全部命令。",
        "There is no command “\(name)”\(near.map { "; did you mean \($0)?" } ?? ".") See huizong --help."
      ))
  }

  private static func overview(_ language: Language) -> String {
    let intro = Both(
      "huizong（汇总）：检查各区报送的统计表", "huizong (汇总): checks the statistics tables that districts send")
    let more = Both(
      "以 huizong 命令 --help 查看每个命令的用法和例子。", "See huizong COMMAND --help for usage and examples.")
    var text = "\(intro[language])\n\n"
    for command in commands {
      text += "  huizong \(command.usage)\n      \(command.summary[language])\n"
    }
    return text + "\n\(more[language])\n"
  }
}
