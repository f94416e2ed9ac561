/// Measures: figures of the form by name, added up, and set in relation.
extension FigureReader {
  func measure(_ piece: LinePiece) -> Measure? {
    if let metric = metric(piece.text) { return .sum([metric]) }
    if let (part, whole) = sides(piece, "占") { return share(part, whole, piece) }
    if let cut = piece.cut(at: ["÷", "/"]) {
      guard let part = sum(cut.before), let whole = sum(cut.behind) else { return nil }
      return .quotient(part, by: whole)
    }
    return sum(piece).map(Measure.sum)
  }

  /// Any way in which a submission may write the metric; one that several share needs its group.
  func metric(_ name: String) -> Int? {
    let label = Label.folded(name)
    return form.labels.metrics.entry(label.span)
  }

  /// The word may be part of a name: the place where both sides are known is meant.
  private func sides(_ piece: LinePiece, _ word: String) -> (LinePiece, LinePiece)? {
    let sides = piece.places(of: word).map {
      (piece.upTo($0).trimmed, piece.from($0 + word.unicodeScalars.count).trimmed)
    }
    return sides.first { areKnown($0.0) && areKnown($0.1) } ?? sides.first
  }

  private func areKnown(_ piece: LinePiece) -> Bool {
    terms(piece).allSatisfy { metric($0.text) != nil }
  }

  private func share(_ part: LinePiece, _ whole: LinePiece, _ piece: LinePiece) -> Measure? {
    guard let part = sum(part), let whole = sum(whole) else { return nil }
    guard areAlike(part[0], whole[0]) else {
      let (one, other) = (form.metrics[part[0]].label, form.metrics[whole[0]].label)
      note(
        piece, "“\(one)”和“\(other)”单位不同，不能算占比；相除请写 ÷",
        "“\(one)” and “\(other)” have different units and make no share; write ÷ to divide")
      return nil
    }
    return .share(part, of: whole)
  }

  private func terms(_ piece: LinePiece) -> [LinePiece] {
    piece.split(at: ["+", "＋"]).map(\.trimmed)
  }

  private func sum(_ piece: LinePiece) -> [Int]? {
    let terms = terms(piece)
    let metrics = terms.map(known)
    guard let first = metrics[0] else { return nil }
    for (index, metric) in metrics.enumerated() {
      guard let metric else { return nil }
      guard areAlike(first, metric) else {
        note(
          terms[index],
          "“\(form.metrics[first].label)”和“\(form.metrics[metric].label)”单位不同，不能相加",
          "“\(form.metrics[first].label)” and “\(form.metrics[metric].label)” have different units and cannot be added"
        )
        return nil
      }
    }
    return metrics.compactMap { $0 }
  }

  private func known(_ piece: LinePiece) -> Int? {
    if let metric = metric(piece.text) { return metric }
    let label = Label.folded(piece.text)
    if form.labels.ambiguousMetrics.entry(label.span) != nil {
      note(
        piece, "“\(piece.text)”对应几个指标，请在前面写上分组名",
        "“\(piece.text)” names several figures; write its group in front")
    } else {
      let names =
        form.metrics.map(\.name) + SummaryNumber.allCases.map(\.rawValue)
        + SummaryWord.allCases.map(\.rawValue)
      unknown(piece, among: names, "数字", "figure")
    }
    return nil
  }

  /// Counted in the same unit, as far as the form names units.
  private func areAlike(_ one: Int, _ other: Int) -> Bool {
    let (one, other) = (form.metrics[one], form.metrics[other])
    guard one.kind == other.kind else { return false }
    return one.units.isEmpty || other.units.isEmpty
      || one.units.contains { other.units.contains($0) }
  }
}
