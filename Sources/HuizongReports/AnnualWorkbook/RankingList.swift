import HuizongCore
import Spreadsheet

/// One list of 排名: place, name, figures, shares.
struct RankingList {
  private let book: CityBook
  private let sheet: Worksheet
  private let ranking: Ranking
  private let top: Int
  private let column: Int

  init(
    _ book: CityBook, _ sheet: Worksheet, _ ranking: Ranking, _ top: Int, _ column: Int
  ) {
    self.book = book
    self.sheet = sheet
    self.ranking = ranking
    self.top = top
    self.column = column
  }

  private func cell(_ row: Int, _ column: Int) -> CellAddress {
    CellAddress(row: top + 1 + row, column: self.column + column)
  }

  private func range(_ column: Int) -> CellRange {
    CellRange(cell(0, column), cell(ranking.rows.count - 1, column))
  }

  /// `title` is what a share is called.
  func write(_ label: String, title: String) throws(WorkbookError) {
    let figures = ranking.metrics.map { book.form.metrics[$0].printed }
    let titles = ["名次", label] + figures + (ranking.isShare ? [title] : ["占合计", "累计占比"])
    for (index, text) in titles.enumerated() {
      try sheet.write(text, at: cell(-1, index), book.styles.header)
    }
    try sheet.setHeight(ofRow: top, to: 32)
    for index in ranking.rows.indices {
      try sheet.write(ranking.rows[index].label, at: cell(index, 1), book.styles.label)
      try sheet.setHeight(ofRow: cell(index, 0).row, to: 19)
      try writeFigures(index)
      try ranking.isShare ? writeShare(index) : writeShares(index)
      try writePlace(index)
    }
  }

  private func writeFigures(_ index: Int) throws(WorkbookError) {
    let row = ranking.rows[index]
    for (place, metric) in ranking.metrics.enumerated() {
      let formula = Formula(
        "\(row.sources[place])", value: book.number(row.values[place], metric))
      try sheet.write(
        formula, at: cell(index, 2 + place), book.styles.number(book.form.metrics[metric]))
    }
  }

  private func number(_ index: Int, _ place: Int) -> Double {
    book.number(ranking.rows[index].values[place], ranking.metrics[place])
  }

  /// The part's share of the whole.
  private func writeShare(_ index: Int) throws(WorkbookError) {
    let (part, whole) = (cell(index, 2), cell(index, 3))
    let text = "IF(\(whole)=0,\"—\",\(part)/\(whole))"
    let formula =
      ranking.rows[index].values[1] == 0
      ? Formula(text, value: "—") : Formula(text, value: number(index, 0) / number(index, 1))
    try sheet.write(formula, at: cell(index, 4), book.styles.share)
  }

  /// The share of all, and of all down to here.
  private func writeShares(_ index: Int) throws(WorkbookError) {
    let total = ranking.rows.reduce(0) { $0 + $1.values[0] }
    let above = ranking.rows[...index].reduce(0) { $0 + $1.values[0] }
    let values = "SUM(\(range(2).absolute))"
    let parts = [
      ("\(cell(index, 2))", ranking.rows[index].values[0]),
      ("SUM(\(CellRange(cell(0, 2), cell(index, 2))))", above),
    ]
    for (place, part) in parts.enumerated() {
      let text = "IF(\(values)=0,\"—\",\(part.0)/\(values))"
      let metric = ranking.metrics[0]
      let formula =
        total == 0
        ? Formula(text, value: "—")
        : Formula(text, value: book.number(part.1, metric) / book.number(total, metric))
      try sheet.write(formula, at: cell(index, 3 + place), book.styles.share)
    }
  }

  private func writePlace(_ index: Int) throws(WorkbookError) {
    let column = ranking.isShare ? 4 : 2
    let (own, all) = (cell(index, column), range(column).absolute)
    let text = "IF(ISNUMBER(\(own)),RANK(\(own),\(all)),\"—\")"
    let row = ranking.rows[index]
    let hasNone = ranking.isShare && row.values[1] == 0
    let formula =
      hasNone ? Formula(text, value: "—") : Formula(text, value: Double(row.place))
    try sheet.write(formula, at: cell(index, 0), book.styles.word)
  }
}
