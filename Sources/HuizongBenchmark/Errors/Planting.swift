import HuizongCore

/// Plants an error in a unit's last table.
struct Planting {
  let form: Form
  let city: TrialCity
  let unit: Int

  private var tables: [MonthTable] { city.tables[unit] }
  private var last: Int { TrialCity.months - 1 }
  private var counts: [Int] { form.metrics.indices.filter { form.metrics[$0].kind == .count } }

  /// Nil where the table gives no occasion for it.
  func plant(
    _ error: PlantedError, in file: inout TrialFile, _ random: inout Random
  ) -> PlantedError.Trace? {
    switch error {
    case .tenfold: change(&file, &random, from: 5) { value, _ in value * 10 }
    case .tenth: change(&file, &random, from: 20) { value, _ in value / 10 }
    case .digitLost: change(&file, &random, from: 20, Planting.losingDigit)
    case .digitDoubled: change(&file, &random, from: 5, Planting.doublingDigit)
    case .digitsSwapped: change(&file, &random, from: 12, Planting.swappingDigits)
    case .moneyInYuan: yuan(&file, &random)
    case .rowsSwapped: swapRows(&file, &random)
    case .rowsMoved: moveRows(&file, &random)
    case .columnsSwapped: swapColumns(&file, &random)
    case .columnsMoved: moveColumns(&file, &random)
    case .lastMonth: replace(&file, tables[last - 1].rows.map(\.values), "P04")
    case .otherUnit: otherUnit(&file, &random)
    case .cumulative: cumulative(&file)
    case .wrongTotal: wrongTotal(&file, &random)
    case .moreFailuresThanBatches: tooManyFailures(&file, &random)
    }
  }

  // MARK: One cell

  private func change(
    _ file: inout TrialFile, _ random: inout Random, from least: Int,
    _ slip: (Int, inout Random) -> Int
  ) -> PlantedError.Trace? {
    let cells = form.categories.indices.flatMap { row in counts.map { [row, $0] } }
      .filter { file.values[$0[0]][$0[1]] >= least }
    guard !cells.isEmpty else { return nil }
    let cell = random.element(of: cells)
    let value = file.values[cell[0]][cell[1]]
    let slipped = slip(value, &random)
    guard slipped != value else { return nil }
    file.values[cell[0]][cell[1]] = slipped
    return PlantedError.Trace(cells: [cell])
  }

  private static func number(_ digits: [Int]) -> Int { digits.reduce(0) { $0 * 10 + $1 } }

  private static func digits(_ value: Int) -> [Int] { String(value).compactMap(\.wholeNumberValue) }

  private static func losingDigit(_ value: Int, _ random: inout Random) -> Int {
    var digits = digits(value)
    digits.remove(at: random.below(digits.count))
    return number(digits)
  }

  private static func doublingDigit(_ value: Int, _ random: inout Random) -> Int {
    var digits = digits(value)
    let place = random.below(digits.count)
    digits.insert(digits[place], at: place)
    return number(digits)
  }

  private static func swappingDigits(_ value: Int, _ random: inout Random) -> Int {
    var digits = digits(value)
    let place = random.below(digits.count - 1)
    digits.swapAt(place, place + 1)
    return number(digits)
  }

  // MARK: Lines

  private func yuan(_ file: inout TrialFile, _ random: inout Random) -> PlantedError.Trace? {
    let columns = form.metrics.indices.filter { metric in
      form.metrics[metric].kind == .money && file.values.contains { $0[metric] > 0 }
    }
    guard !columns.isEmpty else { return nil }
    let column = random.element(of: columns)
    for row in file.values.indices { file.values[row][column] *= 10_000 }
    return PlantedError.Trace(columns: [column])
  }

  private func swapRows(_ file: inout TrialFile, _ random: inout Random) -> PlantedError.Trace? {
    let (first, second) = two(file.values.count, &random)
    guard file.values[first] != file.values[second] else { return nil }
    file.values.swapAt(first, second)
    return PlantedError.Trace(rows: [first, second], exchangedRows: [first, second])
  }

  /// An empty row slips in and what is below moves down; the last row is lost.
  private func moveRows(_ file: inout TrialFile, _ random: inout Random) -> PlantedError.Trace? {
    let start = random.below(file.values.count - 4)
    file.values.insert(file.values[start].map { _ in 0 }, at: start)
    file.values.removeLast()
    return PlantedError.Trace(rows: Set(start..<file.values.count))
  }

  private func swapColumns(_ file: inout TrialFile, _ random: inout Random) -> PlantedError.Trace? {
    let (first, second) = two(form.metrics.count, &random)
    file.columns.swapAt(first, second)
    let isSeen = file.values.contains { $0[first] != $0[second] }
    return isSeen ? PlantedError.Trace(columns: [first, second]) : nil
  }

  private func moveColumns(_ file: inout TrialFile, _ random: inout Random) -> PlantedError.Trace? {
    let start = random.below(form.metrics.count - 4)
    file.columns.insert(nil, at: start)
    file.columns.removeLast()
    return PlantedError.Trace(columns: Set(start..<form.metrics.count))
  }

  private func two(_ count: Int, _ random: inout Random) -> (Int, Int) {
    let first = random.below(count)
    let second = (first + 1 + random.below(count - 1)) % count
    return (min(first, second), max(first, second))
  }

  // MARK: Tables

  private func replace(
    _ file: inout TrialFile, _ values: [[Int]], _ code: String
  ) -> PlantedError.Trace? {
    guard file.values != values else { return nil }
    file.values = values
    return PlantedError.Trace(code: code)
  }

  private func otherUnit(_ file: inout TrialFile, _ random: inout Random) -> PlantedError.Trace? {
    let other = (unit + 1 + random.below(city.tables.count - 1)) % city.tables.count
    return replace(&file, city.tables[other][last].rows.map(\.values), "P04")
  }

  private func cumulative(_ file: inout TrialFile) -> PlantedError.Trace? {
    for table in tables.dropLast() {
      for row in file.values.indices {
        for metric in file.values[row].indices {
          file.values[row][metric] += table.rows[row].values[metric]
        }
      }
    }
    return PlantedError.Trace(code: "P08")
  }

  private func wrongTotal(_ file: inout TrialFile, _ random: inout Random) -> PlantedError.Trace? {
    let metric = random.below(form.metrics.count)
    let total = file.values.reduce(0) { $0 + $1[metric] }
    let wrong = Planting.doublingDigit(total, &random)
    guard wrong != total else { return nil }
    file.wrongTotals[metric] = wrong
    return PlantedError.Trace(columns: [metric])
  }

  private func tooManyFailures(
    _ file: inout TrialFile, _ random: inout Random
  ) -> PlantedError.Trace? {
    let rows = file.values.indices.filter { file.values[$0][Figure.batches.rawValue] > 0 }
    guard !rows.isEmpty else { return nil }
    let row = random.element(of: rows)
    let batches = file.values[row][Figure.batches.rawValue]
    file.values[row][Figure.failures.rawValue] = batches + 1 + random.below(batches + 1)
    return PlantedError.Trace(cells: [[row, Figure.failures.rawValue]])
  }
}
