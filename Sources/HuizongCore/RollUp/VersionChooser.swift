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
    let fit = PartFitting(form: form).fit(entries)
    let versions = fit.groups.map {
      UnitTable($0.map { entries[$0] }, unit: unit, period: period, form: form)
    }
    var findings = fit.replaced.map { replaced(entries[$0.old], by: entries[$0.new]) }
    let distinct = distinct(versions)
    findings += doubles(versions, distinct)
    guard distinct.count > 1 else { return Choice(table: distinct[0], findings: findings) }
    if let winner = winner(distinct) {
      findings += distinct.filter { $0.parts[0].path != winner.parts[0].path }.map {
        replaced($0.parts[0], by: winner.parts[0])
      }
      return Choice(table: winner, findings: findings)
    }
    let paths = distinct.map { $0.parts[0].path }
    findings += paths.dropFirst().map {
      PlacedFinding(path: $0, Finding(.rivalVersions, at: .wholeFile, Fact("other", paths[0])))
    }
    return Choice(table: distinct[0], findings: findings)
  }

  // MARK: Versions

  private func replaced(_ old: Entry, by new: Entry) -> PlacedFinding {
    PlacedFinding(
      path: old.path, Finding(.versionReplaced, at: .wholeFile, Fact("other", new.path)))
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
