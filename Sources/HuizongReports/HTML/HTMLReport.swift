import HuizongCore

/// The result of a check as one page for a browser and for paper: no script, nothing loaded from
/// elsewhere.
public struct HTMLReport {
  private let report: Report

  public init(_ report: Report) { self.report = report }

  /// With more submissions than this, those that are right are counted and not drawn.
  static let mostFiles = 200
  /// A browser still opens a page with this many tables quickly; one with all of a nation's, never.
  static let mostTables = 1000

  public func render() -> [UInt8] {
    HTMLPage(report: report, title: title).render { body(&$0) }
  }

  private var title: String {
    let name = report.say("检查结果", "Check result")
    guard report.entries.count == 1, let entry = report.entries.first else { return name }
    return "\(name) · \(report.heading(entry))"
  }

  private func body(_ writer: inout HTMLWriter) {
    let sections = HTMLReport.sections(report.entries)
    writer.markup("\n")
    HTMLOverview(report: report, sections: sections).render(&writer)
    writer.block("main") { writer in
      writer.markup("\n")
      for section in sections where section.isShown {
        HTMLSection(report: report, section: section).render(&writer)
      }
    }
  }

  // MARK: What is drawn

  /// An entry's place on the page.
  struct Section {
    let number: Int
    let entry: Entry
    let isShown: Bool
    let drawsTable: Bool
  }

  static func sections(_ entries: [Entry]) -> [Section] {
    let isLong = entries.count > mostFiles
    var tables = 0
    return entries.enumerated().map { index, entry in
      let isRight = isLong && entry.status == .accepted
      let drawsTable = entry.submission != nil && !isRight && tables < mostTables
      if drawsTable { tables += 1 }
      let isShown = entry.status != .leftOut && !(isRight && entry.findings.isEmpty)
      return Section(number: index + 1, entry: entry, isShown: isShown, drawsTable: drawsTable)
    }
  }
}

extension Report {
  var pageLanguage: String { say("zh-CN", "en") }

  /// Whose and of when; the file's name where the file does not say.
  func heading(_ entry: Entry) -> String {
    let unit = unitName(entry)
    let period = entry.period.map(self.period)
    if unit == nil, period == nil {
      return entry.path.split(separator: "/").last.map(String.init) ?? entry.path
    }
    let whose = [
      unit ?? say("单位不明", "unit unknown"), period ?? say("数据周期不明", "period unknown"),
    ].joined(separator: " ")
    return entry.ledger == nil ? whose : whose + say(" 典型案例台账", " ledger of cases")
  }
}
