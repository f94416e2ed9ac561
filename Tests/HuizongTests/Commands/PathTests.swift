import Foundation
import Glibc
import Testing

/// What a path may turn out to be.
struct PathTests {
  private static let good = "samples/accepted/gbk.csv"

  @Test func `a missing path is named, and what is there is checked all the same`() throws {
    let outcome = try Binary().run(["check", "--format", "json", "没有.csv", Self.good])
    #expect(outcome.status == 2)
    #expect(outcome.remarks.contains("没有.csv"))
    let report = try JSONDecoder().decode(CheckReport.self, from: outcome.output)
    #expect(report.summary.accepted == 1)
  }

  @Test(.enabled(if: getuid() != 0, "root may read every file"))
  func `a file that may not be read is rejected and the others are checked`() throws {
    try Scratch.with { scratch in
      let locked = try scratch.file("locked.csv", "1")
      chmod(locked.path, 0)
      let (status, report) = try Binary().check([locked.path, Self.good])
      #expect(report.findings.map(\.code) == ["S24"])
      #expect(report.summary.accepted == 1)
      #expect(status == 1)
    }
  }

  @Test func `a folder whose name ends in csv is a folder`() throws {
    try Scratch.with { scratch in
      try scratch.file("x.csv/黄浦区.csv", Data(try Samples.bytes(Self.good)))
      let (status, report) = try Binary().check([scratch.path("x.csv")])
      #expect(report.files.map(\.path) == [scratch.path("x.csv/黄浦区.csv")])
      #expect(status == 0)
    }
  }

  @Test func `an empty folder is a mistake`() throws {
    try Scratch.with { scratch in
      try scratch.subfolder("2023-08")
      let outcome = try Binary().run(["check", scratch.path("2023-08")])
      #expect(outcome.status == 2)
      #expect(outcome.remarks.contains("2023-08"))
    }
  }

  @Test func `what is no submission is listed with the reason`() throws {
    try Scratch.with { scratch in
      for name in ["说明.docx", "黄浦区.xlsx", ".隐藏.csv", "~$黄浦区.csv", "README"] {
        try scratch.file("reports/\(name)", "x")
      }
      let (status, report) = try Binary().check([scratch.path("reports")])
      #expect(report.files.map(\.status) == Array(repeating: "left-out", count: 5))
      #expect(report.findings.map(\.code) == Array(repeating: "S35", count: 5))
      #expect(status != 0)
    }
  }

  @Test func `a loop of links ends and is told`() throws {
    try Scratch.with { scratch in
      try scratch.file("reports/黄浦区.csv", Data(try Samples.bytes(Self.good)))
      for (link, target) in [("self", "."), ("up", ".."), ("again", scratch.path("reports"))] {
        try FileManager.default.createSymbolicLink(
          atPath: scratch.path("reports/\(link)"), withDestinationPath: target)
      }
      let (_, report) = try Binary().check([scratch.path("reports")])
      #expect(report.summary.accepted == 1)
      #expect(report.findings.allSatisfy { $0.code == "S35" })
    }
  }

  private static let overlaps: [(paths: [String], files: Int)] = [
    (["year", "year/08"], 3), (["year/08", "year"], 3), (["year", "year"], 3),
    (["year/08", "only"], 3), (["only/08", "only"], 1), (["year/./08/", "year/08"], 2),
    (["year/08/a.csv", "year/08"], 2), (["year/08", "year/08/a.csv"], 2),
    (["year/08/a.csv", "year/../year/08/a.csv"], 1), (["year/08/a.csv", "year/08/b.csv"], 2),
    (["year/08", "year/08/note.dat"], 3),
  ]

  @Test(arguments: overlaps)
  func `what two paths lead to is read once`(paths: [String], files: Int) throws {
    try Scratch.with { scratch in
      let bytes = Data(try Samples.bytes(Self.good))
      for name in ["year/08/a.csv", "year/08/b.csv", "year/09/a.csv", "only/08/c.csv"] {
        try scratch.file(name, bytes)
      }
      if paths.contains("year/08/note.dat") { try scratch.file("year/08/note.dat", bytes) }
      let paths = paths.map { scratch.path($0) }
      let (_, report) = try Binary().check(paths)
      #expect(report.summary.accepted == files)
      #expect(!report.findings.contains { $0.message.contains("链接") })
      let outcome = try Binary().run(["check", "--format", "json"] + paths)
      // The same table several times over, which the roll-up looks at.
      let remark = files > 1 ? "huizong: 同一单位的累计表与各月" : ""
      #expect(outcome.status != 2 && outcome.remarks.hasPrefix(remark))
      #expect(outcome.remarks.split(separator: "\n").count == (files > 1 ? 1 : 0))
    }
  }

