import Glibc
import HuizongCore
import HuizongReports

/// Reads the units' submissions and rolls them up: what `rollup`, `status` and `verify` begin with.
struct CityAction {
  let templates: Templates
  let language: Language
  /// The period, where something else than an option says it.
  var fixedPeriod: Period?

  struct Outcome {
    let rollUp: RollUp
    let report: Report
    let failures: [RunError]
  }

  static let options = [period, prefer, history]

  static let period = Option(
    name: "period", value: "PERIOD",
    help: Both(
      "月份，如 2023-08，或区间，如 2023-06—2023-08",
      "a month such as 2023-08, or a range such as 2023-06—2023-08"))

  static let prefer = Option(
    name: "prefer", value: "newest",
    help: Both(
      "同一期有两份不同的表时，以文件时间较新的为准", "of two different tables of one period, take the newer file"))

  /// For `check`, too.
  static let history = Option(
    name: "history", value: "DIR", isRepeatable: true,
    help: Both(
      "以前报送的报表（可写多次），只用来比对", "earlier submissions, only to compare with (repeatable)"))

  static let lenient = Option(
    name: "lenient", help: Both("待说明的也算通过", "open queries pass"))

  /// Of the commands that report rather than write a workbook.
  static let reporting = [
    Option(
      name: "format", value: "text|json|csv",
      help: Both("输出格式，默认 text", "output format; text by default")),
    Command.output, lenient,
  ]

  func run(_ paths: [String], _ arguments: Arguments) throws(RunError) -> Outcome {
    let period = try period(arguments)
    let wantsNewest = try arguments.choice("prefer", ["newest"]) != nil
    // The first of two equal tables counts: which one that is must not depend on the command line.
    var check = CheckAction(templates: templates, keepsTables: true, compares: true)
      .check(paths.sorted(), history: arguments.all("history").sorted(), language)
    // A folder that is not there says nothing about who has reported.
    if check.entries.isEmpty, case .unreachable? = check.failures.first { throw check.failures[0] }
    let newest = wantsNewest ? CityAction.ages(check.entries) : [:]
    let maker = RollUpMaker(
      form: templates.form, roster: templates.roster, rules: templates.rules, newest: newest,
      history: check.earlier,
      ignoresQueries: arguments.has("lenient"))
    do throws(SumTooLarge) {
      let rollUp = try maker.rollUp(&check.entries, period, AllProcessors())
      let report = Report(
        form: templates.form, roster: templates.roster, wording: templates.wording(language),
        entries: check.entries, coverage: check.coverage, rules: templates.rules)
      return Outcome(rollUp: rollUp, report: report, failures: check.failures)
    } catch {
      throw RunError(error, templates.form)
    }
  }

  private func period(_ arguments: Arguments) throws(RunError) -> Period {
    if let fixedPeriod { return fixedPeriod }
    let wanted = try CityAction.period(arguments["period"], templates.form)
    let asked = try AskedPeriod(wanted, templates.form, options: "--period")
    asked.remark(language)
    return asked.period
  }

  static func period(_ text: String?, _ form: Form) throws(RunError) -> Period {
    guard let text else {
      throw .usage(
        Both(
          "请用 --period 写明月份，如 --period 2023-08",
          "Name a month with --period, such as --period 2023-08"))
    }
    guard let period = Period(written: text), period.year == form.year else {
      throw .usage(
        Both(
          "--period 的“\(text)”不是 \(form.year) 年的月份或区间，应写成 \(form.year)-08 或 \(form.year)-06—\(form.year)-08",
          "“\(text)” is no month or range of \(form.year); write \(form.year)-08 or \(form.year)-06—\(form.year)-08"
        ))
    }
    return period
  }

  /// Files ranked by the time of their last change.
  private static func ages(_ entries: [Entry]) -> [String: Int] {
    var ages: [String: Int] = [:]
    for entry in entries where ages[entry.path] == nil {
      var status = stat()
      guard stat(entry.path, &status) == 0 else { continue }
      ages[entry.path] = status.st_mtim.tv_sec * 1_000 + status.st_mtim.tv_nsec / 1_000_000
    }
    return ages
  }
}
