/// What stands around a table and puts its figures in doubt.
struct HeadingCheck {
  let form: Form

  func findings(_ heading: Heading) -> [Finding] {
    let drafts = heading.drafts.prefix(1).map {
      Finding(.draftOrVoid, at: $0.place, Fact(.found, CellText.shown($0.text)))
    }
    return drafts + heading.moneyUnits.compactMap(otherUnit).prefix(1)
  }

  /// `金额单位：元` above columns of 万元.
  private func otherUnit(_ entry: Heading.Entry) -> Finding? {
    let written = Label.folded(entry.text)
    let conversion = form.conversions.first { conversion in
      [conversion.from, "人民币" + conversion.from].contains { Label.folded($0) == written }
    }
    guard let conversion else { return nil }
    return Finding(
      .moneyUnitAbove, at: entry.place, Fact(.found, conversion.from),
      Fact(.expected, conversion.to), Fact("times", conversion.factor))
  }
}
