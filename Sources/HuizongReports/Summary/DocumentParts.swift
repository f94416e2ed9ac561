/// The parts of a document besides its text and styles.
enum DocumentParts {
  static let declaration: StaticString =
    #"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>"#

  static func writer() -> HTMLWriter {
    var writer = HTMLWriter()
    writer.markup(declaration)
    writer.markup("\n")
    return writer
  }

  static let namespaces: [HTMLWriter.Attribute] = [
    .init("xmlns:w", "http://schemas.openxmlformats.org/wordprocessingml/2006/main"),
    .init("xmlns:r", "http://schemas.openxmlformats.org/officeDocument/2006/relationships"),
  ]

  private static func part(_ markup: StaticString) -> [UInt8] {
    var writer = writer()
    writer.markup(markup)
    return writer.bytes
  }

  static let contentTypes = part(
    """
    <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">\
    <Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>\
    <Default Extension="xml" ContentType="application/xml"/>\
    <Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/>\
    <Override PartName="/word/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.styles+xml"/>\
    <Override PartName="/word/fontTable.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.fontTable+xml"/>\
    <Override PartName="/word/settings.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.settings+xml"/>\
    <Override PartName="/word/footer1.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.footer+xml"/>\
    <Override PartName="/word/footer2.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.footer+xml"/>\
    <Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/>\
    </Types>
    """)

  static let packageRelations = part(
    """
    <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">\
    <Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/>\
    <Relationship Id="rId2" Type="http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties" Target="docProps/core.xml"/>\
    </Relationships>
    """)

  static let relations = part(
    """
    <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">\
    <Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles" Target="styles.xml"/>\
    <Relationship Id="rId2" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/fontTable" Target="fontTable.xml"/>\
    <Relationship Id="rId3" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/settings" Target="settings.xml"/>\
    <Relationship Id="rId4" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/footer" Target="footer1.xml"/>\
    <Relationship Id="rId5" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/footer" Target="footer2.xml"/>\
    </Relationships>
    """)

  /// Even pages have a footer of their own: page numbers stand at the outer edge.
  static let settings = part(
    """
    <w:settings xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">\
    <w:defaultTabStop w:val="420"/>\
    <w:evenAndOddHeaders/>\
    <w:characterSpacingControl w:val="compressPunctuation"/>\
    <w:compat><w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat>\
    </w:settings>
    """)

  static func properties(_ title: String, _ author: String) -> [UInt8] {
    var writer = writer()
    writer.element(
      "cp:coreProperties",
      [
        .init(
          "xmlns:cp", "http://schemas.openxmlformats.org/package/2006/metadata/core-properties"),
        .init("xmlns:dc", "http://purl.org/dc/elements/1.1/"),
      ]
    ) { writer in
      writer.element("dc:title", text: title)
      writer.element("dc:creator", text: author)
    }
    return writer.bytes
  }

  /// `— 1 —`
  static func footer(_ style: String) -> [UInt8] {
    var writer = writer()
    writer.element("w:ftr", namespaces) { writer in
      writer.element("w:p") { writer in
        writer.element("w:pPr") { DocumentBody.style(style, &$0) }
        DocumentBody.run("— ", &writer)
        writer.markup(
          """
          <w:r><w:fldChar w:fldCharType="begin"/></w:r>\
          <w:r><w:instrText xml:space="preserve"> PAGE </w:instrText></w:r>\
          <w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>1</w:t></w:r>\
          <w:r><w:fldChar w:fldCharType="end"/></w:r>
          """)
        DocumentBody.run(" —", &writer)
      }
    }
    return writer.bytes
  }
}
