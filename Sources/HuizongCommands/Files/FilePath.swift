import HuizongCore

/// A path as the system has it and as people read it.
///
/// Archives from Chinese Windows unpack to names in GBK: no valid text here, and still the way to
/// the file.
struct FilePath: Sendable {
  /// With a zero at the end, for the system.
  let bytes: [CChar]
  let shown: String
  /// The folder's list says that it is a regular file, so that nothing has to be asked again.
  var isRegular = false

  init(_ text: String) {
    bytes = Array(text.utf8CString)
    shown = text
  }

  private init(raw: [UInt8]) {
    bytes = raw.map { CChar(bitPattern: $0) } + [0]
    shown = GB18030.name(raw)
  }

  /// The folder and the name in it.
  var parts: (folder: FilePath, name: [UInt8]) {
    let path = bytes.dropLast().map { UInt8(bitPattern: $0) }
    guard let slash = path.lastIndex(of: UInt8(ascii: "/")) else { return (FilePath("."), path) }
    return (FilePath(raw: Array(path[...slash])), Array(path[(slash + 1)...]))
  }

  func appending(_ name: [UInt8]) -> FilePath {
    var path = bytes.dropLast().map { UInt8(bitPattern: $0) }
    if path.last != UInt8(ascii: "/") { path.append(UInt8(ascii: "/")) }
    return FilePath(raw: path + name)
  }
}
