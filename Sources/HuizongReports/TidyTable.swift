import HuizongCore

/// Submissions as one tidy table: a row for each unit, period and product, exact numbers, UTF-8 with
/// a mark so that Excel opens it as it is. What was explained stands in the last column; of a table as
/// a whole, in a row 合计 without figures. The table is itself a submission.
public struct TidyTable {
  private let form: Form
  private let roster: Roster

  public init(form: Form, roster: Roster) {
    self.form = form
    self.roster = roster
  }

  public func render(_ submissions: [Submission]) -> [UInt8] {
    var bytes: [UInt8] = [0xEF, 0xBB, 0xBF]
    let words = form.words
    let labels = [words.unit[0], words.period[0], words.category[0]] + form.metrics.map(\.label)
    CSVWriter.append(labels + [words.explanation[0]], to: &bytes)
    for submission in submissions {
      for category in form.categories.indices where submission.table.rows[category].row > 0 {
        CSVWriter.append(row(submission, category), to: &bytes)
      }
      let blanks = form.metrics.map { _ in "" }
      for text in explanations(submission, nil) {
        CSVWriter.append(key(submission) + [words.total[0]] + blanks + [text], to: &bytes)
      }
    }
    return bytes
  }

  private func row(_ submission: Submission, _ category: Int) -> [String] {
    let values = form.metrics.indices.map { metric in
      submission.table[category, metric].map {
        Exact($0, decimals: form.metrics[metric].decimals).description
      } ?? ""
    }
    return key(submission) + [form.categories[category].name] + values
      + [explanations(submission, category).joined(separator: "；")]
  }

  private func key(_ submission: Submission) -> [String] {
    let unit = submission.unit.map { roster.units[$0].name } ?? submission.unitText
    return [unit, submission.period?.description ?? submission.periodText]
  }

  private func explanations(_ submission: Submission, _ category: Int?) -> [String] {
    submission.explanations.filter { $0.category == category }
      .map { SpreadsheetText.field($0.text) }
  }
}

/// Writes records of comma-separated values.
enum CSVWriter {
  static func append(_ fields: [String], to bytes: inout [UInt8]) {
    for (index, field) in fields.enumerated() {
      if index > 0 { bytes.append(UInt8(ascii: ",")) }
      append(field, to: &bytes)
    }
    bytes.append(contentsOf: [0x0D, 0x0A])
  }

  private static func append(_ field: String, to bytes: inout [UInt8]) {
    let needsQuotes = field.utf8.contains { $0 == 0x22 || $0 == 0x2C || $0 == 0x0A || $0 == 0x0D }
    guard needsQuotes else {
      bytes.append(contentsOf: field.utf8)
      return
    }
    bytes.append(0x22)
    for byte in field.utf8 {
      if byte == 0x22 { bytes.append(0x22) }
      bytes.append(byte)
    }
    bytes.append(0x22)
  }
}
