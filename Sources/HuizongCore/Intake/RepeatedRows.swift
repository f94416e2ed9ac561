/// A table that was pasted twice is one fault, and one finding instead of one for each row.
enum RepeatedRows {
  /// With fewer rows than this one after the other, each is a fault of its own.
  private static let fewest = 5

  static func fold(_ findings: inout [Finding]) {
    let repeated = findings.filter { $0.code == .repeatedCategory }
    guard repeated.count >= fewest else { return }
    var runs: [[Finding]] = []
    for finding in repeated.sorted(by: { $0.place.row < $1.place.row }) {
      if let last = runs.last?.last, finding.place.row == last.place.row + 1 {
        runs[runs.count - 1].append(finding)
      } else {
        runs.append([finding])
      }
    }
    findings.removeAll { $0.code == .repeatedCategory }
    findings += runs.flatMap { $0.count < fewest ? $0 : [whole($0)] }
  }

  private static func whole(_ run: [Finding]) -> Finding {
    let (first, last) = (run[0], run[run.count - 1])
    var facts = [
      Fact("from", first.place.row), Fact("to", last.place.row), Fact("count", run.count),
    ]
    if let row = first.fact("first") { facts.append(Fact("before", row)) }
    return Finding(.repeatedCategory, at: first.place, facts: facts)
  }
}
