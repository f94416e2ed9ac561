/// What one file turned out to be: its submissions, or why it is none.
public struct FileReading: Sendable {
  public var submissions: [Submission] = []
  /// The units' ledgers, where the file is one.
  public var ledgers: [Ledger] = []
  /// Why the file holds neither; empty when it does.
  public var findings: [Finding] = []
}

/// Reads files into submissions; one for each thread, as it uses its memory again.
public final class SubmissionReader {
  private let form: Form
  private let tables: TableReader
  private let layouts: LayoutFinder
  /// Nil when no ledger comes with the form.
  private let ledgers: LedgerReader?
  /// Opened for the first file that needs it: that takes as long as reading ten files.
  private lazy var gb18030 = GB18030()
  private var decoded: [UInt8] = []

  /// A year of a nation as one tidy file is some 60 MB; nothing larger is a submission.
  public static let mostBytes = 64 * 1024 * 1024

  public init(form: Form, roster: Roster) {
    self.form = form
    tables = TableReader(form: form, roster: roster)
    layouts = LayoutFinder(form: form)
    ledgers = LedgerReader(table: tables)
  }

  public func read(_ bytes: [UInt8]) -> FileReading { read(bytes.span) }

  public func read(_ bytes: Span<UInt8>) -> FileReading {
    if bytes.count > SubmissionReader.mostBytes {
      return FileReading(findings: [FileDiagnosis.tooLarge(bytes.count)])
    }
    if let finding = FileDiagnosis.disguise(bytes) { return FileReading(findings: [finding]) }
    if let submissions = whole(bytes, submissions) ?? repaired(bytes, submissions) {
      return FileReading(submissions: submissions)
    }
    // Only here, so that a table does not pay for ledgers.
    if let ledgers, let found = whole(bytes, ledgers.read) ?? repaired(bytes, ledgers.read) {
      return FileReading(ledgers: found)
    }
    return FileReading(findings: [diagnosis(bytes)])
  }

  // MARK: Encodings

  /// What `find` makes of a text; nil when the text does not show the labels that it looks for.
  private typealias Finder<Found> = (Span<UInt8>) -> [Found]?

  /// What is found when the bytes are whole text in an encoding that shows the form's labels.
  private func whole<Found>(_ bytes: Span<UInt8>, _ find: Finder<Found>) -> [Found]? {
    if let mark = Encoding.marked(bytes) {
      return marked(bytes.extracting(mark.length..<bytes.count), mark.encoding, find)
    }
    if UTF8Validation.isValid(bytes), let found = find(bytes) { return found }
    return asGB18030(bytes, find) ?? nil
  }

  private func marked<Found>(
    _ bytes: Span<UInt8>, _ encoding: Encoding, _ find: Finder<Found>
  ) -> [Found]? {
    switch encoding {
    case .utf8: UTF8Validation.isValid(bytes) ? find(bytes) : nil
    case .gb18030: asGB18030(bytes, find) ?? nil
    case .utf16LittleEndian, .utf16BigEndian: asUTF16(bytes, encoding, find)
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
  private func repaired<Found: Headed>(
    _ bytes: Span<UInt8>, _ find: Finder<Found>
  ) -> [Found]? {
    guard bytes.count <= SubmissionReader.mostRepaired else { return nil }
    if let found = asGB18030(bytes, repairing: true, { damaged($0, find) }) ?? nil {
      return found
    }
    let text = bytes.withUnsafeBufferPointer { Array(String(decoding: $0, as: UTF8.self).utf8) }
    return damaged(text.span, find)
  }

  private func damaged<Found: Headed>(
    _ text: Span<UInt8>, _ find: Finder<Found>
  ) -> [Found]? {
    let place = FileDiagnosis.firstDamage(text)
    guard place != .wholeFile, var found = find(text) else { return nil }
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
