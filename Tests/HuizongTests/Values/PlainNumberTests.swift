import Testing

@testable import HuizongCore

/// The quick way to read a number and the careful one never differ.
struct PlainNumberTests {
  private static let form = TestForm.annex2
  private static let reader = NumberReader(form)

  private func plain(_ text: String, _ decimals: Int) -> Int64? {
    let bytes = Array(text.utf8)
    let field = Field(start: 0, end: bytes.count, line: 1)
    return NumberReader.plain(bytes.span, field, decimals: decimals)
  }

  /// Nil when the careful way has anything but a value to say.
  private func careful(_ text: String, _ metric: Int) -> Int64? {
    guard case .value(let value) = Self.reader.read(text, metric: metric) else { return nil }
    return value
  }

  private func expectSame(_ text: String) -> Bool {
    [3, 7].contains { metric in
      let quick = plain(text, Self.form.metrics[metric].decimals)
      guard let quick else { return false }
      #expect(quick == careful(text, metric), "“\(text)” as \(Self.form.metrics[metric].name)")
      return true
    }
  }

  @Test(arguments: [UInt64(1), 2, 3, 4])
  func `random digits, points and marks`(seed: UInt64) {
    var random = SeededRandom(seed: seed)
    let letters = Array("0012345678999..,-+eE 家")
    var quick = 0
    for _ in 0..<5_000 {
      let count = Int.random(in: 1...18, using: &random)
      let text = (0..<count).map { _ in letters.randomElement(using: &random) ?? "0" }
      if expectSame(String(text)) { quick += 1 }
    }
    #expect(quick > 300)
  }

  @Test func `every length of whole number and fraction`() {
    for whole in 0...17 {
      for fraction in 0...9 {
        for digit in ["0", "1", "9"] {
          let point = fraction > 0 ? "." : ""
          let text =
            String(repeating: digit, count: whole) + point
            + String(repeating: digit, count: fraction)
          if !text.isEmpty { _ = expectSame(text) }
        }
      }
    }
    #expect(plain("999999999999999", 0) == 999_999_999_999_999)
    #expect(plain("999999999.999999", 6) == nil, "sixteen bytes are left to the careful way")
    #expect(plain("1234.5", 6) == 1_234_500_000)
  }

  @Test(arguments: [
    " 1", "1 ", "", ".", "1.", ".1", "1.5", "-1", "1,234", "１", "1e2", "1234567890123456",
  ])
  func `what is not plain is left to the careful way`(text: String) {
    #expect(plain(text, 0) == nil)
  }
}

/// The same numbers in every run.
struct SeededRandom: RandomNumberGenerator {
  private var state: UInt64
  init(seed: UInt64) { state = seed }

  /// SplitMix64.
  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = (state ^ state >> 30) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
    return mixed ^ mixed >> 31
  }
}
