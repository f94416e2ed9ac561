/// A table of the document: thin lines, small type, a header that is repeated on every page.
struct DocumentTable {
  let table: SummaryTable
  /// In twentieths of a point.
  let width: Int

  func write(_ writer: inout HTMLWriter) {
    writer.block("w:tbl") { writer in
      writer.element("w:tblPr") { writer in
        writer.element("w:tblStyle", [.value("FormTable")]) { _ in }
        writer.element("w:tblW", [.init("w:w", "\(width)"), .init("w:type", "dxa")]) { _ in }
        writer.element("w:jc", [.value("center")]) { _ in }
        writer.element("w:tblLayout", [.init("w:type", "fixed")]) { _ in }
      }
      writer.element("w:tblGrid") { writer in
        for width in widths { writer.element("w:gridCol", [.init("w:w", "\(width)")]) { _ in } }
      }
      writeHeader(&writer)
      for (index, row) in table.rows.enumerated() {
        write(row, isLast: index == table.rows.count - 1, &writer)
      }
    }
  }

  /// The columns' shares of the width, without a gap at the end.
  private var widths: [Int] {
    let all = table.columns.reduce(0) { $0 + $1.width }
    var widths = table.columns.map { width * $0.width / max(1, all) }
    if !widths.isEmpty { widths[0] += width - widths.reduce(0, +) }
    return widths
  }

  // MARK: Header

  private func writeHeader(_ writer: inout HTMLWriter) {
    for (index, heads) in table.header.enumerated() {
      row(isHeader: true, &writer) { writer in
        // Below a head of two rows its cell goes on.
        var column = 0
        if index == 1 { continued(&column, &writer) }
        for head in heads {
          cell(
            column, columns: head.columns, isTall: head.rows > 1, head.text, "TableHead", &writer)
          column += head.columns
        }
      }
    }
  }

  private func continued(_ column: inout Int, _ writer: inout HTMLWriter) {
    for head in table.header[0].prefix(while: { $0.rows > 1 }) {
      writer.element("w:tc") { writer in
        writer.element("w:tcPr") { writer in
          cellWidth(column, head.columns, &writer)
          writer.element("w:vMerge") { _ in }
        }
        DocumentBody.paragraph("", "TableHead", &writer)
      }
      column += head.columns
    }
  }

  // MARK: Rows and cells

  private func row(
    isHeader: Bool, _ writer: inout HTMLWriter, _ content: (inout HTMLWriter) -> Void
  ) {
    writer.block("w:tr") { writer in
      writer.element("w:trPr") { writer in
        writer.element("w:cantSplit") { _ in }
        if isHeader { writer.element("w:tblHeader") { _ in } }
      }
      content(&writer)
    }
  }

  private func write(_ texts: [String], isLast: Bool, _ writer: inout HTMLWriter) {
    row(isHeader: false, &writer) { writer in
      for (column, text) in texts.enumerated() {
        let style = table.columns[column].kind == .number ? "TableNumber" : "TableText"
        cell(column, columns: 1, isTall: false, text, style, &writer)
      }
    }
  }

  private func cell(
    _ column: Int, columns: Int, isTall: Bool, _ text: String, _ style: String,
    _ writer: inout HTMLWriter
  ) {
    writer.element("w:tc") { writer in
      writer.element("w:tcPr") { writer in
        cellWidth(column, columns, &writer)
        if columns > 1 { writer.element("w:gridSpan", [.value("\(columns)")]) { _ in } }
        if isTall { writer.element("w:vMerge", [.value("restart")]) { _ in } }
        writer.element("w:vAlign", [.value("center")]) { _ in }
      }
      DocumentBody.paragraph(text, style, &writer)
    }
  }

  private func cellWidth(_ column: Int, _ columns: Int, _ writer: inout HTMLWriter) {
    let width = widths[column..<min(column + columns, widths.count)].reduce(0, +)
    writer.element("w:tcW", [.init("w:w", "\(width)"), .init("w:type", "dxa")]) { _ in }
  }
}
