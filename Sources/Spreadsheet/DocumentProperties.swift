import CXLSXWriter
import Glibc

/// What the file says about itself.
public struct DocumentProperties: Hashable, Sendable {
  public var title = ""
  public var subject = ""
  public var author = ""
  public var manager = ""
  public var company = ""
  public var category = ""
  public var keywords = ""
  public var comments = ""
  public var status = ""
  /// Seconds since 1970. Fixed unless it is set, so that the same input gives the same bytes: the
  /// day that the parts inside the file bear too, 1 January 1980.
  public var created = 315_532_800
  /// In the order in which they are shown.
  public var custom: [Custom] = []

  public init() {}

  public struct Custom: Hashable, Sendable {
    public enum Value: Hashable, Sendable {
      case text(String)
      case number(Double)
      case truth(Bool)
    }

    public var name: String
    public var value: Value

    public init(_ name: String, _ value: Value) {
      self.name = name
      self.value = value
    }
  }
}

extension DocumentProperties {
  func apply(to book: UnsafeMutablePointer<lxw_workbook>) throws(WorkbookError) {
    withCStrings { strings in
      var properties = lxw_doc_properties()
      properties.title = strings.line(title)
      properties.subject = strings.line(subject)
      properties.author = strings.line(author)
      properties.manager = strings.line(manager)
      properties.company = strings.line(company)
      properties.category = strings.line(category)
      properties.keywords = strings.line(keywords)
      properties.comments = strings.optional(CleanText.plain(comments))
      properties.status = strings.line(status)
      properties.created = max(created, 1)  // The library takes 0 for "now".
      _ = library.workbook_set_properties(book, &properties)
    }
    try applyCustom(to: book)
  }

  private func applyCustom(to book: UnsafeMutablePointer<lxw_workbook>) throws(WorkbookError) {
    var names: Set<String> = []
    for property in custom {
      let name = CleanText.line(property.name)
      try Limits.check(name, .propertyName, Limits.shortText)
      guard !name.isEmpty else { throw WorkbookError(.name(.empty(.propertyName))) }
      guard names.insert(name.lowercased()).inserted else {
        throw WorkbookError(.name(.taken(.propertyName, name)))
      }
      try property.value.set(name, in: book)
    }
  }
}

extension DocumentProperties.Custom.Value {
  fileprivate func set(
    _ name: String, in book: UnsafeMutablePointer<lxw_workbook>
  ) throws(WorkbookError) {
    switch self {
    case .text(let text):
      let line = CleanText.line(text)
      try Limits.check(line, .property, Limits.shortText)
      _ = library.workbook_set_custom_property_string(book, name, line)
    case .number(let number):
      guard number.isFinite else { throw WorkbookError(.limit(.notANumber(.property))) }
      _ = library.workbook_set_custom_property_number(book, name, number)
    case .truth(let truth):
      _ = library.workbook_set_custom_property_boolean(book, name, truth ? 1 : 0)
    }
  }
}
