import Drafts
import HuizongCore
import HuizongReports

/// `--text FILE`: the summary's sentences and tables, as Markdown or as a document.
struct SummaryOutput {
  private let path: String
  private let template: SummaryTemplate
  private let isDocument: Bool

  static let option = Option(
    name: "text", value: "FILE",
    help: Both(
      "总结的文字和表，.docx 或 .md（看后缀）", "the summary's text and tables, .docx or .md by its ending"))

  /// Nil where no text is asked for. The template is read first of all: its faults need no tables.
  init?(_ arguments: Arguments, _ templates: Templates) throws(RunError) {
    guard let path = arguments["text"] else { return nil }
    let name = path.lowercased()
    guard name.hasSuffix(".docx") || name.hasSuffix(".md") else {
      throw .usage(
        Both(
          "--text 的文件名“\(path)”应以 .docx 或 .md 结尾",
          "the file after --text, “\(path)”, must end in .docx or .md"))
    }
    self.path = path
    isDocument = name.hasSuffix(".docx")
    template = try templates.summary(form: arguments["form"])
  }

  /// Nil where it went to a device.
  func draft(_ outcome: CityAction.Outcome) throws(RunError) -> Draft? {
    // The summary is a Chinese paper, whatever language the terminal speaks.
    let text = SummaryText(template, outcome.rollUp, outcome.report)
    let bytes = isDocument ? SummaryDocument(text).render() : SummaryMarkdown(text).render()
    return try OutputFile.draft(bytes, for: path)
  }
}
