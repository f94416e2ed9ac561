import Glibc

extension Form {
  /// Reads `form.json`; throws every fault that it finds.
  public static func read(_ bytes: [UInt8], file: String) throws(TemplateFaults) -> Form {
    let reader = TemplateReader(file: file)
    let root = reader.root(bytes)
    // What follows an unreadable file would only repeat that nothing is there.
    if !reader.faults.isEmpty { try reader.finish() }
    let form = Form(root, reader)
    try reader.finish()
    return form
  }

  static func months(_ value: TemplateValue) -> ClosedRange<Int> {
    let object = value.keys(["from", "to"])
    let first = object["from"]?.integer(in: 1...12) ?? 1
    let last = object["to"]?.integer(in: 1...12) ?? 12
    guard first <= last else {
      value.reader.note(value, "起始月晚于结束月", "the first month is after the last")
      return first...first
    }
    return first...last
  }

}

extension FormWords {
  static let keys = [
    "unit", "period", "category", "explanation", "revision", "total", "notes", "ignored", "zero",
  ]

  init(_ object: TemplateObject?) {
    func words(_ key: String) -> [String] {
      guard let value = object?[key] else { return [""] }
      let words = value.strings
      if words.isEmpty { value.reader.note(value, "至少要有一项", "at least one entry is needed") }
      return words.isEmpty ? [""] : words
    }
    unit = words("unit")
    period = words("period")
    category = words("category")
    explanation = words("explanation")
    revision = words("revision")
    total = words("total")
    notes = words("notes")
    ignored = words("ignored")
    zero = words("zero")
    stamps = object?.strings("stamps") ?? []
    drafts = object?.strings("drafts") ?? []
    moneyUnit = object?.strings("moneyUnit") ?? []
  }
}

extension Category {
  init(_ value: TemplateValue) {
    let object = value.keys(["name"], optional: ["covers", "aliases", "note"])
    name = object.string("name")
    covers = object.strings("covers")
    aliases = object.strings("aliases")
  }
}

extension Metric {
  init(_ value: TemplateValue) {
    let object = value.keys(
      ["group", "name", "kind"], optional: ["unit", "alsoUnits", "decimals", "aliases", "note"])
    group = object.string("group")
    name = object.string("name")
    unit = object["unit"]?.string
    units = (unit.map { [$0] } ?? []) + object.strings("alsoUnits")
    kind = object["kind"]?.choice(["count": .count, "money": .money], otherwise: .count) ?? .count
    decimals = object["decimals"]?.integer(in: 0...9) ?? 0
    aliases = object.strings("aliases")
    if kind == .count, decimals != 0, let node = object["decimals"] {
      value.reader.note(node, "count（件数）没有小数", "a count has no decimals")
    }
    if kind == .money, unit == nil {
      value.reader.note(value, "money（金额）必须有 unit（单位）", "money needs a unit")
    }
  }
}

extension Deadline {
  init(_ value: TemplateValue, _ year: Int) {
    let object = value.keys(["report", "due"], optional: ["table"])
    report = object.string("report")
    isForCampaign =
      object["table"]?.choice(["month": false, "campaign": true], otherwise: false) ?? false
    let text = object.string("due")
    if text == "month-end" {
      due = .monthEnd
      return
    }
    let parts = text.split(separator: "-").compactMap { Int($0) }
    due = .day(month: parts.first ?? 1, day: parts.last ?? 1)
    guard parts.count == 2, Day(year: year, month: parts[0], day: parts[1]) != nil else {
      value.reader.note(
        object["due"] ?? value, "应为 month-end 或 \(year) 年有的“月-日”，如 08-15",
        "must be month-end or a month-day of \(year), such as 08-15")
      return
    }
  }
}

extension UnitConversion {
  init(_ value: TemplateValue) {
    let object = value.keys(["from", "to", "times"])
    from = object.string("from")
    to = object.string("to")
    let times = object.string("times")
    factor = Exact(plain: times) ?? .zero
    approximate = factor.approximate
    power = -log10(approximate)
    if factor == .zero, !times.isEmpty {
      value.reader.note(
        object["times"] ?? value, "应为大于零的小数，如 \"0.0001\"",
        "must be a decimal above zero, such as \"0.0001\"")
    }
  }
}

extension OtherForm {
  init(_ value: TemplateValue) {
    let object = value.keys(["name", "labels"])
    name = object.string("name")
    labels = object.strings("labels")
  }
}
