/// What goes wrong in the cells of a sheet.
public enum CellProblem: Hashable, Sendable {
  case outsideSheet
  case emptyFormula
  /// What a formula cannot hold.
  case formulaCharacter(String)
  /// The two that share cells.
  case overlap(Item, CellRange, Item, CellRange)
  /// In streaming mode rows are written once, in order.
  case rowAlreadyWritten
  case notWhileStreaming(Item)
  /// How many headings there are, and how many columns.
  case headings(Int, Int)
  case noTableRows
  /// A chart reads one row or one column.
  case notALine(CellRange)
  case noSeries
  case listItem(String)
  case emptyList
  case linkTarget(String)

  var words: Both {
    switch self {
    case .outsideSheet: Both("超出工作表", "outside the sheet")
    case .emptyFormula: Both("公式是空的", "an empty formula")
    case .formulaCharacter(let bad): Both("公式里不能有“\(bad)”", "a formula may not hold “\(bad)”")
    case .overlap(let item, let range, let other, let otherRange):
      Both(
        "\(item.chinese) \(range) 与\(other.chinese) \(otherRange) 重叠",
        "\(item.english) \(range) overlaps \(other.english) \(otherRange)")
    case .rowAlreadyWritten: Both("这一行已经写出", "the row is written already")
    case .notWhileStreaming(let item):
      Both("逐行写出时不能有\(item.chinese)", "no \(item.english) while streaming")
    case .headings(let count, let columns):
      Both("\(count) 个列名，\(columns) 列", "\(count) headings for \(columns) columns")
    case .noTableRows: Both("表格没有数据行", "a table without a row of data")
    case .notALine(let range):
      Both("\(range) 不是一行或一列", "\(range) is neither one row nor one column")
    case .noSeries: Both("图表没有数据系列", "a chart without a series")
    case .listItem(let item):
      Both(
        "下拉列表的项“\(item)”为空或含有逗号、引号",
        "choice “\(item)” is empty, or holds a comma or a quotation mark")
    case .emptyList: Both("下拉列表是空的", "an empty list of choices")
    case .linkTarget(let name):
      Both("链接到不了名称带“#”的工作表“\(name)”", "no link can lead to a sheet named with “#”, “\(name)”")
    }
  }
}
