import Glibc

/// C strings for the fields of one call's structure. The library copies them.
final class CStrings {
  private var pointers: [UnsafeMutablePointer<CChar>?] = []

  func text(_ text: String) -> UnsafeMutablePointer<CChar>? {
    let pointer = strdup(text)
    pointers.append(pointer)
    return pointer
  }

  /// Nothing for an empty text, which the library would write as an empty element.
  func optional(_ text: String) -> UnsafeMutablePointer<CChar>? {
    text.isEmpty ? nil : self.text(text)
  }

  func line(_ text: String) -> UnsafeMutablePointer<CChar>? {
    optional(CleanText.line(text))
  }

  fileprivate func release() {
    for pointer in pointers { free(pointer) }
  }
}

func withCStrings<Result>(_ body: (CStrings) -> Result) -> Result {
  let strings = CStrings()
  defer { strings.release() }
  return body(strings)
}
