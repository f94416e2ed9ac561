import HuizongCore

/// The result of a check for other programs; numbers are decimal strings, exact.
public struct JSONReport {
  private let report: Report

  public init(_ report: Report) { self.report = report }

  public func render() -> [UInt8] {
    var writer = JSONWriter()
    writer.object { writer in
      writer.member("version", 1)
      writer.key("files")
      writer.array(report.entries, file)
      writer.key("summary")
      summary(&writer)
    }
    return writer.bytes + [UInt8(ascii: "\n")]
  }

  private func file(_ writer: inout JSONWriter, _ entry: Entry) {
    writer.object { writer in
      writer.member("path", entry.path)
      if let ledger = entry.ledger {
        writer.member("kind", "ledger")
        writer.member("cases", ledger.cases.count)
      }
      writer.member("unit", report.unit(entry)?.code)
      writer.member("unitName", report.unit(entry)?.name)
      if let period = entry.period {
        writer.key("period")
        writer.object { writer in
          writer.member("from", period.from)
          writer.member("to", period.to)
        }
      }
      writer.member("status", JSONReport.status(entry.status))
      writer.key("findings")
      writer.array(entry.findings, finding)
    }
  }

  func finding(_ writer: inout JSONWriter, _ finding: Finding) {
    writer.object { writer in
      writer.member("code", finding.code.text)
      writer.member("rule", finding.code.name)
      writer.member("level", JSONReport.level(finding.level))
      writer.member("line", finding.place.line > 0 ? finding.place.line : nil)
      writer.member("column", finding.place.column > 0 ? finding.place.column : nil)
      writer.member("cell", finding.place.cell)
      writer.member("category", finding.category.map { report.form.categories[$0].name })
      writer.member("metric", finding.metric.map { report.form.metrics[$0].name })
      for name in ["found", "expected", "gap"] {
        writer.member(name, finding.fact(FactName(name)).map(report.wording.text))
      }
      writer.member("message", report.wording.message(finding))
      writer.member("help", report.wording.help(finding))
      writer.member("explanation", finding.explanation)
    }
  }

  private func summary(_ writer: inout JSONWriter) {
    let summary = report.summary
    writer.object { writer in
      writer.member("files", summary.files)
      writer.member("accepted", summary.accepted)
      writer.member("needsExplanation", summary.needsExplanation)
      writer.member("rejected", summary.rejected)
      writer.member("leftOut", summary.leftOut)
      writer.member("ledgers", summary.ledgers)
      writer.member("errors", summary.errors)
      writer.member("queries", summary.queries)
      writer.member("explained", summary.explained)
      writer.member("hints", summary.hints)
      if let coverage = report.coverage {
        writer.key("comparison")
        writer.object { writer in
          writer.member("tables", coverage.tables)
          writer.member("withoutMonths", coverage.withoutMonths)
          writer.member("withoutUnits", coverage.withoutUnits)
        }
      }
    }
  }

  static func status(_ status: Status) -> String {
    switch status {
    case .accepted: "accepted"
    case .needsExplanation: "needs-explanation"
    case .rejected: "rejected"
    case .leftOut: "left-out"
    }
  }

  static func level(_ level: Level) -> String {
    switch level {
    case .error: "error"
    case .query: "query"
    case .hint: "hint"
    }
  }
}
