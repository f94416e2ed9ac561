import HuizongCore

/// The city's own table as a submission for the next level, in the plain shape.
public struct CityTable {
  private let form: Form
  private let roster: Roster
  private let rollUp: RollUp

  public init(_ rollUp: RollUp, form: Form, roster: Roster) {
    self.rollUp = rollUp
    self.form = form
    self.roster = roster
  }

  public func render() -> [UInt8] {
    var bytes: [UInt8] = [0xEF, 0xBB, 0xBF]
    let words = form.words
    CSVWriter.append([words.unit[0], roster.name], to: &bytes)
    CSVWriter.append([words.period[0], rollUp.period.description], to: &bytes)
    CSVWriter.append([words.category[0]] + form.metrics.map(\.label), to: &bytes)
    for (category, definition) in form.categories.enumerated() {
      CSVWriter.append([definition.name] + values(category), to: &bytes)
    }
    let totals = form.metrics.indices.map { text(rollUp.total($0, form), $0) }
    CSVWriter.append([words.total[0] + draft] + totals, to: &bytes)
    return bytes
  }

  private func values(_ category: Int) -> [String] {
    form.metrics.indices.map { text(rollUp.cells[category * form.metrics.count + $0], $0) }
  }

  private func text(_ value: Int64, _ metric: Int) -> String {
    Exact(value, decimals: form.metrics[metric].decimals).description
  }

  /// A draft says on its total what it lacks. The label is then no label of the form, so that the
  /// next level cannot take a draft for the city's table.
  private var draft: String {
    guard !rollUp.isComplete else { return "" }
    return DraftMark.label(rollUp.blocking.map { roster.units[$0.unit].short })
  }
}
