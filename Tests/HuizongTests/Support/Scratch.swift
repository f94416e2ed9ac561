import Foundation

/// A folder of its own for one test, gone when the test ends.
struct Scratch {
  let folder: URL

  static func with<Result>(_ use: (Scratch) throws -> Result) throws -> Result {
    let folder = FileManager.default.temporaryDirectory
      .appending(path: "huizong-tests-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    return try use(Scratch(folder: folder))
  }

  func path(_ name: String) -> String { folder.appending(path: name).path }

  @discardableResult
  func file(_ name: String, _ bytes: Data = Data()) throws -> URL {
    let url = folder.appending(path: name)
    try FileManager.default.createDirectory(
      at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    try bytes.write(to: url)
    return url
  }

  @discardableResult
  func file(_ name: String, _ text: String) throws -> URL { try file(name, Data(text.utf8)) }

  @discardableResult
  func subfolder(_ name: String) throws -> URL {
    let url = folder.appending(path: name)
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    return url
  }

  /// Everything below the folder, for tests that nothing was left behind.
  func contents() throws -> [String] {
    try FileManager.default.subpathsOfDirectory(atPath: folder.path).sorted()
  }
}
