import Glibc

/// Says what a file is when it holds no table of the form.
struct FileDiagnosis {
  let form: Form

  static func tooLarge(_ count: Int) -> Finding {
    Finding(
      .tooLarge, at: .wholeFile, Fact(.found, count / 1_048_576),
      Fact(.expected, SubmissionReader.mostBytes / 1_048_576))
  }

  // MARK: Other kinds of file

  /// A file that only its name calls CSV, known by its first bytes.
  static func disguise(_ bytes: Span<UInt8>) -> Finding? {
    for (mark, kind) in binaryKinds where starts(bytes, with: mark) {
      return Finding(.notText, at: .wholeFile, Fact("kind", kind))
    }
    if starts(bytes, with: [0x50, 0x4B, 0x03, 0x04]) {
      return Finding(.notText, at: .wholeFile, Fact("kind", zipKind(bytes)))
    }
    let beginning = beginning(bytes)
    for (mark, kind) in textKinds where beginning.hasPrefix(mark) {
      return Finding(.notText, at: .wholeFile, Fact("kind", kind))
    }
    return nil
  }

  private static let binaryKinds: [([UInt8], Both)] = [
    (
      [0xD0, 0xCF, 0x11, 0xE0],
      Both("旧版 Excel/WPS 工作簿（.xls 或 .et）", "an old Excel or WPS workbook (.xls or .et)")
    ),
    (Array("%PDF".utf8), Both("PDF 文件", "a PDF file")),
    (Array("{\\rtf".utf8), Both("RTF 文档", "an RTF document")),
    (Array("Rar!".utf8), Both("RAR 压缩包", "a RAR archive")),
    ([0x37, 0x7A, 0xBC, 0xAF], Both("7z 压缩包", "a 7z archive")),
    ([0x1F, 0x8B], Both("gzip 压缩包", "a gzip archive")),
    ([0x89, 0x50, 0x4E, 0x47], Both("PNG 图片", "a PNG picture")),
    ([0xFF, 0xD8, 0xFF], Both("JPEG 图片", "a JPEG picture")),
  ]

  private static let textKinds: [(String, Both)] = [
    ("<!doctype html", Both("网页（HTML）", "a web page (HTML)")),
    ("<html", Both("网页（HTML）", "a web page (HTML)")),
    ("<table", Both("网页（HTML）", "a web page (HTML)")),
    ("<?xml", Both("XML 文件", "an XML file")),
  ]

  private static func starts(_ bytes: Span<UInt8>, with mark: [UInt8]) -> Bool {
    guard bytes.count >= mark.count else { return false }
    for (index, byte) in mark.enumerated() where bytes[index] != byte { return false }
    return true
  }

  /// The first letters in lower case, behind a byte-order mark and spaces.
  private static func beginning(_ bytes: Span<UInt8>) -> String {
    var start = Encoding.marked(bytes)?.length ?? 0
    while start < bytes.count, bytes[start] <= 0x20 { start += 1 }
    var letters: [UInt8] = []
    for index in start..<min(start + 16, bytes.count) where bytes[index] < 0x80 {
      letters.append(bytes[index])
    }
    return String(decoding: letters, as: UTF8.self).lowercased()
  }

  private static func zipKind(_ bytes: Span<UInt8>) -> Both {
    let names = String(
      decoding: (0..<min(bytes.count, 4096)).map { bytes[$0] }, as: Unicode.ASCII.self)
    if names.contains("xl/") {
      return Both("Excel/WPS 工作簿（.xlsx）", "an Excel or WPS workbook (.xlsx)")
    }
    if names.contains("word/") { return Both("Word 文档（.docx）", "a Word document (.docx)") }
    if names.contains("opendocument.spreadsheet") {
      return Both("OpenDocument 表格（.ods）", "an OpenDocument spreadsheet (.ods)")
    }
    return Both("ZIP 压缩包或 Excel/WPS 工作簿（.xlsx）", "a ZIP archive or an Excel workbook (.xlsx)")
  }

  // MARK: Text without the table

  /// `text` is valid UTF-8 in which no header was found.
  func finding(_ text: Span<UInt8>) -> Finding {
    if isEmpty(text) { return Finding(.emptyFile, at: .wholeFile) }
    let beginning = FileDiagnosis.string(text, most: 64 * 1024)
    if let other = otherForm(beginning) { return other }
    if beginning.contains("\u{FFFD}") || isMisread(beginning) || isQuestionMarks(beginning) {
      return Finding(.damagedText, at: FileDiagnosis.firstDamage(text))
    }
    return noTable(beginning)
  }

  /// Zero bytes stand in no text but UTF-16, and that has a mark when a spreadsheet writes it.
  static func binary(_ bytes: Span<UInt8>) -> Finding? {
    for index in 0..<min(bytes.count, 64 * 1024) where bytes[index] == 0 {
      return Finding(.notText, at: .wholeFile, Fact("kind", binaryKind))
    }
    return nil
  }

