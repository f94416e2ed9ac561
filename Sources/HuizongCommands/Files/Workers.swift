import Glibc
import HuizongCore
import Synchronization

/// Spreads work over the processors.
enum Workers {
  /// Each takes this many at a time: enough to make taking cheap, few enough to end together.
  private static let share = 32

  /// The results for 0..<count in order. `make` gives each thread a worker of its own.
  static func map<Worker, Result: Sendable>(
    _ count: Int, share: Int = share, make: @escaping @Sendable () -> Worker,
    progress: @escaping @Sendable (Int) -> Void,
    work: @escaping @Sendable (inout Worker, Int) -> Result
  ) -> [Result] {
    let threads = min(processors, (count + share - 1) / share)
    if threads <= 1 {
      var worker = make()
      return (0..<count).map { work(&worker, $0) }
    }
    let job = Job<Result>(count: count, share: share, progress: progress) { take, keep in
      var worker = make()
      while let range = take() { keep(range.lowerBound, range.map { work(&worker, $0) }) }
    }
    let handles = (0..<threads).map { _ in start(job) }
    for handle in handles { pthread_join(handle, nil) }
    return job.results()
  }

  private static var processors: Int { max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN))) }

  private static func start<Result>(_ job: Job<Result>) -> pthread_t {
    var handle = pthread_t()
    let context = Unmanaged.passRetained(ThreadBody { job.run() }).toOpaque()
    let failed = pthread_create(&handle, nil, runThread, context)
    precondition(failed == 0, "the system gives no thread")
    return handle
  }

  /// What the threads share: the next index to take, and the results.
  private final class Job<Result: Sendable>: Sendable {
    typealias Body =
      @Sendable (_ take: () -> Range<Int>?, _ keep: (Int, [Result]) -> Void) -> Void

    private let count: Int
    private let share: Int
    private let next = Atomic<Int>(0)
    private let kept = Mutex<[(start: Int, results: [Result])]>([])
    private let progress: @Sendable (Int) -> Void
    private let body: Body

    init(
      count: Int, share: Int, progress: @escaping @Sendable (Int) -> Void, body: @escaping Body
    ) {
      self.count = count
      self.share = share
      self.progress = progress
      self.body = body
    }

    func run() {
      body({ take() }, { start, results in kept.withLock { $0.append((start, results)) } })
    }

    private func take() -> Range<Int>? {
      let start = next.add(share, ordering: .relaxed).oldValue
      guard start < count else { return nil }
      progress(start)
      return start..<min(start + share, count)
    }

    func results() -> [Result] {
      kept.withLock { $0.sorted { $0.start < $1.start }.flatMap(\.results) }
    }
  }
}

/// For the core, which starts no threads itself.
struct AllProcessors: Workforce {
  func map<Result: Sendable>(
    _ count: Int, _ work: @escaping @Sendable (Int) -> Result
  ) -> [Result] {
    // A month of a nation is one large piece; its units are many small ones.
    Workers.map(
      count, share: max(1, min(32, count / 8)), make: {}, progress: { _ in },
      work: { _, index in work(index) })
  }
}

/// The work of one thread.
private final class ThreadBody: Sendable {
  let run: @Sendable () -> Void
  init(_ run: @escaping @Sendable () -> Void) { self.run = run }
}

/// At file level: a closure in its place compiles and then crashes on another thread.
private func runThread(_ context: UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? {
  guard let context else { return nil }
  Unmanaged<ThreadBody>.fromOpaque(context).takeRetainedValue().run()
  return nil
}
