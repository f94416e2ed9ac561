/// The units that report to an office.
public final class Roster: Sendable {
  public struct Unit: Sendable {
    public let code: String
    public let name: String
    public let short: String
    public let aliases: [String]
    /// False for a unit that may report and is not missed when it does not.
    public let required: Bool
  }

  public let name: String
  public let code: String
  /// Other names of the office itself.
  public let aliases: [String]
  public let units: [Unit]
  let labels: LabelIndex

  init(name: String, code: String, aliases: [String], units: [Unit], labels: LabelIndex) {
    self.name = name
    self.code = code
    self.aliases = aliases
    self.units = units
    self.labels = labels
  }

  /// The office itself as the only unit of a roster: how its own table is read.
  public var asUnit: Roster {
    let unit = Unit(code: code, name: name, short: name, aliases: [], required: true)
    var labels = LabelIndex()
    for label in [code, name] + aliases { _ = labels.insert(Label.folded(label), 0) }
    return Roster(name: name, code: code, aliases: [], units: [unit], labels: labels)
  }

  /// The unit that a label names: by name, short name, alias or code.
  func unit(named label: Span<UInt8>) -> Int? { labels.entry(label) }
}

extension Roster {
  /// Reads `units.json`; throws every fault that it finds.
  public static func read(_ bytes: [UInt8], file: String) throws(TemplateFaults) -> Roster {
    let reader = TemplateReader(file: file)
    let root = reader.root(bytes)
    if !reader.faults.isEmpty { try reader.finish() }
    let object = root.keys(["name", "code", "units"], optional: ["aliases", "note"])
    let nodes = object.list("units")
    let units = nodes.map(Unit.init)
    if units.isEmpty, let node = object["units"] {
      reader.note(node, "至少要有一个单位", "at least one unit is needed")
    }
    let labels = index(units, nodes, reader)
    let roster = Roster(
      name: object.string("name"), code: object.string("code"), aliases: object.strings("aliases"),
      units: units, labels: labels)
    try reader.finish()
    return roster
  }

  /// Every name of every unit; a name that two units share is a fault.
  private static func index(
    _ units: [Unit], _ nodes: [TemplateValue], _ reader: TemplateReader
  ) -> LabelIndex {
    var labels = LabelIndex(capacity: units.count * 4)
    for (index, unit) in units.enumerated() {
      for label in [unit.code, unit.name, unit.short] + unit.aliases {
        let other = labels.insert(Label.folded(label), index)
        guard let other, other != index else { continue }
        reader.note(
          nodes[index], "“\(label)”已属于“\(units[other].name)”，两个单位不能共用一个名称或代码",
          "“\(label)” already belongs to “\(units[other].name)”; units cannot share a name or code")
      }
      // `310101 黄浦区` and `黄浦区（310101）`.
      let code = Label.folded(unit.code)
      for name in [unit.name, unit.short] + unit.aliases {
        let name = Label.folded(name)
        _ = labels.insert(code + name, index)
        _ = labels.insert(name + code, index)
      }
    }
    return labels
  }
}

extension Roster.Unit {
  init(_ value: TemplateValue) {
    let object = value.keys(["code", "name"], optional: ["short", "aliases", "required", "note"])
    code = object.string("code")
    name = object.string("name")
    short = object["short"]?.string ?? name
    aliases = object.strings("aliases")
    required = object.bool("required", otherwise: true)
  }
}
