/// Excel's limits, checked before the library prints its own complaint.
enum Limits {
  /// A heading, a tooltip, a property, a prompt: 255 UTF-16 units.
  static let shortText = 255

  static func check(
    _ text: String, _ item: Item, _ limit: Int
  ) throws(WorkbookError) {
    let count = text.utf16.count
    guard count > limit else { return }
    throw WorkbookError(.limit(.tooLong(item, count, limit, .characters)))
  }

  static func check(
    _ value: Double, _ item: Item, _ least: Double, _ most: Double
  ) throws(WorkbookError) {
    guard value.isFinite else { throw WorkbookError(.limit(.notANumber(item))) }
    guard value < least || value > most else { return }
    throw WorkbookError(.limit(.outOfRange(item, value, least, most)))
  }

  static func check(count: Int, _ item: Item, _ limit: Int) throws(WorkbookError) {
    if count > limit { throw WorkbookError(.limit(.tooMany(item, limit))) }
  }
}
