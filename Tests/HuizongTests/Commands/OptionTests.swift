import Foundation
import Testing

/// Options, languages and exit statuses.
struct OptionTests {
  private static let good = "samples/accepted/gbk.csv"
  private static let bad = "samples/flaws/V15-about-12.csv"
  private static let remarked = "samples/accepted/exponents.csv"

  private static let statuses: [(arguments: [String], status: Int32)] = [
    (["check", good], 0), (["check", bad], 1), (["check", good, bad], 1),
    (["check", remarked], 0), (["check", remarked, "--strict"], 1),
    (["check", good, "--strict"], 0), (["check", bad, "--lenient"], 1), (["check", "--", good], 0),
    (["tidy", good], 0), (["tidy", bad], 1),
    (["--help"], 0), (["help", "check"], 0), (["--version"], 0),
    // It could not run: paths.
    (["check", "missing.csv"], 2), (["check", bad, "missing.csv"], 2),
    (["tidy", "missing.csv"], 2),
    (["check", good, "--form", "missing"], 2), (["check", good, "--units", "missing.json"], 2),
    // It could not run: usage.
    ([], 2), (["chekc", good], 2), (["check"], 2), (["check", "--colour", good], 2),
    (["check", good, "--format", "yaml"], 2), (["check", good, "--format"], 2),
    (["check", good, "--strict=yes"], 2), (["check", good, "--lang", "fr"], 2),
    (["check", good, "--format", "json", "--format", "text"], 2),
  ]

  @Test(arguments: statuses)
  func `the exit status says what happened`(arguments: [String], status: Int32) throws {
    let outcome = try Binary().run(arguments)
    #expect(outcome.status == status)
    if status == 2 { #expect(!outcome.remarks.isEmpty) }
    if status == 0 { #expect(outcome.remarks.isEmpty) }
  }

  private static let misspelled = [
    ("check", "--fromat", "--format"), ("check", "--unit", "--units"),
    ("tidy", "--ouput", "--output"),
  ]

  @Test(arguments: misspelled)
  func `a misspelled option is answered with the right one`(
    command: String, wrong: String, right: String
  ) throws {
    let outcome = try Binary().run([command, wrong, Self.good])
    #expect(outcome.status == 2)
    #expect(outcome.remarks.contains(wrong) && outcome.remarks.contains(right))
    #expect(outcome.output.isEmpty)
  }

  @Test func `a misspelled command is answered with the right one`() throws {
    let outcome = try Binary().run(["chekc", "--lang", "en"])
    #expect(outcome.remarks.contains("chekc") && outcome.remarks.contains("check"))
  }

  private static let languages:
    [(environment: [String: String], options: [String], isEnglish: Bool)] = [
      (["LANG": "en_US.UTF-8"], [], true), (["LANG": "zh_CN.UTF-8"], [], false), ([:], [], false),
      (["LANG": "C"], [], false), (["LANG": ""], [], false),
      (["LANG": "zh_CN.UTF-8", "LC_ALL": "en_GB.UTF-8"], [], true),
      (["LANG": "en_US.UTF-8", "LC_MESSAGES": "zh_CN.UTF-8"], [], false),
      (["LANG": "en_US.UTF-8"], ["--lang", "zh"], false),
      (["LANG": "zh_CN.UTF-8"], ["--lang", "en"], true),
      (["LANG": "zh_CN.UTF-8"], ["--lang=en"], true),
    ]

  @Test(arguments: languages)
  func `the locale and --lang choose the language`(
    environment: [String: String], options: [String], isEnglish: Bool
  ) throws {
    let binary = Binary(environment: environment)
    let text = try binary.run(["check", Self.bad] + options).text
    #expect(text.contains("needs the exact number") == isEnglish)
    #expect(text.contains("统计表要准确数") == !isEnglish)
    let usage = try binary.run(["check"] + options).remarks
    #expect(usage.contains("Name submissions") == isEnglish)
  }

  @Test(arguments: ["zh", "en"])
  func `every command has help with its options and an example`(language: String) throws {
    let overview = try Binary(environment: ["LANG": language]).run(["--help"])
    #expect(overview.status == 0)
    let commands = Set(overview.text.split(separator: "\n").compactMap(Self.command))
    #expect(commands.isSuperset(of: ["check", "tidy"]))
    for command in commands {
      let help = try Binary().run([command, "--help", "--lang", language])
      #expect(help.status == 0 && help.errors.isEmpty)
      for word in ["huizong \(command)", "--lang", "--help"] { #expect(help.text.contains(word)) }
      #expect(help.text.contains(language == "en" ? "Examples:" : "例子："))
    }
  }

  /// `  huizong check PATH…` names a command.
  private static func command(_ line: Substring) -> String? {
    let words = line.split(separator: " ")
    return words.count > 1 && line.hasPrefix("  huizong ") ? String(words[1]) : nil
  }

  @Test func `the text report points at file, line and column and says what to do`() throws {
    let text = try Binary().run(["check", Self.bad]).text
    let lines = text.split(separator: "\n").map(String.init)
    #expect(lines[0].hasPrefix("\(Self.bad):4:2: 错误 V15: B4 "))
    #expect(lines[1].hasPrefix("    "))
    #expect(lines.last?.contains("退回 1") == true)
  }

  @Test func `the summary counts submissions and findings`() throws {
    let summary = try Binary().check([Self.good, Self.bad, Self.remarked]).report.summary
    #expect(summary.files == 3)
    #expect(summary.accepted == 2)
    #expect(summary.rejected == 1)
    #expect(summary.errors == 1)
    #expect(summary.hints == 3)
  }
}
