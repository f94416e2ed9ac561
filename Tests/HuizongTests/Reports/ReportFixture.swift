import HuizongReports

@testable import HuizongCommands
@testable import HuizongCore

/// Small files in the official form's own shape, checked as the program does.
struct ReportFixture {
  let templates: Templates

  init() throws { templates = try Templates.load(form: nil, units: nil) }

  var form: Form { templates.form }

  /// A table of ones: one of everything raises no finding.
  func ones() -> [[String]] {
    Array(repeating: Array(repeating: "1", count: form.metrics.count), count: form.categories.count)
  }

  /// The table as the form prints it, with explanations beside the rows.
  func file(
    unit: String = "黄浦区", period: String = "2023年8月", _ rows: [[String]]? = nil,
    total: [String]? = nil, explanations: [Int: String] = [:], without: Set<Int> = []
  ) -> String {
    var records = [[form.title], ["填表单位：\(unit)", "数据周期：\(period)"]]
    var last = ""
    let groups = form.metrics.map { metric in
      defer { last = metric.group }
      return metric.group == last ? "" : metric.group
    }
    records.append(["产品类别"] + groups + ["说明"])
    records.append([""] + form.metrics.map(\.label) + [""])
    for (index, row) in (rows ?? ones()).enumerated() where !without.contains(index) {
      records.append([form.categories[index].name] + row + [explanations[index] ?? ""])
    }
    if let total { records.append(["合计"] + total + [""]) }
    return records.map { $0.map(quoted).joined(separator: ",") }.joined(separator: "\r\n") + "\r\n"
  }

  private func quoted(_ field: String) -> String {
    "\"" + field.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"")
      + "\""
  }

  func report(
    _ files: [(path: String, text: String)], leftOut: [String] = [], _ language: Language = .chinese
  ) -> Report {
    let checker = Checker(
      form: form, roster: templates.roster, rules: templates.rules)
    var entries = files.flatMap { checker.check(Array($0.text.utf8).span, path: $0.path) }
    entries += leftOut.map { Entry.leftOut($0, Both("是文件夹里的别的文件", "another file")) }
    Gathering(form: form, rules: templates.rules).gather(&entries)
    return Report(
      form: form, roster: templates.roster, wording: templates.wording(language), entries: entries)
  }
}

/// What a file may hold to break a page, a spreadsheet or a terminal.
enum Hostile {
  static let texts = [
    "<script>alert(1)</script>", "\"onmouseover=\"alert(1)", "'><img src=x onerror=alert(1)>",
    "&lt;b&gt;&#60;", "]]><!--", "</style></title></body>", "=cmd|' /C calc'!A0",
    "=HYPERLINK(\"http://x\")", "@SUM(A1)", "+1+1", "\u{1B}[31mred\u{1B}[0m", "\u{7}\u{8}\u{C}",
    "\u{202E}gnp.exe", "\u{2066}a\u{2069}", "\u{85}\u{9B}31m", "\u{FEFF}\u{200B}x",
    "\u{FFFE}\u{1FFFF}", "😀👨‍👩‍👧🇨🇳", "مرحبا", "a\r\nb\tc", String(repeating: "长", count: 10_000),
  ]

  /// A file with the text in its path, its unit, its first cell and an explanation that counts.
  static func report(
    _ text: String, _ fixture: ReportFixture, _ language: Language = .chinese
  ) -> Report {
    var rows = fixture.ones()
    rows[0][0] = "x" + text
    rows[1][0] = text
    rows[8][3] = "9"
    let file = fixture.file(
      unit: "某" + text, rows, explanations: [8: text + "生产、销售双方都计入企业数"])
    return fixture.report(
      [("a/\(text).csv", file), ("\(text)", "not a table \(text)\n")], leftOut: [text + ".txt"],
      language)
  }
}
