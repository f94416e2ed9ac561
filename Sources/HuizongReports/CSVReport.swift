import HuizongCore

/// The result of a check as a table that a spreadsheet opens as it is: a line for each finding, and
/// one for each file without any, so that every file is accounted for.
public struct CSVReport {
  private let report: Report

  public init(_ report: Report) { self.report = report }

  public func render() -> [UInt8] {
    var bytes: [UInt8] = [0xEF, 0xBB, 0xBF]
    CSVWriter.append(header, to: &bytes)
    for entry in report.entries {
      let about = about(entry)
      if entry.findings.isEmpty {
        CSVWriter.append(about + CSVReport.nothing + [form(entry)], to: &bytes)
      }
      for finding in entry.findings {
        CSVWriter.append(about + line(finding) + [form(entry)], to: &bytes)
      }
    }
    return bytes
  }

  private var header: [String] {
    report.language == .chinese
      ? [
        "文件", "单位", "数据周期", "结论", "级别", "代码", "单元格", "行", "产品类别", "指标", "表中数", "应为",
        "差额", "问题", "怎么办", "说明", "台账",
      ]
      : [
        "file", "unit", "period", "status", "level", "code", "cell", "line", "category", "metric",
        "found", "expected", "gap", "message", "help", "explanation", "ledger",
      ]
  }

  /// The columns of a finding, for a file that has none.
  private static let nothing = Array(repeating: "", count: 12)

  private func about(_ entry: Entry) -> [String] {
    [
      SpreadsheetText.field(entry.path),
      SpreadsheetText.field(report.unitName(entry) ?? ""),
      entry.period.map(report.period) ?? "",
      report.status(entry.status),
    ]
  }

  /// Tells a ledger from a table, where the column is empty.
  private func form(_ entry: Entry) -> String {
    entry.ledger == nil ? "" : SpreadsheetText.field(report.form.ledger?.title ?? "")
  }

  private func line(_ finding: Finding) -> [String] {
    let place = finding.place
    let form = report.form
    let texts = [
      finding.category.map { form.categories[$0].name },
      finding.metric.map { form.metrics[$0].name },
    ].map { SpreadsheetText.field($0 ?? "") }
    let figures = [FactName("found"), FactName("expected"), FactName("gap")].map {
      figure(finding.fact($0))
    }
    let sentences = [
      report.wording.message(finding), report.wording.help(finding), finding.explanation ?? "",
    ].map(SpreadsheetText.field)
    return [
      report.wording.level(finding.level), finding.code.text, place.cell ?? "",
      place.line > 0 ? String(place.line) : "",
    ] + texts + figures + sentences
  }

  /// Our own numbers are digits with a point or a sign at most, and stay numbers.
  private func figure(_ value: Fact.Value?) -> String {
    guard let value else { return "" }
    if case .number(let number) = value { return number.description }
    return SpreadsheetText.field(report.wording.text(value))
  }
}

/// Keeps text text when a spreadsheet opens it.
enum SpreadsheetText {
  /// With an apostrophe in front where a spreadsheet would make something else of it: run it as a
  /// formula, or turn `3-5` into a date. The apostrophe is what Excel itself writes for "this is
  /// text"; opened from CSV it shows, which is the price, and nothing behind it is ever run.
  static func field(_ text: String) -> String {
    let shown = VisibleText.cut(VisibleText.shown(text), most: longest)
    return isFormula(shown) || isConverted(shown) ? "'" + shown : shown
  }

  /// A cell of Excel holds 32,767 units of UTF-16; what is longer would run on into other cells,
  /// where no apostrophe stands before it.
  private static let longest = 16_000

  /// Spreadsheets look behind spaces, and take wide signs for plain ones.
  private static func isFormula(_ text: String) -> Bool {
    let first = text.unicodeScalars.first { ![" ", "\u{A0}", "\u{3000}"].contains($0) }
    return first.map("=+-@\t\r\n＝＋－＠".unicodeScalars.contains) ?? false
  }

  /// Only digits and the marks of numbers, dates and times.
  private static func isConverted(_ text: String) -> Bool {
    guard let first = text.utf8.first, first <= UInt8(ascii: "9") else { return false }
    return text.utf8.allSatisfy { byte in
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"): true
      default: " -/.:,()$%eE".utf8.contains(byte)
      }
    }
  }
}
