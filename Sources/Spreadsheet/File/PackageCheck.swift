import CXLSXWriter
import Glibc

/// Proves that a finished workbook is whole, by unpacking it.
///
/// The library writes each part to a temporary file first and never looks whether that worked:
/// when the disk for temporary files is full, the part ends in the middle, and the library
/// reports success. The end of every part tells: its tags close.
struct PackageCheck {
  private let bytes: UnsafeRawBufferPointer

  /// The name of the first part that is not whole; `nil` if all are.
  static func firstBrokenPart(of descriptor: Int32) -> String? {
    var status = stat()
    guard fstat(descriptor, &status) == 0, status.st_size > 0 else { return "zip" }
    let count = Int(status.st_size)
    guard let start = mmap(nil, count, PROT_READ, MAP_PRIVATE, descriptor, 0), start != MAP_FAILED
    else { return "zip" }
    defer { munmap(start, count) }
    let bytes = UnsafeRawBufferPointer(start: start, count: count)
    return PackageCheck(bytes: bytes).firstBrokenPart()
  }

  /// Goes from part to part by their own headers, up to the directory at the end.
  private func firstBrokenPart() -> String? {
    var offset = 0
    while let part = Part(in: bytes, at: offset) {
      guard part.isWhole() else { return part.name }
      offset = part.end
    }
    return hasDirectory(at: offset) ? nil : "zip"
  }

  private func hasDirectory(at offset: Int) -> Bool {
    let last = bytes.count - 22
    return offset > 0 && offset < last && bytes.number32(at: offset) == 0x0201_4B50
      && bytes.number32(at: last) == 0x0605_4B50
  }
}

/// One part of the package, packed.
private struct Part {
  let name: String
  let packed: UnsafeRawBufferPointer
  let end: Int

  init?(in bytes: UnsafeRawBufferPointer, at offset: Int) {
    guard offset + 30 <= bytes.count, bytes.number32(at: offset) == 0x0403_4B50 else { return nil }
    let nameEnd = offset + 30 + bytes.number16(at: offset + 26)
    let start = nameEnd + bytes.number16(at: offset + 28)
    end = start + bytes.number32(at: offset + 18)
    guard end <= bytes.count, nameEnd <= start else { return nil }
    name = String(decoding: bytes[offset + 30..<nameEnd], as: UTF8.self)
    packed = UnsafeRawBufferPointer(rebasing: bytes[start..<end])
  }

  /// Whether it unpacks to the end and every tag that opens closes.
  func isWhole() -> Bool {
    var tags = TagCount()
    var stream = z_stream()
    let size = Int32(MemoryLayout<z_stream>.size)
    guard library.inflateInit2_(&stream, -MAX_WBITS, library.zlibVersion(), size) == Z_OK else {
      return false
    }
    defer { _ = library.inflateEnd(&stream) }
    stream.next_in = UnsafeMutablePointer(
      mutating: packed.bindMemory(to: UInt8.self).baseAddress)
    stream.avail_in = UInt32(packed.count)
    return unpack(&stream) { tags.count($0) } && tags.areClosed
  }

  private func unpack(_ stream: inout z_stream, _ each: (Span<UInt8>) -> Void) -> Bool {
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 65_536) { buffer in
      var result = Z_OK
      while result == Z_OK {
        stream.next_out = buffer.baseAddress
        stream.avail_out = UInt32(buffer.count)
        result = library.inflate(&stream, Z_NO_FLUSH)
        let filled = buffer.count - Int(stream.avail_out)
        each(UnsafeBufferPointer(rebasing: buffer[..<filled]).span)
      }
      return result == Z_STREAM_END
    }
  }
}

/// How many tags of an XML text are open. The library writes `<` and `>` for tags only, and
/// may end a part with a line feed.
private struct TagCount {
  private var open = 0
  private var seen = 0
  private var before: UInt8 = 0

  var areClosed: Bool { seen > 0 && open == 0 && before == UInt8(ascii: ">") }

  mutating func count(_ bytes: Span<UInt8>) {
    var (open, before) = (open, before)
    for index in bytes.indices {
      let byte = bytes[index]
      if before == UInt8(ascii: "<") {
        if byte == UInt8(ascii: "/") { open -= 1 } else if byte != UInt8(ascii: "?") { open += 1 }
      } else if byte == UInt8(ascii: ">"), before == UInt8(ascii: "/") {
        open -= 1
      }
      if byte != UInt8(ascii: "\n") { before = byte }
    }
    (self.open, self.before, seen) = (open, before, seen + bytes.count)
  }
}

extension UnsafeRawBufferPointer {
  fileprivate func number16(at offset: Int) -> Int {
    Int(UInt16(littleEndian: loadUnaligned(fromByteOffset: offset, as: UInt16.self)))
  }

  fileprivate func number32(at offset: Int) -> Int {
    Int(UInt32(littleEndian: loadUnaligned(fromByteOffset: offset, as: UInt32.self)))
  }
}
