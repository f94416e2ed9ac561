/// The sentences of a form's own rules, as they stand in its file.
struct RuleWords: Sendable {
  private let nodes: [JSONNode]

  init(_ nodes: [JSONNode]) { self.nodes = nodes }

  /// The sentences as the catalogue keeps them.
  var entries: [Catalogue.Entry] {
    // Faults were reported when the file was read.
    let reader = TemplateReader(file: "")
    return nodes.map { entry(TemplateValue(node: $0, way: nil, reader: reader)) }
  }

  private func entry(_ value: TemplateValue) -> Catalogue.Entry {
    let object = TemplateObject(members: value.members)
    return Catalogue.Entry(
      code: object.string("code"), chinese: Words(object["chinese"] ?? value),
      english: Words(object["english"] ?? value))
  }

  // MARK: Checking

  private static let facts = ["category", "cell", "row", "left", "right", "gap", "period"]

  /// Every sentence is there, and every name that it calls for is one that a finding can give.
  func check(_ form: Form, _ reader: TemplateReader) {
    let known = RuleWords.facts + form.metrics.map(\.name)
    for (index, node) in nodes.enumerated() {
      let way = TemplateWay(TemplateWay(nil, .key("rules")), .index(index))
      let object = TemplateObject(
        members: TemplateValue(node: node, way: way, reader: reader).members)
      for language in ["chinese", "english"] {
        guard let value = object[language] else { continue }
        _ = Words(value)
        for (key, text) in value.members where key != "page" { check(text, known) }
      }
    }
  }

  private func check(_ value: TemplateValue, _ known: [String]) {
    guard case .string(let text) = value.node.value else { return }
    for name in Wording.names(in: text) where !known.contains(name) {
      let near = Spelling.nearest(to: name, among: known)
      value.reader.note(
        value, "句子里的 {\(name)} 不认识\(near.map { "；是否应为 {\($0)}？" } ?? "")",
        "the sentence calls for {\(name)}, which is unknown"
          + (near.map { "; did you mean {\($0)}?" } ?? ""))
    }
  }
}
