@preconcurrency import Glibc
import Synchronization

/// One at a time: there is one standard error for all threads.
private let turn = Mutex(())

/// Runs the library without letting it print, and returns what it would have said.
///
/// It writes to C's `stderr`, so for that moment `stderr` leads into memory. The process's
/// descriptor 2 stays as it is, and with it what Swift and the system write there. The price: C
/// code on another thread that prints in that moment is not heard, and workbooks close in turn.
func quietly<Result>(_ work: () -> Result) -> (result: Result, said: String) {
  turn.withLock { _ in
    var bytes: UnsafeMutablePointer<CChar>?
    var count = 0
    guard let memory = open_memstream(&bytes, &count) else { return (work(), "") }
    let before = stderr
    stderr = memory
    let result = work()
    stderr = before
    fclose(memory)
    defer { free(bytes) }
    return (result, bytes.map { String(cString: $0) } ?? "")
  }
}
