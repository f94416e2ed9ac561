import Foundation
import Testing

/// `huizong annual … --text`
enum SummaryRun {
  static func text(_ paths: [String], _ options: String...) throws -> String {
    try Scratch.with { scratch in
      let path = scratch.path("summary.md")
      let outcome = try Binary().run(["annual"] + paths + ["--text", path] + options)
      try #require(outcome.status != 2, "\(outcome.remarks)")
      return try String(contentsOfFile: path, encoding: .utf8)
    }
  }

  /// The sentences before the tables.
  static func body(_ text: String) -> String {
    text.range(of: "## 附表一").map { String(text[..<$0.lowerBound]) } ?? text
  }

  /// The rows of the table under a heading.
  static func table(_ heading: String, in text: String) -> [[String]] {
    guard let start = text.range(of: "## \(heading)") else { return [] }
    let part = text[start.upperBound...].components(separatedBy: "\n## ")[0]
    return part.split(separator: "\n").filter { $0.hasPrefix("| ") }.map { line in
      line.dropFirst(2).dropLast(2).components(separatedBy: " | ")
    }
  }
}

extension Office {
  func summary(_ from: String, _ to: String, _ options: String...) throws -> String {
    let path = scratch.path("summary.md")
    let outcome = try run(
      "annual", [tables, "--from", from, "--to", to, "--text", path] + options)
    try #require(outcome.status != 2, "\(outcome.remarks)")
    return try String(contentsOfFile: path, encoding: .utf8)
  }
}
