import Foundation
import Testing

@testable import HuizongCommands

@Suite("huizong check --format")
struct CheckFormatTests {
  @Test(
    "writes the page and the CSV",
    arguments: [("html", "<!DOCTYPE html>"), ("csv", "\u{FEFF}文件,")])
  func formats(_ format: String, _ beginning: String) throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let input = folder.appending(path: "黄浦区.csv")
    let output = folder.appending(path: "result")
    let fixture = try ReportFixture()
    var rows = fixture.ones()
    rows[0][0] = "7654321"
    try Data(fixture.file(rows).utf8).write(to: input)
    let status = Program.run(
      ["check", input.path, "--format", format, "-o", output.path, "--lang", "zh"])
    let text = String(decoding: try Data(contentsOf: output), as: UTF8.self)
    #expect(status == 0)
    #expect(text.hasPrefix(beginning))
    #expect(text.contains("黄浦区.csv"))
    // The page draws the values, for which the check must keep them.
    #expect(text.contains("7654321") == (format == "html"))
  }
}
