import HuizongCore

/// An option that a command understands.
struct Option: Sendable {
  let name: String
  var short: Character?
  /// What the value is called in the help; nil for a switch.
  var value: String?
  var isRepeatable = false
  let help: Both
}

/// The words behind a command, sorted into options and the rest.
struct Arguments {
  private(set) var rest: [String] = []
  private var values: [String: [String]] = [:]
  private var switches: Set<String> = []

  init(_ words: [String], _ options: [Option]) throws(RunError) {
    var words = words[...]
    while let word = words.popFirst() {
      if word == "--" {
        rest += words
        break
      }
      guard word.hasPrefix("-"), word != "-" else {
        rest.append(word)
        continue
      }
      try take(word, &words, options)
    }
  }

  private mutating func take(
    _ word: String, _ words: inout ArraySlice<String>, _ options: [Option]
  ) throws(RunError) {
    let parts = word.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    let name = String(parts[0])
    guard let option = options.first(where: { Arguments.matches($0, name) }) else {
      throw Arguments.unknown(name, options)
    }
    guard option.value != nil else {
      guard parts.count == 1 else {
        throw .usage(Both("选项 \(name) 不带值。", "The option \(name) takes no value."))
      }
      switches.insert(option.name)
      return
    }
    guard let value = parts.count == 2 ? String(parts[1]) : words.popFirst() else {
      throw .usage(Both("选项 \(name) 后面要有一个值。", "The option \(name) needs a value."))
    }
    guard option.isRepeatable || values[option.name] == nil else {
      throw .usage(Both("选项 \(name) 只能写一次。", "The option \(name) may be given once."))
    }
    values[option.name, default: []].append(value)
  }

  private static func matches(_ option: Option, _ name: String) -> Bool {
    name == "--" + option.name || option.short.map { name == "-\($0)" } ?? false
  }

  private static func unknown(_ name: String, _ options: [Option]) -> RunError {
    let near = Spelling.nearest(to: name, among: options.map { "--" + $0.name })
    return .usage(
      Both(
        "不认识的选项 \(name)\(near.map { "，是否应为 \($0)？" } ?? "。")以 --help 查看用法。",
        "Unknown option \(name)\(near.map { "; did you mean \($0)?" } ?? ".") See --help."))
  }

  func has(_ name: String) -> Bool { switches.contains(name) }
  subscript(name: String) -> String? { values[name]?.first }
  func all(_ name: String) -> [String] { values[name] ?? [] }

  /// The files and folders that the command line names.
  func paths() throws(RunError) -> [String] {
    guard !rest.isEmpty else {
      throw .usage(
        Both(
          "请写明报表文件或文件夹，如：huizong check 黄浦区.csv",
          "Name submissions or folders, such as: huizong check 黄浦区.csv"))
    }
    return rest
  }

  /// What a report is to be written as: what is asked for, or what the output's ending says, or text.
  func format(_ formats: [String]) throws(RunError) -> String {
    let asked = try choice("format", formats)
    try guardEnding(formats)
    let output = self["output"]?.lowercased() ?? ""
    return asked ?? formats.first { output.hasSuffix(".\($0)") } ?? "text"
  }

  /// A report under the name of another kind of file opens nowhere, and may stand where such a file
  /// was.
  func guardEnding(_ formats: [String]) throws(RunError) {
    guard let output = self["output"]?.lowercased() else { return }
    let others = Arguments.endings.filter { !formats.contains($0) }
    guard let ending = others.first(where: { output.hasSuffix(".\($0)") }) else { return }
    let own = formats.map { $0 == "text" ? ".txt" : ".\($0)" }
    throw .usage(
      Both(
        "-o 的文件名不能以 .\(ending) 结尾：这个命令写不出这种文件，可用的后缀：\(own.joined(separator: "、"))",
        "-o cannot name a .\(ending): this command writes no such file; use one of: "
          + own.joined(separator: ", ")))
  }

  private static let endings = [
    "xlsx", "xlsm", "xls", "et", "ods", "csv", "html", "json", "docx", "doc", "wps", "pdf",
  ]

  /// The value of an option that takes one of a few words.
  func choice(_ name: String, _ words: [String]) throws(RunError) -> String? {
    guard let value = self[name] else { return nil }
    guard words.contains(value) else {
      throw .usage(
        Both(
          "选项 --\(name) 不能是“\(value)”，可用：\(words.joined(separator: "、"))。",
          "The option --\(name) cannot be “\(value)”; use one of: \(words.joined(separator: ", "))."
        ))
    }
    return value
  }
}
