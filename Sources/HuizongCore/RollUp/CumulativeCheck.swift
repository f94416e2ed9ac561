/// P05 and P06: cumulative tables against each other and against the months that they sum up.
struct CumulativeCheck {
  let form: Form
  let book: RuleBook
  let weighing: Weighing

  struct Result {
    var findings: [PlacedFinding] = []
    var answers: Set<LateAnswer> = []
  }

  /// `tables` are all of one unit.
  func check(_ tables: [UnitTable]) -> Result {
    var result = Result()
    for table in tables where !table.period.isMonth {
      let placed = book.levelled(sums(table, tables) + decreases(table, tables))
      for (path, placed) in Dictionary(grouping: placed, by: \.path).sorted(by: { $0.key < $1.key })
      {
        weigh(placed.map(\.finding), table.parts.filter { $0.path == path }, path, into: &result)
      }
    }
    return result
  }

  /// The unit's explanations were weighed when its files were read, before these were known.
  private func weigh(
    _ findings: [Finding], _ parts: [Entry], _ path: String, into result: inout Result
  ) {
    var findings = findings
    for part in parts { weighing.weigh(part, &findings) }
    // What answers nothing here may answer a query of the file, where it has been said already.
    let unused = Set(findings.filter { $0.code == .explanationUnused }.map(\.place))
    let answering = parts.flatMap(\.explanations).filter { !unused.contains($0.place) }
    result.answers.formUnion(answering.map { LateAnswer(path: path, place: $0.place) })
    findings.removeAll { $0.code == .explanationUnused }
    result.findings += book.levelled(findings.map { PlacedFinding(path: path, $0) })
  }

  /// A cumulative figure that is not the sum of the finer tables.
  private func sums(_ table: UnitTable, _ tables: [UnitTable]) -> [PlacedFinding] {
    let finer = tables.filter { $0.period != table.period }
    guard let cover = Tiling(period: table.period).cover(finer) else { return [] }
    return differences(table) { index in
      var sum: Int64 = 0
      for part in cover {
        guard let value = part.cells[index] else { return nil }
        let (total, overflow) = sum.addingReportingOverflow(value)
        guard !overflow else { return nil }
        sum = total
      }
      return sum
    } when: {
      $0 != $1
    } finding: { place, category, metric, facts in
      Finding(.cumulativeDiffers, at: place, category: category, metric: metric, facts: facts)
    }
  }

  /// A figure that was larger in a shorter period from the same month on; the first month is one.
  private func decreases(_ table: UnitTable, _ tables: [UnitTable]) -> [PlacedFinding] {
    let earlier = tables.filter {
      $0.period.first == table.period.first && $0.period.last < table.period.last
    }.max { $0.period.last < $1.period.last }
    guard let earlier else { return [] }
    return differences(table) {
      earlier.cells[$0]
    } when: {
      $0 < $1
    } finding: {
      place, category, metric, facts in
      Finding(
        .cumulativeDecreases, at: place, category: category, metric: metric,
        facts: facts + [Fact("earlier", earlier.period.description)])
    }
  }

  private func differences(
    _ table: UnitTable, _ expected: (Int) -> Int64?, when isWrong: (Int64, Int64) -> Bool,
    finding: (Place, Int, Int, [Fact]) -> Finding
  ) -> [PlacedFinding] {
    var findings: [PlacedFinding] = []
    for category in form.categories.indices {
      for (metric, definition) in form.metrics.enumerated() {
        let index = category * form.metrics.count + metric
        guard let value = table.cells[index], let other = expected(index), isWrong(value, other),
          let source = table.source(category, metric)
        else { continue }
        let found = Exact(value, decimals: definition.decimals)
        let wanted = Exact(other, decimals: definition.decimals)
        let facts = Fact.difference(found, wanted)
        findings.append(
          PlacedFinding(path: source.path, finding(source.place, category, metric, facts)))
      }
    }
    return findings
  }
}
