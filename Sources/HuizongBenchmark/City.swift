import HuizongCore

/// A year of one city: every required unit, every month of the form.
struct City {
  let template: Template
  let seed: Int
  let folder: String

  private var form: Form { template.form }

  func generate() throws(Failure) -> Publisher {
    var publisher = try Publisher(form: form)
    for month in form.months { try Files.makeFolder("\(folder)/\(name(of: month))") }
    for (number, unit) in template.roster.units.filter(\.required).enumerated() {
      let ground = City.grounds[number % City.grounds.count]
      var office = Office(
        unit, number: number, size: ground.size, farms: ground.farms, seed: seed)
      let tables = form.months.map { office.work.table(month: $0) }
      try publish(tables, of: office, &publisher)
    }
    return publisher
  }

  private func publish(
    _ tables: [MonthTable], of office: Office, _ publisher: inout Publisher
  ) throws(Failure) {
    let short = office.unit.short
    if office.habits.shape == .tidy {
      let months = "\(form.year)年\(form.months.lowerBound)至\(form.months.upperBound)月"
      let path = "\(folder)/\(short)\(months).csv"
      return try publisher.publish(archive: tables, of: office, to: path)
    }
    for table in tables {
      let path = "\(folder)/\(name(of: table.month))/\(short)"
      if office.unit.code == City.unitInParts, table.month == form.months.upperBound {
        try publishParts(table, of: office, path, &publisher)
      } else {
        try publisher.publish(table, of: office, to: path + ".csv")
      }
    }
  }

  /// Another office of the same unit sends its products in a file of its own.
  private func publishParts(
    _ table: MonthTable, of office: Office, _ path: String, _ publisher: inout Publisher
  ) throws(Failure) {
    let others = form.categories.indices.filter {
      City.productsOfOtherOffice.contains(form.categories[$0].name)
    }
    let own = form.categories.indices.filter { !others.contains($0) }
    var other = office
    other.clerk = office.colleague
    try publisher.publish(table, of: office, products: own, to: path + ".csv")
    try publisher.publish(table, of: other, products: others, to: path + "（另一处室）.csv")
  }

  private func name(of month: Int) -> String {
    "\(form.year)-\(month < 10 ? "0" : "")\(month)"
  }

  /// 浦东新区, the largest.
  private static let unitInParts = "310115"
  private static let productsOfOtherOffice = ["烟花爆竹", "儿童学生用品"]

  /// Each unit's size and farmland in thousandths of an average one, in the roster's order.
  private static let grounds: [(size: Int, farms: Int)] = [
    (750, 100),  // 黄浦区
    (950, 100),  // 徐汇区
    (700, 100),  // 长宁区
    (850, 100),  // 静安区
    (900, 200),  // 普陀区
    (650, 100),  // 虹口区
    (900, 100),  // 杨浦区
    (1600, 900),  // 闵行区
    (1200, 900),  // 宝山区
    (1300, 1200),  // 嘉定区
    (2600, 1300),  // 浦东新区
    (900, 1700),  // 金山区
    (1300, 1300),  // 松江区
    (1100, 1600),  // 青浦区
    (1100, 1800),  // 奉贤区
    (650, 2000),  // 崇明区
    (550, 800),  // 临港新片区
    (380, 100),  // 机场分局
  ]
}
