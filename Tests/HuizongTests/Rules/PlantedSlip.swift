@testable import HuizongCore

/// A column with a right total in which one thing then went wrong.
struct PlantedSlip {
  let values: [Int64]
  let total: Int64
  /// The column of the form that it stands in.
  let metric: Int
  /// The repair, without its kind: a lost digit may look like a slipped point.
  let repair: Place

  enum Place: Equatable {
    case cell(category: Int, to: Int64)
    case total(to: Int64)
    case leftOut(category: Int)
    case countedTwice(category: Int)

    init(_ repair: Repair) {
      self =
        switch repair {
        case .cell(let category, _, let to, _): .cell(category: category, to: to)
        case .total(_, let to, _): .total(to: to)
        case .leftOut(let category): .leftOut(category: category)
        case .countedTwice(let category): .countedTwice(category: category)
        }
    }
  }

  enum Kind: CaseIterable {
    case cellSlips, totalSlips, rowLeftOut, rowCountedTwice
  }

  /// Nil when the chances gave nothing that could go wrong in this way.
  init?(_ kind: Kind, isMoney: Bool, _ chance: inout SeededGenerator) {
    let form = TestForm.annex2
    metric = form.metrics.firstIndex { ($0.kind == .money) == isMoney } ?? 0
    let decimals = form.metrics[metric].decimals
    var values = (0..<20).map { _ in Self.value(decimals, &chance) }
    var total = values.reduce(0, +)
    let category = chance.number(0...19)
    let meant = values[category]
    switch kind {
    case .cellSlips:
      guard let written = Typist.slip(meant, decimals, &chance) else { return nil }
      values[category] = written
      repair = .cell(category: category, to: meant)
    case .totalSlips:
      repair = .total(to: total)
      guard let written = Typist.slip(total, decimals, &chance) else { return nil }
      total = written
    case .rowLeftOut:
      total -= meant
      repair = .leftOut(category: category)
    case .rowCountedTwice:
      total += meant
      repair = .countedTwice(category: category)
    }
    guard total != values.reduce(0, +) else { return nil }
    self.values = values
    self.total = total
  }

  var decimals: Int { TestForm.annex2.metrics[metric].decimals }

  /// Most cells hold 0 to 50 and a fifth are zero; now and then one is large.
  private static func value(_ decimals: Int, _ chance: inout SeededGenerator) -> Int64 {
    if chance.happens(oneIn: 5) { return 0 }
    let most = chance.happens(oneIn: 8) ? 5_000 : 50
    guard decimals > 0 else { return Int64(chance.number(1...most)) }
    return Int64(chance.number(1...most * 100)) * 10_000
  }

  /// As the program meets it: a table in which every other column is in order.
  var submission: Submission {
    let form = TestForm.annex2
    var table = Table(form: form)
    table.columns = form.metrics.indices.map { Int32($0 + 2) }
    for (category, value) in values.enumerated() {
      table.rows[category] = RowOrigin(row: Int32(category + 4), line: Int32(category + 4))
      table.setRow(category, form.metrics.indices.map { $0 == metric ? value : 0 })
    }
    var submission = Submission(table: table, place: .wholeFile)
    submission.total = TotalRow(
      values: form.metrics.indices.map { $0 == metric ? total : 0 },
      origin: RowOrigin(row: 24, line: 24))
    return submission
  }
}

/// Types numbers and slips; works on the characters, unlike what it tests.
enum Typist {
  /// What stands there after one slip; nil where that is no number that differs.
  static func slip(_ meant: Int64, _ decimals: Int, _ chance: inout SeededGenerator) -> Int64? {
    let text = Array(Exact(meant, decimals: decimals).description)
    let digits = text.indices.filter { text[$0] != "." }
    let index = chance.one(of: digits)
    var typed = text
    switch chance.number(1...(decimals > 0 ? 4 : 3)) {
    case 1:
      guard let next = digits.first(where: { $0 > index }) else { return nil }
      typed.swapAt(index, next)
    case 2:
      typed.remove(at: index)
      guard typed != ["0"] else { return nil }
    case 3: typed.insert(text[index], at: index)
    default: return movedPoint(meant, by: chance.number(1...4), up: chance.happens(oneIn: 2))
    }
    return number(typed, decimals).flatMap { $0 == meant ? nil : $0 }
  }

  /// Nobody leaves `05` standing, or writes more decimals than the form has.
  private static func number(_ typed: [Character], _ decimals: Int) -> Int64? {
    guard typed.first != "0" || typed.count == 1 || typed[1] == "." else { return nil }
    guard let exact = Exact(plain: String(typed)), exact.decimals <= decimals else { return nil }
    return Int64(exact.counted(in: decimals))
  }

  private static func movedPoint(_ meant: Int64, by places: Int, up: Bool) -> Int64? {
    let power = Int64(Exact.power(places))
    guard meant != 0 else { return nil }
    if up { return meant * power }
    return meant % power == 0 ? meant / power : nil
  }
}
