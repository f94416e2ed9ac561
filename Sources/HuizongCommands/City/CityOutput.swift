import Drafts
import HuizongCore
import HuizongReports
import Spreadsheet

/// What `rollup` and `annual` end with: say what is lacking, and write unless that forbids it.
struct CityOutput {
  private let arguments: Arguments
  private let outcome: CityAction.Outcome

  static let partial = Option(
    name: "partial", help: Both("有单位未报也先出初稿", "write a draft though units are lacking"))

  static let round = Option(
    name: "round", value: "0|1|2",
    help: Both(
      "另加舍位平衡表：金额只显示几位小数，分项之和仍等于合计",
      "add sheets of amounts rounded to so many decimals that still add up"))

  /// Of balanced amounts; nil where none are wanted.
  static func decimals(_ arguments: Arguments) throws(RunError) -> Int? {
    try arguments.choice("round", ["0", "1", "2"]).flatMap { Int($0) }
  }

  init(_ arguments: Arguments, _ outcome: CityAction.Outcome) {
    self.arguments = arguments
    self.outcome = outcome
  }

  /// Returns the exit status; `write` is called where there is something to write.
  func finish(_ write: (CityOutput) throws(RunError) -> Void) throws(RunError) -> Int32 {
    let (rollUp, report) = (outcome.rollUp, outcome.report)
    Console.remarks(RollUpNotice(rollUp, report).lines)
    let mayWrite = rollUp.isComplete || (arguments.has("partial") && !rollUp.counted.isEmpty)
    if mayWrite, outcome.failures.isEmpty { try write(self) }
    Console.leave(outcome)
    return Console.exit(
      outcome.failures, report.language, otherwise: rollUp.isComplete ? 0 : 1)
  }

  /// What a command writes besides the workbook.
  enum Addition: String {
    case csv, text

    var option: String { "--\(rawValue)" }

    fileprivate var title: Both {
      self == .csv ? Both("全市表", "City table") : Both("总结", "Summary")
    }
  }

  /// The workbook, where one is wanted, and the command's addition to it: all of them appear, or
  /// none.
  func publish(
    _ contents: CityWorkbook.Contents, and addition: Addition,
    _ draft: () throws(RunError) -> Draft?
  ) throws(RunError) {
    let path = arguments["output"]
    var drafts: [Draft] = []
    if let path {
      let workbook = CityWorkbook(outcome.rollUp, outcome.report, contents)
      drafts.append(try CityOutput.draft(workbook, for: path))
    }
    if let draft = try draft() { drafts.append(draft) }
    try CityOutput.guardNames(drafts, addition.option)
    if let path { try CityOutput.guardEnding(path) }
    try OutputFile.publish(drafts)
    try sayWhatWasWritten(addition)
  }

  /// The key figures and the files; nothing where a device was to have the file and nothing else.
  private func sayWhatWasWritten(_ addition: Addition) throws(RunError) {
    let files = [
      (Both("工作簿", "Workbook"), arguments["output"]),
      (addition.title, arguments[addition.rawValue]),
    ].compactMap { title, path in path.map { (title, $0) } }
    guard files.allSatisfy({ OutputFile.isFile($0.1) }) else { return }
    try Console.write(KeyFigures(outcome.rollUp, outcome.report).text(files))
  }

  private static func draft(
    _ workbook: CityWorkbook, for path: String
  ) throws(RunError) -> Draft {
    try Inputs.guardAgainst(path)
    do throws(WorkbookError) {
      return try workbook.draft(for: path)
    } catch {
      throw .workbook(path, Both(error.chinese, error.english))
    }
  }

  /// A workbook under the name of another kind of file opens nowhere.
  private static func guardEnding(_ path: String) throws(RunError) {
    let others = [".csv", ".xls", ".txt", ".docx", ".md", ".html", ".pdf", ".json"]
    guard let ending = others.first(where: path.lowercased().hasSuffix) else { return }
    throw .usage(
      Both(
        "-o 写的是工作簿，文件名应以 .xlsx 结尾，不能是 \(ending)",
        "-o names a workbook: its name must end in .xlsx, not \(ending)"))
  }

  /// The two options that name files must not name the same.
  private static func guardNames(_ drafts: [Draft], _ option: String) throws(RunError) {
    guard Set(drafts.map(\.target.path)).count == drafts.count else {
      throw .usage(
        Both(
          "-o 和 \(option) 写明的是同一个文件，请分开命名",
          "-o and \(option) name the same file; give them two names"))
    }
  }
}
