/// How wide a text stands in a system font, before any font is there to ask.
///
/// The widths are those of DejaVu Sans, in hundredths of the size: the widest of the sans-serif
/// faces that systems bring (Segoe UI, Roboto, San Francisco and Noto Sans are 3 to 12 % narrower),
/// so that what fits here fits everywhere.
enum AdvanceWidths {
  /// What a bold text takes up, in percent of a regular one.
  static let bold = 116

  /// From U+0020 to U+007E.
  static let ascii: [95 of UInt8] = [
    32, 40, 46, 84, 64, 95, 78, 27, 39, 39, 50, 84, 32, 36, 32, 34, 64, 64, 64, 64, 64, 64, 64, 64,
    64, 64, 34, 34, 84, 84, 84, 56, 102, 68, 69, 72, 77, 67, 61, 78, 75, 29, 50, 67, 56, 86, 75, 79,
    67, 79, 72, 67, 61, 73, 68, 99, 69, 67, 69, 39, 34, 39, 84, 56, 50, 61, 63, 55, 63, 62, 35, 63,
    63, 28, 28, 58, 28, 97, 63, 61, 63, 63, 41, 52, 39, 63, 59, 82, 59, 59, 52, 64, 34, 64, 84,
  ]

  /// In hundredths of the size: times 13 pixels it is hundredths of a pixel.
  static func width(of text: String) -> Int {
    var total = 0
    var text = text
    var isPlain = true
    text.withUTF8 { bytes in
      var index = 0
      while index < bytes.count {
        let byte = unsafe Int(bytes[index])
        index += 1
        if byte < 0x80 {
          if byte >= 0x20, byte < 0x7F { total += Int(ascii[byte - 0x20]) }
          continue
        }
        // Letters with accents, of French and its neighbours, are C3 and one byte more.
        guard byte == 0xC3, index < bytes.count,
          let scalar = unsafe Unicode.Scalar(UInt32(0xC0 + Int(bytes[index] & 0x3F)))
        else {
          isPlain = false
          return
        }
        total += width(of: scalar)
        index += 1
      }
    }
    return isPlain ? total : text.unicodeScalars.reduce(0) { $0 + width(of: $1) }
  }

  /// In tenths of a pixel, at a size in pixels.
  static func tenths(of text: String, size: Int) -> Int { (width(of: text) * size + 9) / 10 }

  static func width(of scalar: Unicode.Scalar) -> Int {
    switch scalar.value {
    case 0x20..<0x7F: return Int(ascii[Int(scalar.value) - 0x20])
    case 0..<0x20, 0x7F..<0xA0, 0x200B...0x200F, 0x202A...0x202E, 0x2060...0x206F,
      0xFE00...0xFE0F:
      return 0
    case 0xA0, 0x202F, 0x2009, 0x2019, 0x2018, 0xB7: return 32
    case 0x2013: return 50
    case 0x2026, 0x2014, 0x152, 0x153, 0xC6, 0xE6: return 107
    case 0xB9, 0xB2, 0xB3, 0x2070...0x2089: return 42
    case 0xE0...0xFF: return 63
    case 0xC0...0xDF: return 79
    case 0x2212: return 84
    // Combining marks stand on the letter before.
    case 0x300...0x36F, 0x1AB0...0x1AFF, 0x1DC0...0x1DFF, 0x20D0...0x20FF, 0xFE20...0xFE2F,
      0x591...0x5BD, 0x610...0x61A, 0x64B...0x65F:
      return 0
    case 0x100..<0x590: return 80
    case 0x590..<0x900: return 72
    default: return 105
    }
  }
}
