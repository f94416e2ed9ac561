import Foundation
import Testing

/// A workbook as openpyxl, which shares no code with its writer, reads it.
struct OpenedBook: Decodable {
  struct Sheet: Decodable {
    var cells: [String: Cell]
    var merges: [String]
    var tables: [String: String]
    var comments: [String: [String]]
    var links: [String: Link]
    var freeze: String?
    var printTitles: String
    var printArea: String
    var widths: [String: Double]
    var heights: [String: Double]
    var filter: String?
    var validations: [Validation]
    var zoom: Int?
    var paper: String?
    var orientation: String?
    var rowBreaks: [Int]
  }

  struct Cell: Decodable {
    /// The text, or the number or truth value as a text.
    var value: String?
    var formula: String?
    /// As openpyxl names it: `s`, `n`, `f`.
    var type: String
    var font: String?
    var isBold: Bool
    var fill: String?
    var numberFormat: String
    var topBorder: String?
  }

  struct Link: Decodable {
    var location: String?
    var tooltip: String?
  }

  struct Validation: Decodable {
    var range: String
    var formula: String
    var prompt: String?
  }

  var sheetNames: [String]
  var sheets: [String: Sheet]
  var names: [String: String]
  var properties: [String: String]
  /// The parts that are not well-formed XML.
  var malformed: [String]
  /// The text of each part, for what openpyxl does not show.
  var parts: [String: String]

  /// Without its cells for a sheet so large that openpyxl would not come back.
  init(_ path: String, cells: Bool = true) throws {
    let output = try Python.run(OpenedBook.script, path, cells ? "cells" : "parts")
    self = try JSONDecoder().decode(OpenedBook.self, from: Data(output.utf8))
    #expect(malformed.isEmpty)
  }

  func cell(_ address: String, sheet: String = "表") -> Cell? { sheets[sheet]?.cells[address] }

  /// The text of the first part whose name begins so.
  func part(_ prefix: String) -> String {
    parts.keys.filter { $0.hasPrefix(prefix) }.min().flatMap { parts[$0] } ?? ""
  }
}

extension OpenedBook {
  fileprivate static let script = #"""
    import json, sys, zipfile, xml.etree.ElementTree as xml, openpyxl
    from openpyxl.worksheet.formula import ArrayFormula
    path = sys.argv[1]
    malformed, parts = [], {}
    with zipfile.ZipFile(path) as package:
        assert package.testzip() is None
        for name in package.namelist():
            data = package.read(name)
            if len(data) < 200000: parts[name] = data.decode('utf-8', 'replace')
            try: xml.fromstring(data)
            except xml.ParseError as error: malformed.append(f'{name}: {error}')
    def text(value): return None if value is None else str(value)
    def number(value): return repr(value) if isinstance(value, float) else text(value)
    def color(c): return c.rgb if c is not None and isinstance(c.rgb, str) else None
    def cell(c, shown):
        return dict(value=number(shown.value), type=c.data_type, font=c.font.name,
            formula=c.value if c.data_type == 'f' else None, isBold=bool(c.font.b),
            fill=color(c.fill.fgColor) if c.fill.patternType else None,
            numberFormat=c.number_format, topBorder=c.border.top.style)
    def sheet(s, values):
        return dict(
            cells={c.coordinate: cell(c, values[c.coordinate]) for row in s.iter_rows()
                for c in row if not isinstance(c, openpyxl.cell.MergedCell)},
            merges=sorted(str(m) for m in s.merged_cells.ranges),
            tables={t.name: t.ref for t in s.tables.values()},
            comments={c.coordinate: [c.comment.text, c.comment.author] for row in s.iter_rows()
                for c in row if c.comment},
            links={c.coordinate: dict(location=c.hyperlink.location, tooltip=c.hyperlink.tooltip)
                for row in s.iter_rows() for c in row if c.hyperlink},
            freeze=s.freeze_panes, printTitles=s.print_titles or '', printArea=s.print_area or '',
            widths={k: d.width for k, d in s.column_dimensions.items()},
            heights={str(k): d.height for k, d in s.row_dimensions.items() if d.height},
            filter=s.auto_filter.ref,
            validations=[dict(range=str(v.sqref), formula=v.formula1, prompt=v.prompt)
                for v in s.data_validations.dataValidation],
            zoom=s.sheet_view.zoomScale, paper=text(s.page_setup.paperSize),
            orientation=s.page_setup.orientation, rowBreaks=[b.id for b in s.row_breaks.brk])
    result = dict(sheetNames=[], sheets={}, names={}, properties={}, malformed=malformed, parts=parts)
    if not malformed and sys.argv[2] == 'cells':
        book = openpyxl.load_workbook(path)
        values = openpyxl.load_workbook(path, data_only=True)
        p = book.properties
        result.update(sheetNames=book.sheetnames,
            sheets={s.title: sheet(s, values[s.title]) for s in book},
            names={n: d.attr_text for n, d in book.defined_names.items()},
            properties={k: text(v) for k, v in dict(title=p.title, subject=p.subject,
                author=p.creator, category=p.category, keywords=p.keywords,
                comments=p.description, status=p.contentStatus, created=p.created).items() if v}
                | {c.name: text(c.value) for c in book.custom_doc_props.props})
    json.dump(result, sys.stdout)
    """#
}

enum Python {
  /// Whether an independent reader is there; tests that need one are skipped otherwise.
  static let hasReader = (try? run("import openpyxl")) != nil
  static let missing: Comment = "needs python3 with openpyxl (pip install openpyxl)"

  @discardableResult
  static func run(_ script: String, _ arguments: String...) throws -> String {
    try Shell.run("python3", ["-c", script] + arguments)
  }
}

enum Shell {
  struct Failure: Error { let status: Int32 }

  @discardableResult
  static func run(_ name: String, _ arguments: [String]) throws -> String {
    let process = Process()
    let output = Pipe()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = [name] + arguments
    process.standardOutput = output
    try process.run()
    let data = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    guard process.terminationStatus == 0 else { throw Failure(status: process.terminationStatus) }
    return String(decoding: data, as: UTF8.self)
  }
}

extension Trait where Self == ConditionTrait {
  /// For tests that open a workbook with another program.
  static var reader: Self { .enabled(if: Python.hasReader, Python.missing) }
}
