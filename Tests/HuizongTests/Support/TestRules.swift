@testable import HuizongCore

/// What the repository's templates hold, read by the library.
enum TestRules {
  static let annex2: RuleBook = {
    let path = "templates/2023-annex2/rules.json"
    do throws(TemplateFaults) {
      return try RuleBook.read(bytes(path), file: path, form: TestForm.annex2)
    } catch {
      fatalError("\(error.faults)")
    }
  }()

  static let roster: Roster = {
    let path = "templates/2023-annex2/units.json"
    do throws(TemplateFaults) {
      return try Roster.read(bytes(path), file: path)
    } catch {
      fatalError("\(error.faults)")
    }
  }()

  /// The sentences of every check, the form's own rules included.
  static let catalogue: Catalogue = {
    let path = "templates/checks.json"
    do throws(TemplateFaults) {
      return try Catalogue.read(bytes(path), file: path).adding(annex2.catalogue)
    } catch {
      fatalError("\(error.faults)")
    }
  }()

  private static func bytes(_ path: String) -> [UInt8] { (try? Samples.bytes(path)) ?? [] }

  /// What a check of these files finds, as the command does it.
  static func check(_ paths: [String], history: [String] = []) throws -> [Entry] {
    let checker = Checker(form: TestForm.annex2, roster: roster, rules: annex2)
    func read(_ paths: [String]) throws -> [Entry] {
      try paths.flatMap { path in
        let bytes = try Samples.bytes(path)
        return checker.check(bytes.span, path: path)
      }
    }
    var entries = try read(paths)
    let earlier = try read(history).compactMap(\.submission)
    Gathering(form: TestForm.annex2, rules: annex2, history: earlier).gather(&entries)
    return entries
  }
}
