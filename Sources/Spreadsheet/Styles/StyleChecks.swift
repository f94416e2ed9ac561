extension Style {
  /// What the library would cut short, ignore or complain of.
  var problem: Problem? {
    if let problem = font.problem { return problem }
    if numberFormat.utf8.count > Style.bytesOfText {
      return .limit(
        .tooLong(.numberFormat, numberFormat.utf8.count, Style.bytesOfText, .bytes))
    }
    if let bad = CleanText.firstUnwritable(in: numberFormat) {
      return .name(.character(.numberFormat, numberFormat, bad))
    }
    if !(0...15).contains(indent) { return .limit(.outOfRange(.indent, Double(indent), 0, 15)) }
    if case .degrees(let angle) = rotation, !(-90...90).contains(angle) {
      return .limit(.outOfRange(.rotation, Double(angle), -90, 90))
    }
    return nil
  }

  /// The library keeps a font's name and a number format in 128 bytes, the last of them a zero,
  /// and cuts what is longer, in the middle of a character if need be.
  static let bytesOfText = 127
}

extension Style.Font {
  /// Excel's limit; 31 Chinese characters are 93 bytes, so the library's is kept with it.
  static let nameLimit = 31

  var problem: Problem? {
    let count = name.utf16.count
    if count > Self.nameLimit {
      return .limit(.tooLong(.fontName, count, Self.nameLimit, .characters))
    }
    if let bad = CleanText.firstUnwritable(in: name) {
      return .name(.character(.fontName, name, bad))
    }
    return (1...409).contains(size) ? nil : .limit(.outOfRange(.fontSize, size, 1, 409))
  }
}
