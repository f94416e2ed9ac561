/// The sentences of one check in one language.
public struct Words: Sendable {
  public let title: String
  /// What was found and what was expected; `{name}` calls for a fact, and a part in `[[…]]` is left
  /// out when one of its facts is missing.
  public let message: String
  /// What to do about it.
  public let help: String
  public internal(set) var page: Page?

  /// What `huizong explain` shows.
  public struct Page: Sendable {
    public let finds: String
    public let why: String
    public let example: String
    public let harmless: String
    /// What to do about it in general, where the words for a finding have blanks that it fills in.
    public let help: String?
  }
}

/// The sentences of every check, in both languages.
public struct Catalogue: Sendable {
  public struct Entry: Sendable {
    public let code: String
    var chinese: Words
    var english: Words

    public func words(_ language: Language) -> Words {
      language == .chinese ? chinese : english
    }
  }

  /// The sentences of one check, found in `checks.json` by its code and read without the others:
  /// the report of one file needs few, and reading all took a twelfth of its time. Nil when the file
  /// is laid out in another way.
  public static func entry(_ code: String, in text: Span<UInt8>) -> Entry? {
    let mark = Array("{ \"code\": \"\(code)\"".utf8)
    guard let start = LabelIndex.first(mark.span, in: text) else { return nil }
    return (try? JSONReader.first(in: text.extracting(start..<text.count))).map(Entry.init)
  }

  public private(set) var entries: [String: Entry] = [:]

  public init() {}

  /// The same with the sentences of a form's own rules.
  public func adding(_ rules: [Entry]) -> Catalogue {
    var catalogue = self
    for entry in rules { catalogue.entries[entry.code] = entry }
    return catalogue
  }

  public subscript(code: Code) -> Entry? { entries[code.text] }

  /// Reads `checks.json`; throws every fault that it finds.
  public static func read(_ bytes: [UInt8], file: String) throws(TemplateFaults) -> Catalogue {
    let reader = TemplateReader(file: file)
    let root = reader.root(bytes)
    if !reader.faults.isEmpty { try reader.finish() }
    var catalogue = Catalogue()
    for node in root.keys(["checks"]).list("checks") {
      let object = node.keys(["code", "chinese", "english"])
      let entry = Entry(
        code: object.string("code"), chinese: Words(object["chinese"] ?? node),
        english: Words(object["english"] ?? node))
      if catalogue.entries.updateValue(entry, forKey: entry.code) != nil {
        reader.note(node, "代码“\(entry.code)”出现两次", "the code “\(entry.code)” stands twice")
      }
    }
    try reader.finish()
    return catalogue
  }
}

extension Catalogue.Entry {
  /// Of a check or rule whose faults were reported when its file was read.
  init(_ node: JSONNode) {
    let value = TemplateValue(node: node, way: nil, reader: TemplateReader(file: ""))
    let object = TemplateObject(members: value.members)
    self.init(
      code: object.string("code"), chinese: Words(object["chinese"] ?? value),
      english: Words(object["english"] ?? value))
  }
}

extension Words {
  init(_ value: TemplateValue) {
    let object = value.keys(["title", "message", "help"], optional: ["page"])
    title = object.string("title")
    message = object.string("message")
    help = object.string("help")
    page = object["page"].map(Page.init)
  }
}

extension Words.Page {
  init(_ value: TemplateValue) {
    let object = value.keys(["finds", "why", "example", "harmless"], optional: ["help"])
    finds = object.string("finds")
    why = object.string("why")
    example = object.string("example")
    harmless = object.string("harmless")
    help = object["help"].map(\.string)
  }
}

extension Catalogue {
  /// The same with the pages of `pages.json`: they are long, and only `explain` shows them.
  public func adding(pages bytes: [UInt8], file: String) throws(TemplateFaults) -> Catalogue {
    let reader = TemplateReader(file: file)
    let root = reader.root(bytes)
    if !reader.faults.isEmpty { try reader.finish() }
    var catalogue = self
    for node in root.keys(["pages"]).list("pages") {
      let object = node.keys(["code", "chinese", "english"])
      let code = object.string("code")
      if catalogue.entries[code] == nil {
        reader.note(node, "没有代码为“\(code)”的检查", "there is no check “\(code)”")
      }
      catalogue.entries[code]?.chinese.page = object["chinese"].map(Words.Page.init)
      catalogue.entries[code]?.english.page = object["english"].map(Words.Page.init)
    }
    try reader.finish()
    return catalogue
  }
}
