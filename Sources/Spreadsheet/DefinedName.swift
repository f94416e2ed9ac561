/// The rules for a name of cells or of a table.
enum DefinedName {
  /// The library keeps a defined name and what it refers to in 128 bytes each, the last of them a
  /// zero, and cuts what is longer: 42 Chinese characters are the most.
  static let bytes = 127

  static func check(_ name: String, _ target: SheetRange) throws(WorkbookError) {
    if let problem = problem(with: name, .definedName) { throw WorkbookError(problem) }
    try check(name.utf8.count, .definedName)
    try check(target.absolute.utf8.count, .definedReference)
    guard target.range.isOnSheet else {
      throw WorkbookError(.cell(.outsideSheet), at: .init(target.sheet, target.range))
    }
  }

  private static func check(_ count: Int, _ item: Item) throws(WorkbookError) {
    guard count <= bytes else {
      throw WorkbookError(.limit(.tooLong(item, count, bytes, .bytes)))
    }
  }

  /// Excel's rules for both kinds of names. It refuses the whole file over one bad name.
  static func problem(with name: String, _ item: Item) -> Problem? {
    guard let first = name.unicodeScalars.first else { return .name(.empty(item)) }
    if name.utf16.count > 255 { return .limit(.tooLong(item, name.utf16.count, 255, .characters)) }
    let bad = isLetter(first) ? name.unicodeScalars.first { !canFollow($0) } : first
    if let bad { return .name(.character(item, name, String(bad))) }
    return SheetNames.readsAsCell(name) ? .name(.cell(item, name)) : nil
  }

  private static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
    scalar == "_" || scalar.properties.isAlphabetic
  }

  private static func canFollow(_ scalar: Unicode.Scalar) -> Bool {
    isLetter(scalar) || scalar == "." || scalar.properties.numericType == .decimal
  }
}
