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

  /// Copies the form with its checks to another folder, for the months from January to `last`.
  func copy(to target: String, months last: Int) throws(Failure) {
    try Files.makeFolder(target)
    for name in try Files.names(in: folder, ending: ".json") where name != "units.json" {
      let bytes = try Files.read("\(folder)/\(name)")
      let copy = name == "form.json" ? try withMonths(last, bytes) : bytes
      try Files.write(copy, to: "\(target)/\(name)")
    }
  }

  private func withMonths(_ last: Int, _ bytes: [UInt8]) throws(Failure) -> [UInt8] {
    var text = String(decoding: bytes, as: UTF8.self)
    guard let start = text.firstRange(of: "\"months\""),
      let end = text[start.upperBound...].firstIndex(of: "}")
    else { throw Failure("\(folder)/form.json: no months to change") }
    text.replaceSubrange(
      start.lowerBound...end, with: "\"months\": { \"from\": 1, \"to\": \(last) }")
    return Array(text.utf8)
  }
}