  private static let binaryKind = Both(
    "二进制数据，或没有字节顺序标记的 UTF-16 文本",
    "binary data, or UTF-16 text without a byte-order mark")

  private func isEmpty(_ text: Span<UInt8>) -> Bool {
    for index in text.indices {
      switch text[index] {
      case 0x09...0x0D, 0x20, UInt8(ascii: ","), UInt8(ascii: ";"), Byte.quote: continue
      default: return false
      }
    }
    return true
  }

  /// The beginning of the text, cut between two characters.
  private static func string(_ text: Span<UInt8>, most: Int) -> String {
    var end = min(most, text.count)
    while end > 0, end < text.count, text[end] & 0xC0 == 0x80 { end -= 1 }
    return text.extracting(0..<end).withUnsafeBufferPointer {
      String(decoding: $0, as: UTF8.self)
    }
  }

  /// The place of the first U+FFFD: what no encoding can read.
  static func firstDamage(_ text: Span<UInt8>) -> Place {
    var line = 1
    for index in text.indices.dropLast(2) {
      if text[index] == 0xEF, text[index + 1] == 0xBF, text[index + 2] == 0xBD {
        return Place(line: line, row: 0, column: 0)
      }
      if text[index] == Byte.lineFeed { line += 1 }
    }
    return .wholeFile
  }

  // MARK: Another form

  private func otherForm(_ text: String) -> Finding? {
    let fields = fields(text)
    let labels = Set(fields.map { Label.folded($0) })
    for other in form.otherForms {
      let found = other.labels.count { labels.contains(Label.folded($0)) }
      if found * 2 >= other.labels.count, found > 0 {
        return Finding(
          .otherForm, at: .wholeFile, Fact(.found, other.name), Fact(.expected, form.title))
      }
    }
    guard let title = fields.prefix(12).first(where: isTitle), !sameTitle(title) else { return nil }
    return Finding(
      .otherForm, at: .wholeFile, Fact(.found, CellText.shown(title)), Fact(.expected, form.title))
  }

  private func fields(_ text: String) -> [String] {
    text.unicodeScalars.split { ",;\t，\r\n".unicodeScalars.contains($0) }.prefix(2_000)
      .map { CellText.written(String($0)).filter { $0 != "\"" } }.filter { !$0.isEmpty }
  }

  /// What a Chinese form calls itself.
  private func isTitle(_ text: String) -> Bool {
    text.unicodeScalars.count >= 5 && ["表", "台账", "清单", "汇总"].contains { text.hasSuffix($0) }
  }

  private func sameTitle(_ text: String) -> Bool { Label.folded(text) == Label.folded(form.title) }

  // MARK: Misread text

  /// UTF-8 that was opened as GBK or as Latin and saved again: turned back, it shows the labels.
  private func isMisread(_ text: String) -> Bool {
    ["GB18030", "CP1252"].contains { encoding in
      guard let bytes = FileDiagnosis.encoded(text, as: encoding) else { return false }
      var decoded: [UInt8] = []
      if encoding == "GB18030" {
        decoded = Array(String(decoding: bytes, as: UTF8.self).utf8)
      } else {
        _ = GB18030().decode(bytes.span, into: &decoded, repairing: true)
      }
      let back = String(decoding: decoded, as: UTF8.self)
      return (form.words.category + form.words.unit + form.metrics.map(\.name)).contains {
        back.contains($0)
      } || form.metrics.contains { String(decoding: bytes, as: UTF8.self).contains($0.name) }
    }
  }

  /// What is left of Chinese labels when they are saved in an encoding without Chinese.
  private func isQuestionMarks(_ text: String) -> Bool {
    let lost = fields(text).count { $0.count > 1 && $0.allSatisfy { $0 == "?" } }
    return lost * 2 >= form.categories.count
  }

  private static func encoded(_ text: String, as encoding: String) -> [UInt8]? {
    let converter = iconv_open(encoding + "//IGNORE", "UTF-8")
    guard converter != iconv_t(bitPattern: -1) else { return nil }
    defer { _ = iconv_close(converter) }
    var source = Array(text.utf8CString.dropLast())
    var target = [CChar](repeating: 0, count: source.count * 2 + 16)
    let used = source.withUnsafeMutableBufferPointer { source in
      target.withUnsafeMutableBufferPointer { target in
        var input = source.baseAddress
        var inputLeft = source.count
        var output = target.baseAddress
        var outputLeft = target.count
        _ = iconv(converter, &input, &inputLeft, &output, &outputLeft)
        return target.count - outputLeft
      }
    }
    return target.prefix(used).map { UInt8(bitPattern: $0) }
  }

  // MARK: No table at all

  private func noTable(_ text: String) -> Finding {
    let labels = fields(text).map { Label.folded($0) }
    let categories = labels.count { form.labels.categories.entry($0.span) != nil }
    var facts = [Fact("label", form.words.category[0]), Fact("metric", form.metrics[0].name)]
    if categories > 0 { facts.append(Fact("categories", categories)) }
    return Finding(.noTable, at: .wholeFile, facts: facts)
  }
}
