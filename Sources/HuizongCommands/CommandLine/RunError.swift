import Drafts
import Glibc
import HuizongCore
import HuizongReports

/// Why the program could not do what it was asked: exit status 2.
enum RunError: Error, Sendable {
  case unreachable(String, Int32)
  case notRegular(String)
  case emptyFolder(String)
  /// Standard output, or a device.
  case cannotWrite(String, Int32)
  case file(String, FileProblem)
  /// A file that this run has read.
  case overInput(String)
  case usage(Both)
  case template(TemplateFaults)
  case workbook(String, Both)
  case sumTooLarge(String, String)
  case notATable(String, [Finding], Wording)

  init(_ error: SumTooLarge, _ form: Form) {
    let row = error.category.map { form.categories[$0].name } ?? form.words.total[0]
    self = .sumTooLarge(row, form.metrics[error.metric].name)
  }

  /// Paths and options come from outside and are shown without what a terminal would obey.
  func message(_ language: Language) -> String {
    Terminal.clean(text(language), keepingLines: true)
  }

  private func text(_ language: Language) -> String {
    switch self {
    case .usage(let both): both[language]
    case .notATable(let path, let findings, let wording):
      "\(path): " + (findings.first.map(wording.message) ?? "")
    case .template(let faults):
      faults.faults.map { $0.message(language) }.joined(separator: "\n")
    default: fileMessage[language]
    }
  }

  private var fileMessage: Both {
    switch self {
    case .unreachable(let path, let code):
      Both(
        "\(path)：\(RunError.reason(code).chinese)。请检查路径是否写对。",
        "\(path): \(RunError.reason(code).english). See whether the path is right.")
    case .notRegular(let path):
      Both(
        "\(path)：不是普通文件，也不是文件夹（可能是管道或设备）。要检查管道里的内容，请用 - 代替路径。",
        "\(path): neither a regular file nor a folder (a pipe or a device?). Use - to check what a pipe brings."
      )
    case .emptyFolder(let path):
      Both(
        "\(path)：文件夹里没有可检查的报表（.csv、.tsv 或 .txt 文件）。",
        "\(path): the folder holds no submission to check (no .csv, .tsv or .txt file).")
    case .cannotWrite(let path, let code):
      Both(
        "\(path)：写不进去（\(RunError.reason(code).chinese)）。请检查文件夹是否存在、有没有权限、磁盘是否已满。",
        "\(path): cannot be written (\(RunError.reason(code).english)). See whether the folder exists, whether you may write there and whether the disk is full."
      )
    case .file(let path, let problem):
      Both(
        "\(path)：写不进去（\(problem.words.chinese)）。请检查文件夹是否存在、有没有权限、磁盘是否已满。",
        "\(path): cannot be written (\(problem.words.english)). See whether the folder exists, whether you may write there and whether the disk is full."
      )
    case .overInput(let path):
      Both(
        "\(path)：这是正在读的报表，写进去就把它覆盖了，没有写。请换一个文件名。",
        "\(path): this is a submission that is being read; writing would replace it. Nothing was written; choose another name."
      )
    case .workbook(let path, let reason):
      Both(
        "\(path)：写不成工作簿。\(reason.chinese)",
        "\(path): the workbook could not be written. \(reason.english)")
    case .sumTooLarge(let category, let metric):
      Both(
        "“\(category)”的“\(metric)”加起来太大，无法计算；请检查各单位这一格是否多打了位数。",
        "The sum of “\(metric)” of “\(category)” is too large to count; see whether some unit typed too many digits."
      )
    case .usage, .template, .notATable: Both("", "")
    }
  }

  /// The system's reason in words.
  static func reason(_ code: Int32) -> Both {
    switch code {
    case ENOENT: Both("没有这个文件或文件夹", "no such file or folder")
    case EACCES, EPERM: Both("没有权限", "permission denied")
    case ELOOP: Both("链接绕成了圈", "links go round in a circle")
    case ENOSPC: Both("磁盘已满", "the disk is full")
    case EISDIR: Both("是文件夹", "it is a folder")
    case ENOTDIR: Both("路径中有一段不是文件夹", "a part of the path is no folder")
    case ENAMETOOLONG: Both("路径太长", "the path is too long")
    default:
      Both("系统报告：\(String(cString: strerror(code)))", String(cString: strerror(code)))
    }
  }
}
