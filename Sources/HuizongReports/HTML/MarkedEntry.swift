import HuizongCore

/// An entry's findings as its list shows them, and where each belongs on the drawn table.
struct MarkedEntry {
  let entry: Entry
  /// Before every anchor of its section.
  let prefix: String
  let drawsTable: Bool
  /// The worst first, and of each kind first those without a place on the table.
  let findings: [Finding]
  let places: [DrawnPlace?]
  /// Findings that share an item of the list: remarks that say the same of many cells.
  let items: [Range<Int>]
  private var marks: [DrawnPlace: [Int]] = [:]
  /// The item of each finding.
  private var itemOf: [Int] = []
  /// Rows and columns with a cell that wants attention.
  private(set) var concernedRows: Set<Int> = []
  private(set) var concernedColumns: Set<Int> = []

  init(_ section: HTMLReport.Section, _ form: Form) {
    let entry = section.entry
    drawsTable = section.drawsTable
    prefix = "s\(section.number)"
    self.entry = entry
    let placed = MarkedEntry.placed(section, form)
    findings = placed.map(\.finding)
    places = placed.map(\.place)
    items = MarkedEntry.items(findings)
    for (item, range) in items.enumerated() {
      itemOf += Array(repeating: item, count: range.count)
    }
    for (index, place) in places.enumerated() {
      if let place { note(index, at: place) }
    }
  }

  private typealias Placed = (finding: Finding, place: DrawnPlace?)

  private static func placed(_ section: HTMLReport.Section, _ form: Form) -> [Placed] {
    let drawn = section.drawsTable ? section.entry.submission : nil
    let placed = section.entry.findings.map { finding -> Placed in
      (finding, drawn.flatMap { DrawnPlace(finding, $0, form) })
    }
    return Mark.allCases.reversed().flatMap { mark in
      let same = placed.filter { Mark($0.finding) == mark }
      return same.filter { $0.place == nil } + same.filter { $0.place != nil }
    }
  }

  /// As the text report folds them: which cells they are is what matters.
  private static func items(_ findings: [Finding]) -> [Range<Int>] {
    var items: [Range<Int>] = []
    var start = 0
    while start < findings.count {
      let code = findings[start].code
      let isRemark = findings[start].level == .hint && code.text.hasPrefix("V")
      let end = isRemark ? findings[start...].prefix { $0.code == code }.endIndex : start + 1
      items.append(start..<end)
      start = end
    }
    return items
  }

  private mutating func note(_ index: Int, at place: DrawnPlace) {
    marks[place, default: []].append(index)
    guard Mark(findings[index]) >= .query else { return }
    switch place {
    case .cell(let row, let column):
      concernedRows.insert(row)
      concernedColumns.insert(column)
    case .total(let column): concernedColumns.insert(column)
    default: break
    }
  }

  /// The findings at a place, the worst first.
  func findings(at place: DrawnPlace) -> [Int] { marks[place] ?? [] }

  func anchor(_ place: DrawnPlace) -> String { prefix + place.anchor }
  func anchor(item: Int) -> String { "\(prefix)n\(item + 1)" }
  func anchor(itemOf finding: Int) -> String { anchor(item: itemOf[finding]) }
}
