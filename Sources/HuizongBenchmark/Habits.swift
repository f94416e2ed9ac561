/// How a unit's clerk writes and saves the table.
///
/// A table of habits rather than chance decides it, so that even a single city shows every one.
struct Habits {
  enum Encoding { case gb18030, utf8, markedUTF8, utf16 }
  enum Shape { case plain, official, tidy }
  enum Name { case full, short, alias }
  enum Months { case dashed, chinese, dotted, slashed }
  enum Products { case printed, withCovers, aliases }
  enum Units { case wide, narrow, none }
  enum Zero: String {
    case digit = "0"
    case dash = "—"
    case blank = ""
  }

  let encoding: Encoding
  let shape: Shape
  var separator = ","
  var lineEnd = "\r\n"
  var name = Name.full
  var months = Months.chinese
  var products = Products.printed
  /// The brackets around a column's unit.
  var units = Units.wide
  /// How zeros are written in one row or two; everywhere else they are digits.
  var zero = Zero.digit
  var decimals = 2
  /// `3.50` rather than `3.5`.
  var keepsLastZeros = false
  var hasTotal = false
  var hasFooter = false
  var isNumbered = false
  /// Fills in the blank form, which ends in a column for explanations.
  var hasExplanations = false

  /// The n-th unit's; three in five save GBK, as Excel and WPS do on Chinese Windows.
  static func of(unit: Int) -> Habits { all[unit % all.count] }

  private static let all = [
    Habits(encoding: .gb18030, shape: .official, hasTotal: true, hasFooter: true),
    Habits(
      encoding: .gb18030, shape: .plain, months: .dashed, keepsLastZeros: true, hasTotal: true),
    Habits(encoding: .markedUTF8, shape: .plain, months: .dashed, hasExplanations: true),
    Habits(encoding: .gb18030, shape: .official, name: .alias, decimals: 4, hasFooter: true),
    Habits(
      encoding: .gb18030, shape: .plain, zero: .dash, decimals: 4, hasTotal: true, isNumbered: true),
    Habits(
      encoding: .utf8, shape: .plain, lineEnd: "\n", name: .short, months: .dashed, units: .none),
    Habits(
      encoding: .gb18030, shape: .official, months: .dotted, units: .narrow, hasTotal: true),
    Habits(
      encoding: .gb18030, shape: .official, name: .alias, products: .withCovers, decimals: 6,
      hasTotal: true, hasFooter: true),
    Habits(encoding: .markedUTF8, shape: .official, keepsLastZeros: true, hasTotal: true),
    Habits(encoding: .gb18030, shape: .plain, separator: ";", months: .dotted, hasTotal: true),
    Habits(encoding: .gb18030, shape: .official, decimals: 4, hasFooter: true),
    Habits(
      encoding: .gb18030, shape: .plain, products: .aliases, zero: .blank, decimals: 4),
    Habits(
      encoding: .utf8, shape: .plain, lineEnd: "\n", name: .alias, decimals: 6, hasTotal: true,
      hasFooter: true),
    Habits(encoding: .utf8, shape: .official, lineEnd: "\n", decimals: 4, isNumbered: true),
    Habits(
      encoding: .gb18030, shape: .plain, name: .short, months: .slashed, units: .narrow,
      hasTotal: true),
    Habits(encoding: .markedUTF8, shape: .tidy, months: .dashed, decimals: 6),
    Habits(
      encoding: .gb18030, shape: .official, name: .alias, hasTotal: true, hasFooter: true),
    Habits(encoding: .utf16, shape: .plain, separator: "\t", decimals: 4, hasTotal: true),
    Habits(encoding: .utf8, shape: .plain, separator: "\t", months: .dotted, units: .narrow),
    Habits(encoding: .gb18030, shape: .tidy, months: .dashed, keepsLastZeros: true),
  ]
}

extension Habits {
  /// What money is rounded to, in millionths of 万元.
  var moneyStep: Int { (decimals..<6).reduce(1) { step, _ in step * 10 } }

  func spelled(year: Int, month: Int) -> String {
    let padded = month < 10 ? "0\(month)" : "\(month)"
    return switch months {
    case .dashed: "\(year)-\(padded)"
    case .chinese: "\(year)年\(month)月"
    case .dotted: "\(year).\(month)"
    case .slashed: "\(year)/\(padded)"
    }
  }
}
