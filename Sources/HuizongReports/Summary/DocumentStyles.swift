/// How an official paper looks (GB/T 9704), as styles: an office changes its fonts in one place.
enum DocumentStyles {
  private struct Look {
    let name: StaticString
    let title: StaticString
    let font: String
    /// In half points.
    let size: Int
    var isBold = false
    /// In twentieths of a point; lines are exactly as high where that is said.
    var line = 560
    var isExact = true
    var alignment = "both"
    /// In hundredths of a character.
    var indent = 0
    /// Of the page number from the edge, in hundredths of a character.
    var side = (left: 0, right: 0)
    var outline: Int?
    var before = 0
    var after = 0
  }

  private static let looks: [Look] = [
    Look(
      name: "Title", title: "Title", font: "方正小标宋简体", size: 44, line: 640, alignment: "center",
      outline: 0, after: 560),
    Look(name: "Heading1", title: "heading 1", font: "黑体", size: 32, indent: 200, outline: 0),
    Look(
      name: "Heading2", title: "heading 2", font: "楷体_GB2312", size: 32, indent: 200, outline: 1),
    Look(name: "Attachment", title: "附件标题", font: "黑体", size: 32, alignment: "left", outline: 0),
    Look(
      name: "TableHead", title: "表头", font: "宋体", size: 16, isBold: true, line: 240, isExact: false,
      alignment: "center"),
    Look(
      name: "TableText", title: "表内文字", font: "宋体", size: 18, line: 240, isExact: false,
      alignment: "left"),
    Look(
      name: "TableNumber", title: "表内数字", font: "宋体", size: 18, line: 240, isExact: false,
      alignment: "right"),
    Look(
      name: "TableNote", title: "表注", font: "仿宋_GB2312", size: 24, line: 360, isExact: false,
      alignment: "left"),
    Look(name: "Break", title: "分节", font: "宋体", size: 2, line: 20),
    Look(
      name: "FooterRight", title: "页码（单）", font: "宋体", size: 28, line: 240, isExact: false,
      alignment: "right", side: (0, 100)),
    Look(
      name: "FooterLeft", title: "页码（双）", font: "宋体", size: 28, line: 240, isExact: false,
      alignment: "left", side: (100, 0)),
  ]

  static let styles: [UInt8] = {
    var writer = DocumentParts.writer()
    writer.element("w:styles", DocumentParts.namespaces) { writer in
      writer.element("w:docDefaults") { writer in
        writer.element("w:rPrDefault") { writer in
          run(Look(name: "", title: "", font: "仿宋_GB2312", size: 32), &writer)
        }
      }
      normal(&writer)
      for look in looks { style(look, &writer) }
      writer.markup(tables)
    }
    return writer.bytes
  }()

  private static func normal(_ writer: inout HTMLWriter) {
    let look = Look(name: "Normal", title: "Normal", font: "仿宋_GB2312", size: 32, indent: 200)
    writer.block(
      "w:style",
      [.init("w:type", "paragraph"), .init("w:default", "1"), .init("w:styleId", "Normal")]
    ) { writer in
      content(look, &writer)
    }
  }

  private static func style(_ look: Look, _ writer: inout HTMLWriter) {
    writer.block("w:style", [.init("w:type", "paragraph"), .init("w:styleId", "\(look.name)")]) {
      content(look, &$0)
    }
  }

  private static func content(_ look: Look, _ writer: inout HTMLWriter) {
    writer.element("w:name", [.value("\(look.title)")]) { _ in }
    writer.element("w:qFormat") { _ in }
    writer.element("w:pPr") { writer in
      if look.outline != nil { writer.element("w:keepNext") { _ in } }
      writer.element("w:widowControl", [.value("0")]) { _ in }
      writer.element(
        "w:spacing",
        [
          .init("w:before", "\(look.before)"), .init("w:after", "\(look.after)"),
          .init("w:line", "\(look.line)"), .init("w:lineRule", look.isExact ? "exact" : "auto"),
        ]
      ) { _ in }
      indent(look, &writer)
      writer.element("w:jc", [.value(look.alignment)]) { _ in }
      if let level = look.outline {
        writer.element("w:outlineLvl", [.value("\(level)")]) { _ in }
      }
    }
    run(look, &writer)
  }

  /// In characters, and the same in twentieths of a point for programs that count those only.
  private static func indent(_ look: Look, _ writer: inout HTMLWriter) {
    func points(_ hundredths: Int) -> String { "\(hundredths * look.size / 10)" }
    writer.element(
      "w:ind",
      [
        .init("w:leftChars", "\(look.side.left)"), .init("w:left", points(look.side.left)),
        .init("w:rightChars", "\(look.side.right)"), .init("w:right", points(look.side.right)),
        .init("w:firstLineChars", "\(look.indent)"), .init("w:firstLine", points(look.indent)),
      ]
    ) { _ in }
  }

  private static func run(_ look: Look, _ writer: inout HTMLWriter) {
    writer.element("w:rPr") { writer in
      writer.element(
        "w:rFonts",
        [
          .init("w:ascii", "Times New Roman"), .init("w:hAnsi", "Times New Roman"),
          .init("w:eastAsia", look.font), .init("w:cs", "Times New Roman"),
          .init("w:hint", "eastAsia"),
        ]
      ) { _ in }
      if look.isBold { writer.element("w:b") { _ in } }
      writer.element("w:sz", [.value("\(look.size)")]) { _ in }
      writer.element("w:szCs", [.value("\(look.size)")]) { _ in }
      writer.element("w:lang", [.value("en-US"), .init("w:eastAsia", "zh-CN")]) { _ in }
    }
  }

  private static let tables: StaticString = """
    <w:style w:type="table" w:styleId="FormTable"><w:name w:val="统计表"/><w:tblPr>\
    <w:tblBorders>\
    <w:top w:val="single" w:sz="4" w:space="0" w:color="auto"/>\
    <w:left w:val="single" w:sz="4" w:space="0" w:color="auto"/>\
    <w:bottom w:val="single" w:sz="4" w:space="0" w:color="auto"/>\
    <w:right w:val="single" w:sz="4" w:space="0" w:color="auto"/>\
    <w:insideH w:val="single" w:sz="4" w:space="0" w:color="auto"/>\
    <w:insideV w:val="single" w:sz="4" w:space="0" w:color="auto"/>\
    </w:tblBorders>\
    <w:tblCellMar><w:left w:w="40" w:type="dxa"/><w:right w:w="40" w:type="dxa"/></w:tblCellMar>\
    </w:tblPr></w:style>
    """

  /// What takes a font's place where it is not installed.
  private static let substitutes = [
    ("方正小标宋简体", "宋体"), ("仿宋_GB2312", "仿宋"), ("楷体_GB2312", "楷体"), ("黑体", "SimHei"),
    ("宋体", "SimSun"),
  ]

  static let fonts: [UInt8] = {
    var writer = DocumentParts.writer()
    writer.element("w:fonts", DocumentParts.namespaces) { writer in
      for (font, substitute) in substitutes {
        writer.element("w:font", [.init("w:name", font)]) { writer in
          writer.element("w:altName", [.value(substitute)]) { _ in }
          writer.element("w:charset", [.value("86")]) { _ in }
        }
      }
    }
    return writer.bytes
  }()
}
