/// What is wrong with a file of a template: the file, the place and the reason.
public struct TemplateFault: Error, Sendable, Hashable {
  public let file: String
  public let place: TextPlace
  /// The way to the value: `categories[3].name`; empty for the whole file.
  public let path: String
  public let reason: Both

  public func message(_ language: Language) -> String {
    let value = path.isEmpty ? "" : " \(path)"
    return "\(file):\(place.line):\(place.column):\(value) \(reason[language])"
  }
}

/// All that is wrong with a template, so that its editor mends it in one go.
public struct TemplateFaults: Error, Sendable {
  public let faults: [TemplateFault]
}

extension TemplateFaults {
  public static func unreadable(_ file: String, _ reason: Both) -> TemplateFaults {
    let place = TextPlace(line: 1, column: 1)
    return TemplateFaults(
      faults: [
        TemplateFault(
          file: file, place: place, path: "",
          reason: Both("读不了：\(reason.chinese)", "cannot be read: \(reason.english)"))
      ])
  }
}
