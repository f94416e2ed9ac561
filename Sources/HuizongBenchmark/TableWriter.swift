import HuizongCore

/// Writes an office's tables in its own way.
struct TableWriter {
  let form: Form
  let office: Office

  private var habits: Habits { office.habits }

  /// The rows in which a clerk who does so writes a zero without a digit: fireworks and mulch film,
  /// of which most units have nothing to say.
  private static let rowsOfOtherZeros: Set<Int> = [12, 16]

  /// One month's file. A total of some of the products only would be read as that of all.
  func file(_ table: MonthTable, products: [Int]) -> [UInt8] {
    switch habits.shape {
    case .tidy: return archive([table])
    case .plain:
      var sheet = sheet(further: lastLabels(table).count)
      sheet.add([form.words.unit[0], unitName])
      sheet.add([form.words.period[0], period(table)])
      sheet.add(firstLabels + form.metrics.map { label($0, lineBreak: "") } + lastLabels(table))
      return finish(&sheet, table, products)
    case .official:
      var sheet = sheet(further: lastLabels(table).count)
      addOfficialHeading(table, to: &sheet)
      return finish(&sheet, table, products)
    }
  }

  /// All months in one table, each row with its unit and month.
  func archive(_ tables: [MonthTable]) -> [UInt8] {
    var sheet = sheet(further: 2)
    let labels = [form.words.unit[0], form.words.period[0], form.words.category[0]]
    sheet.add(labels + form.metrics.map { label($0, lineBreak: "") })
    for table in tables {
      for product in form.categories.indices {
        let row = [unitName, period(table), name(of: form.categories[product])]
        sheet.add(row + numbers(table, product))
      }
    }
    return sheet.text
  }

  // MARK: Above the rows

  private func sheet(further: Int = 0) -> Sheet {
    let width = firstLabels.count + form.metrics.count + further
    return Sheet(separator: habits.separator, lineEnd: habits.lineEnd, width: width)
  }

  private var firstLabels: [String] {
    (habits.isNumbered ? ["序号"] : []) + [form.words.category[0]]
  }

  private func lastLabels(_ table: MonthTable) -> [String] {
    let explains = habits.hasExplanations || !table.explanations.isEmpty
    return explains ? [form.words.explanation[0]] : []
  }

  private func addOfficialHeading(_ table: MonthTable, to sheet: inout Sheet) {
    let gap = Array(repeating: "", count: 8)
    let unit = "\(form.words.unit[0])：\(unitName)"
    let period = "\(form.words.period[0])：\(period(table))"
    sheet.add([form.title])
    sheet.add([unit] + gap + [period])
    // A merged cell keeps its text in its first column.
    let groups = form.metrics.indices.map { index in
      let isFirst = index == 0 || form.metrics[index - 1].group != form.metrics[index].group
      return isFirst ? form.metrics[index].group : ""
    }
    sheet.add(firstLabels + groups + lastLabels(table))
    sheet.add(firstLabels.map { _ in "" } + form.metrics.map { label($0, lineBreak: "\n") })
  }

  private func label(_ metric: Metric, lineBreak: String) -> String {
    guard let unit = metric.unit else { return metric.name }
    return switch habits.units {
    case .wide: "\(metric.name)\(lineBreak)（\(unit)）"
    case .narrow: "\(metric.name)\(lineBreak)(\(unit))"
    case .none: metric.name
    }
  }

  private var unitName: String {
    switch habits.name {
    case .full: office.unit.name
    case .short: office.unit.short
    case .alias: office.unit.aliases.first ?? office.unit.name
    }
  }

  private func period(_ table: MonthTable) -> String {
    habits.spelled(year: form.year, month: table.month)
  }

  // MARK: The rows

  private func finish(_ sheet: inout Sheet, _ table: MonthTable, _ products: [Int]) -> [UInt8] {
    for product in products {
      let number = habits.isNumbered ? ["\(product + 1)"] : []
      let explanation = table.explanations[product].map { [$0] } ?? []
      sheet.add(
        number + [name(of: form.categories[product])] + numbers(table, product) + explanation)
    }
    if habits.hasTotal, products.count == form.categories.count {
      let first = firstLabels.dropLast().map { _ in "" } + [form.words.total[0]]
      sheet.add(first + form.metrics.indices.map { text(table.total($0, of: products), $0) })
    }
    if let explanation = table.explanation {
      sheet.add([form.words.explanation[0], explanation])
    }
    if habits.hasFooter { addFooter(to: &sheet) }
    return sheet.text
  }

  private func name(of category: Category) -> String {
    switch habits.products {
    case .printed: category.name
    case .withCovers where !category.covers.isEmpty:
      "\(category.name)（\(category.covers.joined(separator: "、"))）"
    case .withCovers: category.name
    case .aliases: category.aliases.first ?? category.name
    }
  }

  private func numbers(_ table: MonthTable, _ product: Int) -> [String] {
    let zero = TableWriter.rowsOfOtherZeros.contains(product) ? habits.zero : .digit
    return table.rows[product].values.enumerated().map { column, value in
      value == 0 && zero != .digit ? zero.rawValue : text(value, column)
    }
  }

  private func text(_ value: Int, _ column: Int) -> String {
    guard form.metrics[column].kind == .money else { return String(value) }
    let whole = String(value / 1_000_000)
    var decimals = String(1_000_000 + value % 1_000_000).dropFirst().prefix(habits.decimals)
    while !habits.keepsLastZeros, decimals.last == "0" { decimals.removeLast() }
    return decimals.isEmpty ? whole : "\(whole).\(decimals)"
  }

  private func addFooter(to sheet: inout Sheet) {
    let clerk = office.clerk
    let gap = ["", "", ""]
    sheet.add(
      ["填表人：\(clerk.name)"] + gap + ["审核人：\(clerk.reviewer)"] + gap + ["联系电话：\(clerk.phone)"])
  }
}
