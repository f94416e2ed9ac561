import HuizongCore
import Spreadsheet

/// Where the figures of a sheet stand in the file that they came from.
struct SourceTrace {
  private let form: Form
  private let entry: Entry

  init(_ form: Form, _ entry: Entry) {
    self.form = form
    self.entry = entry
  }

  /// `数据来源：2023-08/黄浦区.csv（2023年8月），B5:P24 取自该文件的 B4:P23`
  func line(isCounted: Bool) -> String {
    let period = entry.period.map { "（\($0.inWords)）" } ?? ""
    let line = "\(isCounted ? "数据来源" : "收到文件")：\(Terminal.clean(entry.path))\(period)"
    guard isCounted, let table = entry.submission?.table else { return line }
    return "\(line)，\(cells(table))"
  }

  /// Blocks where the columns are in the form's order; else the columns one by one and the blocks'
  /// rows: a figure then stands where its row and its column cross.
  private func cells(_ table: HuizongCore.Table) -> String {
    let blocks = blocks(table)
    guard !isInOrder(table.columns) else {
      return blocks.map { here($0) + " 取自该文件的 " + there($0, table) }.joined(separator: "，")
    }
    let columns = form.metrics.indices.map {
      "\(form.metrics[$0].name) \(Place.letters(Int(table.columns[$0])))"
    }
    let places = blocks.map { "\(here($0)) 取自该文件的第 \(rows($0, table)) 行" }
    return "\(places.joined(separator: "，"))；各列：\(columns.joined(separator: "、"))"
  }

  private func isInOrder(_ columns: [Int32]) -> Bool {
    zip(columns, columns.dropFirst()).allSatisfy { $0 + 1 == $1 } && (columns.first ?? 0) > 0
  }

  /// Runs of products that follow one another in the file as they do in the form.
  private func blocks(_ table: HuizongCore.Table) -> [ClosedRange<Int>] {
    var blocks: [ClosedRange<Int>] = []
    for category in form.categories.indices where table.rows[category].row > 0 {
      if let last = blocks.last, last.upperBound + 1 == category,
        table.rows[category].row == table.rows[last.upperBound].row + 1
      {
        blocks[blocks.count - 1] = last.lowerBound...category
      } else {
        blocks.append(category...category)
      }
    }
    return blocks
  }

  private func here(_ block: ClosedRange<Int>) -> String {
    let grid = FormGrid(form: form)
    let last = form.metrics.count - 1
    return "\(CellRange(grid.cell(block.lowerBound, 0), grid.cell(block.upperBound, last)))"
  }

  private func there(_ block: ClosedRange<Int>, _ table: HuizongCore.Table) -> String {
    let first = table.place(block.lowerBound, 0)
    let last = table.place(block.upperBound, form.metrics.count - 1)
    return [first, last].compactMap(\.cell).joined(separator: ":")
  }

  private func rows(_ block: ClosedRange<Int>, _ table: HuizongCore.Table) -> String {
    let (first, last) = (table.rows[block.lowerBound].row, table.rows[block.upperBound].row)
    return first == last ? "\(first)" : "\(first)—\(last)"
  }
}
