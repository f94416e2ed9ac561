import HuizongCore

/// What a resubmission changed, for other programs; numbers are decimal strings, exact.
public struct DiffJSON {
  private let diff: DiffReport
  private var form: Form { diff.form }

  public init(_ diff: DiffReport) { self.diff = diff }

  public func render() -> [UInt8] {
    var writer = JSONWriter()
    writer.object { writer in
      writer.member("version", 1)
      writer.member("status", JSONReport.status(diff.comparison.status))
      writer.list("tables", diff.comparison.pairs, pair)
      writer.list("onlyOld", diff.comparison.onlyOld, table)
      writer.list("onlyNew", diff.comparison.onlyNew, table)
      writer.list("leftOut", diff.comparison.leftOut + diff.unplaced) { writer, entry in
        writer.object { writer in
          writer.member("path", entry.path)
          writer.member("reason", entry.findings.first.map(diff.report.wording.message))
        }
      }
      if let effects = diff.effects { writer.list("city", effects, effect) }
      writer.key("summary")
      summary(&writer)
    }
    return writer.bytes + [UInt8(ascii: "\n")]
  }

  private func summary(_ writer: inout JSONWriter) {
    let counts = DiffCounts(diff.comparison.pairs)
    writer.object { writer in
      writer.member("tables", counts.tables)
      writer.member("changed", counts.changed)
      writer.member("settled", counts.settled)
      writer.member("explained", counts.explained)
      writer.member("open", counts.open)
      writer.member("new", counts.new)
    }
  }

  // MARK: Tables

  private func table(_ writer: inout JSONWriter, _ table: SentTable) {
    writer.object { writer in
      writer.member("unit", table.unit.map { diff.report.roster.units[$0].code })
      writer.member("unitName", table.unit.map { diff.report.roster.units[$0].name })
      if let period = table.period { writer.period(period) }
      writer.member("status", JSONReport.status(table.status))
      writer.list("files", table.parts) { $0.string($1.path) }
    }
  }

  private func pair(_ writer: inout JSONWriter, _ pair: Resubmission) {
    writer.object { writer in
      writer.key("old")
      table(&writer, pair.old)
      writer.key("new")
      table(&writer, pair.new)
      writer.member("sameTable", !pair.isOfAnother)
      writer.member("compared", pair.isComparable)
      writer.list("heading", pair.heading, heading)
      writer.list("cells", pair.cells, cell)
      writer.list("explanations", pair.explanations, explanation)
      writer.list("findings", pair.findings, finding)
    }
  }

  private func heading(_ writer: inout JSONWriter, _ change: HeadingChange) {
    writer.object { writer in
      switch change.field {
      case .unit: writer.member("field", "unit")
      case .period: writer.member("field", "period")
      case .revision: writer.member("field", "revision")
      case .total: writer.member("field", "total")
      case .note(let label):
        writer.member("field", "note")
        writer.member("label", label)
      }
      writer.member("old", change.old)
      writer.member("new", change.new)
    }
  }

  // MARK: Cells

  /// Without a category for the 合计.
  private func cell(_ writer: inout JSONWriter, _ change: CellChange) {
    writer.object { writer in
      writer.member("category", change.category.map { form.categories[$0].name })
      writer.member("metric", form.metrics[change.metric].name)
      for (key, cell) in [("old", change.old), ("new", change.new)] {
        if let cell { side(key, cell, change.metric, &writer) }
      }
      writer.member("change", number(change.change, change.metric))
    }
  }

  private func side(_ key: String, _ cell: SentCell, _ metric: Int, _ writer: inout JSONWriter) {
    writer.key(key)
    writer.object { writer in
      writer.member("value", cell.value.map { diff.report.number($0, metric) })
      writer.member("text", cell.text)
      writer.member("path", cell.path)
      writer.member("cell", cell.place.cell)
    }
  }

  private func number(_ value: Int128?, _ metric: Int) -> String? {
    value.map { Exact($0, decimals: form.metrics[metric].decimals).description }
  }

  // MARK: Explanations and findings

  private func explanation(_ writer: inout JSONWriter, _ change: ExplanationChange) {
    writer.object { writer in
      writer.member("category", change.category.map { form.categories[$0].name })
      writer.member("old", change.old)
      writer.member("new", change.new)
      writer.member("lapsed", change.isLapsed)
    }
  }

  private func finding(_ writer: inout JSONWriter, _ change: FindingChange) {
    writer.object { writer in
      writer.member("fate", DiffJSON.fate(change.fate))
      for (key, placed) in [("old", change.old), ("new", change.new)] {
        guard let placed else { continue }
        writer.member("\(key)Path", placed.path)
        writer.key(key)
        JSONReport(diff.report).finding(&writer, placed.finding)
      }
    }
  }

  private static func fate(_ fate: FindingChange.Fate) -> String {
    switch fate {
    case .opened: "opened"
    case .reopened: "reopened"
    case .stillOpen: "still-open"
    case .explained: "explained"
    case .stillExplained: "still-explained"
    case .stays: "stays"
    case .closed: "closed"
    }
  }

  // MARK: The city

  private func effect(_ writer: inout JSONWriter, _ effect: CityEffect) {
    writer.object { writer in
      writer.period(effect.period)
      writer.list("included", effect.included) { $0.string(code($1.unit)) }
      writer.list("missing", effect.missing) { writer, unit in
        writer.object { writer in
          writer.member("unit", code(unit.unit))
          writer.member("status", UnitStateWords.key(unit.state))
        }
      }
      writer.list("exchanged", effect.exchanged, exchange)
      writer.list("figures", effect.figures, figure)
    }
  }

  private func code(_ unit: Int) -> String { diff.report.roster.units[unit].code }

  private func exchange(_ writer: inout JSONWriter, _ exchange: CityEffect.Exchange) {
    writer.object { writer in
      writer.member("unit", code(exchange.unit))
      writer.member("old", JSONReport.status(exchange.old.status))
      writer.member("new", JSONReport.status(exchange.new.status))
      writer.member("inFigures", exchange.gap == nil)
      writer.member("reason", diff.gap(exchange))
      writer.list("findings", exchange.findings) {
        JSONReport(diff.report).finding(&$0, $1.finding)
      }
    }
  }

  private func figure(_ writer: inout JSONWriter, _ figure: CityEffect.FigureChange) {
    func text(_ value: Int64?) -> String? { number(value.map { Int128($0) }, figure.metric) }
    writer.object { writer in
      writer.member("category", figure.category.map { form.categories[$0].name })
      writer.member("metric", form.metrics[figure.metric].name)
      writer.member("old", text(figure.old))
      writer.member("new", text(figure.new))
      writer.member("change", number(figure.change, figure.metric))
    }
  }
}

extension JSONWriter {
  mutating func member(_ key: String, _ value: Bool) {
    self.key(key)
    bool(value)
  }

  mutating func list<Element>(
    _ key: String, _ elements: [Element], _ content: (inout JSONWriter, Element) -> Void
  ) {
    self.key(key)
    array(elements, content)
  }

  mutating func period(_ period: Period) {
    key("period")
    object { writer in
      writer.member("from", period.from)
      writer.member("to", period.to)
    }
  }
}
