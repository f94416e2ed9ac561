/// One unit's table for one period, as read from one file: every value with its origin.
public struct Submission: Sendable {
  /// The unit in the roster, and the period; nil when the file does not say, or not clearly.
  public internal(set) var unit: Int?
  public internal(set) var period: Period?
  /// As written in the file.
  public internal(set) var unitText = ""
  public internal(set) var periodText = ""
  public internal(set) var revision: Int?
  public internal(set) var table: Table
  public internal(set) var total: TotalRow?
  public internal(set) var explanations: [Explanation] = []
  /// What stands below the table: 填表人, 联系电话 …
  public internal(set) var notes: [Note] = []
  public internal(set) var findings: [Finding] = []
  /// Where a finding on the table as a whole points: the heading, or the first row of a tidy file.
  public internal(set) var place: Place

  public struct Note: Sendable {
    public let label: String
    public let text: String
  }

  /// The products that the file has no row for.
  public var missingCategories: [Int] {
    table.rows.indices.filter { table.rows[$0].row == 0 }
  }
}

/// The unit's explanation: of one row, or of the table as a whole.
public struct Explanation: Sendable {
  public let category: Int?
  /// As the unit wrote it.
  public let text: String
  public let place: Place

  /// The same words, however wide they are written.
  func says(_ other: String) -> Bool { CellText(text).plain == CellText(other).plain }
}

/// The 合计 row: checked, never imported.
public struct TotalRow: Sendable {
  /// By metric; nil where the cell has no readable number.
  public internal(set) var values: [Int64?]
  public internal(set) var origin: RowOrigin
}

/// Where a row stands in its file.
public struct RowOrigin: Sendable {
  /// The row in a spreadsheet, from 1; 0 when the file has no such row.
  public var row: Int32 = 0
  public var line: Int32 = 0
}

/// The values of a form: a row for each category, a column for each metric.
public struct Table: Sendable {
  /// Row after row.
  private(set) var cells: [Int64]
  let width: Int
  public internal(set) var rows: [RowOrigin]
  /// The spreadsheet's column of each metric, from 1; 0 when the file has no such column.
  public internal(set) var columns: [Int32]
  /// The columns of the category and of the explanation, from 1; 0 when there is none.
  public internal(set) var categoryColumn: Int32 = 0
  public internal(set) var explanationColumn: Int32 = 0
  /// The header of the table in its file.
  public internal(set) var headerPlace = Place.wholeFile
  /// Lines of cells that lie further down than their row begins; only rows with line breaks inside
  /// a cell have any.
  var laterLines: [Int: Int32] = [:]

  static let unreadable = TableCells.unreadable

  var values: TableCells { TableCells(cells) }

  init(form: Form) {
    width = form.metrics.count
    cells = Array(repeating: Table.unreadable, count: form.cellCount)
    rows = Array(repeating: RowOrigin(), count: form.categories.count)
    columns = Array(repeating: 0, count: width)
  }

  /// In the metric's smallest step; nil when the cell is missing or holds no readable number.
  public subscript(category: Int, metric: Int) -> Int64? {
    get {
      let value = cells[category * width + metric]
      return value == Table.unreadable ? nil : value
    }
    set { cells[category * width + metric] = newValue ?? Table.unreadable }
  }

  /// The values of a row, metric after metric.
  func row(_ category: Int) -> [Int64?] {
    cells[category * width..<(category + 1) * width].map { $0 == Table.unreadable ? nil : $0 }
  }

  /// Takes over the values of a row, metric after metric.
  mutating func setRow(_ category: Int, _ values: [Int64]) {
    let start = category * width
    var span = cells.mutableSpan
    for metric in values.indices { span[start + metric] = values[metric] }
  }

  /// The sum of each column over the rows that are there; `unreadable` where a row has no readable
  /// number, or the sum cannot be counted.
  func sums() -> [Int64] {
    var row = Array(repeating: Int64(0), count: width + 1)
    var sums = row
    for category in rows.indices where rows[category].row > 0 {
      load(category, into: &row)
      Table.add(row, to: &sums)
    }
    return Array(sums.dropLast())
  }

  /// The file's place of a cell.
  public func place(_ category: Int, _ metric: Int) -> Place {
    let line = laterLines.isEmpty ? nil : laterLines[category * width + metric]
    return Place(
      line: Int(line ?? rows[category].line), row: Int(rows[category].row),
      column: Int(columns[metric]))
  }

  /// The file's place of a row: the cell with the product's name.
  public func place(row category: Int) -> Place {
    Place(
      line: Int(rows[category].line), row: Int(rows[category].row), column: Int(categoryColumn))
  }

  /// The file's place of a row's explanation.
  func explanationPlace(row category: Int) -> Place {
    var place = place(row: category)
    place.column = Int(explanationColumn)
    return place
  }

  mutating func setLine(_ line: Int, _ category: Int, _ metric: Int) {
    if line != Int(rows[category].line) { laterLines[category * width + metric] = Int32(line) }
  }
}
