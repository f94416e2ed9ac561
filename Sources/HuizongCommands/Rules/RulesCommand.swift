import HuizongCore
import HuizongReports

/// `huizong rules` and `huizong explain`
enum RulesCommand {
  private static let format = Option(
    name: "format", value: "text|json", help: Both("输出格式，默认 text", "output format; text by default")
  )
  private static let form = Command.templates[0]

  static let rules = Command(
    name: "rules",
    usage: "rules",
    summary: Both("列出全部检查规则：代码、级别、查什么", "list every check: code, level, what it finds"),
    details: Both(
      "L 开头的规则写在表式文件夹的 rules.json 里，市局可以增加、关闭或改级别，不用改程序。",
      "Rules that begin with L stand in the form's rules.json: an office adds, switches off or re-levels them there."
    ),
    options: [format, form],
    examples: [("huizong rules", Both("列出全部规则", "list every check"))],
    run: runRules)

  static let explain = Command(
    name: "explain",
    usage: "explain CODE",
    summary: Both("一条规则的说明：查什么、为什么、举例、怎么办", "one check's page: what, why, example, what to do"),
    details: Both(
      "CODE 是检查结果里的代码，如 L01、T01、V12。", "CODE is the code of a finding, such as L01, T01 or V12."),
    options: [format, form],
    examples: [("huizong explain L01", Both("L01 是什么意思", "what L01 means"))],
    run: runExplain)

  private static func runRules(
    _ arguments: Arguments, _ language: Language
  ) throws(RunError) -> Int32 {
    guard arguments.rest.isEmpty else {
      throw .usage(
        Both(
          "rules 不带参数；看一条规则请用 huizong explain 代码。",
          "rules takes no arguments; see huizong explain CODE."))
    }
    let (list, all) = try load(arguments, language)
    let isJSON = try arguments.choice("format", ["text", "json"]) == "json"
    try Console.write(isJSON ? list.json(all) : list.text(all))
    return 0
  }

  private static func runExplain(
    _ arguments: Arguments, _ language: Language
  ) throws(RunError) -> Int32 {
    guard !arguments.rest.isEmpty else {
      throw .usage(Both("请写明代码，如：huizong explain L01", "Name a code, such as: huizong explain L01"))
    }
    let (list, all) = try load(arguments, language)
    var wanted: [ListedRule] = []
    for code in arguments.rest { wanted.append(try find(code, all)) }
    if try arguments.choice("format", ["text", "json"]) == "json" {
      try Console.write(list.json(wanted))
    } else {
      let pages = wanted.map(list.page)
      try Console.write(Array(pages.joined(separator: [UInt8(ascii: "\n")])))
    }
    return 0
  }

  private static func find(_ code: String, _ all: [ListedRule]) throws(RunError) -> ListedRule {
    let wanted = code.lowercased()
    if let rule = all.first(where: { $0.code.lowercased() == wanted || $0.name == wanted }) {
      return rule
    }
    let near = Spelling.nearest(to: code, among: all.flatMap { [$0.code, $0.name] })
    throw .usage(
      Both(
        "没有“\(code)”这条规则\(near.map { "，是否应为 \($0)？" } ?? "。")以 huizong rules 查看全部规则。",
        "There is no check “\(code)”\(near.map { "; did you mean \($0)?" } ?? ".") See huizong rules."
      ))
  }

  private static func load(
    _ arguments: Arguments, _ language: Language
  ) throws(RunError) -> (RuleList, [ListedRule]) {
    let templates = try Templates.load(form: arguments["form"], units: nil)
    let list = RuleList(catalogue: templates.pages, wording: templates.wording(language))
    return (list, ListedRule.all(templates.rules))
  }
}
