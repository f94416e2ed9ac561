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
      let tables = form.months.map { explained(office.work.table(month: $0), unit) }
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

  /// What chance made look wrong, the clerk explains, as clerks do when they are asked.
  private func explained(_ table: MonthTable, _ unit: Roster.Unit) -> MonthTable {
    var table = table
    for answer in City.answers where answer.unit == unit.code && answer.month == table.month {
      let product = form.categories.firstIndex { $0.name == answer.product }
      if let product {
        table.explanations[product] = answer.text
      } else {
        table.explanation = answer.text
      }
    }
    return table
  }

  private typealias Answer = (unit: String, month: Int, product: String?, text: String)

  private static let answers: [Answer] = [
    ("310120", 9, "烟花爆竹", "P01：零售点9月停业检修，当月没有安排抽查"),
    ("310116", 9, nil, "P07：9月以上门帮扶为主，风险信息由市局统一采集，两列逐行核对无误"),
    ("310115", 9, "电动自行车乘员头盔", "P01：头盔企业7、8月已集中约谈，9月只约谈新发现的1家"),
    ("310109", 10, "电动自行车乘员头盔", "P01：头盔抽查任务9月底前已完成，10月只复查1批次"),
    (
      "310105", 10, "电动自行车充电器和电池", "P07：10月按专项要求调整了各类产品的监测和抽查安排，逐行核对无错行"
    ),
  ]

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
