import Testing

/// A rule that cannot be used, made of one in order, and what is to be said about it.
struct BrokenRule: Sendable, CustomTestStringConvertible {
  let what: String
  /// The keys of the rule that differ from one in order.
  let changes: [String: String]
  /// `line:column: path reason`, one for each fault.
  let chinese: [String]
  let english: [String]

  var testDescription: String { what }

  init(_ what: String, _ changes: [String: String], _ faults: (zh: String, en: String)...) {
    self.what = what
    self.changes = changes
    chinese = faults.map(\.zh)
    english = faults.map(\.en)
  }

  /// A rule in order, one key on each line: `require` on line 6, and so on.
  private static let usual = [
    ("code", #""Z01""#), ("name", #""own""#), ("level", #""query""#),
    ("require", #""约谈企业 <= 抽查企业""#), ("exempt", #"["水泥"]"#),
    ("chinese", #"{ "title": "题", "message": "{约谈企业}", "help": "改" }"#),
    ("english", #"{ "title": "T", "message": "{约谈企业}", "help": "H" }"#),
  ]

  static func book(_ changes: [String: String] = [:]) -> String {
    var lines = usual.map { key, value in "    \"\(key)\": \(changes[key] ?? value)" }
    for (key, value) in changes where !usual.contains(where: { $0.0 == key }) {
      lines.append("    \"\(key)\": \(value)")
    }
    return "{ \"rules\": [\n  {\n" + lines.joined(separator: ",\n") + "\n  }\n] }\n"
  }

  static let expressions = [
    BrokenRule(
      "does not parse", ["require": #""约谈企业 <= <= 3""#],
      ("6:16: rules[0].require 式子第 9 个字：此处应为指标或数字", "a figure or a number is expected here")),
    BrokenRule(
      "lacks a comparison", ["require": #""约谈企业 + 抽查企业""#],
      (
        "6:16: rules[0].require 式子第 12 个字：缺少比较符号（如 <=、=、>）",
        "a comparison (such as <=, =, >) is missing"
      )
    ),
    BrokenRule(
      "unknown figure", ["require": #""约谈企业 <= 抽查批次""#],
      ("6:16: rules[0].require 式子第 9 个字：本表没有“抽查批次”这个指标；是否应为“抽查批次数”？", "did you mean “抽查批次数”?")),
    BrokenRule(
      "unknown figure within parentheses", ["require": #""(约谈企业 > 0 且 抽查批次 > 0) 或 立案 = 0""#],
      ("6:16: rules[0].require 式子第 13 个字：本表没有“抽查批次”这个指标；是否应为“抽查批次数”？", "did you mean “抽查批次数”?")),
    BrokenRule(
      "compares firms with money", ["require": #""约谈企业 <= 罚没金额""#],
      (
        "6:16: rules[0].require 式子第 6 个字：件数不能与金额相加或相比；确要比较，请写明换算，如“20万元 * 件数”",
        "a count cannot be added to or compared with money"
      )),
    BrokenRule(
      "unknown unit", ["require": #""罚没金额 <= 20美元""#],
      ("6:16: rules[0].require 式子第 9 个字：不认识的单位“美元”", "unknown unit “美元”")),
    BrokenRule(
      "too large a number", ["require": #""1000000000万元 * 立案 <= 0.000000001 * 罚没金额""#],
      ("6:16: rules[0].require 式子第 19 个字：数字太大或小数位太多", "too large or has too many decimals")),
    BrokenRule(
      "can never fail", ["require": #""约谈企业 + 立案 >= 立案""#],
      ("6:16: rules[0].require 这条规则永远不会报错：不论填什么数，要求总是成立", "this rule can never fail")),
    BrokenRule(
      "can never hold", ["require": #""约谈企业 < 0""#],
      ("6:16: rules[0].require 这条规则的要求永远不成立：不论填什么数都会报错", "can never hold")),
    BrokenRule(
      "a broken condition", ["when": #""立案 >""#],
      ("10:13: rules[0].when 式子第 5 个字：此处应为指标或数字", "a figure or a number is expected here")),
  ]

  static let names = [
    BrokenRule(
      "unknown exempt product", ["exempt": #"["农用地模"]"#],
      ("7:16: rules[0].exempt[0] 本表没有“农用地模”这个产品类别；是否应为“农用地膜”？", "did you mean “农用地膜”?")),
    BrokenRule(
      "unknown level", ["level": #""warning""#],
      (
        "5:14: rules[0].level 不认识“warning”，可用：error、query、hint、off",
        "use one of: error, query, hint, off"
      )),
    BrokenRule(
      "a level of a period that does not exist", ["level": #"{ "monthly": "hint" }"#],
      ("5:27: rules[0].level.monthly 不认识的键“monthly”；是否应为“month”？", "did you mean “month”?")),
    BrokenRule(
      "a code that a built-in check has", ["code": #""T01""#],
      ("2:3: rules[0] 代码“T01”已被使用，请换一个", "the code “T01” is taken")),
    BrokenRule(
      "a code of other characters", ["code": #""规则1""#],
      ("3:13: rules[0].code 代码应为大写字母和数字，最多 8 位，如 L13", "a code has capital letters and digits")),
    BrokenRule(
      "unknown {name} in a sentence",
      ["chinese": #"{ "message": "{约谈企来} 家", "title": "题", "help": "改" }"#],
      ("8:29: rules[0].chinese.message 句子里的 {约谈企来} 不认识；是否应为 {约谈企业}？", "did you mean {约谈企业}?")),
    BrokenRule(
      "a {gap} without a comparison",
      [
        "require": #""立案 > 0 或 约谈企业 = 0""#,
        "english": #"{ "message": "{gap}", "title": "T", "help": "H" }"#,
      ],
      (
        "9:29: rules[0].english.message require 只是一个用 <=、= 或 >= 的比较时，句子里才有 {gap}；请改写成指标的名称，如 {采集风险信息}",
        "only when require is a single comparison with <=, = or >="
      )),
    BrokenRule(
      "a product in a sentence on the table",
      [
        "over": #""table""#,
        "english": #"{ "message": "{category}", "title": "T", "help": "H" }"#,
      ],
      (
        "9:29: rules[0].english.message over 为 table 的规则查的是整张表，句子里没有 {category}",
        "a rule over the table is about no single row"
      )),
    BrokenRule(
      "no words in English", ["english": "{}"],
      ("9:16: rules[0].english 缺少“title”", "“title” is missing"),
      ("9:16: rules[0].english 缺少“message”", "“message” is missing"),
      ("9:16: rules[0].english 缺少“help”", "“help” is missing")),
    BrokenRule(
      "an unknown key", ["excempt": #"["水泥"]"#],
      ("10:16: rules[0].excempt 不认识的键“excempt”；是否应为“exempt”？", "did you mean “exempt”?")),
  ]
}
