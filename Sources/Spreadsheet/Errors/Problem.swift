import Drafts

/// All that can go wrong with a workbook.
public enum Problem: Hashable, Sendable {
  case file(FileProblem)
  case name(NameProblem)
  case limit(LimitProblem)
  case cell(CellProblem)
  /// The library refused, and nothing that was checked before says why: its own word follows.
  case refused
  /// The workbook was closed or given up before.
  case closed
  case noSheets
  case unknownSheet(String)
  /// The C library, by name and version.
  case libraryMissing(String)

  var words: Both {
    switch self {
    case .file(let problem): Both(problem.words.chinese, problem.words.english)
    case .name(let problem): problem.words
    case .limit(let problem): problem.words
    case .cell(let problem): problem.words
    case .refused: Both("表格库拒绝了", "refused by the library")
    case .closed: Both("工作簿已经关闭", "the workbook is closed already")
    case .noSheets: Both("工作簿里没有工作表", "the workbook has no sheet")
    case .libraryMissing(let library):
      Both(
        "写工作簿要用 \(library)，这台机器上没有；请安装软件包 libxlsxwriter4",
        "a workbook needs \(library), which is not on this machine; install the package libxlsxwriter4"
      )
    case .unknownSheet(let name):
      Both("图表引用了没有的工作表“\(name)”", "a chart refers to a sheet that is not there, “\(name)”")
    }
  }
}

public enum NameProblem: Hashable, Sendable {
  case empty(Item)
  /// The name, and what it may not hold.
  case character(Item, String, String)
  case taken(Item, String)
  case reserved(Item, String)
  /// It reads as a cell, such as `AB12`.
  case cell(Item, String)
  /// Sheets that only a quoted reference could span.
  case spanNeedsQuotes(String)

  var words: Both {
    switch self {
    case .empty(let item): Both("\(item.chinese)是空的", "an empty \(item.english)")
    case .character(let item, let name, let bad):
      Both(
        "\(item.chinese)“\(name)”里不能有“\(bad)”", "\(item.english) “\(name)” may not hold “\(bad)”")
    case .taken(let item, let name):
      Both("\(item.chinese)“\(name)”已经用过", "\(item.english) “\(name)” is taken already")
    case .reserved(let item, let name):
      Both("\(item.chinese)“\(name)”由 Excel 保留", "\(item.english) “\(name)” is kept by Excel")
    case .cell(let item, let name):
      Both("\(item.chinese)“\(name)”会被当成单元格", "\(item.english) “\(name)” reads as a cell")
    case .spanNeedsQuotes(let name):
      Both(
        "跨表引用里的“\(name)”要加引号，有的软件读不了",
        "“\(name)” needs quotes in a reference through sheets, which some programs cannot read")
    }
  }
}

public enum LimitProblem: Hashable, Sendable {
  public enum Unit: Hashable, Sendable { case characters, bytes }

  /// How long it is, and how long it may be.
  case tooLong(Item, Int, Int, Unit)
  /// The most there can be.
  case tooMany(Item, Int)
  /// The value, the least and the most.
  case outOfRange(Item, Double, Double, Double)
  case notANumber(Item)

  var words: Both {
    switch self {
    case .tooLong(let item, let count, let limit, let unit):
      Both(
        "\(item.chinese)有 \(count) 个\(unit.words.chinese)，最多 \(limit) 个",
        "\(item.english) of \(count) \(unit.words.english), where \(limit) fit")
    case .tooMany(let item, let limit):
      Both("\(item.chinese)最多 \(limit) 个", "\(item.english): at most \(limit)")
    case .outOfRange(let item, let value, let least, let most):
      Both(
        "\(item.chinese)是 \(plain(value))，应在 \(plain(least)) 到 \(plain(most)) 之间",
        "\(item.english) is \(plain(value)), not within \(plain(least)) to \(plain(most))")
    case .notANumber(let item):
      Both("\(item.chinese)不是有限的数", "\(item.english) is not a finite number")
    }
  }

  private func plain(_ value: Double) -> String {
    Int(exactly: value).map(String.init) ?? String(value)
  }
}

extension LimitProblem.Unit {
  var words: Both {
    switch self {
    case .characters: Both("字符", "characters")
    case .bytes: Both("字节", "bytes")
    }
  }
}
