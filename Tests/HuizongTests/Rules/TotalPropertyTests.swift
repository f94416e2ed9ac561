import Testing

@testable import HuizongCore

/// Columns with a right total, in which one thing then goes wrong: 1,200 of them.
struct TotalPropertyTests {
  struct Kind: Sendable, CustomTestStringConvertible {
    let slip: PlantedSlip.Kind
    let isMoney: Bool

    var testDescription: String { "\(slip)\(isMoney ? " of money" : "")" }

    static let all = PlantedSlip.Kind.allCases.flatMap { slip in
      [false, true].map { Kind(slip: slip, isMoney: $0) }
    }

    var planted: [PlantedSlip] {
      var chance = SeededGenerator(seed: isMoney ? 349 : 2023)
      var planted: [PlantedSlip] = []
      while planted.count < 150 {
        guard let slip = PlantedSlip(slip, isMoney: isMoney, &chance) else { continue }
        planted.append(slip)
      }
      return planted
    }
  }

  @Test(arguments: Kind.all)
  func `the gap is always found, and always exact`(kind: Kind) {
    let wrong = kind.planted.filter { slip in
      var findings: [Finding] = []
      TotalCheck(form: TestForm.annex2).check(slip.submission, into: &findings)
      guard findings.count == 1, findings[0].code == .totalDiffers else { return true }
      return findings[0].metric != slip.metric || findings[0].number(.gap) != slip.gap
    }
    #expect(wrong.isEmpty, "\(wrong)")
  }

  @Test(arguments: Kind.all)
  func `what went wrong is among the repairs, so a single one is the right one`(kind: Kind) {
    let found = kind.planted.map { ($0, repairs: $0.repairs) }
    let lost = found.filter { slip, repairs in !repairs.contains(slip.repair) }
    #expect(lost.isEmpty, "\(lost)")
    let useless = found.filter { slip, repairs in !repairs.allSatisfy(slip.agrees) }
    #expect(useless.isEmpty, "\(useless)")
    // Often enough to be of use, though in small counts many changes fit many a gap.
    let single = found.count { $0.repairs.count == 1 }
    #expect(single > 75, "\(single)")
  }
}

extension Finding {
  fileprivate func number(_ name: FactName) -> Exact? {
    guard case .number(let number) = fact(name) else { return nil }
    return number
  }
}

extension PlantedSlip {
  fileprivate var sum: Int64 { values.reduce(0, +) }
  fileprivate var gap: Exact { Exact(total - sum, decimals: decimals) }

  fileprivate var repairs: [Place] {
    guard let column = ColumnOfTable(submission.table, metric, TestForm.annex2) else { return [] }
    return RepairFinder(column: column, written: total, decimals: decimals).repairs()
      .map { Place($0) }
  }

  fileprivate func agrees(after repair: Place) -> Bool {
    switch repair {
    case .cell(let category, let to): sum - values[category] + to == total
    case .total(let to): to == sum
    case .leftOut(let category): total + values[category] == sum
    case .countedTwice(let category): total - values[category] == sum
    }
  }
}
