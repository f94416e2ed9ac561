/// A chart that the form's readers want: which figures, seen along what.
public struct ChartDefinition: Sendable {
  public enum Kind: Sendable, Hashable, CaseIterable {
    /// The first metric as a share of the second, product by product.
    case shareByCategory
    case byCategory
    case byUnit
    case byMonth
  }

  public let title: String
  public let kind: Kind
  /// In the order in which they are drawn; the first one ranks.
  public let metrics: [Int]
}

extension ChartDefinition {
  init(_ value: TemplateValue, _ labels: FormLabels) {
    let object = value.keys(["title", "kind", "metrics"])
    title = object.string("title")
    kind =
      object["kind"]?.choice(
        [
          "share-by-category": .shareByCategory, "by-category": .byCategory, "by-unit": .byUnit,
          "by-month": .byMonth,
        ], otherwise: .byUnit) ?? .byUnit
    metrics = object.list("metrics").compactMap { ChartDefinition.metric($0, labels) }
    if let node = object["metrics"] { check(node, named: object.list("metrics").count) }
  }

  /// More series than this no reader tells apart.
  private static let mostMetrics = 4

  private func check(_ node: TemplateValue, named count: Int) {
    if kind == .shareByCategory, count != 2 {
      node.reader.note(
        node, "share-by-category 要两个指标：分子、分母，却有 \(count) 个",
        "share-by-category takes two figures, a part and a whole; found \(count)")
    } else if !(1...ChartDefinition.mostMetrics).contains(count) {
      node.reader.note(
        node, "应有 1 至 \(ChartDefinition.mostMetrics) 个指标，却有 \(count) 个",
        "must name 1 to \(ChartDefinition.mostMetrics) figures, found \(count)")
    }
  }

  /// Any way in which a submission may write the metric; one that several share needs its group.
  private static func metric(_ value: TemplateValue, _ labels: FormLabels) -> Int? {
    let name = value.string
    let label = Label.folded(name)
    if let index = labels.metrics.entry(label.span) { return index }
    guard !name.isEmpty else { return nil }
    if labels.ambiguousMetrics.entry(label.span) != nil {
      value.reader.note(
        value, "“\(name)”对应几个指标，请在前面写上分组名",
        "“\(name)” names several figures; write its group in front")
    } else {
      value.reader.note(value, "没有指标“\(name)”", "there is no figure “\(name)”")
    }
    return nil
  }
}
