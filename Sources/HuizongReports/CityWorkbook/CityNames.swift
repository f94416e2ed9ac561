import HuizongCore
import Spreadsheet

/// Names for the city's figures, so that a report can say `=合计_立案` instead of an address.
struct CityNames {
  private let book: CityBook

  init(_ book: CityBook) { self.book = book }

  /// One for each metric's total.
  func define() throws(WorkbookError) {
    let grid = FormGrid(form: book.form)
    var taken: Set<String> = []
    for (metric, definition) in book.form.metrics.enumerated() {
      let base = CityNames.legal("\(book.form.words.total[0])_\(definition.name)")
      let name = taken.contains(base) ? "\(base)_\(metric + 1)" : base
      guard taken.insert(name).inserted else { continue }
      try book.workbook.define(name, as: book.city.reference(grid.total(metric)))
    }
  }

  /// Letters, digits and `_` only, and no more than 36 of them: the library keeps 127 bytes.
  private static func legal(_ text: String) -> String {
    var name = String.UnicodeScalarView()
    for scalar in text.unicodeScalars.prefix(36) {
      let isKept = scalar.properties.isAlphabetic || scalar.properties.numericType == .decimal
      name.append(isKept ? scalar : "_")
    }
    return String(name)
  }
}
