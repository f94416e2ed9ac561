/// Which of the files of one unit and period make up a table together.
struct PartFitting {
  let form: Form

  struct Fit {
    /// Numbers of entries: whole tables alone, parts together.
    let groups: [[Int]]
    /// Parts that were sent again with a higher revision, each with the file that replaced it.
    var replaced: [(old: Int, new: Int)] = []
  }

  /// Whether it fits is only asked once every corrected part has taken its predecessor's place; where
  /// products are shared even then, parts of one revision stay together.
  func fit(_ entries: [Entry]) -> Fit {
    let parts = entries.indices.filter { isPart(entries[$0]) }
    let replaced = parts.compactMap { old in
      replacement(of: old, among: parts, entries).map { (old: old, new: $0) }
    }
    let gone = Set(replaced.map(\.old))
    let left = entries.indices.filter { !gone.contains($0) }
    guard areDisjoint(left.map { entries[$0] }.filter(isPart)) else {
      return Fit(groups: groups(Array(entries.indices), entries) { $0 == $1 })
    }
    return Fit(groups: groups(left, entries) { _, _ in true }, replaced: replaced)
  }

  private func groups(
    _ numbers: [Int], _ entries: [Entry], _ mayJoin: (Int, Int) -> Bool
  ) -> [[Int]] {
    var groups: [[Int]] = []
    for number in numbers {
      let entry = entries[number]
      let group = groups.firstIndex { group in
        isPart(entry)
          && group.allSatisfy {
            fits(entry, entries[$0]) && mayJoin(revision(entry), revision(entries[$0]))
          }
      }
      if let group { groups[group].append(number) } else { groups.append([number]) }
    }
    return groups
  }

  private func fits(_ part: Entry, _ other: Entry) -> Bool {
    isPart(other) && present(part).isDisjoint(with: present(other))
  }

  func present(_ entry: Entry) -> Set<Int> {
    Set(form.categories.indices).subtracting(entry.missingCategories)
  }

  private func isPart(_ entry: Entry) -> Bool { !entry.missingCategories.isEmpty }

  /// The highest revision of the part, when it is not the part itself.
  private func replacement(of old: Int, among parts: [Int], _ entries: [Entry]) -> Int? {
    let own = present(entries[old])
    let newer = parts.filter {
      revision(entries[$0]) > revision(entries[old]) && own.isSubset(of: present(entries[$0]))
    }
    return newer.max { revision(entries[$0]) < revision(entries[$1]) }
  }

  private func revision(_ entry: Entry) -> Int { entry.submission?.revision ?? 0 }

  private func areDisjoint(_ parts: [Entry]) -> Bool {
    var seen: Set<Int> = []
    return parts.allSatisfy { part in
      let own = present(part)
      defer { seen.formUnion(own) }
      return seen.isDisjoint(with: own)
    }
  }
}
