/// What every page begins with: no script, nothing loaded from elsewhere.
struct HTMLPage {
  let report: Report
  let title: String

  func render(_ body: (inout HTMLWriter) -> Void) -> [UInt8] {
    var writer = HTMLWriter()
    writer.markup("<!DOCTYPE html>\n")
    let language = HTMLWriter.Attribute("lang", report.pageLanguage)
    writer.block("html", [.init("xmlns", "http://www.w3.org/1999/xhtml"), language]) { writer in
      writer.markup("\n")
      writer.block("head") { head(&$0) }
      writer.block("body", [], body)
    }
    return writer.bytes
  }

  /// Should anything ever slip through unescaped, the policy keeps it from running or loading.
  private func head(_ writer: inout HTMLWriter) {
    writer.markup(
      """
      <meta charset="UTF-8"/>
      <meta http-equiv="Content-Security-Policy" \
      content="default-src 'none'; style-src 'unsafe-inline'"/>
      <meta name="viewport" content="width=device-width, initial-scale=1"/>

      """)
    writer.block("title", text: title)
    writer.block("style") { $0.markup(HTMLStyle.sheet) }
  }
}
