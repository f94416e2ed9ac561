import Drafts
import HuizongCore
import HuizongReports

/// `huizong rollup`
enum RollupCommand {
  static let command = Command(
    name: "rollup",
    usage: "rollup DIR… --period PERIOD -o FILE.xlsx [--csv FILE.csv]",
    summary: Both(
      "汇总：各单位报表合成全市工作簿，每个数都能追到原表的格",
      "merge the units' tables into the city workbook, every figure traceable"),
    details: Both(
      "有应报单位缺报、退回或待说明时不写文件，并逐个列出；--partial 先出初稿，每个合计上都注明未含哪些单位。"
        + "各单位的典型案例台账合成一张“典型案例”；台账缺报或有错不影响汇总，表上会写明。"
        + "--csv 另出一份全市表，可以再作为报表上报。退出状态：0 完整；1 有单位未收入；2 无法运行。",
      "Nothing is written while a required unit is missing, rejected or unexplained; all of them are named. --partial writes a "
        + "draft that says so on every total. The units' ledgers of cases become a sheet; one that is missing or rejected stands in no figure's way, and is named there. --csv writes the city's own table, a submission for the next level. "
        + "Exit status: 0 complete; 1 some units do not count; 2 it could not run."),
    options: CityAction.options + [
      Option(
        name: "output", short: "o", value: "FILE.xlsx", help: Both("全市工作簿", "the city workbook")),
      Option(name: "csv", value: "FILE.csv", help: Both("全市表（CSV）", "the city's own table (CSV)")),
      CityOutput.round, CityOutput.partial, CityAction.lenient,
    ] + Command.templates,
    examples: [
      (
        "huizong rollup 2023-08/ --period 2023-08 -o 全市8月.xlsx --csv 全市8月.csv",
        Both("8 月全市汇总", "the city in August")
      ),
      (
        "huizong rollup 2023-*/ --period 2023-06—2023-08 -o 全市6-8月.xlsx",
        Both("6 至 8 月累计", "June to August together")
      ),
    ],
    run: run)

  private static func run(_ arguments: Arguments, _ language: Language) throws(RunError) -> Int32 {
    guard arguments["output"] != nil || arguments["csv"] != nil else {
      throw .usage(
        Both("请用 -o 写明工作簿文件名，如 -o 全市.xlsx", "Name the workbook with -o, such as -o city.xlsx"))
    }
    let contents = CityWorkbook.Contents(decimals: try CityOutput.decimals(arguments))
    guard contents.decimals == nil || arguments["output"] != nil else {
      throw .usage(
        Both("--round 是工作簿的选项，请用 -o 写明工作簿文件名", "--round is about the workbook; name one with -o"))
    }
    let templates = try Templates.load(form: arguments["form"], units: arguments["units"])
    let outcome = try CityAction(templates: templates, language: language)
      .run(arguments.paths(), arguments)
    return try CityOutput(arguments, outcome).finish { output throws(RunError) in
      try output.publish(contents, and: .csv) { () throws(RunError) in
        try table(outcome, arguments)
      }
    }
  }

  /// The city's own table, where one is wanted.
  private static func table(
    _ outcome: CityAction.Outcome, _ arguments: Arguments
  ) throws(RunError) -> Draft? {
    guard let path = arguments["csv"] else { return nil }
    let table = CityTable(
      outcome.rollUp, form: outcome.report.form, roster: outcome.report.roster)
    return try OutputFile.draft(table.render(), for: path)
  }
}
