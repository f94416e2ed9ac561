import Testing

@testable import HuizongCore

/// A reader uses its memory again and remembers headers; what it has read must not show in what it
/// reads next.
struct ReaderStateTests {
  private static let roster: Roster = {
    do throws(TemplateFaults) {
      let path = "templates/2023-annex2/units.json"
      return try Roster.read((try? Samples.bytes(path)) ?? [], file: path)
    } catch {
      fatalError("\(error.faults)")
    }
  }()

  static func reader() -> SubmissionReader {
    SubmissionReader(form: TestForm.annex2, roster: roster)
  }

  /// All that was read of a file, as text.
  static func summary(_ reading: FileReading) -> [String] {
    let categories = TestForm.annex2.categories.indices
    let metrics = TestForm.annex2.metrics.indices
    let tables = reading.submissions.map { submission in
      let values = categories.map { row in
        metrics.map { submission.table[row, $0].map(String.init) ?? "-" }.joined(separator: ",")
      }
      let findings = submission.findings.map { "\($0.code.text) \($0.place)" }
      let rows = submission.table.rows.map { "\($0.row):\($0.line)" }
      return "\(submission.unitText) \(submission.periodText) \(values) \(findings) \(rows)"
    }
    return tables + reading.findings.map { "\($0.code.text) \($0.place)" }
  }

  /// Each sample, and what a reader reads that has read nothing else.
  private static let samples: [(bytes: [UInt8], summary: [String])] = {
    let paths = Expectations.flaws.map(\.path) + Expectations.accepted.map(\.path)
    return paths.compactMap { try? Samples.bytes($0) }.map { ($0, summary(reader().read($0))) }
  }()

  @Test(arguments: [UInt64(1), 2, 3])
  func `files are read alike in any order and by any reader`(seed: UInt64) {
    var random = SeededRandom(seed: seed)
    let reader = Self.reader()
    #expect(Self.samples.count > 150)
    for sample in Self.samples.shuffled(using: &random) {
      #expect(Self.summary(reader.read(sample.bytes)) == sample.summary)
    }
  }

  /// Every beginning of a file, and files with bytes changed at random, are read to an end.
  @Test(arguments: ["gbk-official", "utf-16-little-endian", "tidy", "every-cell-quoted"])
  func `a file cut or changed anywhere is answered`(name: String) throws {
    let whole = try Samples.bytes("samples/accepted/\(name).csv")
    let reader = Self.reader()
    var random = SeededRandom(seed: UInt64(whole.count))
    for _ in 0..<40 {
      var bytes = Array(whole.prefix(Int.random(in: 0...whole.count, using: &random)))
      expectAnswer(reader.read(bytes))
      for _ in 0..<min(5, bytes.count) {
        bytes[Int.random(in: bytes.indices, using: &random)] = .random(in: 0...255, using: &random)
      }
      expectAnswer(reader.read(bytes))
    }
  }

  /// A submission with a place for everything, or a reason why there is none.
  private func expectAnswer(_ reading: FileReading) {
    #expect(reading.submissions.isEmpty == !reading.findings.isEmpty)
    for submission in reading.submissions {
      #expect(submission.unit != nil || submission.findings.contains { $0.level == .error })
      #expect(submission.findings.allSatisfy { $0.place.line >= 0 && $0.place.column >= 0 })
    }
  }
}
