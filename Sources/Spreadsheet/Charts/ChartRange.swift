import CXLSXWriter
import Glibc

/// A chart on its sheet, until the workbook closes and its values are known.
struct PlacedChart {
  let place: WorkbookError.Place
  let ranges: [ChartRange]

  /// The sheets by the keys of their names.
  func fillCaches(
    from sheets: [String: UnsafeMutablePointer<lxw_worksheet>]
  ) throws(WorkbookError) {
    for range in ranges {
      guard let sheet = sheets[SheetName.key(range.cells.sheet)] else {
        throw WorkbookError(.unknownSheet(range.cells.sheet), at: place)
      }
      range.fillCache(from: sheet)
    }
  }
}

/// A range that a chart draws, and the library's record of it.
struct ChartRange {
  let cells: SheetRange
  private let record: UnsafeMutablePointer<lxw_series_range>

  /// The reference is set here, quoted our way: the library quotes too rarely, and finds no sheet
  /// whose name holds an apostrophe.
  init(_ cells: SheetRange, _ record: UnsafeMutablePointer<lxw_series_range>) {
    self.cells = cells
    self.record = record
    free(record.pointee.formula)
    record.pointee.formula = strdup(cells.absolute)
    record.pointee.sheetname = strdup(cells.sheet)
    let (row, column, lastRow, lastColumn) = cells.range.library
    (record.pointee.first_row, record.pointee.first_col) = (row, column)
    (record.pointee.last_row, record.pointee.last_col) = (lastRow, lastColumn)
  }

  /// Stores what the cells hold now beside the reference, for programs that show a chart without
  /// calculating. The library would do it, but with 0 for every formula.
  func fillCache(from sheet: UnsafeMutablePointer<lxw_worksheet>) {
    guard sheet.pointee.optimize == 0, record.pointee.ignore_cache == 0 else { return }
    record.pointee.ignore_cache = 1
    for row in cells.range.rows {
      let found = library.lxw_worksheet_find_row(sheet, lxw_row_t(row))
      for column in cells.range.columns {
        add(library.lxw_worksheet_find_cell_in_row(found, lxw_col_t(column)))
      }
    }
  }

  private func add(_ cell: UnsafeMutablePointer<lxw_cell>?) {
    let point = UnsafeMutablePointer<lxw_series_data_point>.zeroed()
    switch ChartRange.content(of: cell) {
    case .number(let number)?: point.pointee.number = number
    case .text(let text)?:
      point.pointee.is_string = 1
      point.pointee.string = strdup(text)
      record.pointee.has_string_cache = 1
    case nil: point.pointee.no_data = 1
    }
    append(point)
    record.pointee.num_data_points += 1
  }

  /// What a cell shows.
  private static func content(of cell: UnsafeMutablePointer<lxw_cell>?) -> Formula.Value? {
    guard let cell = cell?.pointee else { return nil }
    switch cell.type {
    case NUMBER_CELL: return .number(cell.u.number)
    case STRING_CELL: return cell.sst_string.map { .text(String(cString: $0)) }
    case FORMULA_CELL:
      return cell.user_data2.map { .text(String(cString: $0)) } ?? .number(cell.formula_result)
    default: return nil
    }
  }

  /// Hangs the point at the end of the library's list, as its macro does.
  private func append(_ point: UnsafeMutablePointer<lxw_series_data_point>) {
    guard let list = record.pointee.data_cache else { return }
    list.pointee.stqh_last.pointee = point
    withUnsafeMutablePointer(to: &point.pointee.list_pointers.stqe_next) {
      list.pointee.stqh_last = $0
    }
  }
}

extension UnsafeMutablePointer {
  /// Memory that the library will free.
  fileprivate static func zeroed() -> UnsafeMutablePointer<Pointee> {
    guard let memory = calloc(1, MemoryLayout<Pointee>.size) else { fatalError("out of memory") }
    return memory.bindMemory(to: Pointee.self, capacity: 1)
  }
}
