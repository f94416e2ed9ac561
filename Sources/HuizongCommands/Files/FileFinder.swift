import Glibc
import HuizongCore

/// The files to read, in a fixed order, and those that are no submission.
struct FileFinder {
  enum Item: Sendable {
    case read(FilePath)
    case leftOut(FilePath, Both)
  }

  private(set) var items: [Item] = []
  /// Paths that could not be reached at all.
  private(set) var failures: [RunError] = []
  /// The folders that were read, each with the number of the argument that led there.
  private var visited: [FolderIdentity: Int] = [:]
  /// Files that the command line names.
  private var named: Set<FileIdentity> = []
  private var arguments = 0
  private var readsInput = false

  private struct FolderIdentity: Hashable, Sendable {
    let device: UInt
    let inode: UInt

    init(_ status: stat) {
      device = UInt(status.st_dev)
      inode = UInt(status.st_ino)
    }
  }

  private struct FileIdentity: Hashable {
    let folder: FolderIdentity
    let name: [UInt8]
  }

  /// What another argument led to before is not read again.
  mutating func add(_ argument: String) {
    arguments += 1
    let path = FilePath(argument)
    guard argument != "-" else {
      if !readsInput { items.append(.read(path)) }
      readsInput = true
      return
    }
    var status = stat()
    guard stat(path.bytes, &status) == 0 else {
      failures.append(.unreachable(argument, errno))
      return
    }
    switch status.st_mode & S_IFMT {
    case S_IFDIR:
      if !add(FileFinder.list(path)) { failures.append(.emptyFolder(argument)) }
    case S_IFREG: addFile(path)
    default: failures.append(.notRegular(argument))
    }
  }

  private mutating func addFile(_ path: FilePath) {
    let (folder, name) = path.parts
    var status = stat()
    if stat(folder.bytes, &status) == 0 {
      let identity = FolderIdentity(status)
      let wasListed = visited[identity] != nil && FileFinder.isSubmission(name)
      let isNew = named.insert(FileIdentity(folder: identity, name: name)).inserted
      guard isNew, !wasListed else { return }
    }
    items.append(.read(path))
  }

  // MARK: Folders

  private enum Child: Sendable {
    case item(Item)
    case folder(FilePath)
  }

  private struct Listing: Sendable {
    let path: FilePath
    /// Nil when the folder could not be opened; then its children are one item that says so.
    var identity: FolderIdentity?
    var children: [Child]
  }

  /// The folders in a folder are listed on all processors: to list those of 3,000 units one after
  /// the other took as long as reading a tenth of their files.
  ///
  /// False when there is no submission in it.
  private mutating func add(_ listing: Listing) -> Bool {
    if let identity = listing.identity, let earlier = visited[identity] {
      guard earlier == arguments else { return true }
      items.append(.leftOut(listing.path, FileFinder.seenBefore))
      return false
    }
    if let identity = listing.identity { visited[identity] = arguments }
    let folders = listing.children.compactMap {
      if case .folder(let path) = $0 { path } else { nil }
    }
    var listings = Workers.map(
      folders.count, make: {}, progress: { _ in },
      work: { _, index in FileFinder.list(folders[index]) }
    )[...]
    var hasSubmission = false
    for child in listing.children {
      switch child {
      case .item(let item):
        if case .read = item { hasSubmission = true }
        if !isNamed(item, in: listing.identity) { items.append(item) }
      case .folder:
        if let folder = listings.popFirst(), add(folder) { hasSubmission = true }
      }
    }
    return hasSubmission
  }

  private func isNamed(_ item: Item, in folder: FolderIdentity?) -> Bool {
    guard !named.isEmpty, let folder else { return false }
    let name =
      switch item {
      case .read(let path), .leftOut(let path, _): path.parts.name
      }
    return named.contains(FileIdentity(folder: folder, name: name))
  }

  private static func list(_ path: FilePath) -> Listing {
    guard let folder = opendir(path.bytes) else {
      return Listing(path: path, children: [.item(.leftOut(path, cannotOpen(errno)))])
    }
    defer { closedir(folder) }
    var status = stat()
    fstat(dirfd(folder), &status)
    let identity = FolderIdentity(status)
    let children = entries(of: folder).map { child($0.name, $0.type, in: path) }
    return Listing(path: path, identity: identity, children: children)
  }

  private static func entries(of folder: OpaquePointer) -> [(name: [UInt8], type: Int)] {
    var entries: [(name: [UInt8], type: Int)] = []
    while let entry = readdir(folder) {
      let name = withUnsafeBytes(of: &entry.pointee.d_name) { Array($0.prefix { $0 != 0 }) }
      if name != [0x2E], name != [0x2E, 0x2E] {
        entries.append((name, Int(entry.pointee.d_type)))
      }
    }
    return entries.sorted { $0.name.lexicographicallyPrecedes($1.name) }
  }

  private static func child(_ name: [UInt8], _ type: Int, in folder: FilePath) -> Child {
    var path = folder.appending(name)
    path.isRegular = type == Int(DT_REG)
    var type = type
    if type == Int(DT_LNK) || type == Int(DT_UNKNOWN) { type = FileFinder.type(of: path) }
    switch type {
    case Int(DT_DIR): return .folder(path)
    case Int(DT_REG): return .item(file(path, String(decoding: name, as: UTF8.self)))
    default: return .item(.leftOut(path, noFile))
    }
  }

  private static func type(of path: FilePath) -> Int {
    var status = stat()
    guard stat(path.bytes, &status) == 0 else { return Int(DT_UNKNOWN) }
    switch status.st_mode & S_IFMT {
    case S_IFDIR: return Int(DT_DIR)
    case S_IFREG: return Int(DT_REG)
    default: return Int(DT_UNKNOWN)
    }
  }

  private static func file(_ path: FilePath, _ name: String) -> Item {
    reasonToLeaveOut(name).map { .leftOut(path, $0) } ?? .read(path)
  }

  private static func isSubmission(_ name: [UInt8]) -> Bool {
    reasonToLeaveOut(String(decoding: name, as: UTF8.self)) == nil
  }

  /// In a folder, a file's ending says whether it is meant as a submission. A file named on the
  /// command line is always read.
  private static func reasonToLeaveOut(_ name: String) -> Both? {
    if name.hasPrefix(".") || name.hasPrefix("~$") { return hidden }
    let ending = name.split(separator: ".").last.map { $0.lowercased() } ?? ""
    if ["csv", "tsv", "txt"].contains(ending) { return nil }
    return workbooks.contains(ending) ? workbook : otherEnding
  }

  private static let workbooks: Set<String> = ["xlsx", "xls", "et", "ods", "xlsm", "wps"]

  private static let hidden = Both("是隐藏文件或程序的临时文件", "a hidden file or a program's temporary file")
  private static let workbook = Both(
    "是工作簿，不是 CSV；如果是报表，请另存为 CSV", "a workbook and not CSV; save it as CSV if it is a submission")
  private static let otherEnding = Both(
    "文件名后缀不是 .csv、.tsv 或 .txt", "its name does not end in .csv, .tsv or .txt")
  private static let noFile = Both(
    "不是普通文件（管道、设备或失效的链接）", "no regular file (a pipe, a device or a broken link)")
  private static let seenBefore = Both(
    "链接指回已经读过的文件夹", "a link back to a folder that was read already")

  private static func cannotOpen(_ code: Int32) -> Both {
    let reason = String(cString: strerror(code))
    return Both("文件夹打不开（\(reason)）", "the folder cannot be opened (\(reason))")
  }
}
