import HuizongCore
import Spreadsheet

/// 目录: what this is, whether it is complete, the key figures, and the way to every sheet.
struct ContentsSheet: CitySheet {
  static let columns = 6
  static let columnWidth = 15.5
  static var width: Double { Double(columns) * columnWidth }

  private let book: CityBook

  init(_ book: CityBook) { self.book = book }

  func write() throws(WorkbookError) {
    var page = ContentsPage(book)
    try book.contents.setWidth(
      ofColumns: 0...ContentsSheet.columns - 1, to: ContentsSheet.columnWidth)
    try writeHead(&page)
    try writeStatus(&page)
    try writeFigures(&page)
    try writeLinks(&page)
    try writeNotes(&page)
    try book.contents.hideGridlines()
    try book.contents.activate()
    try book.contents.set(book.page { $0.isLandscape = false })
  }

  private func writeHead(_ page: inout ContentsPage) throws(WorkbookError) {
    try page.line(book.form.title, book.styles.title, height: 36)
    try page.line(
      "\(book.roster.name)　全市汇总　\(book.form.words.period[0])：\(book.rollUp.period.inWords)",
      book.styles.heading.with { $0.horizontal = .center }, height: 22)
    if !book.form.source.isEmpty {
      try page.line(
        "依据：\(book.form.source)", book.styles.note.with { $0.horizontal = .center }, height: 18)
    }
  }

  // MARK: Status

  private func writeStatus(_ page: inout ContentsPage) throws(WorkbookError) {
    try page.section("一、数据状态")
    let rollUp = book.rollUp
    let count = rollUp.counted.count
    if rollUp.isComplete {
      try page.text("完整：应报单位均已通过，收入 \(count) 个单位。")
    } else {
      try page.text("初稿：收入 \(count) 个单位，还有 \(rollUp.blocking.count) 个应报单位未收入：")
      try writeBlocking(&page)
    }
    let (errors, queries, explained, hints) = findingCounts
    try page.text("审核情况：错误 \(errors)，待说明 \(queries)，已说明 \(explained)，提示 \(hints)。")
  }

  private func writeBlocking(_ page: inout ContentsPage) throws(WorkbookError) {
    try page.row([("未收入的单位", 1), ("状态", 1), ("办理意见", 4)], book.styles.header)
    for unit in book.rollUp.blocking {
      try page.row(
        [
          (book.name(unit), 1), (book.words.short(unit.state), 1),
          (book.words.request(unit, book.rollUp), 4),
        ], book.styles.label)
    }
  }

  private var findingCounts: (Int, Int, Int, Int) {
    let findings = FindingRows(book).rows.map(\.finding)
    let queries = findings.filter { $0.level == .query }
    return (
      findings.count { $0.level == .error }, queries.count(where: \.isOpen),
      queries.count { !$0.isOpen }, findings.count { $0.level == .hint }
    )
  }

  // MARK: Figures

  /// Two beside each other.
  private func writeFigures(_ page: inout ContentsPage) throws(WorkbookError) {
    try page.section("二、主要数据\(book.shortDraftMark)")
    let header = [("指标", 2), (book.form.words.total[0], 1)]
    try page.row(header + header, book.styles.header)
    let half = (book.form.metrics.count + 1) / 2
    for line in 0..<half {
      try page.figure(line, column: 0)
      try page.figure(line + half, column: 3)
      try page.next(height: 20)
    }
  }

  // MARK: Links

  private func writeLinks(_ page: inout ContentsPage) throws(WorkbookError) {
    try page.section("三、各表")
    for (sheet, text) in sheets { try page.link(sheet, text) }
    guard book.hasUnitSheets else { return }
    try page.text("各单位的表（缺报的也留有一张）：")
    for (index, unit) in book.units.enumerated() {
      try page.link(unit.sheet, column: index % ContentsSheet.columns)
      let isLast = index == book.units.count - 1
      if isLast || index % ContentsSheet.columns == ContentsSheet.columns - 1 {
        try page.next(height: 20)
      }
    }
  }

  private var sheets: [(Worksheet, String)] { figures + papers }

  private var figures: [(Worksheet, String)] {
    [
      (book.city, "全市各类产品的各项数据，按统计表原样"),
      (book.byUnit, "各单位的各项合计"),
      (book.byProduct, "每项指标一张：各类产品分单位"),
      (book.trend, "各月的各项合计，附图"),
    ] + (book.annual?.descriptions ?? []) + [(book.charts, "按产品、单位、月份看的图，附数据")]
      + (book.rounded?.descriptions ?? [])
  }

  private var papers: [(Worksheet, String)] {
    [(book.findings, "审核查出的每个问题、办理意见和单位的说明")]
      + (book.cases.map { [($0, "各单位典型案例台账合成的一张，注明谁没有报")] } ?? []) + [
        (book.matrix, "各单位各月的上报和审核结果"),
        (book.tidy, "单位、月份、产品逐行列出，可筛选，可做数据透视表"),
        (book.balance, balance),
      ]
  }

  private var balance: String {
    book.annual == nil ? "核对全市数等于各单位之和、各类产品之和" : "核对全年数等于各单位之和、各类产品之和、各月之和"
  }

  // MARK: Notes

  private func writeNotes(_ page: inout ContentsPage) throws(WorkbookError) {
    try page.section("四、说明")
    let notes = self.notes
    for (index, note) in notes.enumerated() { try page.text("\(index + 1)．\(note)") }
  }

  private var notes: [String] {
    let tidy = TidyLayout(book)
    let trace =
      book.hasUnitSheets
      ? "汇总数都是公式：点全市汇总的格，看到它由各单位的表相加；单位表的数来自报表，来源文件见“\(book.tidy.name)”。"
      : "单位超过 \(CityBook.mostUnitSheets) 个，不设各单位的表；各单位的数见“\(book.byProduct.name)”。"
    return [
      trace,
      tidy.isShown
        ? "“\(book.tidy.name)”共 \(tidy.rows) 行，只含收入汇总的报表，各列合计等于全市合计。" : tidy.reason,
      "金额显示两位小数，格内保留上报的全部小数；合计按上报的小数精确相加。",
    ]
  }
}
