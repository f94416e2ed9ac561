import HuizongCore

/// The form and the roster that the generated files are made for.
struct Template {
  let folder: String
  let form: Form
  let roster: Roster

  init(folder: String) throws(Failure) {
    self.folder = folder
    form = try Template.read("\(folder)/form.json", Form.read)
    roster = try Template.read("\(folder)/units.json", Roster.read)
    guard form.metrics.count == Figure.allCases.count,
      form.categories.count == Product.all.count
    else { throw Failure("\(folder): only tables of the 2023 form can be made") }
  }

  static func read<Value>(
    _ path: String, _ parse: ([UInt8], String) throws(TemplateFaults) -> Value
  ) throws(Failure) -> Value {
    let bytes = try Files.read(path)
    do throws(TemplateFaults) {
      return try parse(bytes, path)
    } catch {
      throw Failure(error.faults.map { $0.message(.english) }.joined(separator: "\n"))
    }
  }

  /// Copies the form with its checks to another folder, for the months from January to `last`; with
  /// or without the comparison of tables.
  func copy(to target: String, months last: Int, compares: Bool = true) throws(Failure) {
    try Files.makeFolder(target)
    for name in try Files.names(in: folder, ending: ".json") where name != "units.json" {
      var text = String(decoding: try Files.read("\(folder)/\(name)"), as: UTF8.self)
      if name == "form.json" {
        try replace("months", with: "\"months\": { \"from\": 1, \"to\": \(last) },", in: &text)
      } else if name == "rules.json", !compares {
        try replace("plausibility", with: "", in: &text)
      }
      try Files.write(Array(text.utf8), to: "\(target)/\(name)")
    }
  }

  /// Replaces a member that is an object, and the comma behind it.
  private func replace(_ key: String, with new: String, in text: inout String) throws(Failure) {
    guard let start = text.firstRange(of: "\"\(key)\": {") else {
      throw Failure("\(folder): nothing called \(key) to change")
    }
    var depth = 1
    var end = start.upperBound
    while depth > 0, end < text.endIndex {
      depth += text[end] == "{" ? 1 : text[end] == "}" ? -1 : 0
      end = text.index(after: end)
    }
    if end < text.endIndex, text[end] == "," { end = text.index(after: end) }
    text.replaceSubrange(start.lowerBound..<end, with: new)
  }
}
