import Foundation
import Testing

/// The document: whole, well-formed, the same text, and the same bytes every time.
struct SummaryDocumentTests {
  private static let script = """
    import re, sys, zipfile, xml.dom.minidom
    package = zipfile.ZipFile(sys.argv[1])
    assert package.testzip() is None
    parts = {name: xml.dom.minidom.parseString(package.read(name)) for name in package.namelist()}
    for name in parts:
      if name.endswith('.rels'):
        folder = name.replace('_rels/', '').rsplit('/', 1)[0] + '/' if name != '_rels/.rels' else ''
        for target in parts[name].getElementsByTagName('Relationship'):
          assert folder + target.getAttribute('Target') in parts, target.toxml()
    styles = {s.getAttribute('w:styleId') for s in parts['word/styles.xml'].getElementsByTagName('w:style')}
    document = parts['word/document.xml']
    for used in document.getElementsByTagName('w:pStyle'):
      assert used.getAttribute('w:val') in styles, used.toxml()
    for table in document.getElementsByTagName('w:tbl'):
      columns = len(table.getElementsByTagName('w:gridCol'))
      for row in table.getElementsByTagName('w:tr'):
        spans = sum(int(c.getElementsByTagName('w:gridSpan')[0].getAttribute('w:val'))
                    if c.getElementsByTagName('w:gridSpan') else 1
                    for c in row.getElementsByTagName('w:tc'))
        assert spans == columns, (spans, columns)
    for paragraph in document.getElementsByTagName('w:p'):
      print(''.join(t.firstChild.data if t.firstChild else '' for t in paragraph.getElementsByTagName('w:t')))
    """

  /// The text of each paragraph, after everything that a word processor relies on was looked at.
  private func paragraphs(_ path: String) throws -> [String] {
    try Scratch.with { scratch in
      let (output, errors) = try (scratch.file("out"), scratch.file("errors"))
      var spawn = Spawn(program: "/usr/bin/env", arguments: ["python3", "-c", Self.script, path])
      spawn.environment = ProcessInfo.processInfo.environment
      spawn.environment["PYTHONIOENCODING"] = "utf-8"
      spawn.output = .file(output.path)
      spawn.errors = errors.path
      let status = try spawn.run(limit: 20)
      let said = try String(contentsOf: errors, encoding: .utf8)
      #expect(status == 0, "\(said)")
      return try String(contentsOf: output, encoding: .utf8).components(separatedBy: "\n")
    }
  }

  @Test func `the document says what the Markdown says`() throws {
    try Scratch.with { scratch in
      let (document, again) = (scratch.path("a.docx"), scratch.path("b.docx"))
      for path in [document, again] {
        #expect(try Binary().run(["annual", "samples/year", "--text", path]).status == 0)
      }
      #expect(
        try Data(contentsOf: URL(filePath: document)) == Data(contentsOf: URL(filePath: again)))
      let shown = try paragraphs(document)
      let markdown = SummaryRun.body(try SummaryRun.text(["samples/year"]))
      for line in markdown.split(separator: "\n") {
        let plain = String(line.drop { $0 == "#" || $0 == " " }).replacing("\\", with: "")
        #expect(shown.contains(plain), "\(plain)")
      }
    }
  }

  @Test func `what units wrote cannot break the document`() throws {
    try Office.with { office in
      let table = DistrictTable().with(3, 5, "0").with(3, 6, "0")
        .explained(3, "只走访<w:p>&amp;]]>\u{7}\u{202E}没有抽样检验")
      try office.add(table, as: "a")
      let path = office.scratch.path("a.docx")
      let outcome = try office.run(
        "annual",
        [
          office.tables, "--from", "2023-08", "--to", "2023-08", "--partial", "--lenient", "--text",
          path,
        ])
      #expect(outcome.status != 2, "\(outcome.remarks)")
      let shown = try paragraphs(path)
      #expect(shown.contains { $0.contains("只走访<w:p>&amp;]]>[U+0007][U+202E]没有抽样检验") })
    }
  }

  @Test func `workbook and text appear together or not at all`() throws {
    try Scratch.with { scratch in
      let (book, text) = (scratch.path("a.xlsx"), scratch.path("a.docx"))
      let both = ["annual", "samples/year", "-o", book, "--text", text]
      #expect(try Binary().run(both).status == 0)
      #expect(try scratch.contents() == ["a.docx", "a.xlsx"])
      let lost = scratch.path("none/a.docx")
      let failed = try Binary().run([
        "annual", "samples/year", "-o", scratch.path("b.xlsx"), "--text", lost,
      ])
      #expect(failed.status == 2)
      #expect(try scratch.contents() == ["a.docx", "a.xlsx"])
    }
  }

  @Test(arguments: [
    (["--text", "a.txt"], "应以 .docx 或 .md 结尾"), ([], "--text"),
    (["-o", "a.md", "--text", "a.md"], "同一个文件"), (["-o", "a.md"], ".xlsx"),
  ])
  func `what cannot be asked for is said`(options: [String], remark: String) throws {
    try Scratch.with { scratch in
      let options = options.map { $0.hasPrefix("a.") ? scratch.path($0) : $0 }
      let outcome = try Binary().run(["annual", "samples/year"] + options)
      #expect(outcome.status == 2)
      #expect(outcome.remarks.contains(remark), "\(outcome.remarks)")
      #expect(try scratch.contents().isEmpty)
    }
  }

  @Test func `nothing is written while a unit is missing`() throws {
    try Office.with(required: ["黄浦区", "徐汇区"]) { office in
      try office.add(DistrictTable(), as: "a")
      let path = office.scratch.path("a.md")
      let outcome = try office.run("annual", [office.tables, "--to", "2023-08", "--text", path])
      #expect(outcome.status == 1)
      #expect(!office.wasWritten(path))
    }
  }
}
