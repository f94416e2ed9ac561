/// What a cell says where a number belongs.
enum CellReading {
  /// The value in the metric's smallest step.
  case value(Int64)
  /// A value, and something to say about how it was understood.
  case remarked(Int64, Code, [Fact])
  case rejected(Code, [Fact])
}

/// Reads numbers as people write them.
struct NumberReader {
  let metrics: [Metric]
  /// Marks that stand for zero: a dash, a slash, 无.
  private let zeroMarks: Set<String>
  let units: UnitWords

  init(_ form: Form) {
    metrics = form.metrics
    zeroMarks = Set(form.words.zero)
    units = UnitWords(form)
  }

  /// The quick way for what nearly every cell holds, plain digits with or without a point; nil when
  /// the cell needs a closer look. `read` gives the same result for all of them.
  static func plain(_ text: Span<UInt8>, _ field: Field, decimals: Int) -> Int64? {
    var offset = field.start
    let value = plain(text.extracting(0..<field.end), &offset, decimals: decimals)
    return offset == field.end ? value : nil
  }

  /// The same from `offset` on, as far as the digits go.
  static func plain(_ text: Span<UInt8>, _ offset: inout Int, decimals: Int) -> Int64? {
    let start = offset
    let end = min(text.count, start + Exact.mostDigits + 1)
    var value: Int64 = 0
    var places = -1
    while offset < end {
      let byte = text[offset]
      let digit = byte &- UInt8(ascii: "0")
      if digit <= 9 {
        value = value &* 10 &+ Int64(digit)
        if places >= 0 { places += 1 }
      } else if byte == UInt8(ascii: "."), places < 0, offset > start {
        places = 0
      } else {
        break
      }
      offset += 1
    }
    let count = offset - start
    guard count > 0, count <= Exact.mostDigits, places != 0, places <= decimals else { return nil }
    for _ in max(places, 0)..<decimals {
      guard value < Exact.limit / 10 else { return nil }
      value *= 10
    }
    return value
  }

  /// Reads any cell: `text` as in the file, without its quotation marks.
  func read(_ text: String, metric index: Int) -> CellReading {
    let metric = metrics[index]
    let cell = CellText(text)
    if cell.isEmpty { return .remarked(0, .blank, []) }
    if cell.contains("\u{FFFD}") { return rejected(.damagedCell, text) }
    if zeroMarks.contains(cell.plain) { return .remarked(0, .dash, [Fact(.found, cell.plain)]) }
    if let inner = cell.textMarked {
      return unmarked(read(inner, metric: index), text)
    }
    if let code = cell.spreadsheetTrouble { return rejected(code, text) }
    if let number = NumberText(cell.plain) { return read(number, metric, text) }
    return rejected(cell.wordedNumber ?? .notNumber, text)
  }

  private func rejected(_ code: Code, _ text: String) -> CellReading {
    .rejected(code, [Fact(.found, CellText.shown(text))])
  }

  /// What was inside `="…"` or behind an apostrophe.
  private func unmarked(_ reading: CellReading, _ text: String) -> CellReading {
    guard case .value(let value) = reading else { return reading }
    return .remarked(value, .markedAsText, [Fact(.found, CellText.shown(text))])
  }

  private func read(_ number: NumberText, _ metric: Metric, _ text: String) -> CellReading {
    let shown = Fact(.found, CellText.shown(text))
    if !number.groupsAreRight { return .rejected(.wrongGroups, [shown]) }
    if let code = number.rest.isEmpty ? nil : tail(number, metric, shown) { return code }
    return value(number, metric, shown)
  }

  /// What stands behind the number: nil when it is the column's own unit.
  private func tail(_ number: NumberText, _ metric: Metric, _ shown: Fact) -> CellReading? {
    if metric.units.contains(number.rest) { return nil }
    guard units.known.contains(number.rest) else {
      return .rejected(CellText(number.whole).wordedNumber ?? .notNumber, [shown])
    }
    var facts = [shown, Fact("word", number.rest)]
    if let unit = metric.unit { facts.append(Fact("unit", unit)) }
    if let amount = number.exact, let converted = units.convert(amount, number.rest, metric) {
      facts.append(Fact("converted", converted))
    }
    return .rejected(.wrongUnit, facts)
  }

  private func value(_ number: NumberText, _ metric: Metric, _ shown: Fact) -> CellReading {
    guard let exact = number.exact else { return .rejected(.tooManyDigits, [shown]) }
    if number.isNegative, exact != .zero { return .rejected(.negative, [shown]) }
    if number.hasExponent, number.mayHaveLostDigits { return .rejected(.inexactExponent, [shown]) }
    guard let steps = NumberReader.steps(exact, metric.decimals) else {
      return .rejected(
        metric.kind == .count ? .fraction : .tooManyDecimals,
        [
          shown, Fact("most", metric.decimals),
        ])
    }
    guard steps < Exact.limit else { return .rejected(.tooManyDigits, [shown]) }
    let understood = Fact("value", Exact(steps, decimals: metric.decimals))
    if number.hasExponent { return .remarked(Int64(steps), .exponent, [shown, understood]) }
    if !number.rest.isEmpty {
      return .remarked(Int64(steps), .unitAfterNumber, [shown, understood])
    }
    return .value(Int64(steps))
  }

  /// The number in steps of the metric; nil when it falls between two steps.
  private static func steps(_ exact: Exact, _ decimals: Int) -> Int128? {
    if exact.decimals <= decimals { return exact.digits * Exact.power(decimals - exact.decimals) }
    let step = Exact.power(exact.decimals - decimals)
    return exact.digits % step == 0 ? exact.digits / step : nil
  }
}

/// The units of the form and what else is written in their place.
struct UnitWords {
  let known: Set<String>
  /// The same as labels are compared: without brackets.
  let folded: Set<[UInt8]>
  private let conversions: [UnitConversion]

  init(_ form: Form) {
    conversions = form.conversions
    known = Set(form.metrics.flatMap(\.units) + form.conversions.map(\.from))
    folded = Set(known.map { Label.folded($0) })
  }

  /// The amount in the metric's own unit, when the form says how to convert.
  func convert(_ amount: Exact, _ unit: String, _ metric: Metric) -> Exact? {
    let conversion = conversions.first { $0.from == unit && $0.to == metric.unit }
    return conversion.map { amount * $0.factor }
  }
}
