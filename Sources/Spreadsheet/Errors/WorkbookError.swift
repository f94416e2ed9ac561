/// What a workbook could not do: facts, from which the sentences are made.
public struct WorkbookError: Error, Hashable, Sendable {
  public let problem: Problem
  /// The sheet and the cells, where there are any.
  public let place: Place?
  /// The library's own word, where it had one.
  public let library: LibraryCode?

  public init(_ problem: Problem, at place: Place? = nil, library: LibraryCode? = nil) {
    self.problem = problem
    self.place = place
    self.library = library
  }

  public struct Place: Hashable, Sendable {
    public let sheet: String
    public let range: CellRange?

    public init(_ sheet: String, _ range: CellRange? = nil) {
      self.sheet = sheet
      self.range = range
    }
  }

  /// The same problem, with the place where it showed.
  func at(_ place: Place) -> WorkbookError {
    self.place == nil ? WorkbookError(problem, at: place, library: library) : self
  }
}

extension WorkbookError {
  /// `工作表“全市汇总”的 B5：公式有 8300 个字符，最多 8192 个`
  public var chinese: String { sentence(\.chinese, place: place?.chinese, separator: "：") }

  /// `sheet “全市汇总”, B5: a formula of 8300 characters, where 8192 fit`
  public var english: String { sentence(\.english, place: place?.english, separator: ": ") }

  private func sentence(
    _ language: KeyPath<Both, String>, place: String?, separator: String
  ) -> String {
    let words = problem.words[keyPath: language]
    let facts = [place, words].compactMap { $0 }.joined(separator: separator)
    guard let library else { return facts }
    return "\(facts) (\(library.words[keyPath: language]), \(library.name))"
  }
}

extension WorkbookError: CustomStringConvertible {
  public var description: String { "\(chinese) / \(english)" }
}

extension WorkbookError.Place {
  var chinese: String { "工作表“\(sheet)”" + (range.map { "的 \($0)" } ?? "") }
  var english: String { "sheet “\(sheet)”" + (range.map { ", \($0)" } ?? "") }
}

/// A phrase in the two languages, side by side so that one is not changed without the other.
struct Both {
  let chinese: String
  let english: String

  init(_ chinese: String, _ english: String) {
    self.chinese = chinese
    self.english = english
  }
}
