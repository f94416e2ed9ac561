import HuizongCore

/// What came from a unit in place of the table that is missed.
struct ReceivedWords {
  private let files: [RolledUnit.Elsewhere]
  private let period: Period

  /// Nil when nothing came.
  init?(_ unit: RolledUnit, _ period: Period) {
    guard !unit.elsewhere.isEmpty else { return nil }
    let containing = unit.elsewhere.filter { $0.period.contains(period) }
    files = containing.isEmpty ? unit.elsewhere : containing
    self.period = period
  }

  /// A whole year's files are counted, not listed.
  private static let most = 2

  /// For the office.
  var request: Both {
    Both(
      "\(received.chinese)：请补报 \(period) 的报表",
      "\(received.english): ask for the table of \(period)")
  }

  /// For the unit.
  var reminder: Both {
    Both(
      "尚未收到；\(received.chinese)：请补报 \(period) 的报表。",
      "has not arrived; \(received.english): please send the table of \(period).")
  }

  private var received: Both {
    let named = files.prefix(ReceivedWords.most).map { (Terminal.clean($0.path), $0.period) }
    let more = files.count - named.count
    let chinese = named.map { "\($0) 是 \($1)" }.joined(separator: "、")
    let english = named.map { "\($0) is of \($1)" }.joined(separator: ", ")
    return Both(
      "收到的 \(chinese)\(more > 0 ? "，另有 \(more) 份" : "")，\(lack.chinese)",
      "\(english)\(more > 0 ? ", and there are \(more) more" : ""), \(lack.english)")
  }

  private var lack: Both {
    guard files[0].period.contains(period) else { return Both("不是 \(period)", "not of \(period)") }
    let part = period.isMonth ? "\(period.first) 月" : "\(period)"
    return Both("分不出 \(part)", "from which \(period) cannot be told")
  }
}
