/// A statistics form as data: what its rows and columns are and how people write them.
///
/// A class, because it never changes and is handed on for every row of every file.
public final class Form: Sendable {
  public let id: String
  public let title: String
  /// The notice that ordered the form.
  public let source: String
  public let year: Int
  /// The months in which the form is sent.
  public let months: ClosedRange<Int>
  public let categories: [Category]
  public let metrics: [Metric]
  public let words: FormWords
  public let deadlines: [Deadline]
  public let conversions: [UnitConversion]
  public let otherForms: [OtherForm]
  public let charts: [ChartDefinition]
  /// The ledger that comes with the table; nil when the form has none.
  public let ledger: LedgerForm?
  let labels: FormLabels
  /// The columns that count something; of every column, the first one of its group.
  let countMetrics: [Int]
  let groups: [Int]

  public var cellCount: Int { categories.count * metrics.count }

  init(_ root: TemplateValue, _ reader: TemplateReader) {
    let object = root.keys(
      ["id", "title", "year", "months", "words", "categories", "metrics"],
      optional: ["source", "note", "deadlines", "conversions", "otherForms", "charts", "ledger"])
    id = object.string("id")
    title = object.string("title")
    source = object["source"]?.string ?? ""
    let year = object["year"]?.integer(in: 1990...2999) ?? 1990
    self.year = year
    months = object["months"].map(Form.months) ?? 1...12
    words = FormWords(
      object["words"]?.keys(FormWords.keys, optional: ["stamps", "drafts", "moneyUnit"]))
    categories = object.list("categories").map(Category.init)
    let metrics = object.list("metrics").map(Metric.init)
    self.metrics = metrics
    countMetrics = metrics.indices.filter { metrics[$0].kind == .count }
    groups = metrics.indices.map { index in
      metrics.firstIndex { $0.group == metrics[index].group } ?? index
    }
    deadlines = object.list("deadlines").map { Deadline($0, year) }
    conversions = object.list("conversions").map(UnitConversion.init)
    otherForms = object.list("otherForms").map(OtherForm.init)
    let labels = FormChecks(object: object, reader: reader).index(categories, metrics, words)
    self.labels = labels
    charts = object.list("charts").map { ChartDefinition($0, labels) }
    let words = words
    ledger = object["ledger"].flatMap { LedgerForm($0, words: words, labels) }
  }
}

/// A row of the form.
public struct Category: Sendable {
  public let name: String
  /// The products that the form counts in; they may stand in brackets behind the name.
  public let covers: [String]
  public let aliases: [String]
}

/// A column of the form.
public struct Metric: Sendable {
  public enum Kind: Sendable, Hashable { case count, money }

  public let group: String
  public let name: String
  /// The unit that the form prints; nil where it prints none.
  public let unit: String?
  /// Every spelling of its unit that may follow a number, the printed one first.
  public let units: [String]
  public let kind: Kind
  public let decimals: Int
  public let aliases: [String]

  /// As the form prints it: `罚没金额（万元）`.
  public var label: String { unit.map { "\(name)（\($0)）" } ?? name }
}

/// The labels around the table; of each the first is the one that the form prints.
public struct FormWords: Sendable {
  public let unit: [String]
  public let period: [String]
  public let category: [String]
  public let explanation: [String]
  public let revision: [String]
  public let total: [String]
  public let notes: [String]
  public let ignored: [String]
  public let zero: [String]
  /// What may stand behind a unit's name and is no part of it; may be empty.
  public let stamps: [String]
  /// 作废, 初稿: what makes one ask whether the table counts; may be empty.
  public let drafts: [String]
  /// The label of the unit of all amounts, above the table; may be empty.
  public let moneyUnit: [String]
}

/// When something is due: on the last day of each campaign month, or on a day.
public struct Deadline: Sendable {
  public enum Due: Sendable, Hashable {
    case monthEnd
    case day(month: Int, day: Int)
  }
  public let report: String
  public let due: Due
  /// The table of all the campaign's months together is due then, not a month's.
  public let isForCampaign: Bool
}

/// `元` under a column of `万元`: the same amount is the number times `factor`.
public struct UnitConversion: Sendable {
  public let from: String
  public let to: String
  public let factor: Exact
  /// For estimates; what is counted stays exact. The power of ten by which numbers are too large.
  let approximate: Double
  let power: Double
}

/// A form that is sent along with this one and may be sent in its place by mistake.
public struct OtherForm: Sendable {
  public let name: String
  public let labels: [String]
}
