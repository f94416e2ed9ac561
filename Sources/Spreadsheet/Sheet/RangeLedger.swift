/// The merged cells, tables and filters of a sheet. The library lays one over another without a
/// word, and Excel then repairs the file by throwing parts of it away.
///
/// Every new range is compared with all before it: a few hundred on a sheet cost nothing, and
/// tens of thousands would be felt.
struct RangeLedger {
  private var merges: [CellRange] = []
  private var tables: [CellRange] = []
  private var filter: CellRange?

  /// The library's count of merged ranges has 16 bits.
  static let mergeLimit = 65_535

  mutating func addMerge(_ range: CellRange) throws(WorkbookError) {
    try Limits.check(count: merges.count + 1, .merge, RangeLedger.mergeLimit)
    try check(.merge, range, against: .merge, merges)
    try check(.merge, range, against: .table, tables)
    merges.append(range)
  }

  mutating func addTable(_ range: CellRange) throws(WorkbookError) {
    try check(.table, range, against: .table, tables)
    try check(.table, range, against: .merge, merges)
    try check(.table, range, against: .filter, filter.map { [$0] } ?? [])
    tables.append(range)
  }

  /// A sheet has one filter: a new one takes the place of the old.
  mutating func setFilter(_ range: CellRange) throws(WorkbookError) {
    try check(.filter, range, against: .table, tables)
    filter = range
  }

  private func check(
    _ item: Item, _ range: CellRange, against other: Item, _ others: [CellRange]
  ) throws(WorkbookError) {
    guard let shared = others.first(where: range.overlaps) else { return }
    throw WorkbookError(.cell(.overlap(item, range, other, shared)))
  }
}
