import Foundation
import Testing

@testable import HuizongCore

/// The distributions against values that SciPy 1.17 (`binom`, `betabinom`) gives.
struct DistributionTests {
  struct Case: Sendable {
    let value: Int
    let atMost: Double
    let atLeast: Double
  }

  private static let binomials: [(Binomial, Case)] = [
    (
      Binomial(count: 20, probability: 0.3),
      Case(value: 12, atMost: 0.9987211203957798, atLeast: 0.0051381615351214025)
    ),
    (
      Binomial(count: 200, probability: 0.01),
      Case(value: 8, atMost: 0.9997874632275321, atLeast: 0.0010125571505207787)
    ),
    (
      Binomial(count: 50, probability: 0.5),
      Case(value: 10, atMost: 1.1930665838377763e-05, atLeast: 0.9999971929499534)
    ),
    (
      Binomial(count: 10, probability: 0.1), Case(value: 0, atMost: 0.34867844009999993, atLeast: 1)
    ),
  ]

  private static let betaBinomials: [(BetaBinomial, Case)] = [
    (
      BetaBinomial(count: 20, alpha: 2, beta: 3),
      Case(value: 18, atMost: 0.9923771880293627, atLeast: 0.01835121400338713)
    ),
    (
      BetaBinomial(count: 88, alpha: 1.68, beta: 8),
      Case(value: 80, atMost: 0.9999997881101568, atLeast: 4.206721103683364e-07)
    ),
    (
      BetaBinomial(count: 10, alpha: 0.0625, beta: 0.25),
      Case(value: 10, atMost: 1, atLeast: 0.10492649190919123)
    ),
    (
      BetaBinomial(count: 500, alpha: 30, beta: 120),
      Case(value: 30, atMost: 1.2515419618253496e-06, atLeast: 0.9999992245934566)
    ),
  ]

  private func isNear(_ value: Double, _ expected: Double) -> Bool {
    (value - expected).magnitude <= expected * 1e-6
  }

  @Test(arguments: binomials)
  func `tails of the binomial`(binomial: Binomial, expected: Case) {
    #expect(isNear(binomial.atMost(expected.value), expected.atMost))
    #expect(isNear(binomial.atLeast(expected.value), expected.atLeast))
  }

  @Test(arguments: betaBinomials)
  func `tails of the beta-binomial`(betaBinomial: BetaBinomial, expected: Case) {
    #expect(isNear(betaBinomial.atMost(expected.value), expected.atMost))
    #expect(isNear(betaBinomial.atLeast(expected.value), expected.atLeast))
  }

  @Test func `masses add up to one`() {
    let distribution = BetaBinomial(count: 60, alpha: 0.8, beta: 2.5)
    let sum = (0...60).reduce(0.0) { $0 + exp(distribution.logMass($1)) }
    #expect(isNear(sum, 1))
  }

  @Test func `numbers far beyond any table come to an answer at once`() {
    let distribution = BetaBinomial(count: 2_000_000_000_000, alpha: 40, beta: 200)
    #expect(distribution.twoSided(1_000_000_000_000) < 1e-6)
    #expect(Binomial(count: 1, probability: 1).twoSided(1) == 1)
  }
}
