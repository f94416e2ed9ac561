import BuiltInTemplates
import Glibc
import HuizongCore

/// The form, the roster and the sentences: from files where asked for, else from the binary.
struct Templates: Sendable {
  let form: Form
  let roster: Roster
  let rules: RuleBook

  /// `--form` names a folder with `form.json`, its `rules.json`, and `units.json` where its units
  /// differ.
  static func load(form folder: String?, units: String?) throws(RunError) -> Templates {
    do throws(TemplateFaults) {
      let formFile = try file(in: folder, "form.json", builtInForm)
      let unitsFile = try self.units(folder, units)
      let rulesFile = try file(in: folder, "rules.json", builtInRules)
      let form = try Form.read(formFile.bytes, file: formFile.name)
      return Templates(
        form: form, roster: try Roster.read(unitsFile.bytes, file: unitsFile.name),
        rules: try RuleBook.read(
          rulesFile.bytes, file: rulesFile.name, form: form, trusted: folder == nil))
    } catch {
      throw .template(error)
    }
  }

  /// The same form for other units.
  func with(_ roster: Roster) -> Templates {
    Templates(form: form, roster: roster, rules: rules)
  }

  /// Read when it is first needed. A test reads it too: what is built in has no faults.
  private static let builtInCatalogue =
    (try? Catalogue.read(bytes(builtInChecks), file: "checks.json")) ?? Catalogue()

  /// With the pages, for those who read about a check rather than about a finding.
  var pages: Catalogue {
    let sentences = Templates.builtInCatalogue
    let all = try? sentences.adding(pages: Templates.bytes(builtInPages), file: "pages.json")
    return (all ?? sentences).adding(rules.catalogue)
  }

  var catalogue: Catalogue { Templates.builtInCatalogue.adding(rules.catalogue) }

  func wording(_ language: Language) -> Wording {
    let rules = rules
    return Wording(language, form: form) { code in
      let checks = UnsafeBufferPointer(start: builtInChecks.bytes, count: builtInChecks.count)
      return rules.entry(code) ?? Catalogue.entry(code, in: checks.span)
        ?? Templates.builtInCatalogue.entries[code]
    }
  }

  private typealias File = (name: String, bytes: [UInt8])

  private static func file(
    in folder: String?, _ name: String, _ builtIn: BuiltInFile
  ) throws(TemplateFaults) -> File {
    guard let folder else { return (name, bytes(builtIn)) }
    return try read(folder + "/" + name)
  }

  private static func units(_ folder: String?, _ units: String?) throws(TemplateFaults) -> File {
    if let units { return try read(units) }
    if let folder, access(folder + "/units.json", F_OK) == 0 {
      return try read(folder + "/units.json")
    }
    return ("units.json", bytes(builtInUnits))
  }

  private static func read(_ path: String) throws(TemplateFaults) -> File {
    var reader = FileReader()
    var bytes: [UInt8] = []
    let failure: Both? = reader.read(FilePath(path)) { outcome, span in
      if case .bytes = outcome {
        bytes = span.withUnsafeBufferPointer { Array($0) }
        return nil
      }
      return outcome.reason
    }
    guard let failure else { return (path, bytes) }
    throw .unreadable(path, failure)
  }

  private static func bytes(_ file: BuiltInFile) -> [UInt8] {
    Array(UnsafeBufferPointer(start: file.bytes, count: file.count))
  }
}

extension FileReader.Outcome {
  /// Why there are no bytes.
  var reason: Both {
    switch self {
    case .bytes: Both("", "")
    case .tooLarge(let size):
      Both("文件有 \(size / 1_048_576) MB，过大", "the file has \(size / 1_048_576) MB, too many")
    case .notRegular:
      Both("不是普通文件（文件夹、管道或设备）", "no regular file (a folder, a pipe or a device)")
    case .failed(let code): RunError.reason(code)
    }
  }
}
