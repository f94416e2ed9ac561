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
    return isCounted ? "\(line)，\(cells)" : line
  }

  private var cells: String {
    guard let table = entry.submission?.table else { return "" }
    let rows = form.categories.indices.filter { table.rows[$0].row > 0 }
    return block(table, rows) ?? list(table, rows)
  }

  /// The usual case: rows and columns in the form's order, in one block. Then every figure stands
  /// as far from its place as the first.
  private func block(_ table: HuizongCore.Table, _ rows: [Int]) -> String? {
    guard let first = rows.first, let last = rows.last, rows.count == last - first + 1 else {
      return nil
    }
    let (width, grid) = (form.metrics.count, FormGrid(form: form))
    let from = table.place(first, 0)
    let isBlock = rows.allSatisfy { row in
      (0..<width).allSatisfy { column in
        let place = table.place(row, column)
        return place.row - from.row == row - first && place.column - from.column == column
      }
    }
    guard isBlock, let start = from.cell, let end = table.place(last, width - 1).cell else {
      return nil
    }
    let here = CellRange(grid.cell(first, 0), grid.cell(last, width - 1))
    return "\(here) 取自该文件的 \(start):\(end)"
  }

  /// Every row and every column by itself: a figure stands where its two cross.
  private func list(_ table: HuizongCore.Table, _ rows: [Int]) -> String {
    let lines = rows.map { "\(form.categories[$0].name) \(table.rows[$0].row)" }
    let columns = form.metrics.indices.map {
      "\(form.metrics[$0].name) \(Place.letters(Int(table.columns[$0])))"
    }
    return "行：\(lines.joined(separator: "、"))；列：\(columns.joined(separator: "、"))"
  }
}
