/// A zip file with its parts as they are, not packed: the text of a summary is small, every program
/// opens it, and the same parts always make the same bytes.
struct ZipArchive {
  private var bytes: [UInt8] = []
  private var directory: [UInt8] = []
  private var count = 0

  /// 1 January 1980, where the format's time begins: no clock may change the bytes.
  private static let date: UInt32 = 0x0021_0000

  /// `name` in ASCII.
  mutating func add(_ name: String, _ content: [UInt8]) {
    let offset = bytes.count
    let common = ZipArchive.common(name, content)
    bytes.append(0x0403_4B50 as UInt32)
    bytes += common
    bytes += Array(name.utf8)
    bytes += content
    directory.append(0x0201_4B50 as UInt32)
    directory.append(20 as UInt16)
    directory += common
    for _ in 0..<3 { directory.append(0 as UInt16) }
    directory.append(0 as UInt32)
    directory.append(UInt32(truncatingIfNeeded: offset))
    directory += Array(name.utf8)
    count += 1
  }

  /// What a part's own header and its entry in the directory have in common.
  private static func common(_ name: String, _ content: [UInt8]) -> [UInt8] {
    let size = UInt32(truncatingIfNeeded: content.count)
    var header: [UInt8] = []
    for number: UInt16 in [20, 0, 0] { header.append(number) }
    header.append(date)
    header.append(CRC32.of(content))
    header.append(size)
    header.append(size)
    header.append(UInt16(truncatingIfNeeded: name.utf8.count))
    header.append(0 as UInt16)
    return header
  }

  func finish() -> [UInt8] {
    var end: [UInt8] = []
    end.append(0x0605_4B50 as UInt32)
    end.append(0 as UInt32)
    for _ in 0..<2 { end.append(UInt16(truncatingIfNeeded: count)) }
    end.append(UInt32(truncatingIfNeeded: directory.count))
    end.append(UInt32(truncatingIfNeeded: bytes.count))
    end.append(0 as UInt16)
    return bytes + directory + end
  }
}

extension [UInt8] {
  /// Little-endian, as zip files count.
  fileprivate mutating func append<Number: FixedWidthInteger>(_ number: Number) {
    for shift in stride(from: 0, to: Number.bitWidth, by: 8) {
      append(UInt8(truncatingIfNeeded: number >> Number(shift)))
    }
  }
}

/// The checksum of zip files.
enum CRC32 {
  private static let table: [UInt32] = (0..<256).map { byte in
    (0..<8).reduce(UInt32(byte)) { value, _ in
      value & 1 == 0 ? value >> 1 : value >> 1 ^ 0xEDB8_8320
    }
  }

  static func of(_ bytes: [UInt8]) -> UInt32 {
    ~bytes.reduce(~0) { table[Int(truncatingIfNeeded: ($0 ^ UInt32($1)) & 0xFF)] ^ $0 >> 8 }
  }
}
