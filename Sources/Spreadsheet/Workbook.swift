import CXLSXWriter
import Drafts
import Glibc

/// A workbook while it is written. It appears in its place, whole, when it is closed (or its draft
/// published); until then, and if anything fails, what stood there stays as it was.
///
/// A workbook belongs to one thread. One that is let go without being closed leaves nothing.
public final class Workbook {
  /// What the library keeps in memory.
  public enum Mode: Sendable {
    /// All cells, written in any order; about 100 bytes each.
    case whole
    /// One row of each sheet, written from top to bottom, for very long sheets. No tables, no
    /// merged rows, and texts are not shared between cells; one open file for each sheet.
    case streaming
  }

  public let mode: Mode
  /// What the program that opens the file shows about it.
  public var properties = DocumentProperties()
  /// Texts that were too long for a cell and end in an ellipsis there.
  public private(set) var shortenedTexts: [ShortenedText] = []

  private let draft: Draft
  private let temporary: TemporaryFolder
  private var book: UnsafeMutablePointer<lxw_workbook>?
  private var formats = FormatPool()
  private var sheets: [String: UnsafeMutablePointer<lxw_worksheet>] = [:]
  private var names: Set<String> = []
  private var charts: [PlacedChart] = []

  /// Begins a workbook that is to appear at the path.
  ///
  /// Its parts pass unpacked through the folder for temporary files, the system's unless another
  /// is given. The largest sheet must fit there, some ten times the size it has in the file; in
  /// streaming mode all of them together. None ever has a name, so a killed process leaves none.
  public init(
    path: String, mode: Mode = .whole, temporaryFolder: String? = nil
  ) throws(WorkbookError) {
    try requireLibrary()
    self.mode = mode
    temporary = TemporaryFolder(path: temporaryFolder ?? TemporaryFolder.usual)
    do { draft = try Draft(for: path) } catch { throw WorkbookError(.file(error)) }
    book = withCStrings { [draft, temporary] strings in
      var options = lxw_workbook_options()
      options.constant_memory = mode == .streaming ? 1 : 0
      options.tmpdir = strings.text(temporary.path)
      return library.workbook_new_opt(draft.path, &options)
    }
  }

  deinit { book.map { library.lxw_workbook_free($0) } }

  /// Writes the file and puts it in its place. The workbook is closed afterwards in any case.
  public func close() throws(WorkbookError) {
    let draft = try finish()
    do { try Draft.publish([draft]) } catch { throw WorkbookError(.file(error)) }
  }

  /// Writes the file, whole and proven, and leaves it to the caller to publish it. The workbook is
  /// closed afterwards in any case.
  public func finish() throws(WorkbookError) -> Draft {
    let book = try open()
    do { try complete(book) } catch {
      abandon()
      throw error
    }
    return draft
  }

  private func complete(_ book: UnsafeMutablePointer<lxw_workbook>) throws(WorkbookError) {
    guard !sheets.isEmpty else { throw WorkbookError(.noSheets) }
    try requireDescriptor()
    try properties.apply(to: book)
    for chart in charts { try chart.fillCaches(from: sheets) }
    try write(book)
  }

  private func abandon() {
    book.map { library.lxw_workbook_free($0) }
    book = nil
    draft.discard()
  }

  /// The library frees the workbook whether or not it could write it.
  private func write(_ book: UnsafeMutablePointer<lxw_workbook>) throws(WorkbookError) {
    self.book = nil
    let ((code, reason), said) = quietly {
      errno = 0
      let code = library.workbook_close(book)
      return (code, errno)
    }
    guard code == LXW_NO_ERROR else { throw failure(LibraryCode(code, said: said), reason) }
    guard let part = PackageCheck.firstBrokenPart(of: draft.descriptor) else { return }
    throw temporary.error ?? WorkbookError(.file(.incomplete(part, temporary.path)))
  }

  /// The system's reason if it has one, with the library's word beside it.
  private func failure(_ code: LibraryCode, _ reason: Int32) -> WorkbookError {
    let isTemporary = code.number == Int(LXW_ERROR_CREATING_TMPFILE.rawValue)
    let folder = isTemporary ? temporary.path : draft.target.folder
    let problem = FileProblem(errno: reason, file: draft.target.path, folder: folder)
    return WorkbookError(reason == 0 ? .refused : .file(problem), library: code)
  }
}

// MARK: Sheets and names

extension Workbook {
  /// A sheet's number is kept in 16 bits.
  static let sheetLimit = 65_535

  /// Adds a sheet behind the others. `SheetNames` makes names that are not refused here.
  public func addSheet(_ name: String) throws(WorkbookError) -> Worksheet {
    let book = try open()
    try SheetName.check(name)
    guard sheets[SheetName.key(name)] == nil else {
      throw WorkbookError(.name(.taken(.sheetName, name)))
    }
    guard sheets.count < Workbook.sheetLimit else {
      throw WorkbookError(.limit(.tooMany(.sheet, Workbook.sheetLimit)))
    }
    if mode == .streaming { try requireDescriptor() }
    let sheet = try add(name, to: book)
    sheets[SheetName.key(name)] = sheet
    return Worksheet(name: name, sheet: sheet, workbook: self)
  }

  /// The library quotes a sheet's name too rarely (`2023`, `A1`), so our own way of quoting takes
  /// the place of the library's.
  private func add(
    _ name: String, to book: UnsafeMutablePointer<lxw_workbook>
  ) throws(WorkbookError) -> UnsafeMutablePointer<lxw_worksheet> {
    let (sheet, said) = quietly { library.workbook_add_worksheet(book, name) }
    guard let sheet else {
      let code = LibraryCode(LXW_ERROR_CREATING_TMPFILE, said: said)
      throw WorkbookError(.refused, at: .init(name), library: code)
    }
    free(sheet.pointee.quoted_name)
    sheet.pointee.quoted_name = strdup(SheetNames.quoted(name))
    return sheet
  }

  /// Gives cells a name that formulas can use.
  public func define(_ name: String, as target: SheetRange) throws(WorkbookError) {
    let book = try open()
    try DefinedName.check(name, target)
    guard names.insert(name.lowercased()).inserted else {
      throw WorkbookError(.name(.taken(.definedName, name)))
    }
    let code = library.workbook_define_name(book, name, "=\(target.absolute)")
    guard code == LXW_NO_ERROR else {
      throw WorkbookError(.refused, library: LibraryCode(code))
    }
  }

  /// Tables and defined names share one set of names.
  func claimTableName(_ name: String) throws(WorkbookError) {
    guard names.insert(name.lowercased()).inserted else {
      throw WorkbookError(.name(.taken(.tableName, name)))
    }
  }
}

// MARK: For the sheets

extension Workbook {
  func open() throws(WorkbookError) -> UnsafeMutablePointer<lxw_workbook> {
    guard let book else { throw WorkbookError(.closed) }
    return book
  }

  func format(
    _ style: Style, isConditional: Bool = false
  ) throws(WorkbookError) -> Format? {
    try formats.format(style, isConditional: isConditional, in: open())
  }

  func note(_ text: ShortenedText) { shortenedTexts.append(text) }

  func add(_ chart: PlacedChart) { charts.append(chart) }

  private func requireDescriptor() throws(WorkbookError) {
    guard Descriptors.areLeft(besides: draft.descriptor) else {
      throw WorkbookError(.file(.tooManyOpenFiles))
    }
  }
}

/// A text that was cut to what a cell holds.
public struct ShortenedText: Hashable, Sendable {
  public let sheet: String
  public let cell: CellAddress
  /// In UTF-16 units, as Excel counts.
  public let length: Int
}
