extension RuleBook {
  /// The findings between tables at the levels that the office wants, without those that it has
  /// switched off. That rival versions stand in the way is no matter of level: nobody knows which
  /// of them counts.
  func levelled(_ placed: [PlacedFinding]) -> [PlacedFinding] {
    placed.compactMap { placed in
      guard placed.finding.code != .rivalVersions else { return placed }
      return levelled(placed.finding).map { PlacedFinding(path: placed.path, $0) }
    }
  }
}
