/// The columns of the 2023 form by what they mean; the raw values are their places on the form.
enum Figure: Int, CaseIterable {
  case reports, monitored, problems
  case firmsInspected, batches, failures
  case cases, fines, caseValue, transfers
  case exposed
  case firmsHelped, problemsSolved, outputGained
  case firmsTalkedTo
}

/// One product's row: counts, and money in hundredths of a yuan, a millionth of 万元.
struct FigureRow {
  private(set) var values = [Int](repeating: 0, count: Figure.allCases.count)

  subscript(figure: Figure) -> Int {
    get { values[figure.rawValue] }
    set { values[figure.rawValue] = newValue }
  }
}

/// What one unit reports for one month.
struct MonthTable {
  let month: Int
  let rows: [FigureRow]
  /// What the clerk says about a product's row.
  var explanations: [Int: String] = [:]
  /// What the clerk says about the table, below it.
  var explanation: String?

  /// The column's sum over some of the products.
  func total(_ column: Int, of products: [Int]) -> Int {
    products.reduce(0) { $0 + rows[$1].values[column] }
  }
}
