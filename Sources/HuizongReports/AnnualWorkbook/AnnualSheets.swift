import HuizongCore
import Spreadsheet

/// The sheets that the year-end workbook has beyond the city workbook's.
struct AnnualSheets {
  let unitMonths: Worksheet
  let productMonths: Worksheet
  let changes: Worksheet
  let rankings: Worksheet

  static var sheets: [any CitySheet.Type] {
    [
      UnitMonthsSheet.self, ProductMonthsSheet.self, ChangesSheet.self, RankingsSheet.self,
    ]
  }

  init(_ add: (String) throws(WorkbookError) -> Worksheet) throws(WorkbookError) {
    unitMonths = try add("分月分区")
    productMonths = try add("分月品类")
    changes = try add("环比")
    rankings = try add("排名")
  }

  /// For the contents.
  var descriptions: [(Worksheet, String)] {
    [
      (unitMonths, "每项指标一张：各单位分月份"),
      (productMonths, "每项指标一张：各类产品分月份"),
      (changes, "各月比上月的增减：已收各表和同口径两种算法"),
      (rankings, "单位和产品按主要指标排名，附占比"),
    ]
  }
}
