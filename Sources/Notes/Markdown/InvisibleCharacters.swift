/// Characters that nobody sees and that make a word, a code or an address another one: they come along
/// with text that is copied from a page or an office file.
///
/// Controls, marks of direction, joiners of nothing, noncharacters. Spaces of any width, accents and the
/// joiners within emoji stay; separators of lines and paragraphs become a space.
enum InvisibleCharacters {
  static func removed(from text: String) -> String {
    guard text.utf8.contains(where: mayBegin) else { return text }
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

  /// Whether a byte can be the first of such a character.
  private static func mayBegin(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x09, 0x0A, 0x0D: false
    case 0x00...0x1F, 0x7F, 0xC2, 0xCD, 0xD8, 0xE1, 0xE2, 0xE3, 0xEF, 0xF0, 0xF3: true
    default: false
    }
  }
}
