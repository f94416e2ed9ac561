import HuizongCore
import HuizongReports

/// `huizong diff`
enum DiffCommand {
  static let command = Command(
    name: "diff",
    usage: "diff OLD NEW [--in DIR]…",
    summary: Both(
      "比对重报：退回的表和重报的表，哪些数改了、哪些问题解决了", "compare a resubmission with what was sent back, cell by cell"
    ),
    details: Both(
      """
      OLD 是原来的表，NEW 是重报的表：各写一个文件或一个文件夹。按单位和数据周期配对，按产品和指标比数，行列次序、
      编码、版式不同不算改动；分几个文件报的、一个文件里有许多单位的都可以。只有一边才有的表逐张列出。各剩一张配不上
      的，也配成一对（更正的可能正是表头），单位或期间不同的，在最前面注明。
      --in 给出其他单位的表，就算出全市数改了多少；里面有没有这张表、有几个版本都不要紧，不会重复计算。
      退回的、待说明的表汇总时不计入；要看出改动，这里按表中所填的数算，并在旁边注明。
      退出状态：0 重报的表全部通过；1 有退回、待说明的，或两边不是同一张表；2 无法运行。
      """,
      """
      OLD is the table as it was, NEW the table sent again: a file or a folder each. Tables are paired by unit and
      period and compared by product and figure; order, encoding and layout are no change. Tables in several files and
      files with many units are fine. Tables on one side only are named. One that is left on each side makes a pair
      too (its heading may be what was corrected); another unit or period is said first of all.
      With --in, the other units' tables, you see what becomes of the city's figures. It does no harm if they hold
      this table too, in whichever version: nothing is counted twice.
      A table that is rejected or unexplained does not count in a roll-up; to show the change its figures are taken
      as they stand, and that is said beside them.
      Exit status: 0 all that was sent again is accepted; 1 something is rejected, unexplained, or another table than
      before; 2 it could not run.
      """),
    options: [
      Option(
        name: "in", value: "DIR", isRepeatable: true,
        help: Both(
          "其他单位的报表（可写多次），用来算全市数", "the other units' tables (repeatable), for the city's figures")),
      Option(
        name: "period", value: "PERIOD",
        help: Both(
          "全市数的期间，默认与重报的表相同", "the period of the city's figures; by default that of the table")),
      Option(
        name: "format", value: "text|json|html",
        help: Both(
          "输出格式，默认 text；html 是可打印的网页", "output format; text by default; html is a page to print")),
      Command.output, CityAction.lenient, CityAction.history,
    ] + Command.templates,
    examples: [
      ("huizong diff 退回/黄浦区.csv 重报/黄浦区.csv", Both("重报改了什么", "what the resubmission changed")),
      (
        "huizong diff 退回/黄浦区.csv 重报/黄浦区.csv --in 2023-08/",
        Both("全市数跟着改了多少", "and what that does to the city's figures")
      ),
      (
        "huizong diff 退回/ 重报/ --format html -o 重报比对.html",
        Both("一批重报的表，写成网页", "a whole batch, as a page")
      ),
    ],
    run: run)

  private static func run(_ arguments: Arguments, _ language: Language) throws(RunError) -> Int32 {
    let format = try arguments.format(["text", "json", "html"])
    let (old, new) = try sides(arguments)
    let templates = try Templates.load(form: arguments["form"], units: arguments["units"])
    let outcome = try DiffAction(templates: templates, language: language)
      .run(old, new, arguments)
    // Where one side could not be reached there is nothing to compare.
    if outcome.failures.isEmpty { try write(outcome, templates, language, format, arguments) }
    return Console.exit(
      outcome.failures, language, otherwise: status(outcome, arguments.has("lenient")))
  }

  private static func sides(_ arguments: Arguments) throws(RunError) -> (String, String) {
    let paths = arguments.rest
    guard paths.count == 2, paths != ["-", "-"] else {
      throw .usage(
        Both(
          "请写明原来的表和重报的表，共两个，如：huizong diff 退回/黄浦区.csv 重报/黄浦区.csv",
          "Name two: the table as it was and the table sent again, such as: huizong diff old.csv new.csv"
        ))
    }
    guard arguments["period"] == nil || !arguments.all("in").isEmpty else {
      throw .usage(
        Both(
          "--period 是全市数的期间，要和 --in 一起用",
          "--period is the period of the city's figures; it needs --in"))
    }
    return (paths[0], paths[1])
  }

  private static func write(
    _ outcome: DiffAction.Outcome, _ templates: Templates, _ language: Language, _ format: String,
    _ arguments: Arguments
  ) throws(RunError) {
    let report = DiffReport(
      outcome.comparison, effects: arguments.all("in").isEmpty ? nil : outcome.effects,
      unplaced: outcome.unplaced,
      Report(
        form: templates.form, roster: templates.roster, wording: templates.wording(language),
        entries: outcome.comparison.newEntries))
    let bytes =
      switch format {
      case "json": DiffJSON(report).render()
      case "html": DiffPage(report).render()
      default: DiffText(report).render()
      }
    try OutputFile.write(bytes, to: arguments["output"])
  }

  private static func status(_ outcome: DiffAction.Outcome, _ isLenient: Bool) -> Int32 {
    let contradicts = outcome.effects.contains(where: \.contradicts)
    guard outcome.comparison.isConclusive, !contradicts else { return 1 }
    return switch outcome.comparison.status {
    case .accepted: 0
    case .needsExplanation: isLenient ? 0 : 1
    case .rejected, .leftOut: 1
    }
  }
}
