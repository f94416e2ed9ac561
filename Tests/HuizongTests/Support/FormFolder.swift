import Foundation

/// A copy of the 2023 form, whose rules a test writes anew or changes.
struct FormFolder {
  let path: String
  let rules: String

  private static let original = Samples.root.appending(path: "templates/2023-annex2")

  private init(in scratch: Scratch) throws {
    path = scratch.path("form")
    rules = path + "/rules.json"
    try FileManager.default.copyItem(at: Self.original, to: URL(filePath: path))
  }

  /// With `rules.json` exactly as given.
  init(in scratch: Scratch, rules text: String) throws {
    try self.init(in: scratch)
    try Data(text.utf8).write(to: URL(filePath: rules))
  }

  /// With the form's own `rules.json` as an editor changes it.
  init(in scratch: Scratch, change: (inout [String: Any]) -> Void) throws {
    try self.init(in: scratch)
    let bytes = try Data(contentsOf: URL(filePath: rules))
    var book = try JSONSerialization.jsonObject(with: bytes) as? [String: Any] ?? [:]
    change(&book)
    try JSONSerialization.data(withJSONObject: book).write(to: URL(filePath: rules))
  }
}

extension [String: Any] {
  /// Adds a rule to a rule book.
  mutating func add(_ rule: [String: any Sendable]) {
    self["rules"] = (self["rules"] as? [Any] ?? []) + [rule]
  }

  /// Sets a key of one rule.
  mutating func set(_ code: String, _ key: String, _ value: Any) {
    let rules = self["rules"] as? [[String: Any]] ?? []
    self["rules"] = rules.map { rule in
      rule["code"] as? String == code ? rule.merging([key: value]) { $1 } : rule
    }
  }
}
