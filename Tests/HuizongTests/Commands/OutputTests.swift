import Foundation
import Testing

/// Where the results go, and what must never be among them.
struct OutputTests {
  private static let good = "samples/accepted/gbk.csv"

  private static let writers = [
    ["check"], ["check", "--format", "json"], ["tidy"], ["--help"], ["check", "--help"],
  ]

  @Test(arguments: writers)
  func `a reader that has seen enough is no failure`(arguments: [String]) throws {
    let paths = arguments.contains("--help") ? [] : Expectations.accepted.map(\.path)
    let outcome = try Binary().run(arguments + paths, output: .closedPipe)
    #expect(outcome.status == 0)
    // The samples hold one table many times over, which a tidy table says.
    let rivals = arguments == ["tidy"] ? "huizong: 同一单位同一期有" : "huizong: 同一单位的累计表与各月"
    #expect(outcome.remarks.split(separator: "\n").allSatisfy { $0.hasPrefix(rivals) })
    #expect(outcome.remarks.isEmpty == arguments.contains("--help"))
  }

  @Test(arguments: [["check"], ["tidy"], ["--help"]])
  func `a full disk is a failure and says so`(arguments: [String]) throws {
    let paths = arguments == ["--help"] ? [] : [Self.good]
    let outcome = try Binary().run(arguments + paths, output: .file("/dev/full"))
    #expect(outcome.status == 2)
    #expect(outcome.remarks.contains("磁盘已满"))
  }

  @Test(arguments: ["check", "tidy"], ["missing/result", "folder", "file/result", "full"])
  func `what cannot be written leaves nothing behind`(command: String, target: String) throws {
    try Scratch.with { scratch in
      try scratch.subfolder("folder")
      try scratch.file("file", "kept")
      try FileManager.default.createSymbolicLink(
        atPath: scratch.path("full"), withDestinationPath: "/dev/full")
      let before = try scratch.contents()
      let outcome = try Binary().run([command, Self.good, "-o", scratch.path(target)])
      #expect(outcome.status == 2)
      #expect(outcome.remarks.contains(scratch.path(target)))
      #expect(outcome.output.isEmpty)
      #expect(try scratch.contents() == before)
    }
  }

  private static let otherFiles: [(command: [String], name: String)] = [
    (["check"], "a.xlsx"), (["check"], "a.XLS"), (["check", "--format", "text"], "a.docx"),
    (["tidy"], "a.xlsx"), (["tidy"], "a.html"), (["diff", good], "a.csv"),
    (["status", "--period", "2023-08"], "a.html"), (["verify", good], "a.xlsx"),
  ]

  @Test(arguments: otherFiles)
  func `no report takes the place of another kind of file`(command: [String], name: String) throws {
    try Scratch.with { scratch in
      let file = try scratch.file(name, "kept")
      let outcome = try Binary().run(command + [Self.good, "-o", file.path])
      #expect(outcome.status == 2 && outcome.output.isEmpty)
      #expect(outcome.remarks.contains(".\(file.pathExtension.lowercased())"), "\(outcome.remarks)")
      #expect(try String(contentsOf: file, encoding: .utf8) == "kept")
    }
  }

