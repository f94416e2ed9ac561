import HuizongCore

/// Writes offices' files, and counts them.
struct Publisher {
  let form: Form
  let encoder: TextEncoder
  private(set) var files = 0
  private(set) var bytes = 0

  init(form: Form) throws(Failure) {
    self.form = form
    encoder = try TextEncoder()
  }

  /// One month of all products, or of some where another office reports the rest.
  mutating func publish(
    _ table: MonthTable, of office: Office, products: [Int]? = nil, to path: String
  ) throws(Failure) {
    let products = products ?? Array(form.categories.indices)
    let text = TableWriter(form: form, office: office).file(table, products: products)
    try write(text, office, path)
  }

  mutating func publish(
    archive tables: [MonthTable], of office: Office, to path: String
  ) throws(Failure) {
    try write(TableWriter(form: form, office: office).archive(tables), office, path)
  }

  private mutating func write(
    _ text: [UInt8], _ office: Office, _ path: String
  ) throws(Failure) {
    let encoded = encoder.encode(text, as: office.habits.encoding)
    try Files.write(encoded, to: path)
    files += 1
    bytes += encoded.count
  }
}
