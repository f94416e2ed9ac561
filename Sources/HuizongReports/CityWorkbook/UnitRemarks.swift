import HuizongCore

/// What the checks found in one unit's tables, sorted by where it is shown.
struct UnitRemarks {
  private let book: CityBook
  private let byCell: [Cell: [PlacedFinding]]
  private let byRow: [Int: [PlacedFinding]]
  /// Those that no cell of the form can show.
  let others: [PlacedFinding]
  /// All of them, each once.
  let all: [PlacedFinding]

  private struct Cell: Hashable {
    let category: Int
    let metric: Int
  }

  init(_ book: CityBook, _ unit: RolledUnit) {
    self.book = book
    all = UnitRemarks.unique(unit.allFindings)
    var byCell: [Cell: [PlacedFinding]] = [:]
    var byRow: [Int: [PlacedFinding]] = [:]
    var others: [PlacedFinding] = []
    for placed in all {
      switch (placed.finding.category, placed.finding.metric) {
      case (let category?, let metric?):
        byCell[Cell(category: category, metric: metric), default: []].append(placed)
      case (let category?, nil): byRow[category, default: []].append(placed)
      case (nil, _): others.append(placed)
      }
    }
    self.byCell = byCell
    self.byRow = byRow
    self.others = others
  }

  /// A fault of a tidy file's header is found in each of its tables.
  private static func unique(_ findings: [PlacedFinding]) -> [PlacedFinding] {
    var seen: Set<PlacedFinding.Identity> = []
    return findings.filter { seen.insert(PlacedFinding.Identity($0.path, $0.finding)).inserted }
  }

  func about(_ category: Int, _ metric: Int) -> [PlacedFinding] {
    byCell[Cell(category: category, metric: metric)] ?? []
  }

  func about(category: Int) -> [PlacedFinding] { byRow[category] ?? [] }

  // MARK: In words

  /// The text of a comment: each finding with its help, the unit's answer and its place.
  func comment(_ findings: [PlacedFinding]) -> String {
    findings.map { placed in
      let finding = placed.finding
      let help = book.report.wording.help(finding)
      let answer = finding.explanation.map { "单位说明：\($0)" }
      return
        [
          "\(finding.code.text) \(level(finding))：\(book.report.wording.message(finding))",
          help.isEmpty ? nil : help, answer, "见 \(source(placed))",
        ].compactMap { $0 }.joined(separator: "\n")
    }.joined(separator: "\n\n")
  }

  /// The same in a row of the list under the table: the place, then what is wrong, then what to do.
  func line(_ placed: PlacedFinding) -> String {
    let finding = placed.finding
    let help = book.report.wording.help(finding)
    let answer = finding.explanation.map { "单位说明：\($0)" }
    return [
      "\(source(placed))：\(book.report.wording.message(finding))", help.isEmpty ? nil : help,
      answer,
    ].compactMap { $0 }.joined(separator: "\n")
  }

  func level(_ finding: Finding) -> String {
    let level = book.report.wording.level(finding.level)
    return finding.level == .query && !finding.isOpen ? "\(level)（已说明）" : level
  }

  private func source(_ placed: PlacedFinding) -> String {
    let place = placed.finding.place
    let cell = place.cell ?? (place.line > 0 ? "第 \(place.line) 行" : nil)
    return Terminal.clean(placed.path) + (cell.map { " \($0)" } ?? "")
  }
}