  @Test(arguments: [("a.json", "{"), ("a.CSV", "\u{FEFF}"), ("a.txt", "2023-08"), ("a", "2023-08")])
  func `the ending says what is written`(name: String, start: String) throws {
    try Scratch.with { scratch in
      let path = scratch.path(name)
      _ = try Binary().run(["status", "--period", "2023-08", Self.good, "-o", path])
      #expect(
        String(decoding: try Data(contentsOf: URL(filePath: path)), as: UTF8.self)
          .unicodeScalars.starts(with: start.unicodeScalars))
    }
  }

  @Test func `a file that is there is replaced as a whole`() throws {
    try Scratch.with { scratch in
      try scratch.file("out.json", String(repeating: "old ", count: 10_000))
      let outcome = try Binary().run(
        ["check", "--format", "json", Self.good, "-o", scratch.path("out.json")])
      #expect(outcome.status == 0 && outcome.output.isEmpty)
      let bytes = try Data(contentsOf: scratch.folder.appending(path: "out.json"))
      #expect(try JSONDecoder().decode(CheckReport.self, from: bytes).summary.accepted == 1)
      #expect(try scratch.contents() == ["out.json"])
    }
  }

  // MARK: Terminals

  private static let nasty = "\u{1B}]0;title\u{07}\u{1B}[31m\u{9B}2J\u{202E}\r\u{8}\u{7F}"

  /// What a terminal obeys, and what turns the direction of text around.
  private func obeyed(_ text: String) -> [String] {
    let controls =
      [0...9, 0xB...0x1F, 0x7F...0x9F, 0x202A...0x202E, 0x2066...0x2069] as [ClosedRange<UInt32>]
    return text.unicodeScalars.filter { scalar in controls.contains { $0.contains(scalar.value) } }
      .map { "U+" + String($0.value, radix: 16) }
  }

  private static let cells = [
    "填表单位", "数据周期", "产品类别", "采集风险信息（条）", "水泥", "安全帽,16", "备注：", "说明,",
  ]

  @Test(arguments: cells, ["zh", "en"])
  func `a cell cannot speak to the terminal`(before: String, language: String) throws {
    let table = Samples.text("samples/accepted/reference.csv") + "备注：无\r\n说明,情况属实\r\n"
    for changed in [before + Self.nasty, Self.nasty + before] {
      let bytes = Data(table.replacing(before, with: changed).utf8)
      let outcome = try Binary().run(["check", "-", "-v", "--lang", language], input: bytes)
      #expect(obeyed(outcome.text) == [])
      #expect(obeyed(outcome.remarks) == [])
    }
  }

  @Test(arguments: ["\u{1B}[31m红.csv", "\u{7}\u{8}\r.csv", "a\nb.csv"], ["check", "tidy"])
  func `a file name cannot speak to the terminal`(name: String, command: String) throws {
    try Scratch.with { scratch in
      try scratch.file("all/\(name)", "x")
      try scratch.file("all/\(name).xlsx", "x")
      for path in [scratch.path("all"), scratch.path("all/\(name)")] {
        let outcome = try Binary().run([command, path])
        #expect(obeyed(command == "check" ? outcome.text : "") == [])
        #expect(obeyed(outcome.remarks) == [])
      }
    }
  }

  @Test func `a path that does not exist cannot speak to the terminal`() throws {
    let outcome = try Binary().run(["check", "gone\(Self.nasty).csv"])
    #expect(obeyed(outcome.remarks) == [])
  }

  @Test(arguments: ["\u{9B}2J.csv", "\u{202E}vsc.csv"])
  func `a file name cannot use the less known controls either`(name: String) throws {
    try Scratch.with { scratch in
      let file = try scratch.file(name, "x")
      let outcome = try Binary().run(["check", file.path])
      #expect(obeyed(outcome.text) == [])
    }
  }

  @Test func `an unknown option cannot speak to the terminal`() throws {
    let outcome = try Binary().run(["check", "--\(Self.nasty)"])
    #expect(obeyed(outcome.remarks) == [])
  }

  @Test func `no colour and no progress where there is no terminal`() throws {
    let outcome = try Binary().run(["check"] + Expectations.flaws.map(\.path))
    #expect(obeyed(outcome.text) == [])
    #expect(outcome.remarks.hasPrefix("huizong: 同一单位的累计表与各月"))
    #expect(outcome.remarks.split(separator: "\n").count == 1)
  }

  @Test(arguments: ["check", "tidy"])
  func `a table that is read is not written over`(command: String) throws {
    try Scratch.with { scratch in
      let table = try scratch.file("table.csv", TestTable().text)
      let link = scratch.path("link.csv")
      try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: table.path)
      for output in [table.path, link] {
        let outcome = try Binary().run([command, table.path, "-o", output])
        #expect(outcome.status == 2 && outcome.remarks.contains("换一个文件名"))
        #expect(try String(contentsOf: table, encoding: .utf8) == TestTable().text)
      }
    }
  }

  @Test func `a city's files are not written over its tables`() throws {
    try Office.with { office in
      let path = try office.add(DistrictTable(), as: "good")
      for arguments in [["-o", office.xlsx, "--csv", path], ["-o", path]] {
        let outcome = try office.run(
          "rollup", [office.tables, "--period", "2023-08"] + arguments)
        #expect(outcome.status == 2 && !office.wasWritten(office.xlsx))
        #expect(try String(contentsOfFile: path, encoding: .utf8) == DistrictTable().text)
      }
    }
  }

  @Test func `the ending of the output says what is wanted`() throws {
    try Scratch.with { scratch in
      let table = try scratch.file("table.csv", TestTable().text).path
      let page = scratch.path("result.html")
      #expect(try Binary().run(["check", table, "-o", page]).status == 0)
      #expect(try String(contentsOfFile: page, encoding: .utf8).hasPrefix("<!DOCTYPE html>"))
    }
  }
}
