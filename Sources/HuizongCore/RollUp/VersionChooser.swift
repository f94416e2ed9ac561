/// Which file counts when a unit sent several for one period.
struct VersionChooser {
  let form: Form
  /// Files in the order of their modification, the newest last; empty unless asked for.
  let newest: [String: Int]

  struct Choice {
    var table: UnitTable
    /// About its files: rivals, doubles, what a revision replaced.
    var findings: [PlacedFinding] = []
  }

  /// `entries` are all of one unit and period.
  func choose(_ entries: [Entry], unit: Int, period: Period) -> Choice {
    let versions = versions(entries, unit, period)
    guard versions.count > 1 else { return Choice(table: versions[0]) }
    let distinct = distinct(versions)
    var findings = doubles(versions, distinct)
    guard distinct.count > 1 else { return Choice(table: distinct[0], findings: findings) }
    if let winner = winner(distinct) {
      findings += distinct.filter { $0.parts[0].path != winner.parts[0].path }.map {
        PlacedFinding(
          path: $0.parts[0].path,
          Finding(.versionReplaced, at: .wholeFile, Fact("other", winner.parts[0].path)))
      }
      return Choice(table: winner, findings: findings)
    }
    let paths = distinct.map { $0.parts[0].path }
    findings += paths.dropFirst().map {
      PlacedFinding(path: $0, Finding(.rivalVersions, at: .wholeFile, Fact("other", paths[0])))
    }
    return Choice(table: distinct[0], findings: findings)
  }

  // MARK: Parts and versions

  /// Whole tables as they are; parts that fit together as one table.
  private func versions(_ entries: [Entry], _ unit: Int, _ period: Period) -> [UnitTable] {
    parts(of: entries).map {
      UnitTable($0.map { entries[$0] }, unit: unit, period: period, form: form)
    }
  }

  /// The entries, all of one unit and period, that make up a table together.
  func parts(of entries: [Entry]) -> [[Int]] {
    var groups: [[Int]] = []
    for (number, entry) in entries.enumerated() {
      if let index = groups.firstIndex(where: { fits(entry, $0.map { entries[$0] }) }) {
        groups[index].append(number)
      } else {
        groups.append([number])
      }
    }
    return groups
  }

  private func fits(_ entry: Entry, _ group: [Entry]) -> Bool {
    guard !entry.missingCategories.isEmpty else { return false }
    let own = present(entry)
    return group.allSatisfy {
      !$0.missingCategories.isEmpty && own.isDisjoint(with: present($0))
        && $0.submission?.revision == entry.submission?.revision
    }
  }

  private func present(_ entry: Entry) -> Set<Int> {
    Set(form.categories.indices).subtracting(entry.missingCategories)
  }

  private func distinct(_ versions: [UnitTable]) -> [UnitTable] {
    var distinct: [UnitTable] = []
    for version in versions where !distinct.contains(where: { $0.cells == version.cells }) {
      distinct.append(version)
    }
    return distinct
  }

  /// The same table sent twice is worth a remark and nothing more.
  private func doubles(_ versions: [UnitTable], _ distinct: [UnitTable]) -> [PlacedFinding] {
    versions.compactMap { version in
      guard let first = distinct.first(where: { $0.cells == version.cells }),
        first.parts[0].path != version.parts[0].path
      else { return nil }
      return PlacedFinding(
        path: version.parts[0].path,
        Finding(.sentTwice, at: .wholeFile, Fact("other", first.parts[0].path)))
    }
  }

  // MARK: The winner

  /// The one highest revision, or the one newest file where the caller wants that.
  private func winner(_ versions: [UnitTable]) -> UnitTable? {
    if let winner = only(versions, by: \.revision), winner.revision > 0 { return winner }
    return newest.isEmpty ? nil : only(versions) { newest[$0.parts[0].path] ?? 0 }
  }

  private func only(_ versions: [UnitTable], by rank: (UnitTable) -> Int) -> UnitTable? {
    guard let top = versions.map(rank).max() else { return nil }
    let best = versions.filter { rank($0) == top }
    return best.count == 1 ? best[0] : nil
  }
}

/// A finding with the file that it is about.
public struct PlacedFinding: Sendable {
  public let path: String
  public var finding: Finding

  public init(path: String, _ finding: Finding) {
    self.path = path
    self.finding = finding
  }
}
