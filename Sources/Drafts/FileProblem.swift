import Glibc

/// Why a file could not be written; the old one stays as it was.
public enum FileProblem: Error, Hashable, Sendable {
  /// The folder whose disk is full; it may be the one for temporary files.
  case diskFull(String)
  case folderMissing(String)
  case folderNotWritable(String)
  case fileNotWritable(String)
  case readOnlyDisk(String)
  case isFolder(String)
  case notAFile(String)
  case inUse(String)
  case pathTooLong(String)
  case tooManyOpenFiles
  /// The process that was to put it in its place was killed.
  case interrupted(String)
  /// More than the system lets a process write.
  case tooLarge(String)
  /// The part of the workbook that did not arrive whole, and the folder where it was put first:
  /// it was probably full, and is no longer now that the part is gone.
  case incomplete(String, String)
  case system(String, code: Int32)

  public var words: (chinese: String, english: String) {
    switch self {
    case .diskFull(let path): ("磁盘已满：\(path)", "the disk is full: \(path)")
    case .folderMissing(let path): ("没有这个文件夹：\(path)", "no such folder: \(path)")
    case .folderNotWritable(let path):
      ("文件夹不能写入：\(path)", "the folder is not writable: \(path)")
    case .fileNotWritable(let path): ("文件不能写入：\(path)", "the file is not writable: \(path)")
    case .readOnlyDisk(let path): ("磁盘只读：\(path)", "the disk is read-only: \(path)")
    case .isFolder(let path): ("这是一个文件夹：\(path)", "this is a folder: \(path)")
    case .notAFile(let path): ("这不是普通文件：\(path)", "this is not a regular file: \(path)")
    case .inUse(let path): ("文件正被占用：\(path)", "the file is in use: \(path)")
    case .pathTooLong(let path): ("路径太长：\(path)", "the path is too long: \(path)")
    case .tooLarge(let path):
      (
        "超过了系统允许的文件大小：\(path)", "larger than the system lets a file become: \(path)"
      )
    case .interrupted(let path):
      ("写到一半被中断：\(path)", "interrupted while it was being written: \(path)")
    case .tooManyOpenFiles: ("打开的文件太多", "too many open files")
    case .incomplete(let part, let folder):
      (
        "写出的文件不完整：\(part)；临时文件夹可能满了：\(folder)",
        "the file written is not whole: \(part); the folder for temporary files was probably full: "
          + folder
      )
    case .system(let path, let code):
      ("\(path)：系统错误 \(code)", "\(path): \(String(cString: strerror(code)))")
    }
  }

  /// What the system's error means for a file and its folder.
  public init(errno code: Int32, file: String, folder: String) {
    self =
      switch code {
      case ENOSPC, EDQUOT: .diskFull(folder)
      case ENOENT, ENOTDIR: .folderMissing(folder)
      case EACCES, EPERM: .folderNotWritable(folder)
      case EROFS: .readOnlyDisk(folder)
      case EISDIR: .isFolder(file)
      case EBUSY, ETXTBSY: .inUse(file)
      case ENAMETOOLONG: .pathTooLong(file)
      case EMFILE, ENFILE: .tooManyOpenFiles
      case EINTR: .interrupted(file)
      case EFBIG: .tooLarge(file)
      default: .system(file, code: code)
      }
  }
}
