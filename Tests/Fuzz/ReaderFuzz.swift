import Glibc

// What the fuzzer runs: any bytes at all go through the reader, the checks and the sentences, as a
// file on the command line would. Compiled by Tests/fuzz into one module with the core.

private let form: Form = built(try Form.read(file("form.json"), file: "form.json"))
private let roster: Roster = built(try Roster.read(file("units.json"), file: "units.json"))
private let rules: RuleBook = built(
  try RuleBook.read(file("rules.json"), file: "rules.json", form: form))
// The fuzzer has one thread.
nonisolated(unsafe) private let checker = Checker(form: form, roster: roster, rules: rules)
private let catalogue: Catalogue = built(try Catalogue.read(checks(), file: "checks.json"))
private let wordings = [Language.chinese, .english].map {
  Wording($0, form: form, catalogue: catalogue.adding(rules.catalogue))
}

@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzReader(_ data: UnsafePointer<UInt8>, _ count: Int) -> CInt {
  let bytes = Array(UnsafeBufferPointer(start: data, count: count))
  // Twice: the second time the header is one that was read before.
  let first = entries(bytes)
  let second = entries(bytes)
  precondition(first.count == second.count, "the same file read twice gave two results")
  for (left, right) in zip(first, second) {
    precondition(left.status == right.status && left.findings.count == right.findings.count)
    // One finding of each kind is put into words; a file may have thousands of the same.
    var worded: Set<Code> = []
    for finding in left.findings where worded.insert(finding.code).inserted {
      for wording in wordings { precondition(isWhole(wording, finding)) }
    }
  }
  return 0
}

private func entries(_ bytes: [UInt8]) -> [Entry] {
  var entries = checker.check(bytes.span, path: "fuzz.csv")
  Gathering(form: form, rules: rules).gather(&entries)
  precondition(!entries.isEmpty, "a file without a result")
  return entries
}

/// A sentence has every fact that it calls for.
private func isWhole(_ wording: Wording, _ finding: Finding) -> Bool {
  let message = wording.message(finding)
  return !message.isEmpty && !message.contains("“”的") && !wording.help(finding).isEmpty
}

private func file(_ name: String) -> [UInt8] { read("templates/2023-annex2/" + name) }
private func checks() -> [UInt8] { read("templates/checks.json") }

private func read(_ path: String) -> [UInt8] {
  guard let file = fopen(path, "r") else {
    fatalError("run this from the project's folder: \(path)")
  }
  defer { fclose(file) }
  var bytes = [UInt8](repeating: 0, count: 1 << 20)
  let count = fread(&bytes, 1, bytes.count, file)
  return Array(bytes[..<count])
}

private func built<Value>(_ make: @autoclosure () throws -> Value) -> Value {
  do { return try make() } catch { fatalError("a template has a fault: \(error)") }
}
