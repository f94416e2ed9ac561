import HuizongCore
import HuizongReports

/// `huizong status`
enum StatusCommand {
  static let command = Command(
    name: "status",
    usage: "status DIR… --period PERIOD",
    summary: Both(
      "上报情况：谁报了、谁没报、有什么问题，附催报文字", "who has reported, what is wrong, and the reminders to send"),
    details: Both(
      "DIR 是各单位报表所在的文件夹或文件。按表式的截止日期算出谁逾期几天；退回和待说明的算没有报到。退出状态：0 应报单位全部通过；1 有缺报、退回或待说明的；2 无法运行。",
      "DIR holds the units' submissions. By the form's deadlines it tells who is late by how much; what is rejected or unexplained has not been delivered. Exit status: 0 every unit accepted; 1 some are missing, rejected or unexplained; 2 it could not run."
    ),
    options: CityAction.options + CityAction.reporting + [Clock.option] + Command.templates,
    examples: [
      ("huizong status 2023-08/ --period 2023-08", Both("8 月谁还没报", "who is missing in August")),
      (
        "huizong status 2023-08/ --period 2023-08 --today 2023-09-05",
        Both("到 9 月 5 日，谁逾期几天", "who is late by 5 September, and by how much")
      ),
    ],
    run: run)

  private static func run(_ arguments: Arguments, _ language: Language) throws(RunError) -> Int32 {
    let format = try arguments.format(["text", "json", "csv"])
    let today = try Clock.today(arguments)
    let templates = try Templates.load(form: arguments["form"], units: arguments["units"])
    let outcome = try CityAction(templates: templates, language: language)
      .run(arguments.paths(), arguments)
    let status = StatusReport(outcome.rollUp, outcome.report, today: today)
    let bytes =
      switch format {
      case "json": status.json()
      case "csv": status.csv()
      default: status.text()
      }
    try OutputFile.write(bytes, to: arguments["output"])
    for line in RollUpNotice(outcome.rollUp, outcome.report).others {
      Console.remark("huizong: \(line)")
    }
    return Console.exit(outcome.failures, language, otherwise: outcome.rollUp.isComplete ? 0 : 1)
  }
}
