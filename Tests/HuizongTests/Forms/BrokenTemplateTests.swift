import Foundation
import Testing

/// A template with a mistake in it is refused: file, line, column, way to the value, reason.
struct BrokenTemplateTests {
  private static let folder = "Tests/Fixtures/forms/school-meals"

  /// Runs with one file of the template changed; what stands on standard error, line by line.
  private func refusal(of file: String, _ change: (String) -> String) throws -> [String] {
    try Scratch.with { scratch in
      for name in ["form.json", "rules.json", "units.json"] {
        let text = Samples.text("\(Self.folder)/\(name)")
        try scratch.file(name, name == file ? change(text) : text)
      }
      let outcome = try Binary().run(
        ["check", "--lang", "en", "--form", scratch.folder.path, "\(Self.folder)/north.csv"])
      #expect(outcome.status == 2)
      #expect(outcome.output.isEmpty)
      let lines = outcome.remarks.split(separator: "\n").map(String.init)
      return lines.map {
        $0.replacing("huizong: ", with: "").replacing(scratch.folder.path + "/", with: "")
      }
    }
  }

  @Test(arguments: BrokenTemplates.mistakes)
  func `a mistake is pointed at`(mistake: BrokenTemplates.Mistake) throws {
    let lines = try refusal(of: mistake.file) { text in
      #expect(text.contains(mistake.text))
      return text.replacing(mistake.text, with: mistake.changed, maxReplacements: 1)
    }
    #expect(lines == mistake.refusal)
  }

  @Test(arguments: BrokenTemplates.noJSON)
  func `what is no JSON is pointed at`(text: String, place: String, reason: String) throws {
    let lines = try refusal(of: "form.json") { _ in text }
    #expect(lines == ["form.json:\(place): not valid JSON: \(reason)"])
  }

  @Test(arguments: [("form.json", "categories"), ("form.json", "metrics"), ("units.json", "units")])
  func `a list without an entry is refused`(file: String, key: String) throws {
    let lines = try refusal(of: file) { text in
      let value = try? JSONSerialization.jsonObject(with: Data(text.utf8))
      var object = value as? [String: Any] ?? [:]
      object[key] = [Any]()
      let data = try? JSONSerialization.data(withJSONObject: object)
      return String(decoding: data ?? Data(), as: UTF8.self)
    }
    #expect(lines.count == 1)
    #expect(lines.first?.contains(": \(key) at least one ") == true)
  }

  @Test func `all mistakes are told in one go`() throws {
    let lines = try refusal(of: "form.json") { text in
      text.replacing("\"count\"", with: "\"number\"").replacing(
        "\"unit\": \"元\"", with: "\"unit\": 1")
    }
    #expect(lines.count == 5)
    #expect(lines == lines.sorted { $0.localizedStandardCompare($1) == .orderedAscending })
  }

  @Test(arguments: ["form.json", "rules.json"])
  func `a file that is missing is named`(file: String) throws {
    try Scratch.with { scratch in
      for name in ["form.json", "rules.json", "units.json"] where name != file {
        try scratch.file(name, Samples.text("\(Self.folder)/\(name)"))
      }
      let outcome = try Binary().run(["check", "--form", scratch.folder.path, "x.csv"])
      #expect(outcome.status == 2)
      #expect(outcome.remarks.contains("\(scratch.path(file)):1:1: "))
    }
  }

  @Test func `the messages are Chinese unless English is asked for`() throws {
    try Scratch.with { scratch in
      try scratch.file("form.json", "{")
      try scratch.file("rules.json", "{ \"rules\": [] }")
      let outcome = try Binary().run(["check", "--form", scratch.folder.path, "x.csv"])
      #expect(outcome.remarks.contains("form.json:1:2: 不是有效的 JSON"))
    }
  }
}
