import HuizongCore

/// Where a figure of a sentence comes from.
struct FigureSource {
  /// As it stands in the text.
  let shown: String
  /// As the template names it.
  let name: String
  let formula: String
  /// The cell of the year's workbook, or where else it can be looked up.
  let place: String
}

/// Fills in the figures of one sentence.
struct FigureFilling {
  private let facts: SummaryFacts
  private let evaluation: FigureEvaluation
  private let trace: FigureTrace

  init(_ facts: SummaryFacts) {
    self.facts = facts
    evaluation = FigureEvaluation(facts: facts)
    trace = FigureTrace(facts: facts, evaluation: evaluation)
  }

  /// A table with nothing in it is left out, and its heading with it.
  func hasRows(_ kind: SummaryTableKind) -> Bool {
    switch kind {
    case .form, .months, .units, .sources: true
    case .explanations: facts.number(.explained) > 0
    case .open: facts.number(.open) > 0
    }
  }

  typealias Filled = (text: String, sources: [FigureSource])

  /// Nil when one of the figures is not there or a condition does not hold.
  func fill(_ parts: [SummaryTemplate.Part]) -> Filled? {
    var filled: Filled = ("", [])
    for part in parts {
      switch part {
      case .text(let text): filled.text += text
      case .optional(let parts):
        guard let inner = fill(parts) else { continue }
        filled.text += inner.text
        filled.sources += inner.sources
      case .figure(let figure, let name):
        guard let text = text(figure) else { return nil }
        filled.text += text
        filled.sources += trace.source(figure, shown: text, name: name)
      }
    }
    return filled
  }

  private func text(_ figure: Figure) -> String? {
    switch figure {
    case .condition(let condition): return evaluation.holds(condition) ? "" : nil
    case .word(let word): return facts.word(word)
    case .deadline(let index): return facts.deadline(index)
    case .members(let dimension, let condition):
      let names = evaluation.members(dimension, condition).map(\.name)
      return names.isEmpty ? nil : SummaryFacts.list(names)
    case .ranking(let ranking, let showsFigures):
      let ranked = evaluation.ranked(ranking)
      let names = ranked.map { $0.member.name + (showsFigures ? brackets($0, ranking) : "") }
      return names.isEmpty ? nil : SummaryFacts.list(names)
    case .amount(let amount):
      // The words around a change say which way it goes.
      if case .change = amount { return evaluation.quantity(amount)?.magnitude.text }
      return evaluation.quantity(amount)?.text
    }
  }

  /// `（1203.50万元）`
  private func brackets(_ ranked: FigureEvaluation.Ranked, _ ranking: FigureRanking) -> String {
    var unit = ""
    if case .sum(let metrics) = ranking.measure {
      unit = facts.form.metrics[metrics[0]].units.first ?? ""
    }
    return "（\(ranked.quantity.text)\(unit)）"
  }
}
