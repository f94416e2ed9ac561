import HuizongCore
import Spreadsheet

/// What the file says about itself, to whoever looks at it without opening it.
struct CityProperties {
  private let book: CityBook

  init(_ book: CityBook) { self.book = book }

  var properties: DocumentProperties {
    var properties = DocumentProperties()
    let (form, roster, rollUp) = (book.form, book.roster, book.rollUp)
    properties.title = "\(roster.name)\(form.title)（\(rollUp.period.inWords)）".limited(to: 250)
    properties.subject = form.source.limited(to: 250)
    properties.author = "huizong"
    properties.company = roster.name.limited(to: 250)
    properties.category = "统计汇总"
    properties.keywords = "\(form.id) \(rollUp.period)"
    properties.status = status
    properties.comments = rollUp.isComplete ? "" : "初稿，不含：\(book.blockingInWords)"
    properties.custom = [
      .init("数据周期", .text("\(rollUp.period)")),
      .init("状态", .text(status)),
      .init("计入单位数", .number(Double(rollUp.counted.count))),
      .init("未计入单位数", .number(Double(rollUp.blocking.count))),
    ]
    return properties
  }

  private var status: String { book.rollUp.isComplete ? "完整" : "初稿" }
}
