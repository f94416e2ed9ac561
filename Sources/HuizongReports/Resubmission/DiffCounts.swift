import HuizongCore

/// How much changed, in numbers; hints are not counted.
struct DiffCounts {
  let tables: Int
  let changed: Int
  let settled: Int
  let explained: Int
  let open: Int
  let new: Int

  init(_ pairs: [Resubmission]) {
    let findings = pairs.flatMap(\.findings).filter { $0.latest?.finding.level != .hint }
    func count(_ fates: FindingChange.Fate...) -> Int {
      findings.count { fates.contains($0.fate) }
    }
    tables = pairs.count
    changed = pairs.reduce(0) { $0 + $1.cells.count }
    settled = count(.closed)
    explained = count(.explained, .stillExplained)
    open = count(.stillOpen, .reopened)
    new = count(.opened)
  }
}
