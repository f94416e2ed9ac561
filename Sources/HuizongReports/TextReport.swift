import HuizongCore

/// The result of a check for a person at a terminal.
public struct TextReport: Sendable {
  private let report: Report
  private let colour: Bool
  private let verbose: Bool

  public init(_ report: Report, colour: Bool, verbose: Bool) {
    self.report = report
    self.colour = colour
    self.verbose = verbose
  }

  public func render() -> [UInt8] { render(report.entries.indices) + summary() }

  /// The lines of some of the entries, so that a long report can be drawn in pieces at once.
  public func render(_ range: Range<Int>) -> [UInt8] {
    var text = ""
    var printed = Set<Finding.Identity>()
    for index in range {
      let entry = report.entries[index]
      if index == 0 || report.entries[index - 1].path != entry.path {
        printed.removeAll(keepingCapacity: true)
      }
      let fresh = entry.findings.filter { printed.insert(Finding.Identity($0)).inserted }
      text += findings(fresh, entry)
      if verbose || !fresh.isEmpty { text += status(entry) }
    }
    return Array(text.utf8)
  }

  /// Ranges to draw by themselves: none parts the submissions of one file.
  public func pieces(of size: Int) -> [Range<Int>] {
    var pieces: [Range<Int>] = []
    var start = 0
    while start < report.entries.count {
      var end = min(start + size, report.entries.count)
      while end < report.entries.count, report.entries[end].path == report.entries[end - 1].path {
        end += 1
      }
      pieces.append(start..<end)
      start = end
    }
    return pieces
  }

  /// The last line, and before it what could not be compared.
  public func summary() -> [UInt8] {
    let notes = report.coverageLines.map { $0 + "\n" }
    return Array((notes.joined() + summaryText()).utf8)
  }

  // MARK: Findings

  private func findings(_ findings: [Finding], _ entry: Entry) -> String {
    var text = ""
    var index = 0
    while index < findings.count {
      let finding = findings[index]
      let same = findings[index...].prefix { $0.code == finding.code && finding.isRemark }
      text += line(finding, entry)
      if same.count > 1 { text += "    \(others(Array(same)))\n" }
      text += "    \(report.wording.help(finding))\n"
      if let explanation = finding.explanation {
        text += "    \(answered(Terminal.clean(explanation)))\n"
      }
      index += max(1, same.count)
    }
    return text
  }

  private func line(_ finding: Finding, _ entry: Entry) -> String {
    let place = finding.place
    var position = Terminal.clean(entry.path)
    if place.line > 0 { position += ":\(place.line)" }
    if place.line > 0, place.column > 0 { position += ":\(place.column)" }
    let level = paint(report.wording.level(finding.level), finding.level)
    let cell = place.cell.map { "\($0) " } ?? ""
    return "\(position): \(level) \(finding.code.text): \(cell)\(report.wording.message(finding))\n"
  }

  /// Remarks on how cells were read are folded: which cells they are is what matters.
  private func others(_ findings: [Finding]) -> String {
    let most = 12
    let cells = findings.compactMap(\.place.cell)
    let shown = cells.prefix(most)
    let more = cells.count > most
    return report.language == .chinese
      ? "同样的共 \(findings.count) 处：\(shown.joined(separator: "、"))\(more ? " 等" : "")"
      : "\(findings.count) of these: \(shown.joined(separator: ", "))\(more ? ", …" : "")"
  }

  private func answered(_ explanation: String) -> String {
    report.language == .chinese ? "单位说明：\(explanation)" : "explained by the unit: \(explanation)"
  }

  // MARK: Status

  private func status(_ entry: Entry) -> String {
    var name = Terminal.clean(entry.path)
    if let unit = report.unit(entry), let period = entry.period {
      name +=
        report.language == .chinese
        ? "（\(unit.short) \(period)）" : " (\(unit.short) \(period))"
    }
    if let ledger = entry.ledger {
      name += report.say(
        "［台账，\(ledger.cases.count) 个案例］", " [ledger of \(ledger.cases.count) cases]")
    }
    return "\(name): \(TextReport.status(entry.status, report.language))\n"
  }

