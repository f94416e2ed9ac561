/// The rules for a sheet's name, all checked before the library sees it: the library counts
/// characters where Excel counts UTF-16 units, and prints what it refuses.
enum SheetName {
  static let limit = 31

  /// Excel keeps this name for itself.
  static func isReserved(_ name: String) -> Bool { name.lowercased() == "history" }

  /// Two names are one sheet when only their case differs.
  static func key(_ name: String) -> String { name.lowercased() }

  static func check(_ name: String) throws(WorkbookError) {
    if let problem = problem(with: name) { throw WorkbookError(problem) }
  }

  private static func problem(with name: String) -> Problem? {
    let count = name.utf16.count
    if name.allSatisfy(\.isWhitespace) { return .name(.empty(.sheetName)) }
    if count > limit { return .limit(.tooLong(.sheetName, count, limit, .characters)) }
    if let bad = forbidden(in: name) { return .name(.character(.sheetName, name, bad)) }
    if name.first == "'" || name.last == "'" { return .name(.character(.sheetName, name, "'")) }
    if isReserved(name) { return .name(.reserved(.sheetName, name)) }
    return nil
  }

  /// `_x0041_` is forbidden as well: readers would turn it into `A`, and no reference would fit.
  private static func forbidden(in name: String) -> String? {
    if let bad = name.first(where: { "[]:*?/\\".contains($0) }) { return String(bad) }
    if CleanText.line(name) != name { return CleanText.firstUnwritable(in: name) }
    return CleanText.firstEscape(in: name)
  }
}
