import HuizongCore

/// The months of a period in which the form is sent: nobody lacks a month that was never asked for.
struct AskedPeriod {
  let period: Period
  /// Nil where every month was asked for.
  private let note: Both?

  /// `options` are what named the period; one wholly outside is a mistake.
  init(_ wanted: Period, _ form: Form, options: String) throws(RunError) {
    let months = form.months
    let campaign = Period(year: form.year, first: months.lowerBound, last: months.upperBound)
    let all = campaign?.description ?? ""
    guard let period = wanted.within(months) else {
      throw .usage(
        Both(
          "\(wanted) 没有要求报送：这个表式只报 \(all) 各月。请把 \(options) 改成其中的月份。",
          "Nothing was asked for in \(wanted): this form is sent for \(all). Give months of those after \(options)."
        ))
    }
    self.period = period
    note =
      period == wanted
      ? nil
      : Both(
        "这个表式只报 \(all) 各月；\(wanted) 里其余的月份没有要求报送，按 \(period) 算",
        "this form is sent for \(all); the other months of \(wanted) were not asked for, and \(period) is taken"
      )
  }

  func remark(_ language: Language) {
    if let note { Console.remark("huizong: \(note[language])") }
  }
}
