/// One change that would make a total and its rows agree.
enum Repair: Equatable {
  /// A row's value was mistyped and should be `to`.
  case cell(category: Int, from: Int64, to: Int64, Slip)
  /// The total itself was mistyped.
  case total(from: Int64, to: Int64, Slip)
  /// The total leaves a row out, or counts it twice.
  case leftOut(category: Int)
  case countedTwice(category: Int)
}

/// How a number goes wrong under a typist's fingers.
enum Slip: Equatable {
  case swappedDigits, lostDigit, doubledDigit, slippedPoint

  /// The slip that makes `written` of `meant`; nil when it takes more than one.
  static func from(_ meant: Int64, to written: Int64, decimals: Int) -> Slip? {
    guard meant >= 0, written >= 0, meant != written else { return nil }
    if decimals > 0, isPowerOfTen(meant, written) { return .slippedPoint }
    let pair = digits(meant, written, decimals)
    if areSwapped(pair.meant, pair.written) { return .swappedDigits }
    if meant > 0, written > 0, isShortened(pair.meant, pair.written) { return .lostDigit }
    if isDoubled(pair.meant, pair.written) { return .doubledDigit }
    return nil
  }

  /// One is the other with its point moved by one to four places, as between 元 and 万元.
  private static func isPowerOfTen(_ left: Int64, _ right: Int64) -> Bool {
    let (small, large) = (min(left, right), max(left, right))
    guard small > 0 else { return false }
    return [10, 100, 1_000, 10_000].contains { large % $0 == 0 && large / $0 == small }
  }

  /// Both as people write them: with the decimals that either needs, and no more.
  private static func digits(
    _ meant: Int64, _ written: Int64, _ decimals: Int
  ) -> (meant: [UInt8], written: [UInt8]) {
    var (left, right) = (meant, written)
    for _ in 0..<decimals where left % 10 == 0 && right % 10 == 0 {
      left /= 10
      right /= 10
    }
    return (Array(String(left).utf8), Array(String(right).utf8))
  }

  private static func areSwapped(_ left: [UInt8], _ right: [UInt8]) -> Bool {
    guard left.count == right.count else { return false }
    let different = left.indices.filter { left[$0] != right[$0] }
    guard different.count == 2, different[1] == different[0] + 1 else { return false }
    return left[different[0]] == right[different[1]] && left[different[1]] == right[different[0]]
  }

  /// `shorter` is `longer` without one of its digits.
  private static func isShortened(_ longer: [UInt8], _ shorter: [UInt8]) -> Bool {
    guard longer.count == shorter.count + 1 else { return false }
    return longer.indices.contains { Array(longer[..<$0] + longer[($0 + 1)...]) == shorter }
  }

  /// `longer` has one digit of `shorter` twice in a row.
  private static func isDoubled(_ shorter: [UInt8], _ longer: [UInt8]) -> Bool {
    guard longer.count == shorter.count + 1 else { return false }
    return shorter.indices.contains { index in
      Array(shorter[...index] + shorter[index...]) == longer
    }
  }
}

/// Every single change that would explain the gap between a total and its rows.
struct RepairFinder {
  let column: ColumnOfTable
  let written: Int64
  let decimals: Int

  func repairs() -> [Repair] {
    let gap = written - column.sum
    var repairs: [Repair] = []
    if let slip = Slip.from(column.sum, to: written, decimals: decimals) {
      repairs.append(.total(from: written, to: column.sum, slip))
    }
    for (category, value) in column.values {
      if value != 0, value == -gap { repairs.append(.leftOut(category: category)) }
      if value != 0, value == gap { repairs.append(.countedTwice(category: category)) }
      let meant = value + gap
      if let slip = Slip.from(meant, to: value, decimals: decimals) {
        repairs.append(.cell(category: category, from: value, to: meant, slip))
      }
    }
    return repairs
  }

  /// The answer when there is one; when there are several, what they are and that none is the answer.
  func facts(_ wording: RepairWording) -> [Fact] {
    let repairs = repairs()
    if repairs.count == 1, let only = repairs.first {
      return [Fact("repair", wording.answer(only))]
    }
    guard !repairs.isEmpty else { return [] }
    let most = 4
    let shown = repairs.prefix(most).map(wording.possibility)
    let more = repairs.count - shown.count
    let chinese = shown.map(\.chinese).joined(separator: "；") + (more > 0 ? "；另有 \(more) 种" : "")
    let english =
      shown.map(\.english).joined(separator: "; ") + (more > 0 ? "; and \(more) more" : "")
    return [Fact("several", Both(chinese, english))]
  }
}

/// Puts repairs into words.
struct RepairWording {
  let form: Form
  let submission: Submission
  let metric: Int
  let total: Place

  func answer(_ repair: Repair) -> Both {
    let possibility = possibility(repair)
    return Both(
      "只有一种改法能对上：\(possibility.chinese)", "one change alone explains it: \(possibility.english)")
  }

  func possibility(_ repair: Repair) -> Both {
    switch repair {
    case .total(let from, let to, let slip):
      let cell = total.cell ?? ""
      return Both(
        "合计 \(cell) 应为 \(text(to))（写成了 \(text(from))，\(slip.words.chinese)）",
        "the total \(cell) should be \(text(to)) (written \(text(from)): \(slip.words.english))")
    case .cell(let category, let from, let to, let slip):
      return Both(
        "“\(name(category))” \(cell(category)) 应为 \(text(to))（写成了 \(text(from))，\(slip.words.chinese)）",
        "\(cell(category)) (“\(name(category))”) should be \(text(to)) (written \(text(from)): \(slip.words.english))"
      )
    case .leftOut(let category):
      return Both(
        "合计漏加了“\(name(category))” \(cell(category))，加上后是 \(sum)",
        "the total leaves out \(cell(category)) (“\(name(category))”); with it, it is \(sum)")
    case .countedTwice(let category):
      return Both(
        "合计把“\(name(category))” \(cell(category)) 加了两次，应为 \(sum)",
        "the total counts \(cell(category)) (“\(name(category))”) twice; it should be \(sum)")
    }
  }

  private var sum: String {
    ColumnOfTable(submission.table, metric, form).map { text($0.sum) } ?? ""
  }

  private func name(_ category: Int) -> String { form.categories[category].name }
  private func cell(_ category: Int) -> String {
    submission.table.place(category, metric).cell ?? ""
  }
  private func text(_ value: Int64) -> String {
    Exact(value, decimals: form.metrics[metric].decimals).description
  }
}

extension Slip {
  var words: Both {
    switch self {
    case .swappedDigits: Both("相邻两位颠倒", "two digits swapped")
    case .lostDigit: Both("少了一位", "a digit lost")
    case .doubledDigit: Both("多打了一位", "a digit doubled")
    case .slippedPoint: Both("小数点错位", "the decimal point slipped")
    }
  }
}
