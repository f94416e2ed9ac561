import HuizongCore
import HuizongReports

/// `huizong verify`
enum VerifyCommand {
  static let command = Command(
    name: "verify",
    usage: "verify CITY.csv DIR…",
    summary: Both(
      "节点检查：把全市表和各单位的合计逐格比对", "compare a city's table with the sum of its units, cell by cell"),
    details: Both(
      "期间以 CITY.csv 里写的为准。每处不一致列出汇总值、下级合计、差值，正好等于某个单位的数时点出单位。"
        + "CITY.csv 是初稿的，说明差值里有没有它未含的单位。"
        + "退出状态：0 完全一致；1 有不一致，或有单位缺报、退回，或是初稿；2 无法运行。",
      "The period is the one that CITY.csv states. Each difference shows the value given, the sum of the units and the gap, "
        + "and the unit whose figure is exactly the gap. Of a draft it tells whether the gaps hold the units that it leaves out. "
        + "Exit status: 0 all equal; 1 differences, units that do not count, or a draft; 2 it could not run."
    ),
    options: [CityAction.prefer, CityAction.history] + CityAction.reporting + Command.templates,
    examples: [
      (
        "huizong verify 全市.csv 2023-08/",
        Both("全市表对不对得上各区", "does the city's table match its districts")
      )
    ],
    run: run)

  private static func run(_ arguments: Arguments, _ language: Language) throws(RunError) -> Int32 {
    let format = try arguments.format(["text", "json", "csv"])
    let paths = try arguments.paths()
    guard paths.count >= 2 else {
      throw .usage(
        Both(
          "请写明全市表和各单位报表的文件夹，如：huizong verify 全市.csv 2023-08/",
          "Name the city's table and the folder of its units, such as: huizong verify city.csv 2023-08/"
        ))
    }
    let templates = try Templates.load(form: arguments["form"], units: arguments["units"])
    let (city, draft) = try OfficeTable(templates, language).read(paths)
    var action = CityAction(templates: templates, language: language)
    action.fixedPeriod = city.period
    let outcome = try action.run(Array(paths.dropFirst()), arguments)
    if outcome.rollUp.counted.isEmpty { throw outcome.failures.first ?? nobody(paths, outcome) }
    let differences = outcome.rollUp.differences(from: city, templates.form)
    let note = draft.map { DraftNote(paths[0], $0, outcome.rollUp, outcome.report) }
    let report = VerifyReport(differences, outcome.report, note)
    let bytes =
      switch format {
      case "json": report.json()
      case "csv": report.csv()
      default: report.text()
      }
    try OutputFile.write(bytes, to: arguments["output"])
    if let note, format != "text" { Console.remark("huizong: \(note.text)") }
    Console.remark(onLedgersAmong: outcome.report.entries, language)
    for unit in outcome.rollUp.blocking { Console.remark(notCounted(unit, outcome, language)) }
    for line in RollUpNotice(outcome.rollUp, outcome.report).others {
      Console.remark("huizong: \(line)")
    }
    let isRight = differences.isEmpty && outcome.rollUp.isComplete && note == nil
    return Console.exit(outcome.failures, language, otherwise: isRight ? 0 : 1)
  }

  /// Every cell would differ by all of itself, which says nothing.
  private static func nobody(_ paths: [String], _ outcome: CityAction.Outcome) -> RunError {
    let period = outcome.rollUp.period
    let status = "huizong status \(paths.dropFirst().joined(separator: " ")) --period \(period)"
    return .usage(
      Both(
        "\(paths[0]) 是 \(period) 的全市表，可各单位 \(period) 的报表没有一份能计入，没有核对。请给这个期间的文件夹；原因可用 \(status) 查看。",
        "\(paths[0]) is the city's table of \(period), and no unit's table of \(period) counts; nothing was compared. Name the folder of that period; \(status) tells why."
      ))
  }

  private static func notCounted(
    _ unit: RolledUnit, _ outcome: CityAction.Outcome, _ language: Language
  ) -> String {
    let name = outcome.report.roster.units[unit.unit].short
    let reason = UnitStateWords(language: language).request(unit, outcome.rollUp)
    return language == .chinese
      ? "huizong: 下级合计不含\(name)：\(reason)" : "huizong: the sum leaves out \(name): \(reason)"
  }
}
