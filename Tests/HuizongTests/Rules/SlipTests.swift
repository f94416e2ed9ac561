import Testing

@testable import HuizongCore

/// Which slip of the fingers makes one number of another.
struct SlipTests {
  static let counts: [(meant: Int64, written: Int64, slip: Slip?)] = [
    (52, 25, .swappedDigits), (1023, 1032, .swappedDigits), (152, 512, .swappedDigits),
    (152, 251, nil), (52, 52, nil),
    (126, 26, .lostDigit), (126, 16, .lostDigit), (126, 12, .lostDigit), (1002, 102, .lostDigit),
    (10, 1, .lostDigit), (1002, 2, nil), (5, 0, nil), (1234, 12, nil),
    (37, 377, .doubledDigit), (37, 337, .doubledDigit), (8, 88, .doubledDigit),
    (37, 372, nil), (0, 5, nil), (7, 4, nil), (-5, 5, nil),
  ]

  @Test(arguments: counts.indices)
  func `a count`(index: Int) {
    let (meant, written, slip) = Self.counts[index]
    #expect(Slip.from(meant, to: written, decimals: 0) == slip, "\(meant) → \(written)")
  }

  static let amounts: [(meant: String, written: String, slip: Slip?)] = [
    ("12.34", "13.24", .swappedDigits), ("12.3", "12.03", .swappedDigits),
    ("12.34", "12.43", .swappedDigits), ("1.05", "0.15", .swappedDigits),
    ("260.07", "260", .lostDigit), ("260.05", "26.05", .lostDigit), ("281.76", "281.7", .lostDigit),
    ("281.76", "21.76", .lostDigit), ("10.5", "0.5", .lostDigit), ("1.8", "0.8", .lostDigit),
    ("12.3", "12.33", .doubledDigit), ("12.3", "122.3", .doubledDigit),
    ("0.05", "0.055", .doubledDigit),
    ("1234.5", "123.45", .slippedPoint), ("1234.5", "12345", .slippedPoint),
    ("5000", "0.5", .slippedPoint), ("0.05", "0.5", .slippedPoint), ("5000", "0.05", nil),
    ("12.345678", "12.345687", .swappedDigits), ("0.00001", "0.000011", .doubledDigit),
    ("2.5", "7.5", nil), ("0", "2.5", nil),
  ]

  @Test(arguments: amounts.indices)
  func `an amount of money`(index: Int) throws {
    let (meant, written, slip) = Self.amounts[index]
    let steps = try [meant, written].map { Int64(try #require(Exact(plain: $0)).counted(in: 6)) }
    #expect(Slip.from(steps[0], to: steps[1], decimals: 6) == slip, "\(meant) → \(written)")
  }
}
