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
    if areSwapped(meant, written, decimals) { return .swappedDigits }
    let number = WrittenNumber(meant, decimals: decimals)
    if meant > 0, written > 0, number.withoutOneDigit.contains(written) { return .lostDigit }
    if number.withOneDigitTwice.contains(written) { return .doubledDigit }
    return nil
  }

  /// One is the other with its point moved by one to four places, as between 元 and 万元.
  private static func isPowerOfTen(_ left: Int64, _ right: Int64) -> Bool {
    let (small, large) = (min(left, right), max(left, right))
    guard small > 0 else { return false }
    return [10, 100, 1_000, 10_000].contains { large % $0 == 0 && large / $0 == small }
  }

  /// Both with the decimals that either needs: `12.3` for `12.03` was typed as `12.30`.
  private static func areSwapped(_ meant: Int64, _ written: Int64, _ decimals: Int) -> Bool {
    let places = max(
      WrittenNumber(meant, decimals: decimals).places,
      WrittenNumber(written, decimals: decimals).places)
    let left = WrittenNumber(meant, decimals: decimals, places: places).digits
    let right = WrittenNumber(written, decimals: decimals, places: places).digits
    guard left.count == right.count else { return false }
    let different = left.indices.filter { left[$0] != right[$0] }
    guard different.count == 2, different[1] == different[0] + 1 else { return false }
    return left[different[0]] == right[different[1]] && left[different[1]] == right[different[0]]
  }
}

/// An amount as people write it: without zeros behind its last decimal, with one before its point.
private struct WrittenNumber {
  /// From the last digit to the first.
  private(set) var digits: [Int64] = []
  /// How many of the digits stand behind the point.
  let places: Int
  private let decimals: Int

  init(_ value: Int64, decimals: Int, places wanted: Int? = nil) {
    var (rest, places) = (value, decimals)
    while places > (wanted ?? 0), rest % 10 == 0 {
      rest /= 10
      places -= 1
    }
    self.places = places
    self.decimals = decimals
    while rest > 0 || digits.count <= places {
      digits.append(rest % 10)
      rest /= 10
    }
  }

  /// The amounts that remain when a digit is lost; `005` is none that anybody writes for `1005`.
  var withoutOneDigit: [Int64] {
    digits.indices.compactMap { index in
      let rest = digits[..<index] + digits[(index + 1)...]
      let places = places - (index < places ? 1 : 0)
      let beginsWithZero = rest.last == 0 && rest.count > places + 1
      return beginsWithZero ? nil : amount(rest, places: places)
    }
  }

  /// The amounts that arise when a key is pressed twice.
  var withOneDigitTwice: [Int64] {
    digits.indices.compactMap { index in
      amount(digits[...index] + digits[index...], places: places + (index < places ? 1 : 0))
    }
  }

  private func amount(_ digits: ArraySlice<Int64>, places: Int) -> Int64? {
    guard places <= decimals else { return nil }
    let shift = (places..<decimals).reduce(Int64(1)) { power, _ in power * 10 }
    return digits.reversed().reduce(0) { $0 * 10 + $1 } * shift
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
      "常见的填错里只有一种对得上，请先核对：\(possibility.chinese)",
      "of the usual slips only one fits; look first: \(possibility.english)")
  }

  func possibility(_ repair: Repair) -> Both {
    switch repair {
    case .total(let from, let to, let slip):
      let cell = total.cell ?? ""
      return Both(
        "合计 \(cell) 可能是 \(text(to))（现为 \(text(from))，\(slip.words.chinese)）",
        "the total \(cell) may be \(text(to)) (it says \(text(from)): \(slip.words.english))")
    case .cell(let category, let from, let to, let slip):
      return Both(
        "“\(name(category))” \(cell(category)) 可能是 \(text(to))（现为 \(text(from))，\(slip.words.chinese)）",
        "\(cell(category)) (“\(name(category))”) may be \(text(to)) (it says \(text(from)): \(slip.words.english))"
      )
    case .leftOut(let category):
      return Both(
        "合计可能漏加了“\(name(category))” \(cell(category))，加上后是 \(sum)",
        "the total may leave out \(cell(category)) (“\(name(category))”); with it, it is \(sum)")
    case .countedTwice(let category):
      return Both(
        "合计可能把“\(name(category))” \(cell(category)) 加了两次，不重加是 \(sum)",
        "the total may count \(cell(category)) (“\(name(category))”) twice; without that it is \(sum)"
      )
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