  static func status(_ status: Status, _ language: Language) -> String {
    switch (status, language) {
    case (.accepted, .chinese): "通过"
    case (.needsExplanation, .chinese): "待说明：请更正，或在“说明”列写明情况"
    case (.rejected, .chinese): "退回：请更正错误后重报"
    case (.leftOut, .chinese): "未检查"
    case (.accepted, .english): "accepted"
    case (.needsExplanation, .english):
      "needs explanation: correct it, or explain it in the column 说明"
    case (.rejected, .english): "rejected: correct the errors and submit again"
    case (.leftOut, .english): "left out"
    }
  }

  private func summaryText() -> String {
    let s = report.summary
    let submissions = s.files - s.leftOut
    let ledgers =
      s.ledgers == 0 ? "" : report.say("（其中台账 \(s.ledgers) 份）", " (\(s.ledgers) ledgers)")
    if report.language == .chinese {
      let leftOut = s.leftOut > 0 ? "；未检查的文件 \(s.leftOut) 个" : ""
      let explained = s.explained > 0 ? "（另有已说明 \(s.explained)）" : ""
      return
        "共 \(submissions) 份\(ledgers)：通过 \(s.accepted)，待说明 \(s.needsExplanation)，退回 \(s.rejected)；"
        + "错误 \(s.errors)，核实 \(s.queries)\(explained)，提示 \(s.hints)\(leftOut)\n"
    }
    let leftOut = s.leftOut > 0 ? "; \(s.leftOut) files left out" : ""
    let explained = s.explained > 0 ? " (and \(s.explained) explained)" : ""
    return
      "\(submissions) submissions\(ledgers): \(s.accepted) accepted, \(s.needsExplanation) to explain, "
      + "\(s.rejected) rejected; \(s.errors) errors, \(s.queries) queries\(explained), "
      + "\(s.hints) hints\(leftOut)\n"
  }

  private func paint(_ text: String, _ level: Level) -> String {
    guard colour else { return text }
    let code =
      switch level {
      case .error: "31"
      case .query: "33"
      case .hint: "36"
      }
    return "\u{1B}[\(code)m\(text)\u{1B}[0m"
  }
}

extension Finding {
  /// A hint of one of the checks of values.
  var isRemark: Bool { level == .hint && code.text.hasPrefix("V") }

  /// A fault of a tidy file's header concerns all its submissions and is printed once.
  struct Identity: Hashable {
    let code: Code
    let place: Place
    let category: Int?
    let metric: Int?

    init(_ finding: Finding) {
      code = finding.code
      place = finding.place
      category = finding.category
      metric = finding.metric
    }

    /// Few findings share a place, and hashing the rest took a quarter of the time of the report of
    /// 36,000 files.
    func hash(into hasher: inout Hasher) { hasher.combine(place) }
  }
}

extension PlacedFinding {
  /// The same, told from those of other files.
  struct Identity: Hashable {
    let path: String
    let finding: Finding.Identity

    init(_ path: String, _ finding: Finding) {
      self.path = path
      self.finding = Finding.Identity(finding)
    }
  }
}

public enum Terminal {
  /// Text from outside without what a terminal would obey: controls, old and new, and marks that turn
  /// the direction of writing. Line ends stay where the text has several lines of its own.
  public static func clean(_ text: String, keepingLines: Bool = false) -> String {
    guard text.utf8.contains(where: { $0 < 0x20 || $0 == 0x7F || $0 == 0xC2 || $0 == 0xE2 }) else {
      return text
    }
    let scalars = text.unicodeScalars.map { scalar in
      obeys(scalar.value) && !(keepingLines && scalar == "\n") ? "?" : scalar
    }
    return String(String.UnicodeScalarView(scalars))
  }

  private static func obeys(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0..<0x20, 0x7F...0x9F, 0x200E...0x200F, 0x202A...0x202E, 0x2066...0x2069: true
    default: false
    }
  }
}
