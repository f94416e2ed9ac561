import HuizongCore
import Spreadsheet

/// The sheets of 舍位平衡. A cell has one value, so what is shown here is a value of its own: the
/// exact ones stand beside it, and everywhere else in the workbook.
struct RoundedSheets {
  let form: Worksheet
  let blocks: Worksheet
  let adjustments: Worksheet
  let decimals: Int

  static var sheets: [any CitySheet.Type] {
    [
      RoundedFormSheet.self, RoundedBlocksSheet.self, AdjustmentsSheet.self,
    ]
  }

  init(
    decimals: Int, _ add: (String) throws(WorkbookError) -> Worksheet
  ) throws(WorkbookError) {
    self.decimals = decimals
    form = try add("舍位平衡")
    blocks = try add("舍位分表")
    adjustments = try add("舍位调整")
  }

  /// For the contents.
  var descriptions: [(Worksheet, String)] {
    [
      (form, "统计表原样，金额舍位后仍然平衡，旁边列精确值"),
      (blocks, "舍位后的金额：各类产品分单位、分月份，横竖都平衡"),
      (adjustments, "为了平衡，没有按四舍五入显示的每一格"),
    ]
  }
}

/// Where the blocks stand on 舍位分表.
struct RoundedLayout {
  static let firstRow = 3
  static let labelWidth = 30.0
  /// Two blocks of so many rows stand on one page.
  static let mostOnHalfPage = 20

  let products: Int
  let hasMonths: Bool

  init(_ book: CityBook, _ figures: RoundedFigures) {
    products = book.form.categories.count
    hasMonths = !figures.monthLabels.isEmpty
  }

  /// Name, header, products, total, and an empty row.
  private var blockRows: Int { products + 4 }

  /// Of the metric that is so many in line.
  func top(_ place: Int, isMonths: Bool) -> Int {
    let each = hasMonths ? 2 : 1
    return RoundedLayout.firstRow + (place * each + (isMonths ? 1 : 0)) * blockRows
  }

  func cell(_ top: Int, _ row: Int, _ column: Int) -> CellAddress {
    CellAddress(row: top + 2 + row, column: column + 1)
  }
}

extension CityStyles {
  /// A balanced amount; coloured where it is not the nearest.
  func rounded(_ number: RoundedNumber, _ format: String) -> Style {
    money.with {
      $0.numberFormat = format
      if number.isAdjusted { $0.fill = Color(0xFFE699) }
    }
  }

  /// All six decimals.
  var exact: Style { money.with { $0.numberFormat = "#,##0.00####_ " } }
}
