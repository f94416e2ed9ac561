import Foundation
import Testing

/// `--round`: balanced amounts in sheets of their own.
struct RoundOptionTests {
  @Test func `a month's workbook has the balanced form, and says what was adjusted`() throws {
    try Office.with(required: ["黄浦区", "徐汇区"]) { office in
      // 0.4 and 0.4 make 0.8: no rounding to whole numbers shows 0 + 0 = 1, so one of them goes up,
      // and its unit's total with it.
      for unit in ["黄浦区", "徐汇区"] {
        var table = DistrictTable.blank(unit: unit)
        table = table.with(DistrictTable.cement, DistrictTable.fines, "0.4")
        try office.add(table.with(DistrictTable.cement, 7, "1"), as: unit)
      }
      let outcome = try office.rollUp("2023-08", "--lenient", "--round", "0", "-o", office.xlsx)
      #expect(outcome.status == 0, "\(outcome.remarks)")
      let text = try Unzipped.text(office.xlsx)
      for sheet in ["舍位平衡", "舍位分表", "舍位调整"] {
        #expect(text.contains("<sheet name=\"\(sheet)\""), "\(sheet)")
      }
      #expect(text.contains("共 2 格，每格调整末位 1。") && text.contains("金额舍位到整数"))
    }
  }

  @Test func `it needs a workbook, and 0, 1 or 2`() throws {
    try Office.with { office in
      try office.add(DistrictTable(), as: "good")
      #expect(try office.rollUp("2023-08", "--round", "1").remarks.contains("-o"))
      let wrong = try office.rollUp("2023-08", "--round", "5", "-o", office.xlsx)
      #expect(wrong.status == 2 && wrong.remarks.contains("0、1、2"))
      #expect(!office.wasWritten(office.xlsx) && !office.wasWritten(office.csv))
    }
  }
}
