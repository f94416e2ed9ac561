/// One unit's ledger of cases, as read from one file: every cell with its place.
public struct Ledger: Sendable {
  /// The unit in the roster; nil when the file does not say, or not clearly.
  public internal(set) var unit: Int?
  public internal(set) var unitText = ""
  /// The period that the file states, or else the months in which its cases were sent; nil when
  /// neither tells.
  public internal(set) var period: Period?
  public internal(set) var periodText = ""
  public internal(set) var statesPeriod = false
  public internal(set) var cases: [LedgerCase] = []
  /// The rows that say that there is no case, and when that was sent.
  var nilRows: [(place: Place, sent: Day?)] = []
  public internal(set) var explanations: [Explanation] = []
  public internal(set) var findings: [Finding] = []
  /// The spreadsheet's column of each column of the form, from 1; 0 when the file has none.
  var columns: [Int]
  var header: Place
  /// Where what concerns the ledger as a whole points.
  public internal(set) var place = Place.wholeFile

  /// The place of a column's label.
  public func place(column: Int) -> Place {
    Place(line: header.line, row: header.row, column: columns[column])
  }
}

extension Ledger: Headed {}

/// A row of the ledger.
public struct LedgerCase: Sendable {
  public enum Cell: Sendable, Hashable {
    case blank
    case day(Day)
    case answer(Bool)
    case text(String)

    public var day: Day? { if case .day(let day) = self { day } else { nil } }
    public var text: String? { if case .text(let text) = self { text } else { nil } }
  }

  /// By the form's columns.
  public internal(set) var cells: [Cell]
  /// By the form's columns, where the file has them.
  public internal(set) var places: [Place]
  public internal(set) var row: Int

  /// The same case in another row or month: the same words, opened on the same day.
  struct Identity: Hashable {
    let content: [UInt8]
    let opened: Day?
  }

  func identity(_ form: LedgerForm) -> Identity? {
    guard let text = cells[form.content].text else { return nil }
    return Identity(
      content: Label.folded(text), opened: form.opened.flatMap { cells[$0].day })
  }

  /// The month that the case belongs to: the ledger's when it states one, else that of its sending.
  func period(in ledger: Ledger, _ form: LedgerForm) -> Period? {
    if ledger.statesPeriod, let stated = ledger.period, stated.isMonth { return stated }
    let month = cells[form.sent].day.flatMap {
      Period(year: $0.year, first: $0.month, last: $0.month)
    }
    guard ledger.statesPeriod, let stated = ledger.period else { return month ?? ledger.period }
    return month.map(stated.contains) == true ? month : stated
  }
}
