import HuizongCore

/// What the total of a draft says: `合计（初稿，未含黄浦区、崇明区）`.
public struct DraftMark: Sendable {
  /// The units that it leaves out, by their short names; more where the label was cut.
  let names: [String]
  let isCut: Bool

  /// Nil when the finding is about anything but a draft's total.
  public init?(_ finding: Finding, _ form: Form) {
    guard finding.code.text == "S01", case .text(let label)? = finding.fact("found"),
      form.words.total.contains(where: label.hasPrefix), label.contains("初稿")
    else { return nil }
    isCut = label.hasSuffix("…")
    let list = label.split(separator: "未含", maxSplits: 1).dropFirst().first ?? ""
    let names = list.split { "、)）…".contains($0) }.map(String.init)
    self.names = isCut ? names.dropLast() : names
  }

  static func label(_ names: [String]) -> String { "（初稿，未含\(names.joined(separator: "、"))）" }
}

/// What it means for the differences that the table is a draft.
public struct DraftNote {
  private let path: String
  let mark: DraftMark
  private let report: Report
  /// Those that the draft leaves out and the sum of the units holds.
  private let arrived: [String]

  public init(_ path: String, _ mark: DraftMark, _ rollUp: RollUp, _ report: Report) {
    self.path = Terminal.clean(path)
    self.mark = mark
    self.report = report
    let counted = Set(rollUp.counted.map { report.roster.units[$0.unit].short })
    arrived = mark.names.filter(counted.contains)
  }

  public var text: String { what[report.language] + why[report.language] }

  private var what: Both {
    let names = mark.names.joined(separator: "、")
    let list = mark.names.joined(separator: ", ")
    return Both(
      "\(path) 是初稿\(names.isEmpty ? "" : "，未含\(names)\(mark.isCut ? "等" : "")")，合计一行不核对。",
      "\(path) is a draft\(list.isEmpty ? "" : " without \(list)\(mark.isCut ? " and others" : "")"); its total is not compared. "
    )
  }

  private var why: Both {
    if mark.names.isEmpty || mark.isCut && arrived.isEmpty {
      return Both(
        "差值里可能有它未含的单位的数；请收齐后重新汇总，再核对。",
        "The gaps may hold figures of units that it leaves out; roll up again when all are in.")
    }
    if arrived.isEmpty {
      return Both(
        "下级合计现在也不含这些单位，差值不是它们造成的；它们报来以后请重新汇总，再核对。",
        "The sum does not hold them either, and the gaps are not theirs; roll up again when they are in."
      )
    }
    return Both(
      "下级合计现在含有\(arrived.joined(separator: "、"))的数，初稿里没有，差值里就有这些数；请重新汇总，再核对。",
      "The sum now holds \(arrived.joined(separator: ", ")), the draft does not, and the gaps hold those figures; roll up again and compare that."
    )
  }
}
