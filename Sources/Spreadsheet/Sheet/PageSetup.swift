import CXLSXWriter
import Glibc

/// How a sheet is printed.
public struct PageSetup: Hashable, Sendable {
  /// By the library's numbers.
  public enum Paper: UInt8, Hashable, Sendable {
    case a3 = 8
    case a4 = 9
  }

  public var paper = Paper.a4
  public var isLandscape = false
  /// How many pages the sheet is made to fit into; 0 means as many as it takes.
  public var pagesWide = 1
  public var pagesTall = 0
  public var margins = Margins()
  public var isCenteredHorizontally = true
  public var header: HeaderFooter?
  public var footer: HeaderFooter?
  /// Rows and columns that are printed on every page.
  public var repeatedRows: ClosedRange<Int>?
  public var repeatedColumns: ClosedRange<Int>?
  public var area: CellRange?
  /// The rows and columns before which a page ends.
  public var rowBreaks: [Int] = []
  public var columnBreaks: [Int] = []

  public init() {}

  public init(_ change: (inout PageSetup) -> Void) { change(&self) }

  /// In inches, as Excel keeps them.
  public struct Margins: Hashable, Sendable {
    public var left, right, top, bottom: Double

    public init(
      left: Double = 0.5, right: Double = 0.5, top: Double = 0.75, bottom: Double = 0.75
    ) {
      self.left = left
      self.right = right
      self.top = top
      self.bottom = bottom
    }
  }
}

extension Worksheet {
  /// Sets how the sheet is printed. A second call only adds to the first, except for breaks.
  public func set(_ page: PageSetup) throws(WorkbookError) {
    let sheet = try open()
    try placed { () throws(WorkbookError) in try page.check(sheetName: name) }
    library.worksheet_set_paper(sheet, page.paper.rawValue)
    page.isLandscape
      ? library.worksheet_set_landscape(sheet) : library.worksheet_set_portrait(sheet)
    library.worksheet_fit_to_pages(sheet, UInt16(page.pagesWide), UInt16(page.pagesTall))
    let margins = page.margins
    library.worksheet_set_margins(sheet, margins.left, margins.right, margins.top, margins.bottom)
    if page.isCenteredHorizontally { library.worksheet_center_horizontally(sheet) }
    if let header = page.header { _ = library.worksheet_set_header(sheet, header.code) }
    if let footer = page.footer { _ = library.worksheet_set_footer(sheet, footer.code) }
    try setArea(page, sheet)
    setBreaks(page, sheet)
  }

  private func setArea(
    _ page: PageSetup, _ sheet: UnsafeMutablePointer<lxw_worksheet>
  ) throws(WorkbookError) {
    if let rows = page.repeatedRows {
      _ = library.worksheet_repeat_rows(
        sheet, lxw_row_t(rows.lowerBound), lxw_row_t(rows.upperBound))
    }
    if let columns = page.repeatedColumns {
      _ = library.worksheet_repeat_columns(
        sheet, lxw_col_t(columns.lowerBound), lxw_col_t(columns.upperBound))
    }
    guard let area = page.area else { return }
    let (row, column, lastRow, lastColumn) = area.library
    try check(library.worksheet_print_area(sheet, row, column, lastRow, lastColumn), area)
  }

  /// The library ends its lists at the first 0 and forgets the memory of an earlier list.
  private func setBreaks(_ page: PageSetup, _ sheet: UnsafeMutablePointer<lxw_worksheet>) {
    free(sheet.pointee.hbreaks)
    free(sheet.pointee.vbreaks)
    var rows = page.sortedRowBreaks.map { lxw_row_t($0) } + [0]
    var columns = page.sortedColumnBreaks.map { lxw_col_t($0) } + [0]
    _ = library.worksheet_set_h_pagebreaks(sheet, &rows)
    _ = library.worksheet_set_v_pagebreaks(sheet, &columns)
  }
}
