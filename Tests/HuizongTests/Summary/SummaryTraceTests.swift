import Foundation
import Testing

/// 数字来源 names cells of the year's workbook; there the figures stand.
struct SummaryTraceTests {
  /// Prints `sheet!cell value` for every cell that has a number.
  private static let script = """
    import sys, zipfile, xml.etree.ElementTree as tree
    package = zipfile.ZipFile(sys.argv[1])
    main = '{http://schemas.openxmlformats.org/spreadsheetml/2006/main}'
    link = '{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id'
    targets = {r.get('Id'): r.get('Target') for r in tree.fromstring(package.read('xl/_rels/workbook.xml.rels'))}
    for sheet in tree.fromstring(package.read('xl/workbook.xml')).iter(main + 'sheet'):
      for cell in tree.fromstring(package.read('xl/' + targets[sheet.get(link)])).iter(main + 'c'):
        value = cell.find(main + 'v')
        if value is not None and cell.get('t') is None: print(sheet.get('name') + '!' + cell.get('r'), value.text)
    """

  private func cells(_ path: String) throws -> [String: Double] {
    try Scratch.with { scratch in
      let output = try scratch.file("cells")
      var spawn = Spawn(program: "/usr/bin/env", arguments: ["python3", "-c", Self.script, path])
      spawn.environment = ProcessInfo.processInfo.environment
      spawn.environment["PYTHONIOENCODING"] = "utf-8"
      spawn.output = .file(output.path)
      #expect(try spawn.run(limit: 20) == 0)
      var cells: [String: Double] = [:]
      for line in try String(contentsOf: output, encoding: .utf8).split(separator: "\n") {
        let parts = line.split(separator: " ")
        if let value = Double(parts[1]) { cells[String(parts[0])] = value }
      }
      return cells
    }
  }

  @Test func `every figure stands in the cell that it names`() throws {
    let (rows, cells) = try Scratch.with { scratch in
      let (book, text) = (scratch.path("a.xlsx"), scratch.path("a.md"))
      let run = try Binary().run(["annual", "samples/year", "-o", book, "--text", text])
      #expect(run.status == 0)
      let written = try String(contentsOfFile: text, encoding: .utf8)
      return (SummaryRun.table("附：数字来源", in: written).dropFirst(2), try self.cells(book))
    }
    var compared = 0
    for row in rows {
      let places = row[5].components(separatedBy: "、").filter { $0.contains("!") }
      let values = places.compactMap { cells[$0] }
      #expect(values.count == places.count, "\(row)")
      let shown = numbers(row[2])
      // A share names two cells and is neither of them; a ranking names one cell for each.
      guard !row[2].contains("%"), shown.count == places.count else { continue }
      for (number, value) in zip(shown, values) {
        #expect(abs(number - value) <= 0.005_001, "\(row)")
        compared += 1
      }
    }
    #expect(compared > 50)
  }

  /// 分月分区 has the units that the text counts, in ranges around those that it does not.
  @Test func `figures of months without the cumulative units are the sums of their ranges`() throws
  {
    let units = ["黄浦区", "徐汇区", "长宁区", "静安区", "普陀区"]
    let (text, cells) = try Office.with(required: units) { office in
      for (index, unit) in units.enumerated() where unit != "静安区" {
        for month in [7, 8] {
          let table = DistrictTable.times(Int64(index * 2 + month), "2023-0\(month)", unit: unit)
          try office.add(table, as: "\(unit)\(month)")
        }
      }
      try office.add(.times(3, "2023-07—2023-08", unit: "静安区"), as: "both")
      let text = try office.summary("2023-07", "2023-08", "--lenient", "-o", office.xlsx)
      return (text, try self.cells(office.xlsx))
    }
    let rows = SummaryRun.table("附：数字来源", in: text).dropFirst(2)
    #expect(!rows.contains { $0[5].contains("明细") })
    let august = rows.filter { $0[3] == "本月·抽查批次数" }
    #expect(august.map { $0[5] } == ["分月分区!C24:C26、分月分区!C28"])
    var compared = 0
    for row in rows where row[5].contains("分月分区") {
      guard let shown = Double(row[2]) else { continue }
      #expect(abs(shown - sum(row[5], cells)) <= 0.005_001, "\(row)")
      compared += 1
    }
    #expect(compared == 3)
  }

  /// The sum of `sheet!D5:D7、sheet!D9`.
  private func sum(_ places: String, _ cells: [String: Double]) -> Double {
    places.components(separatedBy: "、").reduce(0) { sum, place in
      let parts = place.components(separatedBy: "!")
      let ends = parts[1].components(separatedBy: ":")
      let rows = ends.compactMap { Int($0.drop(while: \.isLetter)) }
      let column = ends[0].prefix(while: \.isLetter)
      return (rows[0]...rows[rows.count - 1]).reduce(sum) {
        $0 + (cells["\(parts[0])!\(column)\($1)"] ?? 0)
      }
    }
  }

  /// `18`, or what stands in the brackets of `浦东新区（942起）、…`
  private func numbers(_ shown: String) -> [Double] {
    if let number = Double(shown) { return [number] }
    return shown.components(separatedBy: "（").dropFirst().compactMap { part in
      Double(part.prefix { $0.isASCII && ($0.isNumber || $0 == ".") })
    }
  }
}
