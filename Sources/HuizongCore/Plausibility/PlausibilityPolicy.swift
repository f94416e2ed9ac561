/// What the checks of plausibility ask for, as the form's data have it.
public struct PlausibilityPolicy: Sendable {
  /// The fewest earlier months of the unit, and the fewest other units, to compare with.
  public let months: Int
  public let units: Int
  /// A figure is queried when it is less likely than one in this many …
  let oneIn: Int
  /// … and this far from the expected one: nobody should be asked about two or three.
  let gap: Int
  /// The variance of a count over its mean, to begin with; the tables themselves say the rest.
  let spread: Double
  /// How far units differ in their reaction to what moves the whole city, as a relative variance.
  let unevenness: Double
  /// How much likelier the exchanged table must be, as a power of e, than the best of all exchanges
  /// would look by chance.
  let exchange: Double
  let amounts: [Amount]
  let shares: [Share]

  /// A money column and the count that its amounts belong to.
  struct Amount: Sendable {
    let metric: Int
    let per: Int
    /// How many of the column's smallest steps make one of its unit.
    let steps: Double
  }

  /// A count that is a part of another one.
  struct Share: Sendable {
    let part: Int
    let whole: Int
  }
}

extension PlausibilityPolicy {
  /// Nil without a section in the rules: then nothing is compared.
  init?(_ value: TemplateValue?, _ form: Form) {
    guard let value else { return nil }
    let object = value.keys(
      ["months", "units", "oneIn", "gap", "spread", "unevenness", "exchange"],
      optional: ["amounts", "shares", "note"])
    months = object["months"]?.integer(in: 2...11) ?? 3
    units = object["units"]?.integer(in: 2...1000) ?? 5
    oneIn = object["oneIn"]?.integer(in: 20...1_000_000) ?? 1000
    gap = object["gap"]?.integer(in: 1...1000) ?? 5
    spread = object["spread"]?.decimal(in: 1...20) ?? 2
    unevenness = object["unevenness"]?.decimal(in: 0...1) ?? 0
    exchange = object["exchange"]?.decimal(in: 0...100) ?? 1
    amounts = object.list("amounts").map {
      let pair = $0.keys(["metric", "per"])
      let metric = pair.metric("metric", form, .money)
      let steps = (0..<form.metrics[metric].decimals).reduce(1.0) { steps, _ in steps * 10 }
      return Amount(metric: metric, per: pair.metric("per", form, .count), steps: steps)
    }
    shares = object.list("shares").map {
      let pair = $0.keys(["part", "whole"])
      return Share(
        part: pair.metric("part", form, .count), whole: pair.metric("whole", form, .count))
    }
  }
}

extension TemplateValue {
  /// A decimal such as `"0.5"`, for estimates only: nothing that is counted goes through it.
  fileprivate func decimal(in range: ClosedRange<Double>) -> Double {
    let number = Exact(plain: string)?.approximate
    guard let number, range.contains(number) else {
      reader.note(
        self, "应为 \(range.lowerBound) 与 \(range.upperBound) 之间的小数，如 \"2.5\"",
        "must be a decimal from \(range.lowerBound) to \(range.upperBound), such as \"2.5\"")
      return range.lowerBound
    }
    return number
  }
}

extension TemplateObject {
  /// The figure of the form that a value names, of the kind that is wanted.
  fileprivate func metric(_ key: String, _ form: Form, _ kind: Metric.Kind) -> Int {
    guard let value = self[key] else { return 0 }
    let name = value.string
    guard let index = form.metrics.firstIndex(where: { $0.name == name }) else {
      let near = Spelling.nearest(to: name, among: form.metrics.map(\.name))
      value.reader.note(
        value, "本表没有“\(name)”这个指标\(near.map { "；是否应为“\($0)”？" } ?? "")",
        "the form has no figure “\(name)”\(near.map { "; did you mean “\($0)”?" } ?? "")")
      return 0
    }
    if form.metrics[index].kind != kind {
      let wanted = kind == .money ? Both("金额", "money") : Both("件数", "a count")
      value.reader.note(
        value, "“\(name)”应是\(wanted.chinese)", "“\(name)” must be \(wanted.english)")
    }
    return index
  }
}
