/// Random numbers that are the same on every machine: integers only, so that no mathematical
/// library's last digit decides what a sample file says.
struct Random {
  private var state: UInt64

  /// Each stream of a seed is a sequence of its own, so that a unit's numbers do not depend on how
  /// many units come before it.
  init(seed: Int, stream: Int) {
    let start = Random.mixed(UInt64(truncatingIfNeeded: seed))
    state = Random.mixed(start ^ UInt64(truncatingIfNeeded: stream))
  }

  /// SplitMix64.
  mutating func next() -> UInt64 {
    state &+= 0x9e37_79b9_7f4a_7c15
    return Random.mixed(state)
  }

  private static func mixed(_ value: UInt64) -> UInt64 {
    var result = value
    result = (result ^ result >> 30) &* 0xbf58_476d_1ce4_e5b9
    result = (result ^ result >> 27) &* 0x94d0_49bb_1331_11eb
    return result ^ result >> 31
  }

  /// A number from 0 to `limit` − 1.
  mutating func below(_ limit: Int) -> Int {
    Int(next().multipliedFullWidth(by: UInt64(limit)).high)
  }

  mutating func number(in range: ClosedRange<Int>) -> Int {
    range.lowerBound + below(range.count)
  }

  mutating func element<Element>(of elements: [Element]) -> Element {
    elements[below(elements.count)]
  }

  /// True in so many of a thousand cases.
  mutating func chance(_ thousandths: Int) -> Bool { below(1000) < thousandths }

  /// How many of `count` come true, each in so many of a thousand cases.
  mutating func share(of count: Int, _ thousandths: Int) -> Int {
    (0..<count).reduce(0) { sum, _ in sum + (chance(thousandths) ? 1 : 0) }
  }

  /// A count with this mean, in thousandths, and a variance of twice the mean, because inspections
  /// come in batches: the tails before the n-th head, a negative binomial by tossing coins.
  mutating func count(mean thousandths: Int) -> Int {
    var heads = thousandths / 1000 + (chance(thousandths % 1000) ? 1 : 0)
    var tails = 0
    var coins: UInt64 = 1
    while heads > 0 {
      // The highest bit only marks the end of the coins.
      if coins == 1 { coins = next() | 1 << 63 }
      if coins & 1 == 1 { heads -= 1 } else { tails += 1 }
      coins >>= 1
    }
    return tails
  }
}
