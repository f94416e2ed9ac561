import HuizongCore
import HuizongReports

/// `huizong tidy`
enum TidyCommand {
  static let command = Command(
    name: "tidy",
    usage: "tidy PATH…",
    summary: Both("把报表整理成一张明细表（CSV）", "put submissions into one tidy table (CSV)"),
    details: Both(
      """
      不论原来是什么编码和版式，每个单位、月份、产品各成一行，数字逐位不变，可用 Excel 直接打开做透视表，
      也可以再当作报表检查。最后一列是“说明”；整张表的说明写在没有数字的“合计”一行。退回的报表不收，并逐份说明。退出状态：0 全部收入；1 有未收入的；2 无法运行。
      """,
      """
      Whatever the encoding and the layout, each unit, period and product becomes a row with exact numbers; Excel
      opens the table as it is, and it can be checked as a submission again. The last column holds the explanations; that
      of a table as a whole stands in a row 合计 without figures. Rejected submissions are left out, and
      named. Exit status: 0 all are in; 1 some are left out; 2 it could not run.
      """),
    options: [
      Command.output
    ] + Command.templates,
    examples: [
      (
        "huizong tidy 2023-*/ -o 全年明细.csv",
        Both("全年各区报表合成一张明细表", "a year's submissions as one table")
      )
    ],
    run: run)

  private static func run(_ arguments: Arguments, _ language: Language) throws(RunError) -> Int32 {
    try arguments.guardEnding(["csv"])
    let templates = try Templates.load(form: arguments["form"], units: arguments["units"])
    let check = CheckAction(templates: templates, keepsTables: true)
      .check(try arguments.paths(), language)
    // A ledger has no figures, and nothing of it is missed here.
    let entries = check.entries.filter { $0.status != .leftOut && $0.ledger == nil }
    // The words around a table are not kept, so a table that they put in doubt is not kept either.
    let isKept = { (entry: Entry) in entry.status != .rejected && !entry.isInDoubt }
    let usable = entries.filter(isKept).compactMap(\.submission)
    let table = TidyTable(form: templates.form, roster: templates.roster).render(usable)
    try OutputFile.write(table, to: arguments["output"])
    Console.remark(onLedgersAmong: check.entries, language)
    for entry in entries where !isKept(entry) {
      Console.remark("huizong: \(leftOut(entry)[language])")
    }
    for rivals in rivals(entries.filter(isKept)) {
      Console.remark("huizong: \(severalTimes(rivals)[language])")
    }
    return Console.exit(
      check.failures, language, otherwise: usable.count == entries.count ? 0 : 1)
  }

  private static func leftOut(_ entry: Entry) -> Both {
    let path = Terminal.clean(entry.path)
    if entry.status != .rejected {
      return Both(
        "\(path) 未收入：表上写着不作数，请用 huizong check 查看。",
        "\(path) is left out: it says that it does not count; see huizong check.")
    }
    return Both(
      "\(path) 未收入：报表有错误，请用 huizong check 查看。",
      "\(path) is left out: it has errors; see huizong check.")
  }

  /// Tables of one unit and period that share a product: a pivot table would count it twice.
  private static func rivals(_ entries: [Entry]) -> [[Entry]] {
    var byTable: [String: [Entry]] = [:]
    for entry in entries {
      guard let unit = entry.unit, let period = entry.period else { continue }
      byTable["\(unit) \(period)", default: []].append(entry)
    }
    return byTable.values.map { entries in
      entries.count == 1 ? [] : sharing(entries)
    }.filter { !$0.isEmpty }.sorted { $0[0].path < $1[0].path }
  }

  private static func sharing(_ entries: [Entry]) -> [Entry] {
    var counts: [Int: Int] = [:]
    for entry in entries { for category in categories(entry) { counts[category, default: 0] += 1 } }
    return entries.filter { categories($0).contains { counts[$0, default: 0] > 1 } }
  }

  private static func categories(_ entry: Entry) -> [Int] {
    let rows = entry.submission?.table.rows ?? []
    return rows.indices.filter { rows[$0].row > 0 }
  }

  private static func severalTimes(_ entries: [Entry]) -> Both {
    let most = 5
    var paths = entries.prefix(most).map { Terminal.clean($0.path) }
    if entries.count > most { paths.append("…") }
    return Both(
      "同一单位同一期有 \(entries.count) 份，都写进去了，做透视表会重复计数：\(paths.joined(separator: "、"))",
      "\(entries.count) tables of one unit and period are all in it and would be counted twice: "
        + paths.joined(separator: ", "))
  }
}
