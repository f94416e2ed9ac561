import HuizongCore

/// A table as a plain file, with whatever is wrong with it.
struct TrialFile {
  let form: Form
  let unit: Roster.Unit
  let month: Int
  /// By product and figure, in the smallest step of each.
  var values: [[Int]]
  /// What the 合计 row says, where it says something else than the sum.
  var wrongTotals: [Int: Int] = [:]
  /// Which figure stands in each column; nil where there are only zeros.
  var columns: [Int?]

  init(form: Form, unit: Roster.Unit, month: Int, values: [[Int]]) {
    self.form = form
    self.unit = unit
    self.month = month
    self.values = values
    columns = Array(form.metrics.indices)
  }

  var bytes: [UInt8] {
    var lines = [
      [form.words.unit[0], unit.name],
      [form.words.period[0], "\(form.year)-\(month < 10 ? "0" : "")\(month)"],
      [form.words.category[0]] + form.metrics.map(\.label),
    ]
    let totals = form.metrics.indices.map { metric in
      wrongTotals[metric] ?? values.reduce(0) { $0 + $1[metric] }
    }
    let names = form.categories.map(\.name) + [form.words.total[0]]
    for (name, row) in zip(names, values + [totals]) {
      lines.append([name] + columns.map { source in source.map { text(row[$0], $0) } ?? "0" })
    }
    return Array(lines.map { $0.joined(separator: ",") + "\r\n" }.joined().utf8)
  }

  private func text(_ value: Int, _ metric: Int) -> String {
    Exact(value, decimals: form.metrics[metric].decimals).description
  }
}
