import HuizongCore

/// The summary as a word processor's document (.docx), laid out as an official paper (GB/T 9704):
/// A4, 仿宋 of 16 points on lines of 28 points, 黑体 and 楷体 for headings, page numbers outside.
public struct SummaryDocument {
  private let text: SummaryText

  public init(_ text: SummaryText) { self.text = text }

  public func render() -> [UInt8] {
    var archive = ZipArchive()
    let parts: [(String, [UInt8])] = [
      ("[Content_Types].xml", DocumentParts.contentTypes),
      ("_rels/.rels", DocumentParts.packageRelations),
      ("docProps/core.xml", DocumentParts.properties(text.title, text.facts.roster.name)),
      ("word/_rels/document.xml.rels", DocumentParts.relations),
      ("word/styles.xml", DocumentStyles.styles),
      ("word/fontTable.xml", DocumentStyles.fonts),
      ("word/settings.xml", DocumentParts.settings),
      ("word/footer1.xml", DocumentParts.footer("FooterRight")),
      ("word/footer2.xml", DocumentParts.footer("FooterLeft")),
      ("word/document.xml", DocumentBody(text).render()),
    ]
    for (name, content) in parts { archive.add(name, content) }
    return archive.finish()
  }
}

/// The text itself, in sections: upright, and across where a table needs the long side.
struct DocumentBody {
  private let text: SummaryText

  init(_ text: SummaryText) { self.text = text }

  func render() -> [UInt8] {
    var writer = DocumentParts.writer()
    writer.element("w:document", DocumentParts.namespaces) { writer in
      writer.element("w:body") { writer in
        let parts = parts
        for (index, part) in parts.enumerated() {
          for block in part.blocks { write(block, isWide: part.isWide, &writer) }
          let isLast = index == parts.count - 1
          if isLast {
            section(part.isWide, &writer)
          } else if parts[index + 1].startsPage {
            writer.element("w:p") { writer in
              writer.element("w:pPr") { writer in
                style("Break", &writer)
                section(part.isWide, &writer)
              }
            }
          }
        }
      }
    }
    return writer.bytes
  }

  // MARK: Parts

  private struct Part {
    var blocks: [SummaryText.Block] = []
    var isWide = false
    /// Every part but the first stands on a page of its own.
    var startsPage = true
  }

  /// The text, then each attachment, which begins with its heading.
  private var parts: [Part] {
    var parts = [Part()]
    for block in text.blocks {
      if case .heading(_, let text) = block, SummaryMaker.isAttachment(text) {
        parts.append(Part())
      }
      if case .table(let kind) = block, text.table(kind).isWide {
        parts[parts.count - 1].isWide = true
      }
      parts[parts.count - 1].blocks.append(block)
    }
    return parts.filter { !$0.blocks.isEmpty }
  }

  /// A4, its margins 37, 35, 28 and 26 mm; across they turn with the paper.
  private func section(_ isWide: Bool, _ writer: inout HTMLWriter) {
    writer.element("w:sectPr") { writer in
      for (kind, id) in [("default", "rId4"), ("even", "rId5")] {
        writer.element("w:footerReference", [.init("w:type", kind), .init("r:id", id)]) { _ in }
      }
      writer.element("w:type", [.value("nextPage")]) { _ in }
      writer.element(
        "w:pgSz",
        isWide
          ? [.init("w:w", "16838"), .init("w:h", "11906"), .init("w:orient", "landscape")]
          : [.init("w:w", "11906"), .init("w:h", "16838")]
      ) { _ in }
      let margins = isWide ? ["1588", "1134", "1474", "1134"] : ["2098", "1474", "1985", "1588"]
      writer.element(
        "w:pgMar",
        [
          .init("w:top", margins[0]), .init("w:right", margins[1]), .init("w:bottom", margins[2]),
          .init("w:left", margins[3]), .init("w:header", "851"), .init("w:footer", "1304"),
          .init("w:gutter", "0"),
        ]
      ) { _ in }
    }
  }

  // MARK: Blocks

  private func write(_ block: SummaryText.Block, isWide: Bool, _ writer: inout HTMLWriter) {
    switch block {
    case .heading(let level, let text):
      let isAttachment = SummaryMaker.isAttachment(text)
      DocumentBody.paragraph(
        text, isAttachment ? "Attachment" : level == 0 ? "Title" : "Heading\(level)", &writer)
    case .paragraph(let sentences):
      let style = isWide ? "TableNote" : "Normal"
      DocumentBody.paragraph(sentences.map(\.text).joined(), style, &writer)
    case .table(let kind):
      DocumentTable(table: text.table(kind), width: isWide ? 14_570 : 8_844).write(&writer)
      // Two tables without a paragraph between them would be one.
      DocumentBody.paragraph("", "TableNote", &writer)
    }
  }

  static func paragraph(_ text: String, _ name: String, _ writer: inout HTMLWriter) {
    writer.block("w:p") { writer in
      if name != "Normal" {
        writer.element("w:pPr") { writer in style(name, &writer) }
      }
      run(text, &writer)
    }
  }

  static func style(_ name: String, _ writer: inout HTMLWriter) {
    writer.element("w:pStyle", [.value(name)]) { _ in }
  }

  private func style(_ name: String, _ writer: inout HTMLWriter) {
    DocumentBody.style(name, &writer)
  }

  static func run(_ text: String, _ writer: inout HTMLWriter) {
    guard !text.isEmpty else { return }
    writer.element("w:r") { writer in
      for (index, line) in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
        .enumerated()
      {
        if index > 0 { writer.element("w:br") { _ in } }
        writer.element("w:t", [.init("xml:space", "preserve")], text: String(line))
      }
    }
  }
}

extension HTMLWriter.Attribute {
  static func value(_ value: String) -> HTMLWriter.Attribute { .init("w:val", value) }
}
