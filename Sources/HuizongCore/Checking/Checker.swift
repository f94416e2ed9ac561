/// Checks files one by one; one for each thread.
public final class Checker {
  private let form: Form
  private let reader: SubmissionReader

  public init(form: Form, roster: Roster) {
    self.form = form
    reader = SubmissionReader(form: form, roster: roster)
  }

  /// What the file holds: an entry for each submission, or one for a file that is none.
  public func check(_ bytes: Span<UInt8>, path: String) -> [Entry] {
    let reading = reader.read(bytes)
    if reading.submissions.isEmpty { return [Entry(path: path, findings: reading.findings)] }
    return reading.submissions.map { submission in
      Entry(path: path, submission: submission)
    }
  }
}

/// What can only be said when every file has been read.
public struct Gathering {
  private let form: Form

  public init(form: Form) { self.form = form }

  /// Puts the parts of a table together, names the products that no part has, and sorts the findings.
  public func gather(_ entries: inout [Entry]) {
    let present = categoriesByTable(entries)
    for index in entries.indices {
      reportMissing(&entries[index], present)
      entries[index].sortFindings()
    }
  }

  private struct Key: Hashable {
    let unit: Int
    let period: Period
  }

  private func key(_ entry: Entry) -> Key? {
    guard let unit = entry.unit, let period = entry.period else { return nil }
    return Key(unit: unit, period: period)
  }

  /// For units that sent a table in several files: which products are in any of them. Files that
  /// share a product are rival versions, not parts.
  private func categoriesByTable(_ entries: [Entry]) -> [Key: Set<Int>] {
    var parts: [Key: [Set<Int>]] = [:]
    for entry in entries {
      guard !entry.missingCategories.isEmpty, let key = key(entry) else { continue }
      let present = Set(form.categories.indices).subtracting(entry.missingCategories)
      parts[key, default: []].append(present)
    }
    return parts.compactMapValues { sets in
      let union = sets.reduce(Set<Int>()) { $0.union($1) }
      return union.count == sets.reduce(0) { $0 + $1.count } ? union : nil
    }
  }

  /// A product whose row is there under a wrong name is not missing as well: one fault, one finding.
  private func misspelledCategories(_ entry: Entry) -> Set<Int> {
    var categories: Set<Int> = []
    for finding in entry.findings where finding.code == .unknownCategory {
      guard case .list(let names) = finding.fact(.suggestion), let name = names.first else { continue }
      if let category = form.categories.firstIndex(where: { $0.name == name }) {
        categories.insert(category)
      }
    }
    return categories
  }

  private func reportMissing(_ entry: inout Entry, _ present: [Key: Set<Int>]) {
    let missing = entry.missingCategories
    guard !missing.isEmpty else { return }
    let others = key(entry).flatMap { present[$0] } ?? []
    let misspelled = misspelledCategories(entry)
    let still = missing.filter { !others.contains($0) && !misspelled.contains($0) }
    let found = form.categories.count - missing.count
    for category in still {
      entry.findings.append(
        Finding(
          .missingCategory, at: entry.headerPlace, category: category,
          Fact(.found, found), Fact(.expected, form.categories.count)))
    }
  }
}
