import Glibc
import HuizongCore
import HuizongReports

/// `huizong check`
enum CheckCommand {
  static let command = Command(
    name: "check",
    usage: "check PATH…",
    summary: Both(
      "检查报表：是否正确，哪一格有问题，怎样改", "check submissions: what is wrong, in which cell, what to do"),
    details: Both(
      """
      PATH 是报表文件（CSV）、文件夹（连同下级文件夹）或 -（标准输入）。GBK、UTF-8、UTF-16 编码，逗号、制表符、
      分号分隔，照表式打印的两行表头或一行表头，都可以直接检查。随表报送的典型案例台账也一样，会与统计表核对。
      退出状态：0 全部通过；1 有退回或待说明的；2 无法运行（路径不存在、读不了、写不进）。
      """,
      """
      PATH is a submission (CSV), a folder with its subfolders, or - for standard input. GBK, UTF-8 and UTF-16,
      commas, tabs and semicolons, one-row and two-row headers are all read as they are. So are the ledgers of
      cases that come with the tables; they are set beside them.
      Exit status: 0 all accepted; 1 something rejected or unexplained; 2 it could not run.
      """),
    options: [
      Option(
        name: "format", value: "text|json|html|csv",
        help: Both(
          "输出格式，默认 text；html 是可打印的网页，csv 用 Excel 打开",
          "output format; text by default; html is a page to print, csv opens in Excel")),
      Command.output,
      Option(name: "verbose", short: "v", help: Both("通过的也逐份列出", "list the accepted ones too")),
      Option(
        name: "strict",
        help: Both("提示也不放过：有提示即退出状态 1", "hints count: exit status 1 when there is any")),
      Option(
        name: "lenient",
        help: Both(
          "待说明的不算：只有退回才退出状态 1", "open queries do not count: exit status 1 for rejected ones only")),
      CityAction.history,
    ] + Command.templates,
    examples: [
      ("huizong check 黄浦区.csv", Both("检查一份报表", "check one submission")),
      ("huizong check 2023-08/", Both("检查一个月收到的全部报表", "check all that came in a month")),
      (
        "huizong check --format html 2023-08/ -o 检查结果.html",
        Both("结果写成网页，标出有问题的格，可以打印", "write the result as a page that shows the cells, and prints")
      ),
      (
        "huizong check --format json 2023-08/ -o result.json",
        Both("结果写成 JSON，供别的程序使用", "write the result as JSON for other programs")
      ),
    ],
    run: run)

  private static func run(_ arguments: Arguments, _ language: Language) throws(RunError) -> Int32 {
    let format = try arguments.format(["text", "json", "html", "csv"])
    let templates = try Templates.load(form: arguments["form"], units: arguments["units"])
    let history = arguments.all("history")
    let action = CheckAction(
      templates: templates, keepsTables: format == "html", compares: !history.isEmpty)
    let check = action.check(try arguments.paths(), history: history, language)
    let report = Report(
      form: templates.form, roster: templates.roster, wording: templates.wording(language),
      entries: check.entries, coverage: check.coverage, rules: templates.rules)
    // Where no path could be read at all there is nothing to sum up.
    let hasReport = !check.entries.isEmpty || check.failures.isEmpty || format == "json"
    if hasReport { try write(report, format, arguments) }
    if check.entries.speakOfTheSame { Console.remark("huizong: \(leftToOthers[language])") }
    Console.leave(report)
    return Console.exit(check.failures, language, otherwise: status(report.summary, arguments))
  }

  private static let leftToOthers = Both(
    "同一单位的累计表与各月是否一致（P05、P06）、同一期的几份表以哪份为准（R02—R04），这里没有核对：用 huizong status 或 rollup 一起检查",
    "whether a unit's cumulative tables agree with its months (P05, P06), and which of several tables of one period counts (R02 to R04), is left to huizong status and rollup"
  )

  private static func write(
    _ report: Report, _ format: String, _ arguments: Arguments
  ) throws(RunError) {
    let output = arguments["output"]
    let colour = output == nil && Console.wantsColour
    let bytes =
      switch format {
      case "json": JSONReport(report).render()
      case "html": HTMLReport(report).render()
      case "csv": CSVReport(report).render()
      default: text(TextReport(report, colour: colour, verbose: arguments.has("verbose")))
      }
    try OutputFile.write(bytes, to: output)
  }

  /// A nation's report is drawn on all processors; a clerk's is one piece.
  private static func text(_ report: TextReport) -> [UInt8] {
    let pieces = report.pieces(of: 64)
    let drawn = Workers.map(
      pieces.count, make: { report }, progress: { _ in },
      work: { report, index in report.render(pieces[index]) })
    return Array(drawn.joined()) + report.summary()
  }

  private static func status(_ summary: Summary, _ arguments: Arguments) -> Int32 {
    if summary.rejected > 0 { return 1 }
    if summary.needsExplanation > 0, !arguments.has("lenient") { return 1 }
    return summary.hints > 0 && arguments.has("strict") ? 1 : 0
  }
}
