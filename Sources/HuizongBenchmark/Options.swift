/// The words and `--name value` pairs of the command line.
struct Options {
  private(set) var words: [String] = []
  private var values: [String: String] = [:]

  init(_ arguments: [String], names: Set<String>) throws(Failure) {
    var rest = arguments[...]
    while let argument = rest.popFirst() {
      guard argument.hasPrefix("--") else {
        words.append(argument)
        continue
      }
      guard names.contains(argument) else { throw Failure("unknown option \(argument)") }
      guard let value = rest.popFirst() else { throw Failure("\(argument) needs a value") }
      values[argument] = value
    }
  }

  subscript(name: String) -> String? { values[name] }

  func number(_ name: String, _ otherwise: Int, in range: ClosedRange<Int>) throws(Failure) -> Int {
    guard let text = values[name] else { return otherwise }
    guard let number = Int(text), range.contains(number) else {
      throw Failure("\(name) must be from \(range.lowerBound) to \(range.upperBound)")
    }
    return number
  }
}
