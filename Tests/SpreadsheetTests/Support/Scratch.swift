import Foundation
import Spreadsheet
import Testing

/// A folder of its own for one test, gone when the test is.
final class Scratch: Sendable {
  let folder: String

  init() throws {
    folder = NSTemporaryDirectory() + "spreadsheet-tests-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(atPath: folder) }

  func path(_ name: String = "book.xlsx") -> String { "\(folder)/\(name)" }

  /// Everything in the folder, hidden files too.
  var names: [String] {
    (try? FileManager.default.contentsOfDirectory(atPath: folder).sorted()) ?? []
  }

  func put(_ text: String, _ name: String = "book.xlsx") throws {
    try Data(text.utf8).write(to: URL(fileURLWithPath: path(name)))
  }

  func text(_ name: String = "book.xlsx") throws -> String {
    String(decoding: try bytes(name), as: UTF8.self)
  }

  func bytes(_ name: String = "book.xlsx") throws -> Data {
    try Data(contentsOf: URL(fileURLWithPath: path(name)))
  }
}

/// Makes a workbook of one sheet, closes it and opens it again with another program.
func opened(
  _ name: String = "表", mode: Workbook.Mode = .whole, cells: Bool = true,
  _ fill: (Worksheet) throws -> Void
) throws -> OpenedBook {
  let scratch = try Scratch()
  let book = try Workbook(path: scratch.path(), mode: mode)
  try fill(book.addSheet(name))
  try book.close()
  return try OpenedBook(scratch.path(), cells: cells)
}

/// What a call on a fresh sheet is refused with.
func refusal(
  mode: Workbook.Mode = .whole, _ work: (Worksheet) throws -> Void
) throws -> WorkbookError? {
  let scratch = try Scratch()
  let sheet = try Workbook(path: scratch.path(), mode: mode).addSheet("表")
  do {
    try work(sheet)
    return nil
  } catch let error as WorkbookError {
    return error
  }
}

/// Shorthand for tests: `"B5"` is a cell, `"B5:C7"` a range.
extension CellAddress: ExpressibleByStringLiteral {
  public init(stringLiteral text: String) { self = CellAddress(a1: text)! }
}

extension CellRange: ExpressibleByStringLiteral {
  public init(stringLiteral text: String) { self = CellRange(a1: text)! }
}
