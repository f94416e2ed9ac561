import HuizongCore
import Spreadsheet

// What the lists and blocks of the city workbook share: headings, pages, widths, words.

extension CityBook {
  /// `上海市　数据周期：2023年8月`, with the mark of a draft.
  var heading: String {
    "\(roster.name)　\(form.words.period[0])：\(rollUp.period.inWords)\(draftMark)"
  }

  /// The mark where there is little room: a long list of units stands in the heading anyway.
  var shortDraftMark: String {
    guard !rollUp.isComplete else { return "" }
    return TextMeasure.width(draftMark) <= 28 ? draftMark : "（初稿，未含 \(rollUp.blocking.count) 个单位）"
  }

  var totalLabel: String { form.words.total[0] + shortDraftMark }

  /// The title and the heading of a sheet, in its first two rows.
  func writeTitle(
    _ title: String, on sheet: Worksheet, columns: Int, width: Double
  ) throws(WorkbookError) {
    let last = columns - 1
    try sheet.merge(CellRange(rows: 0...0, columns: 0...last), title, styles.title)
    try sheet.setHeight(ofRow: 0, to: 30)
    let style = rollUp.isComplete ? styles.paragraph : styles.warning.with { $0.wraps = true }
    try sheet.merge(CellRange(rows: 1...1, columns: 0...last), heading, style)
    try sheet.setHeight(ofRow: 1, to: TextHeight.points([(heading, width)], size: 12))
  }

  func page(_ paper: PageSetup.Paper = .a4, _ change: (inout PageSetup) -> Void) -> PageSetup {
    PageSetup {
      $0.paper = paper
      $0.isLandscape = true
      $0.margins = .init(left: 0.4, right: 0.4, top: 0.5, bottom: 0.6)
      $0.footer = HeaderFooter(
        left: [.text(roster.name)],
        center: [.text("第 "), .page, .text(" 页，共 "), .pages, .text(" 页")],
        right: [.sheetName], font: Style.Font("宋体", size: 9))
      change(&$0)
    }
  }

  /// Wide enough for a metric's number with its separators.
  func width(_ value: Int64, _ metric: Int) -> Double {
    let decimals = form.metrics[metric].decimals
    let whole = Exact(value, decimals: decimals).description.prefix { $0 != "." }.utf8.count
    return Double(whole + (whole - 1) / 3 + (form.metrics[metric].kind == .money ? 3 : 0)) + 2.5
  }

  /// A metric's label, with its group in front where two metrics would look alike.
  func label(_ metric: Int) -> String {
    let label = form.metrics[metric].label
    let isAlone = form.metrics.count { $0.label == label } == 1
    return isAlone ? label : "\(form.metrics[metric].group)·\(label)"
  }

  /// The form's groups in their order, each with its metrics.
  var groups: [(name: String, metrics: [Int])] {
    var groups: [(name: String, metrics: [Int])] = []
    for (index, metric) in form.metrics.enumerated() {
      if let place = groups.firstIndex(where: { $0.name == metric.group }) {
        groups[place].metrics.append(index)
      } else {
        groups.append((metric.group, [index]))
      }
    }
    return groups
  }

  /// The workbook is a Chinese paper, whatever language the terminal speaks.
  var words: UnitStateWords { UnitStateWords(language: .chinese) }

  /// A formula that sums a range.
  func sum(_ range: CellRange, _ value: Double) -> Formula {
    Formula("SUM(\(range))", value: value)
  }
}

extension CityStyles {
  var paragraph: Style {
    heading.with {
      $0.wraps = true
      $0.horizontal = .left
    }
  }

  var section: Style { heading.with { $0.font.isBold = true } }

  var remark: Style {
    note.with {
      $0.wraps = true
      $0.vertical = .top
    }
  }

  /// A short word in the middle of a cell.
  var word: Style { label.with { $0.horizontal = .center } }

  /// Where there is no figure to show.
  var absent: Style { word.with { $0.font.color = .gray } }

  var share: Style { count.with { $0.numberFormat = "0.00%" } }
}

/// How high a row must be for its wrapped texts.
///
/// Programs fit rows by themselves, but not around merged cells, and not all of them; a printed
/// line must never be cut.
enum TextHeight {
  static func points(_ cells: [(text: String, width: Double)], size: Double = 10) -> Double {
    let lines = cells.map { TextMeasure.lines($0.text, in: $0.width * 10 / size) }.max() ?? 1
    return TextMeasure.height(lines, size: size)
  }
}
