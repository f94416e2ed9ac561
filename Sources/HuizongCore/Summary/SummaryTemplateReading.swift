extension SummaryTemplate {
  /// Reads `summary.md`; throws every fault that it finds.
  public static func read(
    _ bytes: [UInt8], file: String, form: Form
  ) throws(TemplateFaults) -> SummaryTemplate {
    guard UTF8Validation.isValid(bytes.span) else {
      throw .unreadable(
        file, Both("文件不是 UTF-8 编码，请另存为 UTF-8", "the file is not UTF-8; save it as UTF-8"))
    }
    let reader = TemplateReader(file: file)
    let lines = SummaryTemplateReader(reader: reader, figures: FigureReader(form, reader))
      .lines(of: String(decoding: bytes, as: UTF8.self))
    try reader.finish()
    return SummaryTemplate(lines: lines)
  }
}

/// Reads the lines of a summary's template.
private struct SummaryTemplateReader {
  let reader: TemplateReader
  let figures: FigureReader

  /// A sentence that long is none, and its braces would take for ever to pair.
  private static let longestLine = 5_000

  func lines(of text: String) -> [SummaryTemplate.Line] {
    // Notepad writes a mark first.
    let isMarked = text.unicodeScalars.first == "\u{FEFF}"
    let text = isMarked ? String(text.unicodeScalars.dropFirst()) : text
    let written = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    var lines: [SummaryTemplate.Line] = []
    for (index, line) in written.enumerated() {
      let piece = LinePiece(scalars: Array(line.unicodeScalars)[...], line: index + 1).trimmed
      if piece.scalars.first == ">" { continue }
      guard piece.scalars.count <= SummaryTemplateReader.longestLine else {
        note(
          piece, "一行最多 \(SummaryTemplateReader.longestLine) 个字，却有 \(piece.scalars.count) 个",
          "a line has at most \(SummaryTemplateReader.longestLine) characters, found \(piece.scalars.count)"
        )
        continue
      }
      lines.append(self.line(piece, before: lines.last))
    }
    return lines
  }

  private func line(
    _ piece: LinePiece, before: SummaryTemplate.Line?
  ) -> SummaryTemplate.Line {
    if piece.isEmpty { return SummaryTemplate.Line(kind: .blank, isOtherwise: false, parts: []) }
    let marks = piece.scalars.prefix { $0 == "#" }.count
    var rest = piece.from(piece.scalars.startIndex + marks).trimmed
    if marks > 3 {
      note(piece, "标题最多三级：#、##、###", "headings have three levels at most: #, ##, ###")
    }
    let otherwise = rest.without(beginnings: ["否则：", "否则:"])
    if otherwise != nil, before == nil || before?.kind == .blank {
      note(rest, "“否则”前面没有句子；它要紧接在另一句的下一行", "“否则” needs a sentence on the line above")
    }
    rest = otherwise ?? rest
    if marks == 0, let table = table(rest, otherwise != nil) { return table }
    return SummaryTemplate.Line(
      kind: marks == 0 ? .sentence : .heading(min(marks, 3) - 1), isOtherwise: otherwise != nil,
      parts: parts(rest, isInside: false))
  }

  /// `{表：统计表}` at the end of its line, behind its conditions.
  private func table(_ piece: LinePiece, _ isOtherwise: Bool) -> SummaryTemplate.Line? {
    guard let cut = piece.cut(at: ["{表：", "{表:"]), let name = cut.behind.without(endings: ["}"])
    else { return nil }
    guard let kind = SummaryTableKind(rawValue: name.text) else {
      figures.unknown(name, among: SummaryTableKind.allCases.map(\.rawValue), "表", "table")
      return SummaryTemplate.Line(kind: .blank, isOtherwise: false, parts: [])
    }
    return SummaryTemplate.Line(
      kind: .table(kind), isOtherwise: isOtherwise,
      parts: parts(cut.before, isInside: false))
  }

  // MARK: The parts of a sentence

  private static let marks = ["{", "}", "[[", "]]"]

  private func parts(_ piece: LinePiece, isInside: Bool) -> [SummaryTemplate.Part] {
    var parts: [SummaryTemplate.Part] = []
    var rest = piece
    while let cut = rest.cut(at: SummaryTemplateReader.marks) {
      if !cut.before.isEmpty { parts.append(.text(cut.before.text)) }
      let close = cut.word == "{" ? "}" : "]]"
      guard cut.word == "{" || (cut.word == "[[" && !isInside),
        let inner = cut.behind.cut(at: [close])
      else {
        stray(cut.word, rest.from(cut.before.scalars.endIndex))
        return parts
      }
      if cut.word == "[[" {
        parts.append(.optional(self.parts(inner.before, isInside: true)))
      } else if let figure = figures.figure(inner.before) {
        parts.append(.figure(figure, inner.before.trimmed.text))
      }
      rest = inner.behind
    }
    if !rest.isEmpty { parts.append(.text(rest.text)) }
    return parts
  }

  private func stray(_ mark: String, _ place: LinePiece) {
    note(
      place, "“\(mark)”没有配对；数字写成 {名称}，可省略的半句写成 [[…]]，里面不能再套 [[",
      "“\(mark)” has no partner; write a figure as {name} and a part to leave out as [[…]], with no [[ inside"
    )
  }

  private func note(_ piece: LinePiece, _ chinese: String, _ english: String) {
    reader.note(piece.place, "", Both(chinese, english))
  }
}
