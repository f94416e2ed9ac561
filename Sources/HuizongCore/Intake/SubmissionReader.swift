/// What one file turned out to be: its submissions, or why it is none.
public struct FileReading: Sendable {
  public var submissions: [Submission] = []
  /// Why the file holds no submission; empty when it does.
  public var findings: [Finding] = []
}

/// Reads files into submissions; one for each thread, as it uses its memory again.
public final class SubmissionReader {
  private let form: Form
  private let tables: TableReader
  private let layouts: LayoutFinder
  /// Opened for the first file that needs it: that takes as long as reading ten files.
  private lazy var gb18030 = GB18030()
  private var decoded: [UInt8] = []

  /// A year of a nation as one tidy file is some 60 MB; nothing larger is a submission.
  public static let mostBytes = 64 * 1024 * 1024

  public init(form: Form, roster: Roster) {
    self.form = form
    tables = TableReader(form: form, roster: roster)
    layouts = LayoutFinder(form: form)
  }

  public func read(_ bytes: [UInt8]) -> FileReading { read(bytes.span) }

  public func read(_ bytes: Span<UInt8>) -> FileReading {
    if bytes.count > SubmissionReader.mostBytes {
      return FileReading(findings: [FileDiagnosis.tooLarge(bytes.count)])
    }
    if let finding = FileDiagnosis.disguise(bytes) { return FileReading(findings: [finding]) }
    if let submissions = whole(bytes) ?? repaired(bytes) {
      return FileReading(submissions: submissions)
    }
    return FileReading(findings: [diagnosis(bytes)])
  }

  // MARK: Encodings

  /// The submissions, when the bytes are whole text in an encoding that shows the form's labels.
  private func whole(_ bytes: Span<UInt8>) -> [Submission]? {
    if let mark = Encoding.marked(bytes) {
      return marked(bytes.extracting(mark.length..<bytes.count), mark.encoding)
    }
    if UTF8Validation.isValid(bytes), let found = submissions(bytes) { return found }
    return asGB18030(bytes) { submissions($0) } ?? nil
  }

  private func marked(_ bytes: Span<UInt8>, _ encoding: Encoding) -> [Submission]? {
    switch encoding {
    case .utf8: UTF8Validation.isValid(bytes) ? submissions(bytes) : nil
    case .gb18030: asGB18030(bytes) { submissions($0) } ?? nil
    case .utf16LittleEndian, .utf16BigEndian: asUTF16(bytes, encoding) { submissions($0) }
    }
  }

  /// Nil when the bytes are not whole GB18030, unless `repairing`.
  private func asGB18030<Result>(
    _ bytes: Span<UInt8>, repairing: Bool = false, _ use: (Span<UInt8>) -> Result
  ) -> Result? {
    // The memory is taken out while it is used, so that it stays the only reference to it.
    var text = decoded
    decoded = []
    defer { decoded = text }
    guard gb18030.decode(bytes, into: &text, repairing: repairing) || repairing else { return nil }
    return use(text.span)
  }

  private func asUTF16<Result>(
    _ bytes: Span<UInt8>, _ encoding: Encoding, _ use: (Span<UInt8>) -> Result
  ) -> Result {
    let text = UTF16Text.decode(bytes, bigEndian: encoding == .utf16BigEndian)
    return use(text.span)
  }

  /// A file longer than this that is no whole text is junk, not a table with a broken cell.
  private static let mostRepaired = 4 * 1024 * 1024

  /// A file with bytes that are no character still shows its table: a cell cut in the middle of a
  /// character must not hide the others. It is rejected all the same, for that cell or, where the
  /// damage is in no cell that counts, as a whole.
  private func repaired(_ bytes: Span<UInt8>) -> [Submission]? {
    guard bytes.count <= SubmissionReader.mostRepaired else { return nil }
    if let found = asGB18030(bytes, repairing: true, { damaged($0) }) ?? nil { return found }
    let text = bytes.withUnsafeBufferPointer { Array(String(decoding: $0, as: UTF8.self).utf8) }
    return damaged(text.span)
  }

  private func damaged(_ text: Span<UInt8>) -> [Submission]? {
    let place = FileDiagnosis.firstDamage(text)
    guard place != .wholeFile, var found = submissions(text) else { return nil }
    if found.contains(where: { $0.findings.contains { $0.code == .damagedCell } }) { return found }
    let finding = Finding(.damagedText, at: place)
    for index in found.indices { found[index].findings.append(finding) }
    return found
  }

  // MARK: The table

  private func submissions(_ text: Span<UInt8>) -> [Submission]? {
    guard let layout = layouts.find(in: text) else { return nil }
    return tables.read(text, layout)
  }

  // MARK: No table

  private func diagnosis(_ bytes: Span<UInt8>) -> Finding {
    let diagnosis = FileDiagnosis(form: form)
    let mark = Encoding.marked(bytes)
    let text = bytes.extracting((mark?.length ?? 0)..<bytes.count)
    if let encoding = mark?.encoding, encoding == .utf16BigEndian || encoding == .utf16LittleEndian
    {
      return asUTF16(text, encoding) { diagnosis.finding($0) }
    }
    if let finding = FileDiagnosis.binary(text) { return finding }
    if UTF8Validation.isValid(text) { return diagnosis.finding(text) }
    return asGB18030(text) { diagnosis.finding($0) } ?? Finding(.damagedText, at: .wholeFile)
  }
}
