import Glibc

/// Why the file could not be written. A workbook that meets one leaves the old file as it was.
public enum FileProblem: Hashable, Sendable {
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
  /// The part of the workbook that did not arrive whole, and the folder where it was put first:
  /// it was probably full, and is no longer now that the part is gone.
  case incomplete(String, String)
  case system(String, code: Int32)

  var words: Both {
    switch self {
    case .diskFull(let path): Both("磁盘已满：\(path)", "the disk is full: \(path)")
    case .folderMissing(let path): Both("没有这个文件夹：\(path)", "no such folder: \(path)")
    case .folderNotWritable(let path):
      Both("文件夹不能写入：\(path)", "the folder is not writable: \(path)")
    case .fileNotWritable(let path): Both("文件不能写入：\(path)", "the file is not writable: \(path)")
    case .readOnlyDisk(let path): Both("磁盘只读：\(path)", "the disk is read-only: \(path)")
    case .isFolder(let path): Both("这是一个文件夹：\(path)", "this is a folder: \(path)")
    case .notAFile(let path): Both("这不是普通文件：\(path)", "this is not a regular file: \(path)")
    case .inUse(let path): Both("文件正被占用：\(path)", "the file is in use: \(path)")
    case .pathTooLong(let path): Both("路径太长：\(path)", "the path is too long: \(path)")
    case .tooManyOpenFiles: Both("打开的文件太多", "too many open files")
    case .incomplete(let part, let folder):
      Both(
        "写出的文件不完整：\(part)；临时文件夹可能满了：\(folder)",
        "the file written is not whole: \(part); the folder for temporary files was probably full: "
          + folder)
    case .system(let path, let code):
      Both("\(path)：系统错误 \(code)", "\(path): \(String(cString: strerror(code)))")
    }
  }

  /// What the system's error means for a file and its folder.
  init(errno code: Int32, file: String, folder: String) {
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
      default: .system(file, code: code)
      }
  }
}
