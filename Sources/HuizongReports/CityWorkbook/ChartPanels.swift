import HuizongCore

/// Which figures one chart can draw together: there is one axis of values.
enum ChartPanels {
  /// The lines of one figure lie flat on the axis beside another's that is larger than this.
  private static let mostRatio = 8.0

  /// Neighbours of one kind and of like size; `most` is the largest value of each.
  static func split(_ kinds: [Metric.Kind], _ most: [Double]) -> [[Int]] {
    var panels: [[Int]] = []
    for index in kinds.indices {
      let fits = panels.last?.allSatisfy { other in
        let (low, high) = (min(most[index], most[other]), max(most[index], most[other]))
        return kinds[index] == kinds[other] && high <= low * mostRatio
      }
      if fits == true { panels[panels.count - 1].append(index) } else { panels.append([index]) }
    }
    return panels
  }
}
