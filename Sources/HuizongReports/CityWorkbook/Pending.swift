import HuizongCore
import Spreadsheet

// Placeholders while the sheets are written.
struct ProductsByUnitSheet: CitySheet {
  init(_ book: CityBook) {}
  func write() throws(WorkbookError) {}
}
struct TrendSheet: CitySheet {
  init(_ book: CityBook) {}
  func write() throws(WorkbookError) {}
}
struct ChartsSheet: CitySheet {
  init(_ book: CityBook) {}
  func write() throws(WorkbookError) {}
}
struct FindingsSheet: CitySheet {
  init(_ book: CityBook) {}
  func write() throws(WorkbookError) {}
}
struct ReportingMatrixSheet: CitySheet {
  init(_ book: CityBook) {}
  func write() throws(WorkbookError) {}
}
struct TidySheet: CitySheet {
  init(_ book: CityBook) {}
  func write() throws(WorkbookError) {}
}
struct ContentsSheet: CitySheet {
  init(_ book: CityBook) {}
  func write() throws(WorkbookError) {}
}
