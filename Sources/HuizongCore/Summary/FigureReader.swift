/// Reads what stands between braces. The vocabulary is small, and the note at the head of the
/// built-in template tells all of it; what a name means is up to the form.
struct FigureReader {
  let form: Form
  let reader: TemplateReader

  init(_ form: Form, _ reader: TemplateReader) {
    self.form = form
    self.reader = reader
  }

  /// Nil, and a fault noted, when it cannot be read.
  func figure(_ piece: LinePiece) -> Figure? {
    let piece = piece.trimmed
    if piece.isEmpty {
      note(piece, "花括号里没有名称", "there is no name between the braces")
      return nil
    }
    if let condition = piece.without(endings: ["？", "?"]) {
      return self.condition(condition).map(Figure.condition)
    }
    if let report = piece.without(beginnings: ["期限：", "期限:"]) { return deadline(report) }
    if let word = SummaryWord(rawValue: piece.text) { return .word(word) }
    if piece.without(endings: ["·数"]) == nil, let ranking = ranked(piece) { return ranking.figure }
    if let members = members(piece), !members.isCount {
      return members.condition.map { .members(members.dimension, $0) }
    }
    return amount(piece).map(Figure.amount)
  }

  private func deadline(_ piece: LinePiece) -> Figure? {
    if let index = form.deadlines.firstIndex(where: { $0.report == piece.text }) {
      return .deadline(index)
    }
    unknown(piece, among: form.deadlines.map(\.report), "期限", "deadline")
    return nil
  }

  // MARK: Amounts

  func amount(_ piece: LinePiece) -> Amount? {
    let piece = piece.trimmed
    if let number = number(piece) { return .number(number) }
    if let named = SummaryNumber(rawValue: piece.text) { return .named(named) }
    if let ranking = piece.without(endings: ["·数"]).flatMap(ranked) {
      return ranking.ranking.map(Amount.best)
    }
    if let members = members(piece), members.isCount {
      return members.condition.map { .count(members.dimension, $0) }
    }
    // A metric's own name may end in the word.
    if let base = piece.without(endings: ["环比"]), metric(piece.text) == nil {
      return value(base).map { .change($0.scope, $0.measure) }
    }
    return value(piece).map { .value($0.scope, $0.measure) }
  }

  private func number(_ piece: LinePiece) -> Exact? {
    if let share = piece.without(endings: ["%", "％"]) {
      return Exact(plain: share.text).map { Exact($0.digits, decimals: $0.decimals + 2) }
    }
    return Exact(plain: piece.text)
  }

  /// `8月·电线电缆·立案`
  private func value(_ piece: LinePiece) -> (scope: FigureScope, measure: Measure)? {
    var scope = FigureScope.all
    var rest = piece
    while let cut = rest.cut(at: ["·"]) {
      guard narrow(&scope, to: cut.before.trimmed) else { return nil }
      rest = cut.behind
    }
    return measure(rest.trimmed).map { (scope, $0) }
  }

  private func narrow(_ scope: inout FigureScope, to piece: LinePiece) -> Bool {
    let label = Label.folded(piece.text)
    if let category = form.labels.categories.entry(label.span) {
      scope.category = category
      return true
    }
    if let month = month(piece) {
      scope.month = month
      return true
    }
    let known = form.categories.map(\.name) + ["本月", "上月"]
    unknown(piece, among: known, "产品或月份", "product or month")
    return false
  }

  private func month(_ piece: LinePiece) -> FigureScope.Month? {
    if piece.text == SummaryWord.lastMonth.rawValue { return .last }
    if piece.text == SummaryWord.monthBefore.rawValue { return .beforeLast }
    let number = piece.without(endings: ["月"]).flatMap { Int($0.text) }
    return number.flatMap { (1...12).contains($0) ? .number($0) : nil }
  }

  // MARK: Rankings and selections

  private static let highest = ["最多的", "最高的"]
  private static let lowest = ["最少的", "最低的"]

  /// `立案最多的3个单位（数），抽查批次数>=10`; nil when it is no ranking at all.
  private func ranked(_ piece: LinePiece) -> (figure: Figure?, ranking: FigureRanking?)? {
    guard let cut = piece.cut(at: FigureReader.highest + FigureReader.lowest) else { return nil }
    let comma = cut.behind.cut(at: ["，", ","])
    var end = (comma?.before ?? cut.behind).trimmed
    let plain = end.without(endings: ["（数）", "(数)"])
    end = plain ?? end
    guard let dimension = dimension(end),
      let most = most(end.without(endings: [dimension.rawValue]) ?? end),
      let filter = comma.map({ condition($0.behind) }) ?? FigureCondition.none,
      let value = value(cut.before.trimmed)
    else { return (nil, nil) }
    let ranking = FigureRanking(
      scope: value.scope, measure: value.measure, dimension: dimension,
      isDescending: FigureReader.highest.contains(cut.word), most: most, filter: filter)
    return (.ranking(ranking, showsFigures: plain != nil), ranking)
  }

