import Foundation

/// The files that the tests read.
enum Samples {
  /// The root of the repository, four folders above this file.
  static let root = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  static func text(_ path: String) -> String {
    (try? String(contentsOf: root.appending(path: path), encoding: .utf8)) ?? ""
  }

  static func bytes(_ path: String) throws -> [UInt8] {
    [UInt8](try Data(contentsOf: root.appending(path: path)))
  }

  /// The names of a folder's CSV files, without the ending.
  static func names(in folder: String) -> [String] {
    let files = try? FileManager.default.contentsOfDirectory(
      atPath: root.appending(path: folder).path)
    return (files ?? []).filter { $0.hasSuffix(".csv") }.map { String($0.dropLast(4)) }.sorted()
  }

  /// The numbers of `samples/accepted/reference.csv`, a row for each product.
  static let reference = SimpleCSV.rows(text("samples/accepted/reference.csv")).dropFirst(3)
}

/// The expectations and the tidy tables: commas and line ends, nothing quoted. Deliberately not the
/// reader that is under test.
enum SimpleCSV {
  static func rows(_ text: String) -> [[String]] {
    text.replacing("\u{FEFF}", with: "").split(whereSeparator: \.isNewline).map { line in
      line.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    }
  }
}
