/// Reads a row in one pass when it is as most are: the next product by the name that the form prints,
/// plain digits under every metric, and nothing where nothing counts.
///
/// Any other row is left to the general way, which reads these rows to the same end; a test holds the
/// two against each other. (Measured over 36,000 files: cutting such rows into fields and then asking
/// what each field is took three times as long.)
final class QuickRow: Sendable {
  private enum Kind: Sendable {
    case category
    case metric(Int)
    /// Neither counted nor looked at: 序号.
    case anything
    /// What stands here has a meaning: an explanation, or a row that has moved.
    case nothing
  }

  private let kinds: [Kind]
  private let separator: UInt8
  private let names: [[UInt8]]
  private let decimals: [Int]

  /// Nil where rows say more than this: of which unit and period they are, or under a label that
  /// nobody understood.
  init?(_ columns: [Column], category: Int, lastMetric: Int, _ separator: Separator, _ form: Form) {
    guard separator.length == 1 else { return nil }
    var kinds: [Kind] = []
    for (index, column) in columns.enumerated() {
      switch column {
      case .category where index == category: kinds.append(.category)
      case .metric(let metric): kinds.append(.metric(metric))
      case .ignored where index < lastMetric: kinds.append(.anything)
      case .ignored, .blank, .explanation: kinds.append(.nothing)
      case .category, .unit, .period, .unknown: return nil
      }
    }
    self.kinds = kinds
    self.separator = separator.first
    names = form.categories.map { Array($0.name.utf8) }
    decimals = form.metrics.map(\.decimals)
  }

  /// Reads the values of the row that begins at `start`; returns where it ends, or nil when it is to
  /// be read the general way.
  func read(
    _ text: Span<UInt8>, from start: Int, category: Int, into values: inout [Int64]
  ) -> Int? {
    var offset = start
    var values = values.mutableSpan
    for index in kinds.indices {
      if index > 0 {
        guard offset < text.count, text[offset] == separator else { return nil }
        offset += 1
      }
      switch kinds[index] {
      case .metric(let metric):
        guard let value = NumberReader.plain(text, &offset, decimals: decimals[metric]) else {
          return nil
        }
        values[metric] = value
      case .category:
        guard QuickRow.skip(names[category], text, &offset) else { return nil }
      case .anything:
        guard skipField(text, &offset) else { return nil }
      case .nothing: break
      }
    }
    return offset == text.count || QuickRow.isLineEnd(text[offset]) ? offset : nil
  }

  private static func skip(_ name: [UInt8], _ text: Span<UInt8>, _ offset: inout Int) -> Bool {
    guard name.count <= text.count - offset else { return false }
    for index in name.indices where text[offset + index] != name[index] { return false }
    offset += name.count
    return true
  }

  private func skipField(_ text: Span<UInt8>, _ offset: inout Int) -> Bool {
    if offset < text.count, text[offset] == Byte.quote { return false }
    while offset < text.count, text[offset] != separator, !QuickRow.isLineEnd(text[offset]) {
      offset += 1
    }
    return true
  }

  private static func isLineEnd(_ byte: UInt8) -> Bool {
    byte == Byte.lineFeed || byte == Byte.carriageReturn
  }
}
