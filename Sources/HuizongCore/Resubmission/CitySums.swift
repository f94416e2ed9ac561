/// The city's figures on both sides.
struct Sides {
  private var old: Sums
  private var new: Sums
  private let form: Form

  init(others: [Int64?], form: Form) {
    self.form = form
    old = Sums(form: form, cells: others)
    new = old
  }

  mutating func add(_ before: [TableCells], _ after: [TableCells]) throws(SumTooLarge) {
    for cells in before { try old.add(cells) }
    for cells in after { try new.add(cells) }
  }

  func figures(_ touched: [Int]) throws(SumTooLarge) -> [CityEffect.FigureChange] {
    let width = form.metrics.count
    var figures = touched.map { index in
      CityEffect.FigureChange(
        category: index / width, metric: index % width, old: old.cells[index],
        new: new.cells[index])
    }
    for metric in Set(touched.map { $0 % width }).sorted() {
      figures.append(
        CityEffect.FigureChange(
          category: nil, metric: metric, old: try old.total(metric), new: try new.total(metric)))
    }
    return figures
  }
}

/// Sums of tables, cell by cell; nil where a cell of one of them could not be read.
struct Sums {
  let form: Form
  private(set) var cells: [Int64?]

  init(form: Form, cells: [Int64?]? = nil) {
    self.form = form
    self.cells = cells ?? Array(repeating: 0, count: form.cellCount)
  }

  mutating func add(_ others: some Sequence<Int64?>) throws(SumTooLarge) {
    let width = form.metrics.count
    for (index, other) in others.enumerated() {
      cells[index] = try Sums.sum(cells[index], other, index / width, index % width)
    }
  }

  func total(_ metric: Int) throws(SumTooLarge) -> Int64? {
    var total: Int64? = 0
    for category in form.categories.indices {
      total = try Sums.sum(total, cells[category * form.metrics.count + metric], nil, metric)
    }
    return total
  }

  private static func sum(
    _ left: Int64?, _ right: Int64?, _ category: Int?, _ metric: Int
  ) throws(SumTooLarge) -> Int64? {
    guard let left, let right else { return nil }
    let (sum, overflow) = left.addingReportingOverflow(right)
    guard !overflow else { throw SumTooLarge(category: category, metric: metric) }
    return sum
  }
}
