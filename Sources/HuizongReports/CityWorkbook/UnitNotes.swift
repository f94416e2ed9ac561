import HuizongCore
import Spreadsheet

/// What stands under a unit's table: findings, files, explanations, and who filled it in.
struct UnitNotes {
  private let book: CityBook
  private let unit: RolledUnit
  private let face: FormFace
  private let remarks: UnitRemarks

  /// More is no reading for a sheet of one unit; the sheet of findings has all of them.
  private static let mostFindings = 60

  init(_ book: CityBook, _ unit: RolledUnit, _ face: FormFace, _ remarks: UnitRemarks) {
    self.book = book
    self.unit = unit
    self.face = face
    self.remarks = remarks
  }

  /// Returns how many rows it took.
  func write(from first: Int) throws(WorkbookError) -> Int {
    var row = first
    for text in sources + notes {
      try face.writeNote(text, row: row)
      row += 1
    }
    try writeFindings(&row)
    return row - first
  }

  // MARK: Findings

  /// Those without a cell; all of them where the cells are blank. That the lines under the file's
  /// table were kept as notes needs no saying: here they stand.
  private var findings: [PlacedFinding] {
    (unit.state.counts ? remarks.others : remarks.all).filter {
      !($0.finding.level == .hint && $0.finding.code.name == "notes-kept")
    }
  }

  private func writeFindings(_ row: inout Int) throws(WorkbookError) {
    guard !findings.isEmpty else { return }
    let heading = book.styles.note.with { $0.font.isBold = true }
    try face.writeNote("审核意见", row: row, heading)
    row += 1
    for placed in findings.prefix(UnitNotes.mostFindings) {
      try write(placed, row)
      row += 1
    }
    guard findings.count > UnitNotes.mostFindings else { return }
    try face.writeNote("共 \(findings.count) 条，其余见“\(book.findings.name)”。", row: row)
    row += 1
  }

  private func write(_ placed: PlacedFinding, _ row: Int) throws(WorkbookError) {
    let finding = placed.finding
    let label = "\(finding.code.text) \(remarks.level(finding))"
    let style = book.styles.offending(book.styles.label, finding.level)
    try face.sheet.write(label, at: CellAddress(row: row, column: 0), style)
    let text = remarks.line(placed)
    let range = CellRange(rows: row...row, columns: 1...book.form.metrics.count)
    try face.sheet.merge(range, text, book.styles.label)
    let lines = TextMeasure.lines(text, in: face.tableWidth - FormFace.labelWidth)
    try face.sheet.setHeight(ofRow: row, to: TextMeasure.height(lines))
  }

  // MARK: Files

  private var sources: [String] {
    let used = unit.tables.flatMap { table in
      table.parts.map { SourceTrace(book.form, $0).line(isCounted: unit.state.counts) }
    }
    let periods = Set(unit.tables.map(\.period))
    let unused = unit.all.filter { !periods.contains($0.period) }.flatMap { table in
      table.parts.map { "未采用：\(Terminal.clean($0.path))（\(table.period.inWords)）" }
    }
    let sum = unit.state.counts && unit.tables.count > 1 ? ["各数为下列 \(unit.tables.count) 期之和。"] : []
    return sum + used + unused
  }

  // MARK: What the unit wrote

  private var notes: [String] {
    unit.tables.flatMap(\.parts).flatMap { entry in
      entry.explanations.map(explanation) + [signature(entry)].compactMap { $0 }
    }
  }

  private func explanation(_ explanation: Explanation) -> String {
    let about = explanation.category.map { "（\(book.form.categories[$0].name)）" } ?? ""
    return "单位说明\(about)：\(explanation.text)"
  }

  /// `填表人：金敏  审核人：顾俊`, with the month where there are several.
  private func signature(_ entry: Entry) -> String? {
    let notes = (entry.submission?.notes ?? []).map { "\($0.label)：\($0.text)" }
    guard !notes.isEmpty else { return nil }
    let months = unit.tables.count > 1 ? entry.period.map { "\($0.inWords)  " } ?? "" : ""
    return months + notes.joined(separator: "    ")
  }
}
