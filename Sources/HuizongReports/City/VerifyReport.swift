import HuizongCore

/// 节点检查: a city's table against what its units add up to.
public struct VerifyReport {
  private let differences: [Difference]
  private let report: Report
  /// Nil for a finished table.
  private let draft: DraftNote?

  public init(_ differences: [Difference], _ report: Report, _ draft: DraftNote? = nil) {
    self.differences = differences
    self.report = report
    self.draft = draft
  }

  private var isChinese: Bool { report.language == .chinese }

  private struct Row {
    let category: String
    let metric: String
    let cell: String
    let given: String
    let sum: String
    let gap: String
    let why: String
  }

  private func row(_ difference: Difference) -> Row {
    let metric = report.form.metrics[difference.metric]
    func text(_ value: Int64) -> String { Exact(value, decimals: metric.decimals).description }
    let category = difference.category.map { report.form.categories[$0].name }
    return Row(
      category: category ?? report.form.words.total[0], metric: metric.label,
      cell: difference.place.cell ?? "", given: text(difference.given), sum: text(difference.sum),
      gap: text(difference.given - difference.sum), why: why(difference))
  }

  private func why(_ difference: Difference) -> String {
    let names = difference.suspects.map { report.roster.units[$0.unit].short }
    guard let first = difference.suspects.first else { return "" }
    let list = names.joined(separator: isChinese ? "、" : ", ")
    if names.count > 1 {
      return isChinese ? "可能与这些单位有关：\(list)" : "perhaps one of: \(list)"
    }
    switch (first.way, report.language) {
    case (.leftOut, .chinese): return "正好是\(list)的数，可能漏加"
    case (.leftOut, .english): return "exactly the figure of \(list): perhaps left out"
    case (.countedTwice, .chinese): return "正好是\(list)的数，可能重加"
    case (.countedTwice, .english): return "exactly the figure of \(list): perhaps counted twice"
    }
  }

  public func text() -> [UInt8] {
    var text = draft.map { $0.text + "\n" } ?? ""
    guard !differences.isEmpty else {
      return Array((text + equal).utf8)
    }
    for row in differences.map(row) {
      let cell = row.cell.isEmpty ? "" : "\(row.cell) "
      text +=
        isChinese
        ? "\(cell)“\(row.category)”的“\(row.metric)”：汇总值 \(row.given)，下级合计 \(row.sum)，差值 \(row.gap)"
        : "\(cell)“\(row.metric)” of “\(row.category)”: \(row.given) given, \(row.sum) summed, gap \(row.gap)"
      text += row.why.isEmpty ? "\n" : (isChinese ? "；" : "; ") + row.why + "\n"
    }
    text += isChinese ? "节点检查：\(differences.count) 处不一致\n" : "\(differences.count) differences\n"
    return Array(text.utf8)
  }

  private var equal: String {
    if draft != nil {
      return isChinese ? "节点检查：初稿各格与下级合计一致\n" : "The draft's rows equal the sum of the units.\n"
    }
    return isChinese ? "节点检查：完全一致\n" : "The table equals the sum of its units.\n"
  }

  public func csv() -> [UInt8] {
    var bytes: [UInt8] = [0xEF, 0xBB, 0xBF]
    CSVWriter.append(
      isChinese
        ? ["产品类别", "指标", "单元格", "汇总值", "下级合计", "差值", "可能的原因"]
        : ["product", "figure", "cell", "given", "sum", "gap", "perhaps"], to: &bytes)
    for row in differences.map(row) {
      CSVWriter.append(
        [row.category, row.metric, row.cell, row.given, row.sum, row.gap, row.why], to: &bytes)
    }
    return bytes
  }

  public func json() -> [UInt8] {
    var writer = JSONWriter()
    writer.object { writer in
      writer.member("version", 1)
      writer.key("balanced")
      writer.bool(differences.isEmpty)
      if let draft {
        writer.key("draftWithout")
        writer.array(draft.mark.names) { $0.string($1) }
      }
      writer.key("differences")
      writer.array(differences) { writer, difference in
        let row = row(difference)
        writer.object { writer in
          writer.member("category", row.category)
          writer.member("metric", report.form.metrics[difference.metric].name)
          writer.member("cell", row.cell.isEmpty ? nil : row.cell)
          writer.member("given", row.given)
          writer.member("sum", row.sum)
          writer.member("gap", row.gap)
          writer.key("units")
          writer.array(difference.suspects) { $0.string(report.roster.units[$1.unit].code) }
        }
      }
    }
    return writer.bytes + [UInt8(ascii: "\n")]
  }
}
