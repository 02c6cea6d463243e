import Languages

/// Characters that nobody sees and that make a word, a code or an address another one: they come along
/// with text that is copied from a page or an office file.
///
/// Controls, marks of direction, joiners of nothing, noncharacters. Spaces of any width, accents and the
/// joiners within emoji stay; separators of lines and paragraphs become a space.
enum InvisibleCharacters {
  static func removed(from text: String) -> String {
    guard mayStand(in: text) else { return text }
    var kept = String.UnicodeScalarView()
    var previous: Unicode.Scalar = " "
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x09, 0x0A, 0x0D: kept.append(scalar)
      case 0x85, 0x2028, 0x2029: kept.append(" ")
      // Joiners and selectors of form mean something after a sign beyond ASCII only.
      case 0x200C, 0x200D, 0xFE00...0xFE0F: if !previous.isASCII { kept.append(scalar) }
      case 0x00...0x1F, 0x7F...0x9F, 0xAD, 0x034F, 0x061C, 0x115F, 0x1160, 0x17B4, 0x17B5,
        0x180B...0x180F, 0x200B, 0x200E, 0x200F, 0x202A...0x202E, 0x2060...0x206F, 0x3164, 0xFEFF,
        0xFFA0, 0xFFF0...0xFFFB, 0xFFFE, 0xFFFF, 0x1BCA0...0x1BCA3, 0x1D173...0x1D17A,
        0xE0000...0xE0FFF:
        continue
      default: kept.append(scalar)
      }
      previous = scalar
    }
    return String(kept)
  }

  /// Bytes of ASCII that stand for themselves are never part of one, and first bytes of most letters are
  /// not.
  private static let isTelling = (0...255).map { byte in
    byte < 0x20 ? ![0x09, 0x0A, 0x0D].contains(byte) : byte == 0x7F || byte >= 0xC2 && byte != 0xC3
  }

  /// Whether the bytes of such a character stand there. Those of the spaces, dashes and quotation marks of
  /// a French text, U+00A0 to U+00BF and U+2010 to U+202F, are told from them, since they are in every one.
  private static func mayStand(in text: String) -> Bool {
    let isTelling = Self.isTelling
    // Most texts are of nothing but what is typed.
    guard text.holdsByte({ isTelling[Int($0)] }) else { return false }
    var before: (UInt8, UInt8) = (0, 0)
    return text.holdsByte { byte in
      defer { before = (before.1, byte) }
      switch (before.0, before.1, byte) {
      case (_, _, 0x09), (_, _, 0x0A), (_, _, 0x0D): return false
      case (_, _, 0x00...0x1F), (_, _, 0x7F): return true
      case (_, _, 0xCD), (_, _, 0xD8), (_, _, 0xE1), (_, _, 0xE3), (_, _, 0xEF), (_, _, 0xF0),
        (_, _, 0xF3):
        return true
      case (_, 0xC2, 0x80...0x9F), (_, 0xC2, 0xAD): return true
      case (0xE2, 0x80, 0x8B...0x8F), (0xE2, 0x80, 0xA8...0xAE), (0xE2, 0x81, 0xA0...0xAF):
        return true
      default: return false
      }
    }
  }
}