  @Test func `standard input named twice is read once`() throws {
    let bytes = Data(try Samples.bytes(Self.good))
    let check = try Binary().run(["check", "-", "-", "--format", "json"], input: bytes)
    let report = try JSONDecoder().decode(CheckReport.self, from: check.output)
    #expect(report.files.map(\.path) == ["-"] && report.summary.accepted == 1)
  }

  @Test func `a broken link is left out and told`() throws {
    try Scratch.with { scratch in
      try scratch.subfolder("reports")
      try FileManager.default.createSymbolicLink(
        atPath: scratch.path("reports/黄浦区.csv"), withDestinationPath: "gone.csv")
      let (_, report) = try Binary().check([scratch.path("reports")])
      #expect(report.findings.map(\.code) == ["S35"])
    }
  }

  @Test func `a pipe that nobody fills is not waited for`() throws {
    try Scratch.with { scratch in
      try scratch.subfolder("reports")
      mkfifo(scratch.path("reports/pipe.csv"), 0o600)
      var binary = Binary()
      binary.limit = 5
      let named = try binary.run(["check", scratch.path("reports/pipe.csv")])
      #expect(named.status == 2)
      #expect(named.remarks.contains("pipe.csv"))
      let (_, report) = try binary.check([scratch.path("reports")])
      #expect(report.findings.map(\.code) == ["S35"])
    }
  }

  @Test func `files of a folder come in the order of their names, subfolders included`() throws {
    try Scratch.with { scratch in
      for name in ["2/b.csv", "10/a.csv", "1/c.csv", "1/a.txt", "0.tsv"] {
        try scratch.file("all/\(name)", Data(try Samples.bytes(Self.good)))
      }
      let (_, report) = try Binary().check([scratch.path("all")])
      let names = report.files.map { String($0.path.dropFirst(scratch.path("all").count + 1)) }
      #expect(names == ["0.tsv", "1/a.txt", "1/c.csv", "10/a.csv", "2/b.csv"])
    }
  }

  @Test func `standard input is a submission`() throws {
    let bytes = Data(try Samples.bytes(Self.good))
    let check = try Binary().run(["check", "-", "--format", "json"], input: bytes)
    let report = try JSONDecoder().decode(CheckReport.self, from: check.output)
    #expect(report.files.map(\.path) == ["-"])
    #expect(report.summary.accepted == 1)
    let tidy = try Binary().run(["tidy", "-"], input: bytes)
    #expect(tidy.output == (try Binary().run(["tidy", Self.good])).output)
  }

  @Test func `an empty standard input is an empty file`() throws {
    let outcome = try Binary().run(["check", "-", "--format", "json"])
    let report = try JSONDecoder().decode(CheckReport.self, from: outcome.output)
    #expect(report.findings.map(\.code) == ["S22"])
    #expect(outcome.status == 1)
  }

  /// Archives made on Chinese Windows unpack to names that are no UTF-8.
  @Test func `a file name in GBK does not keep the file from being read`() throws {
    try Scratch.with { scratch in
      try scratch.subfolder("reports")
      let name: [CChar] = [0xBB, 0xC6, 0xC6, 0xD6].map { CChar(bitPattern: $0) }
      let path = (scratch.path("reports") + "/").utf8CString.dropLast() + name + ".csv".utf8CString
      let file = open(Array(path), O_WRONLY | O_CREAT, 0o600)
      try FileHandle(fileDescriptor: file, closeOnDealloc: true)
        .write(contentsOf: Data(try Samples.bytes(Self.good)))
      let (status, report) = try Binary().check([scratch.path("reports")])
      #expect(report.summary.accepted == 1)
      #expect(status == 0)
    }
  }
}
