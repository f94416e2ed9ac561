import Glibc
import HuizongCore
import HuizongReports

/// The first file that `verify` is given: the office's own table, or why the file is none.
struct OfficeTable {
  private let templates: Templates
  private let language: Language

  init(_ templates: Templates, _ language: Language) {
    self.templates = templates
    self.language = language
  }

  private var office: String { templates.roster.name }

  /// The table, with the mark of a draft where it has one.
  func read(_ paths: [String]) throws(RunError) -> (table: Submission, draft: DraftMark?) {
    let path = paths[0]
    if OfficeTable.isFolder(path) { throw folderFirst(paths) }
    let entries = try entries(path)
    if entries.contains(where: { $0.ledger != nil }) { throw ledger(path) }
    for entry in entries {
      // A total that does not fit its rows is what `verify` is for; a table that cannot be read is not.
      let faults = entry.findings.filter { $0.level == .error && $0.isAboutReading }
      let drafts = faults.compactMap { DraftMark($0, templates.form) }
      if let table = entry.submission, table.period != nil, faults.count == drafts.count {
        return (table, drafts.first)
      }
    }
    throw try ofUnits(path, paths) ?? ofOthers(path, entries)
  }

  /// Read with a roster of which the office is the only unit.
  private func entries(_ path: String) throws(RunError) -> [Entry] {
    let above = templates.with(templates.roster.asUnit)
    let check = CheckAction(templates: above, keepsTables: true).check([path], language)
    if let failure = check.failures.first { throw failure }
    return check.entries
  }

  // MARK: Why a file is not the office's table

  private func folderFirst(_ paths: [String]) -> RunError {
    let hint = hint(paths)
    return .usage(
      Both(
        "\(paths[0]) 是文件夹；第一个应是\(office)的全市表（一个文件），后面才是各单位报表的文件夹。" + hint.chinese,
        "\(paths[0]) is a folder; the table of \(office), one file, comes first, and the folder of its units after it. "
          + hint.english))
  }

  /// Nil when the table is of none of the units either.
  private func ofUnits(_ path: String, _ paths: [String]) throws(RunError) -> RunError? {
    let check = CheckAction(templates: templates, keepsTables: true).check([path], language)
    let units = Set(check.entries.compactMap(\.unit)).sorted()
    guard let first = units.first else { return nil }
    let (name, hint) = (templates.roster.units[first].short, hint(paths))
    let count = units.count
    return .usage(
      Both(
        "\(path) 是\(name)\(count > 1 ? "等 \(count) 个单位" : "")的表，不是\(office)的全市表。"
          + hint.chinese,
        "\(path) is the table of \(count > 1 ? "\(count) units, \(name) among them" : name), not that of \(office). "
          + hint.english))
  }

  private func ofOthers(_ path: String, _ entries: [Entry]) -> RunError {
    let findings = entries.flatMap(\.findings)
    if let unknown = findings.first(where: { $0.code.text == "S11" }),
      case .text(let found)? = unknown.fact("found")
    {
      return .usage(
        Both(
          "\(path) 的填表单位写的是“\(found)”；全市表的填表单位应写“\(office)”，请改正，或换成\(office)的全市表。",
          "\(path) says that it is the table of “\(found)”; the city's table must name \(office). Correct it, or name the table of \(office)."
        ))
    }
    return .notATable(path, entries.first?.findings ?? [], templates.wording(language))
  }

  private func ledger(_ path: String) -> RunError {
    let title = templates.form.ledger?.title ?? ""
    return .usage(
      Both(
        "\(path) 是“\(title)”，不是统计表；请换成全市的统计表。",
        "\(path) is “\(title)”, not the table; name the city's table instead."))
  }

  // MARK: What to do

  /// The command to give: with the office's table in front where another argument is just that.
  private func hint(_ paths: [String]) -> Both {
    guard let table = paths.dropFirst().first(where: isOfOffice) else {
      return Both(
        "第一个请给全市表（rollup --csv 写出的那份），如：huizong verify 全市.csv \(folders(paths))",
        "Give the city's table first (rollup --csv writes it), such as: huizong verify city.csv \(folders(paths))"
      )
    }
    let others = paths.filter { $0 != table }
    let command = "huizong verify \(table) \(folders(others))"
    return Both("请把全市表写在前面：\(command)", "Put the city's table first: \(command)")
  }

  private func isOfOffice(_ path: String) -> Bool {
    guard !OfficeTable.isFolder(path), let entries = try? entries(path) else { return false }
    return entries.contains { $0.unit != nil }
  }

  /// Short, where a shell has written out a folder's files.
  private func folders(_ paths: [String]) -> String {
    let folders = paths.filter(OfficeTable.isFolder)
    if !folders.isEmpty { return folders.joined(separator: " ") }
    return paths.count > 3 ? "\(paths[0]) …" : paths.joined(separator: " ")
  }

  private static func isFolder(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }
}
