import HuizongCore

/// The summary as Markdown.
public struct SummaryMarkdown {
  private let text: SummaryText

  public init(_ text: SummaryText) { self.text = text }

  public func render() -> [UInt8] {
    let blocks = text.blocks.map(block)
    return Array((blocks.joined(separator: "\n\n") + "\n").utf8)
  }

  private func block(_ block: SummaryText.Block) -> String {
    switch block {
    case .heading(let level, let text):
      String(repeating: "#", count: level + 1) + " " + SummaryMarkdown.escaped(text)
    case .paragraph(let sentences):
      sentences.map { SummaryMarkdown.escaped($0.text) }.joined()
    case .table(let kind): table(text.table(kind))
    }
  }

  /// A head of two rows becomes one: Markdown merges no cells.
  private func table(_ table: SummaryTable) -> String {
    let marks = table.columns.map { $0.kind == .number ? "---:" : "---" }
    let lines = [labels(table), marks] + table.rows.map { $0.map(SummaryMarkdown.escaped) }
    return lines.map { "| " + $0.joined(separator: " | ") + " |" }.joined(separator: "\n")
  }

  private func labels(_ table: SummaryTable) -> [String] {
    let first = table.header[0]
    guard table.header.count > 1 else { return first.map { SummaryMarkdown.escaped($0.text) } }
    var below = table.header[1][...]
    return first.flatMap { head -> [String] in
      if head.rows > 1 { return [SummaryMarkdown.escaped(head.text)] }
      return (0..<head.columns).compactMap { _ in
        below.popFirst().map {
          SummaryMarkdown.escaped("\(head.text)·\($0.text)".filter { !$0.isNewline })
        }
      }
    }
  }

  /// Text from files is text: nothing in it is markup, and it stays on its line.
  private static func escaped(_ text: String) -> String {
    var escaped = ""
    for scalar in VisibleText.shown(text).unicodeScalars {
      switch scalar {
      case "\n", "\r", "\t": escaped += " "
      case "\\", "&", "`", "*", "_", "[", "]", "<", ">", "|", "#", "~":
        escaped += "\\"
        escaped.unicodeScalars.append(scalar)
      default: escaped.unicodeScalars.append(scalar)
      }
    }
    return escaped
  }
}
