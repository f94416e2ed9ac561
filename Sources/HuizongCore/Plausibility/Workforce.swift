/// Somebody who does many pieces of work at once.
///
/// The core starts no threads; who calls it may, and hands this in.
public protocol Workforce: Sendable {
  /// The results for 0..<count in order.
  func map<Result: Sendable>(
    _ count: Int, _ work: @escaping @Sendable (Int) -> Result
  ) -> [Result]
}

/// One piece after the other.
public struct SingleHanded: Workforce {
  public init() {}

  public func map<Result: Sendable>(
    _ count: Int, _ work: @escaping @Sendable (Int) -> Result
  ) -> [Result] {
    (0..<count).map(work)
  }
}
