import HuizongCore

/// A ledger's rows as they were understood, with the row numbers and column letters of the clerk's
/// own spreadsheet, and the cells that a finding names marked.
struct HTMLLedger {
  let report: Report
  let entry: Entry
  let ledger: Ledger
  let form: LedgerForm

  /// More is no reading for a page; the findings below name their cells anyway.
  private static let mostRows = 500

  func render(_ writer: inout HTMLWriter) {
    guard !ledger.cases.isEmpty else { return }
    let marks = marks
    writer.block("div", [.style("sheet ledger"), .chinese, .init("tabindex", "0")]) { writer in
      writer.block("table") { writer in
        writer.block("caption") { $0.element("strong", text: form.title) }
        writer.block("thead") { header(&$0, marks) }
        writer.block("tbody") { writer in
          for found in ledger.cases.prefix(HTMLLedger.mostRows) { row(found, marks, &writer) }
        }
      }
    }
    guard ledger.cases.count > HTMLLedger.mostRows else { return }
    let text = report.say(
      "共 \(ledger.cases.count) 行，只列前 \(HTMLLedger.mostRows) 行。",
      "Only the first \(HTMLLedger.mostRows) of \(ledger.cases.count) rows are shown.")
    writer.block("p", [.style("note")], text: text)
  }

  /// The worst finding of each cell.
  private var marks: [Place: Mark] {
    var marks: [Place: Mark] = [:]
    for finding in entry.findings {
      let mark = Mark(finding)
      marks[finding.place] = max(marks[finding.place] ?? mark, mark)
    }
    return marks
  }

  private func header(_ writer: inout HTMLWriter, _ marks: [Place: Mark]) {
    writer.block("tr", [.style("letters")]) { writer in
      writer.element("td", text: "")
      for column in form.columns.indices {
        writer.element("td", text: Place.letters(ledger.place(column: column).column))
      }
    }
    writer.block("tr") { writer in
      let place = ledger.place(column: 0)
      writer.element("td", [.style("number")], text: String(place.row))
      for (column, definition) in form.columns.enumerated() {
        let mark = marks[ledger.place(column: column)]?.style ?? ""
        writer.element(
          "th", [.init("scope", "col"), .style(mark)], text: definition.name)
      }
    }
  }

  private func row(_ found: LedgerCase, _ marks: [Place: Mark], _ writer: inout HTMLWriter) {
    writer.block("tr") { writer in
      writer.element("td", [.style("number")], text: String(found.row))
      for (column, definition) in form.columns.enumerated() {
        let mark = marks[found.places[column]]?.style ?? ""
        let look = definition.kind == .text ? "text" : definition.kind == .date ? "date" : ""
        writer.element("td", [.style(look, mark)], text: found.cells[column].shown)
      }
    }
  }
}

extension LedgerCase.Cell {
  /// As the ledger is filled in.
  var shown: String {
    switch self {
    case .blank: ""
    case .day(let day): day.description
    case .answer(let answer): answer ? "是" : "否"
    case .text(let text): VisibleText.cut(text, most: 2_000)
    }
  }
}
