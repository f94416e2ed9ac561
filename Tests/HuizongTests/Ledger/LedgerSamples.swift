import Foundation
import Testing

@testable import HuizongCore

/// `Tests/Fixtures/expectations/ledgers.csv`: every finding of every sample in `samples/ledgers`.
enum LedgerSamples {
  struct Case: Sendable, CustomTestStringConvertible {
    /// `flaws/A11-no-case`; a folder where the fault lies between two files.
    let name: String
    /// `A11 error 4:3 C4`
    let findings: [String]

    var path: String {
      let path = "samples/ledgers/\(name)"
      var isFolder: ObjCBool = false
      let url = Samples.root.appending(path: path)
      return FileManager.default.fileExists(atPath: url.path, isDirectory: &isFolder)
        ? path : path + ".csv"
    }
    var testDescription: String { name }
  }

  static let all: [Case] = {
    let rows = SimpleCSV.rows(Samples.text("Tests/Fixtures/expectations/ledgers.csv")).dropFirst()
    func optional(_ text: String) -> String? { text.isEmpty ? nil : text }
    return Dictionary(grouping: rows) { $0[0] }.map { name, rows in
      let findings = rows.filter { !$0[1].isEmpty }.map {
        CheckReport.Finding.short($0[1], $0[2], optional($0[3]), optional($0[4]), optional($0[5]))
      }
      return Case(name: name, findings: findings.sorted())
    }.sorted { $0.name < $1.name }
  }()

  static let accepted = all.filter { $0.name.hasPrefix("accepted/") }

  /// The files and folders that are there.
  static func names(in folder: String) -> [String] {
    let url = Samples.root.appending(path: "samples/ledgers/\(folder)")
    let files = (try? FileManager.default.contentsOfDirectory(atPath: url.path)) ?? []
    return files.map { "\(folder)/\($0.replacing(".csv", with: ""))" }.sorted()
  }

  /// The ledgers of a file, read by the library.
  static func ledgers(_ path: String) throws -> [Ledger] {
    try TestRules.check([path]).compactMap(\.ledger)
  }
}

/// A ledger of one unit, made for one test.
struct MadeLedger {
  var unit = "黄浦区"
  var period: String?
  /// Rows of six cells.
  var cases: [[String]] = []

  static let labels = "报送时间,立案时间,案例内容,典型案例办理进度,是否依法曝光,是否纳入国家企业信用信息公示系统"

  static func row(
    _ content: String, sent: String = "2023-08-31", opened: String = "2023-08-01",
    progress: String = "调查中", exposed: String = "否"
  ) -> [String] {
    [sent, opened, content, progress, exposed, "否"]
  }

  var text: String {
    let quoted = cases.map { row in
      row.map { "\"\($0.replacing("\"", with: "\"\""))\"" }.joined(separator: ",")
    }
    let above = ["单位：\(unit)"] + (period.map { ["数据周期：\($0)"] } ?? [])
    return (above + [MadeLedger.labels] + quoted).joined(separator: "\r\n") + "\r\n"
  }
}

extension Office {
  func add(_ ledger: MadeLedger, as name: String) throws {
    try scratch.file("tables/\(name).csv", ledger.text)
  }
}
