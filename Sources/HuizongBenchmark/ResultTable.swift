/// The outcomes of a race as aligned text.
struct ResultTable {
  let title: String
  let outcomes: [Outcome]
  /// The place of what the others are compared with, and its short name.
  let measure: Int
  var measureName = "cat"

  func print() {
    let rows =
      [["", "median ms", "times \(measureName)", "peak MB", "runs", ""]] + outcomes.map(row)
    let widths = rows[0].indices.map { column in rows.map { $0[column].count }.max() ?? 0 }
    say("\n\(title)")
    for row in rows { say(line(row, widths)) }
  }

  private func row(_ outcome: Outcome) -> [String] {
    let ratio = outcome.nanoseconds * 100 / max(1, outcomes[measure].nanoseconds)
    return [
      outcome.contestant.name, ResultTable.hundredths(outcome.nanoseconds / 10_000),
      ResultTable.hundredths(ratio), ResultTable.hundredths(outcome.peakKilobytes * 100 / 1024),
      "\(outcome.runs.count)", outcome.failure.map { "failed: exit status \($0)" } ?? "",
    ]
  }

  /// Names to the left, numbers to the right, remarks as they are.
  private func line(_ row: [String], _ widths: [Int]) -> String {
    let cells = row.indices.map { column in
      let gap = String(repeating: " ", count: widths[column] - row[column].count)
      return column == 0 || column == row.count - 1 ? row[column] + gap : gap + row[column]
    }
    let line = "  " + cells.joined(separator: "  ")
    return String(line.reversed().drop { $0 == " " }.reversed())
  }

  static func hundredths(_ value: Int) -> String {
    let decimals = value % 100
    return "\(value / 100).\(decimals < 10 ? "0" : "")\(decimals)"
  }
}
