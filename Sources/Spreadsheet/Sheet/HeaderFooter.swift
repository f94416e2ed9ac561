/// What stands at the top or the bottom of every page, in three places.
public struct HeaderFooter: Hashable, Sendable {
  public enum Piece: Hashable, Sendable {
    case text(String)
    case page
    case pages
    case sheetName
    case date
  }

  public var left: [Piece]
  public var center: [Piece]
  public var right: [Piece]
  public var font: Style.Font

  public init(
    left: [Piece] = [], center: [Piece] = [], right: [Piece] = [],
    font: Style.Font = Style.Font(size: 10)
  ) {
    self.left = left
    self.center = center
    self.right = right
    self.font = font
  }
}

extension HeaderFooter {
  private static let limit = 255

  func check() throws(WorkbookError) {
    if let problem = font.problem { throw WorkbookError(problem) }
    try Limits.check(code, .headerOrFooter, HeaderFooter.limit)
  }

  /// In Excel's code: `&C&"宋体,Regular"&10第 &P 页`.
  var code: String {
    [("&L", left), ("&C", center), ("&R", right)]
      .filter { !$0.1.isEmpty }
      .map { place, pieces in place + fontCode + pieces.map(\.code).joined() }
      .joined()
  }

  /// The size is in whole points here. The space keeps it apart from a digit that follows; Excel
  /// writes one too.
  private var fontCode: String {
    let name = font.name.isEmpty ? "-" : font.name.filter { $0 != "\"" && $0 != "," }
    let weight = font.isBold ? "Bold" : "Regular"
    return "&\"\(name),\(weight)\"&\(Int(font.size)) "
  }
}

extension HeaderFooter.Piece {
  fileprivate var code: String {
    switch self {
    case .text(let text): HeaderFooter.escaped(text)
    case .page: "&P"
    case .pages: "&N"
    case .sheetName: "&A"
    case .date: "&D"
    }
  }
}

extension HeaderFooter {
  /// A `&` is doubled. Before `G` and `[`, and at the end, where one could follow, it gives way to
  /// its full-width twin: the library sees the sign for a picture in the doubled `&` too, misses
  /// the picture, frees the text, and frees it again at the end.
  fileprivate static func escaped(_ text: String) -> String {
    let scalars = Array(CleanText.escapedLine(text).unicodeScalars)
    var result = String.UnicodeScalarView()
    for (index, scalar) in scalars.enumerated() {
      let next = index + 1 < scalars.count ? scalars[index + 1] : "G"
      let sign = next == "G" || next == "[" ? "＆" : "&&"
      result.append(contentsOf: (scalar == "&" ? sign : String(scalar)).unicodeScalars)
    }
    return String(result)
  }
}