  private func dimension(_ piece: LinePiece) -> FigureDimension? {
    let found = FigureDimension.allCases.first { piece.without(endings: [$0.rawValue]) != nil }
    if found == nil {
      unknown(piece, among: FigureDimension.allCases.map(\.rawValue), "比较对象", "thing to compare")
    }
    return found
  }

  /// `3个`; nothing is one.
  private func most(_ piece: LinePiece) -> Int? {
    if piece.isEmpty { return 1 }
    if let number = piece.without(endings: ["个"]).flatMap({ Int($0.text) }),
      (1...50).contains(number)
    {
      return number
    }
    note(
      piece, "应写成“3个”这样的个数（1 至 50），却是“\(piece.text)”",
      "expected a number such as 3个 (1 to 50), found “\(piece.text)”")
    return nil
  }

  private typealias Members = (
    dimension: FigureDimension, condition: FigureCondition?, isCount: Bool
  )

  /// `立案=0的单位`, `立案=0的单位数`; nil when it is no selection at all.
  private func members(_ piece: LinePiece) -> Members? {
    for dimension in FigureDimension.allCases {
      for (ending, isCount) in [
        ("的" + dimension.rawValue, false), ("的\(dimension.rawValue)数", true),
      ] {
        guard let rest = piece.without(endings: [ending]), rest.cut(at: FigureReader.signs) != nil
        else { continue }
        return (dimension, selection(rest), isCount)
      }
    }
    return nil
  }

  /// Several conditions stand in brackets: outside of them `且` would join this selection with
  /// something else.
  private func selection(_ piece: LinePiece) -> FigureCondition? {
    if let inner = piece.without(beginnings: ["（", "("])?.without(endings: ["）", ")"]) {
      return condition(inner)
    }
    guard piece.split(at: ["且", "或"]).count == 1 else {
      note(
        piece, "有几个条件的要加括号：（…且…）的单位",
        "several conditions need brackets: （…且…）的单位")
      return nil
    }
    return condition(piece)
  }

  // MARK: Conditions

  private static let signs = [">=", "<=", "!=", "≥", "≤", "≠", "=", ">", "<", "＝", "＞", "＜"]

  func condition(_ piece: LinePiece) -> FigureCondition? {
    let alternatives = pieces(piece, "或").map { alternative in
      pieces(alternative, "且").map(comparison)
    }
    let read = alternatives.map { $0.compactMap { $0 } }
    return zip(read, alternatives).allSatisfy { $0.count == $1.count }
      ? FigureCondition(alternatives: read) : nil
  }

  private func pieces(_ piece: LinePiece, _ word: String) -> [LinePiece] {
    piece.split(at: [word])
  }

  private func comparison(_ piece: LinePiece) -> FigureComparison? {
    // `立案=0的单位数>3`: the last sign is the comparison's own.
    guard let cut = piece.cut(atLastOf: FigureReader.signs) else {
      return amount(piece).map { FigureComparison(left: $0, sign: .unequal, right: .number(.zero)) }
    }
    guard let left = amount(cut.before), let right = amount(cut.behind) else { return nil }
    let sign: FigureComparison.Sign =
      switch cut.word {
      case ">=", "≥": .greaterOrEqual
      case "<=", "≤": .lessOrEqual
      case "!=", "≠": .unequal
      case ">", "＞": .greater
      case "<", "＜": .less
      default: .equal
      }
    return FigureComparison(left: left, sign: sign, right: right)
  }

  // MARK: Faults

  func note(_ piece: LinePiece, _ chinese: String, _ english: String) {
    reader.note(piece.place, "", Both(chinese, english))
  }

  func unknown(_ piece: LinePiece, among known: [String], _ chinese: String, _ english: String) {
    let near = Spelling.nearest(to: piece.text, among: known)
    let choices = known.count <= 8 ? known : []
    let (list, listEnglish) = (choices.joined(separator: "、"), choices.joined(separator: ", "))
    note(
      piece,
      "没有\(chinese)“\(piece.text)”"
        + (near.map { "；是否应为“\($0)”？" } ?? (list.isEmpty ? "" : "；可用：\(list)")),
      "there is no \(english) “\(piece.text)”"
        + (near.map { "; did you mean “\($0)”?" }
          ?? (list.isEmpty ? "" : "; use one of: \(listEnglish)")))
  }
}
