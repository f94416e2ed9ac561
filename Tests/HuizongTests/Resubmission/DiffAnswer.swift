import Foundation

/// What `huizong diff --format json` prints.
struct DiffAnswer: Decodable {
  let version: Int
  let status: String
  let tables: [Pair]
  let onlyOld: [Table]
  let onlyNew: [Table]
  let leftOut: [LeftOut]
  let city: [City]?
  let summary: [String: Int]

  struct Table: Decodable {
    let unitName: String?
    let period: CheckReport.Months?
    let status: String
    let files: [String]
  }

  struct Pair: Decodable {
    let old: Table
    let new: Table
    let sameTable: Bool
    let compared: Bool
    let heading: [Heading]
    let cells: [Cell]
    let explanations: [Explanation]
    let findings: [Finding]
  }

  struct Heading: Decodable {
    let field: String
    let label: String?
    let old: String?
    let new: String?

    /// `revision: - → 2`
    var short: String { "\(label ?? field): \(old ?? "-") → \(new ?? "-")" }
  }

  struct Cell: Decodable {
    let category: String?
    let metric: String
    let old: Side?
    let new: Side?
    let change: String?

    struct Side: Decodable {
      let value: String?
      let text: String?
      let path: String
      let cell: String
    }

    /// `水泥 立案 E7 3 → F9 4 = 1`
    var short: String {
      func side(_ side: Side?) -> String {
        side.map { "\($0.cell) \($0.value ?? $0.text ?? "?")" } ?? "-"
      }
      return "\(category ?? "合计") \(metric) \(side(old)) → \(side(new)) = \(change ?? "-")"
    }
  }

  struct Explanation: Decodable {
    let category: String?
    let old: String?
    let new: String?
    let lapsed: Bool
  }

  struct Finding: Decodable {
    let fate: String
    let old: CheckReport.Finding?
    let new: CheckReport.Finding?

    /// `closed T01 G26`
    var short: String {
      let finding = new ?? old
      return "\(fate) \(finding?.code ?? "") \(finding?.cell ?? "-")"
    }
  }

  struct LeftOut: Decodable {
    let path: String
    let reason: String
  }

  struct City: Decodable {
    let period: CheckReport.Months
    let included: [String]
    let missing: [Missing]
    let exchanged: [Exchange]
    let figures: [Figure]

    struct Missing: Decodable {
      let unit: String
      let status: String
    }

    struct Exchange: Decodable {
      let unit: String
      let old: String
      let new: String
      let inFigures: Bool
      let reason: String?
      let findings: [CheckReport.Finding]
    }

    struct Figure: Decodable {
      let category: String?
      let metric: String
      let old: String?
      let new: String?
      let change: String?

      /// `水泥 立案 3 → 4 = 1`
      var short: String {
        "\(category ?? "合计") \(metric) \(old ?? "-") → \(new ?? "-") = \(change ?? "-")"
      }
    }
  }
}

extension Binary {
  typealias Diff = (status: Int32, answer: DiffAnswer)

  func diff(_ old: String, _ new: String, _ options: [String] = []) throws -> Diff {
    let outcome = try run(["diff", old, new, "--format", "json"] + options)
    return (outcome.status, try JSONDecoder().decode(DiffAnswer.self, from: outcome.output))
  }
}

/// Two tables, as a clerk sent them one after the other.
struct Resent {
  let old: TestTable
  let new: TestTable

  func diff(_ options: String...) throws -> Binary.Diff {
    try Scratch.with { scratch in
      let old = try scratch.file("old.csv", old.text).path
      let new = try scratch.file("new.csv", new.text).path
      return try Binary().diff(old, new, options)
    }
  }
}
