import Drafts
import HuizongCore
import Spreadsheet

/// The city workbook: what a city office prints and signs, alive in the hands of whoever opens it.
public struct CityWorkbook {
  private let rollUp: RollUp
  private let report: Report

  private let contents: Contents

  /// What a workbook has beyond the sheets of a period.
  public struct Contents: Sendable {
    /// For the year-end summary: by month, rankings, changes.
    public let isAnnual: Bool
    /// The decimals of balanced amounts; nil for no such sheets.
    public let decimals: Int?

    public init(isAnnual: Bool = false, decimals: Int? = nil) {
      self.isAnnual = isAnnual
      self.decimals = decimals
    }
  }

  public init(_ rollUp: RollUp, _ report: Report, _ contents: Contents = Contents()) {
    self.rollUp = rollUp
    self.report = report.forPapers
    self.contents = contents
  }

  /// Writes the workbook; it appears at `path` when the draft is published.
  public func draft(for path: String) throws(WorkbookError) -> Draft {
    let workbook = try Workbook(path: path)
    let book = try CityBook(workbook, rollUp, report, contents)
    workbook.properties = CityProperties(book).properties
    for sheet in book.sheets { try sheet.init(book).write() }
    return try workbook.finish()
  }
}

/// One kind of sheet of the city workbook.
protocol CitySheet {
  init(_ book: CityBook)
  func write() throws(WorkbookError)
}

/// What the sheets share: their names, where figures stand, how things look.
///
/// All sheets are made at once in the workbook's order, so that each may refer to any other; then
/// each is filled.
final class CityBook {
  let workbook: Workbook
  let rollUp: RollUp
  let report: Report
  let styles = CityStyles()
  /// Wanted by several sheets, and a walk through all tables.
  lazy var trendFigures = TrendFigures(self)
  lazy var monthFigures = MonthFigures(self)
  lazy var roundedFigures = rounded.map { RoundedFigures(self, decimals: $0.decimals) }

  let contents: Worksheet
  let city: Worksheet
  let byUnit: Worksheet
  let byProduct: Worksheet
  let trend: Worksheet
  /// Only in the year-end workbook.
  let annual: AnnualSheets?
  /// Only where balanced rounding is asked for.
  let rounded: RoundedSheets?
  let charts: Worksheet
  let findings: Worksheet
  /// Nil when no unit sent a ledger.
  let cases: Worksheet?
  let matrix: Worksheet
  /// A sheet for each unit, in the order of the roster; empty when there are too many.
  let units: [(unit: RolledUnit, sheet: Worksheet)]
  let tidy: Worksheet
  let balance: Worksheet

  /// Above this many units nobody leafs through sheets; the figures then stand in the sheet of
  /// products by units, and the contents say so.
  static let mostUnitSheets = 120

  /// In the order in which they are filled; it does not matter.
  var sheets: [any CitySheet.Type] {
    let more =
      (annual == nil ? [] : AnnualSheets.sheets) + (rounded == nil ? [] : RoundedSheets.sheets)
    return more + [
      CitySummarySheet.self, UnitSheets.self, UnitsByMetricSheet.self, ProductsByUnitSheet.self,
      TrendSheet.self, ChartsSheet.self, FindingsSheet.self, CasesSheet.self,
      ReportingMatrixSheet.self, TidySheet.self, BalanceSheet.self, ContentsSheet.self,
    ]
  }

  init(
    _ workbook: Workbook, _ rollUp: RollUp, _ report: Report, _ contents: CityWorkbook.Contents
  ) throws(WorkbookError) {
    self.workbook = workbook
    self.rollUp = rollUp
    self.report = report
    var names = SheetNames()
    func add(_ name: String) throws(WorkbookError) -> Worksheet {
      try workbook.addSheet(names.name(for: name))
    }
    self.contents = try add("目录")
    city = try add("全市汇总")
    byUnit = try add("分区汇总")
    byProduct = try add("品类×区")
    trend = try add("月度趋势")
    annual = contents.isAnnual ? try AnnualSheets(add) : nil
    charts = try add("图表")
    rounded = try contents.decimals.map { decimals throws(WorkbookError) in
      try RoundedSheets(decimals: decimals, add)
    }
    findings = try add("审核情况")
    cases = rollUp.ledger.map(\.isEmpty) == false ? try add("典型案例") : nil
    matrix = try add("上报情况")
    let shown = rollUp.units.filter { report.roster.units[$0.unit].required || !$0.all.isEmpty }
    var sheets: [(unit: RolledUnit, sheet: Worksheet)] = []
    if shown.count <= CityBook.mostUnitSheets {
      for unit in shown { sheets.append((unit, try add(report.roster.units[unit.unit].short))) }
    }
    units = sheets
    tidy = try add("明细")
    balance = try add("平衡校验")
  }

  // MARK: What is in it

  var form: Form { report.form }
  var roster: Roster { report.roster }

  var shownUnits: [RolledUnit] { rollUp.shownUnits(roster) }

  var hasUnitSheets: Bool { !units.isEmpty }

  func name(_ unit: RolledUnit) -> String { roster.units[unit.unit].short }

  func sheet(of unit: RolledUnit) -> Worksheet? {
    units.first { $0.unit.unit == unit.unit }?.sheet
  }

  /// `（初稿：未含黄浦区、徐汇区）` on every total of a draft; empty when all is there.
  var draftMark: String {
    guard !rollUp.isComplete else { return "" }
    return "（初稿：未含\(rollUp.blocking.map(name).joined(separator: "、"))）"
  }

  // MARK: Figures

  /// The only place where an exact number becomes a floating-point one.
  func number(_ value: Int64, _ metric: Int) -> Double {
    CityNumber.double(value, decimals: form.metrics[metric].decimals)
  }

  func city(_ category: Int, _ metric: Int) -> Int64 {
    rollUp.cells[category * form.metrics.count + metric]
  }

  /// Nil when the unit does not count.
  func value(_ unit: RolledUnit, _ category: Int, _ metric: Int) -> Int64? {
    unit.cells?[category * form.metrics.count + metric]
  }

  /// The sum of a unit's column; nil when the unit does not count.
  func total(_ unit: RolledUnit, _ metric: Int) -> Int64? {
    guard unit.cells != nil else { return nil }
    return form.categories.indices.reduce(0) { $0 + (value(unit, $1, metric) ?? 0) }
  }
}

/// Exact numbers as workbook cells hold them.
enum CityNumber {
  /// Nearest to the decimal: fifteen digits and fewer come back exactly as they went in.
  static func double(_ value: Int64, decimals: Int) -> Double {
    var step = 1.0
    for _ in 0..<decimals { step *= 10 }
    return Double(value) / step
  }
}

extension RollUp {
  /// The units that have a row or a block of their own: those that must report and those that did.
  func shownUnits(_ roster: Roster) -> [RolledUnit] {
    units.filter { roster.units[$0.unit].required || !$0.all.isEmpty }
  }
}
