/// How much work a product makes and how often it fails, all in thousandths.
struct Product {
  /// The work on this product, 1,000 for an average one.
  let work: Int
  /// The share of the inspected batches that fail.
  let failing: Int
  /// Hardly found where nothing is grown.
  let isForFarms: Bool

  init(_ work: Int, _ failing: Int, isForFarms: Bool = false) {
    self.work = work
    self.failing = failing
    self.isForFarms = isForFarms
  }

  /// In the order of the form. Invented, from 2 % failing to 20 %, so that a check which takes all
  /// products for alike shows.
  static let all = [
    Product(750, 30),  // 危险化学品
    Product(400, 40),  // 危险化学品车载常压罐体
    Product(650, 25),  // 水泥
    Product(1500, 110),  // 电线电缆
    Product(700, 80, isForFarms: true),  // 化肥
    Product(1400, 120),  // 消防产品
    Product(1200, 35),  // 成品油
    Product(650, 90),  // 防爆电气
    Product(1400, 150),  // 电动自行车
    Product(1500, 180),  // 电动自行车充电器和电池
    Product(1200, 130),  // 电动自行车乘员头盔
    Product(1400, 140),  // 燃气用品
    Product(450, 60),  // 烟花爆竹
    Product(950, 100),  // 老年用品
    Product(1100, 50),  // 食品用纸包装和容器等制品
    Product(850, 110),  // 电热食品加工设备
    Product(550, 90, isForFarms: true),  // 农用地膜
    Product(950, 200),  // 安全帽
    Product(600, 20),  // 与成品油性质相近的化工产品
    Product(1500, 100),  // 儿童学生用品
  ]
}

/// The year's movement of each kind of work, January to December, in thousandths. The campaign looks
/// in summer, prosecutes in autumn and helps towards its end.
enum Season {
  static let monitoring = [700, 600, 900, 950, 1000, 1100, 1300, 1200, 900, 750, 800, 700]
  static let inspection = [600, 500, 900, 1100, 1100, 850, 1200, 1300, 1000, 800, 900, 700]
  static let cases = [700, 500, 800, 900, 1000, 700, 850, 1000, 1300, 1150, 1100, 900]
  static let help = [700, 600, 900, 1000, 1100, 800, 900, 1000, 1150, 1300, 1000, 800]
}
