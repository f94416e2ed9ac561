/// Finds the entry that a folded label names; an open-addressing table, because a lookup for each
/// row of 36,000 files must not allocate.
public struct LabelIndex: Sendable {
  private var slots: [Int32]
  private var keys: [[UInt8]] = []
  private var entries: [Int] = []

  init(capacity: Int = 64) {
    var size = 16
    while size < capacity * 2 { size *= 2 }
    slots = Array(repeating: -1, count: size)
  }

  /// Every label in the order of insertion.
  var labels: [[UInt8]] { keys }

  /// Adds a folded label; returns the entry that already has it, if there is one.
  mutating func insert(_ key: [UInt8], _ entry: Int) -> Int? {
    if let existing = self.entry(key.span) { return existing }
    if (keys.count + 1) * 2 > slots.count { grow() }
    slots[freeSlot(for: key.span)] = Int32(keys.count)
    keys.append(key)
    entries.append(entry)
    return nil
  }

  func entry(_ key: Span<UInt8>) -> Int? {
    var slot = LabelIndex.hash(key) & (slots.count - 1)
    while slots[slot] >= 0 {
      let index = Int(slots[slot])
      let stored = keys[index]
      if LabelIndex.equal(stored.span, key) { return entries[index] }
      slot = (slot + 1) & (slots.count - 1)
    }
    return nil
  }

  private func freeSlot(for key: Span<UInt8>) -> Int {
    var slot = LabelIndex.hash(key) & (slots.count - 1)
    while slots[slot] >= 0 { slot = (slot + 1) & (slots.count - 1) }
    return slot
  }

  private mutating func grow() {
    slots = Array(repeating: -1, count: slots.count * 2)
    for (index, key) in keys.enumerated() { slots[freeSlot(for: key.span)] = Int32(index) }
  }

  /// Where a part begins in a text for the first time.
  static func first(_ part: Span<UInt8>, in text: Span<UInt8>) -> Int? {
    guard part.count > 0, text.count >= part.count else { return nil }
    for start in 0...(text.count - part.count) where text[start] == part[0] {
      if equal(text.extracting(start..<start + part.count), part) { return start }
    }
    return nil
  }

  static func equal(_ left: Span<UInt8>, _ right: Span<UInt8>) -> Bool {
    guard left.count == right.count else { return false }
    for index in left.indices where left[index] != right[index] { return false }
    return true
  }

  /// FNV-1a.
  private static func hash(_ key: Span<UInt8>) -> Int {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for index in key.indices { hash = (hash ^ UInt64(key[index])) &* 0x100_0000_01b3 }
    return Int(truncatingIfNeeded: hash ^ hash >> 32)
  }
}
