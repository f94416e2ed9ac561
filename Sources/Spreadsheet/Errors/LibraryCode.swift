import CXLSXWriter

/// The library's error code, in words.
public struct LibraryCode: Hashable, Sendable {
  /// As in the library's header.
  public let number: Int
  /// What the library would have printed.
  public let said: String

  init(_ number: Int, said: String = "") {
    self.number = number
    self.said = said
  }

  init(_ code: lxw_error, said: String = "") { self.init(Int(code.rawValue), said: said) }

  /// `LXW_ERROR_ZIP_CLOSE`
  public var name: String { entry.name }

  var words: Both { Both(entry.chinese, entry.english) }

  private var entry: (name: String, chinese: String, english: String) {
    LibraryCode.table.indices.contains(number)
      ? LibraryCode.table[number] : ("LXW_ERROR_\(number)", "未知错误", "an unknown error")
  }

  /// How many the header has.
  static var count: Int { Int(LXW_MAX_ERRNO.rawValue) }

  /// In the order of the header. Copied rather than asked of `lxw_strerror`, so that the English
  /// and the Chinese stay side by side; a test compares the count.
  static let table: [(name: String, chinese: String, english: String)] = [
    ("LXW_NO_ERROR", "没有错误", "no error"),
    ("LXW_ERROR_MEMORY_MALLOC_FAILED", "内存不足", "out of memory"),
    ("LXW_ERROR_CREATING_XLSX_FILE", "建不了文件", "the file could not be created"),
    ("LXW_ERROR_CREATING_TMPFILE", "建不了临时文件", "a temporary file could not be created"),
    ("LXW_ERROR_READING_TMPFILE", "读不了临时文件", "a temporary file could not be read"),
    ("LXW_ERROR_ZIP_FILE_OPERATION", "写压缩文件出错", "an input or output error while zipping"),
    ("LXW_ERROR_ZIP_PARAMETER_ERROR", "压缩参数出错", "a wrong parameter while zipping"),
    ("LXW_ERROR_ZIP_BAD_ZIP_FILE", "压缩文件损坏或太大", "a bad zip file, or one too large"),
    ("LXW_ERROR_ZIP_INTERNAL_ERROR", "压缩内部错误", "an internal error while zipping"),
    ("LXW_ERROR_ZIP_FILE_ADD", "放不进压缩文件", "a part could not be added to the zip file"),
    ("LXW_ERROR_ZIP_CLOSE", "关不了压缩文件", "the zip file could not be closed"),
    ("LXW_ERROR_FEATURE_NOT_SUPPORTED", "不支持这项功能", "a feature that is not supported here"),
    ("LXW_ERROR_NULL_PARAMETER_IGNORED", "缺少参数", "a parameter is missing"),
    ("LXW_ERROR_PARAMETER_VALIDATION", "参数不对", "a parameter is wrong"),
    ("LXW_ERROR_SHEETNAME_LENGTH_EXCEEDED", "工作表名称太长", "the sheet name is too long"),
    ("LXW_ERROR_INVALID_SHEETNAME_CHARACTER", "工作表名称含有非法字符", "a character no sheet name has"),
    ("LXW_ERROR_SHEETNAME_START_END_APOSTROPHE", "工作表名称首尾有撇号", "an apostrophe at either end"),
    ("LXW_ERROR_SHEETNAME_ALREADY_USED", "工作表名称已经用过", "the sheet name is taken"),
    ("LXW_ERROR_32_STRING_LENGTH_EXCEEDED", "文字超过 32 个字符", "a text over 32 characters"),
    ("LXW_ERROR_128_STRING_LENGTH_EXCEEDED", "文字超过 128 个字符", "a text over 128 characters"),
    ("LXW_ERROR_255_STRING_LENGTH_EXCEEDED", "文字超过 255 个字符", "a text over 255 characters"),
    ("LXW_ERROR_MAX_STRING_LENGTH_EXCEEDED", "文字超过 32767 个字符", "a text over 32767 characters"),
    ("LXW_ERROR_SHARED_STRING_INDEX_NOT_FOUND", "找不到文字索引", "a text was lost from the index"),
    ("LXW_ERROR_WORKSHEET_INDEX_OUT_OF_RANGE", "行或列超出范围", "a row or column out of range"),
    ("LXW_ERROR_WORKSHEET_MAX_URL_LENGTH_EXCEEDED", "链接太长", "the link is too long"),
    ("LXW_ERROR_WORKSHEET_MAX_NUMBER_URLS_EXCEEDED", "链接太多", "too many links"),
    ("LXW_ERROR_IMAGE_DIMENSIONS", "读不了图片尺寸", "the size of an image could not be read"),
  ]
}
