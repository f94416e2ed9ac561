/// A colour, as `0xRRGGBB`.
public struct Color: Hashable, Sendable {
  public let rgb: UInt32

  public init(_ rgb: UInt32) { self.rgb = rgb & 0xFF_FFFF }

  public static let black = Color(0x000000)
  public static let white = Color(0xFFFFFF)
  public static let gray = Color(0x808080)
  public static let red = Color(0xC00000)
  public static let blue = Color(0x0563C1)

  /// In the library 0 means "no colour", and black has a bit of its own.
  var code: UInt32 { rgb == 0 ? 0x100_0000 : rgb }
}
