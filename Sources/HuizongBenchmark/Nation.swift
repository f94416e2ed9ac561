import HuizongCore

/// A year of a whole country: invented units, each with a folder of monthly files.
struct Nation {
  let template: Template
  let seed: Int
  let folder: String
  let units: Int
  let months: Int

  func generate() throws(Failure) -> Publisher {
    var publisher = try Publisher(form: template.form)
    let roster = try writeRoster()
    try template.copy(to: "\(folder)/form", months: months)
    try template.copy(to: "\(folder)/form-alone", months: months, compares: false)
    for (number, unit) in roster.units.enumerated() {
      let path = "\(folder)/unit\(Nation.padded(number + 1, 4))"
      try Files.makeFolder(path)
      var office = office(unit, number)
      for month in 1...months {
        let name = "\(template.form.year)-\(Nation.padded(month, 2)).csv"
        try publisher.publish(
          office.work.table(month: month), of: office, to: "\(path)/\(name)")
      }
    }
    return publisher
  }

  /// Some large, many small. The sizes come from a stream that no unit draws from.
  private func office(_ unit: Roster.Unit, _ number: Int) -> Office {
    var random = Random(seed: seed, stream: -1 - number)
    let size = 350 + random.below(1600) * random.below(1600) / 1000
    let farms = random.number(in: 100...2000)
    return Office(unit, number: number, size: size, farms: farms, seed: seed)
  }

  /// Writes the list of units and reads it as the tool will.
  private func writeRoster() throws(Failure) -> Roster {
    try Files.makeFolder(folder)
    let path = "\(folder)/units.json"
    let entries = (1...units).map { number in
      let name = "样本县\(Nation.padded(number, 4))"
      return """
            { "code": "C\(Nation.padded(number, 4))", "name": "\(name)市场监管局", "short": "\(name)",
              "aliases": ["\(name)市场监督管理局", "\(name)市监局"] }
        """
    }
    let head = "{\n  \"name\": \"样本国\",\n  \"code\": \"000000\",\n  \"units\": [\n"
    try Files.write(Array((head + entries.joined(separator: ",\n") + "\n  ]\n}\n").utf8), to: path)
    return try Template.read(path, Roster.read)
  }

  private static func padded(_ number: Int, _ digits: Int) -> String {
    let text = String(number)
    return String(repeating: "0", count: max(0, digits - text.count)) + text
  }
}
