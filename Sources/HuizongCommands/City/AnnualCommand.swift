import Drafts
import HuizongCore
import HuizongReports

/// `huizong annual`
enum AnnualCommand {
  static let command = Command(
    name: "annual",
    usage: "annual DIR… --from 2023-06 --to 2023-10 -o FILE.xlsx [--text FILE]",
    summary: Both(
      "全年：年终总结用的工作簿，分月、分单位、分产品，附排名、环比和图",
      "the year-end workbook: by month, unit and product, with rankings, changes and charts"),
    details: Both(
      "在全市工作簿之上，另有各月的分区表和分品类表、排名、环比（同口径）。"
        + "只报累计表的单位分不到各月，表上注明，不作推算。有应报单位缺报、退回或待说明时不写文件，并逐个列出；"
        + "--partial 先出初稿。"
        + "--text 写出总结的文字部分（.md 或 .docx），每个数都是算出来的，句子取自表式的 summary.md，可以改；"
        + "不到全年的期间写成阶段性总结。退出状态：0 完整；1 有单位未收入；2 无法运行。",
      "The city workbook, and beyond it months by unit and by product, rankings, and changes from month to month, like for like. "
        + "What a unit sent only in a cumulative table is no month's; the sheets say so. Nothing is written while a required "
        + "unit is missing, rejected or unexplained; --partial writes a draft. "
        + "--text writes the sentences of the summary (.md or .docx), every number computed; they come from the form's summary.md "
        + "and can be edited there. A part of the year makes a stage summary. "
        + "Exit status: 0 complete; 1 some units do not count; 2 it could not run."),
    options: [
      Option(
        name: "from", value: "MONTH",
        help: Both("起始月份，如 2023-06；默认为表式的第一个月", "first month; by default the form's first")),
      Option(
        name: "to", value: "MONTH",
        help: Both("截止月份，如 2023-10；默认为表式的最后一个月", "last month; by default the form's last")),
      CityAction.prefer, CityAction.history,
      Option(
        name: "output", short: "o", value: "FILE.xlsx", help: Both("全年工作簿", "the year-end workbook")
      ),
      SummaryOutput.option, CityOutput.round, CityOutput.partial, CityAction.lenient,
    ] + Command.templates,
    examples: [
      (
        "huizong annual 2023-*/ --from 2023-06 --to 2023-10 -o 全年.xlsx",
        Both("全年工作簿", "the whole year")
      ),
      (
        "huizong annual 2023-*/ --to 2023-08 --partial -o 阶段.xlsx",
        Both("阶段性总结的初稿，6 至 8 月", "a draft for the stage summary, June to August")
      ),
      (
        "huizong annual 2023-*/ --text 全年总结.docx",
        Both("全年总结的文字和表", "the year's summary, sentences and tables")
      ),
    ],
    run: run)

  private static func run(_ arguments: Arguments, _ language: Language) throws(RunError) -> Int32 {
    guard arguments["output"] != nil || arguments["text"] != nil else {
      throw .usage(
        Both(
          "请用 -o 写明工作簿文件名，如 -o 全年.xlsx，或用 --text 写明总结文件名，如 --text 全年总结.docx",
          "Name the workbook with -o, such as -o year.xlsx, or the summary with --text, such as --text year.docx"
        ))
    }
    let templates = try Templates.load(form: arguments["form"], units: arguments["units"])
    let summary = try SummaryOutput(arguments, templates)
    var action = CityAction(templates: templates, language: language)
    let asked = try period(arguments, templates.form)
    asked.remark(language)
    action.fixedPeriod = asked.period
    let contents = CityWorkbook.Contents(
      isAnnual: true, decimals: try CityOutput.decimals(arguments))
    let outcome = try action.run(arguments.paths(), arguments)
    return try CityOutput(arguments, outcome).finish { output throws(RunError) in
      try output.publish(contents, and: .text) { () throws(RunError) in
        try summary?.draft(outcome)
      }
    }
  }

  // MARK: The months

  /// From one month to another; the form's first and last where nothing is said.
  private static func period(_ arguments: Arguments, _ form: Form) throws(RunError) -> AskedPeriod {
    let (from, to) = try (month("from", arguments, form), month("to", arguments, form))
    let first = from ?? min(form.months.lowerBound, to ?? 12)
    let last = to ?? max(form.months.upperBound, first)
    guard let period = Period(year: form.year, first: first, last: last) else {
      throw .usage(
        Both(
          "--from（\(first) 月）在 --to（\(last) 月）之后，请把起止月份对调",
          "--from (month \(first)) is after --to (month \(last)); exchange them"))
    }
    return try AskedPeriod(period, form, options: "--from/--to")
  }

  private static func month(
    _ name: String, _ arguments: Arguments, _ form: Form
  ) throws(RunError) -> Int? {
    guard let text = arguments[name] else { return nil }
    guard let period = Period(written: text), period.isMonth, period.year == form.year else {
      throw .usage(
        Both(
          "--\(name) 的“\(text)”不是 \(form.year) 年的月份，应写成 \(form.year)-06 这样",
          "“\(text)” after --\(name) is no month of \(form.year); write it like \(form.year)-06"))
    }
    return period.first
  }
}
