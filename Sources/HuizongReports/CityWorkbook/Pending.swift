import HuizongCore
import Spreadsheet

// Placeholders while the sheets are written.
struct CitySummarySheet: CitySheet {
  init(_ book: CityBook) {}
  func write() throws(WorkbookError) {}
}
struct UnitSheets: CitySheet {
  init(_ book: CityBook) {}
  func write() throws(WorkbookError) {}
}
struct UnitsByMetricSheet: CitySheet {
  init(_ book: CityBook) {}
  func write() throws(WorkbookError) {}
}
struct BalanceSheet: CitySheet {
  init(_ book: CityBook) {}
  func write() throws(WorkbookError) {}
}
struct CityProperties {
  init(_ book: CityBook) {}
  var properties: DocumentProperties { DocumentProperties() }
}
