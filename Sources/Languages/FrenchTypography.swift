/// The spaces and marks of French typesetting, after the Imprimerie nationale’s rules as CLDR and
/// Ivorian official texts apply them: a narrow no-break space (U+202F) before `;` `!` `?`, a
/// no-break space (U+00A0) before `:` and `%` and inside `« »`, guillemets for straight quotation
/// marks that come in pairs, and the curved apostrophe.
///
/// The source is typed with ordinary spaces; this is done when a page is made. Doing it twice
/// changes nothing.
public enum FrenchTypography {
  private static let noBreak: Unicode.Scalar = "\u{A0}"
  private static let narrow: Unicode.Scalar = "\u{202F}"

  public static func set(_ text: String) -> String {
    guard text.utf8.contains(where: isTelling) else { return text }
    var result = String.UnicodeScalarView()
    var scalars = Array(text.unicodeScalars)
    setGuillemets(&scalars)
    for (index, scalar) in scalars.enumerated() {
      let next = index + 1 < scalars.count ? scalars[index + 1] : nil
      switch scalar {
      case ";", "!", "?":
        settle(&result, narrow, isWord: endsWord(next))
        result.append(scalar)
      case ":":
        settle(&result, noBreak, isWord: endsWord(next) && !isTime(result, next))
        result.append(scalar)
      case "%":
        settle(&result, noBreak, isWord: result.last.map(isDigit) ?? false)
        result.append(scalar)
      case "»":
        settle(&result, noBreak, isWord: true, afterMark: true)
        result.append(scalar)
      case "«":
        result.append(scalar)
        if let next, !isSpace(next) { result.append(noBreak) }
      case " ":
        result.append(result.last == "«" ? noBreak : scalar)
      case "'":
        // Between two letters it is an apostrophe; elsewhere it may be a foot or a quotation.
        let isInside =
          result.last?.properties.isAlphabetic == true
          && (next?.properties.isAlphabetic == true || next == "«")
        result.append(isInside ? "\u{2019}" : scalar)
      default:
        result.append(scalar)
      }
    }
    return String(result)
  }

  /// `"mot"` as `«mot»`, whose spaces come after; nothing where a mark is without its other half,
  /// since it may be an inch or a second.
  private static func setGuillemets(_ scalars: inout [Unicode.Scalar]) {
    let marks = scalars.indices.filter { scalars[$0] == "\"" }
    guard !marks.isEmpty, marks.count.isMultiple(of: 2) else { return }
    for (rank, index) in marks.enumerated() {
      let before = index > 0 ? scalars[index - 1] : " "
      let after = index + 1 < scalars.count ? scalars[index + 1] : " "
      let opens =
        (isSpace(before) || "(’'".unicodeScalars.contains(before)) && !isSpace(after)
      let closes = !isSpace(before) && !after.properties.isAlphabetic && !isDigit(after)
      guard rank.isMultiple(of: 2) ? opens : closes else { return }
    }
    for (rank, index) in marks.enumerated() {
      scalars[index] = rank.isMultiple(of: 2) ? "«" : "»"
    }
  }

  /// Replaces the space before a mark, or adds one after a word.
  private static func settle(
    _ result: inout String.UnicodeScalarView, _ space: Unicode.Scalar, isWord: Bool,
    afterMark: Bool = false
  ) {
    guard let last = result.last else { return }
    if last == " " {
      result.removeLast()
      // Also at the start: a clause that a sentence goes on with begins there.
      result.append(space)
    } else if isWord, !isSpace(last), last != "«", last != "(", afterMark || !isMark(last) {
      result.append(space)
    }
  }

  /// Whether what follows a mark ends the word it is in: not an address, not an entity, not a path.
  private static func endsWord(_ next: Unicode.Scalar?) -> Bool {
    guard let next else { return true }
    return isSpace(next) || "»\")”*_".unicodeScalars.contains(next)
  }

  /// `10:30` is left alone.
  private static func isTime(
    _ result: String.UnicodeScalarView, _ next: Unicode.Scalar?
  ) -> Bool {
    (result.last.map(isDigit) ?? false) && (next.map(isDigit) ?? false)
  }

  private static func isDigit(_ scalar: Unicode.Scalar) -> Bool { ("0"..."9").contains(scalar) }

  private static func isSpace(_ scalar: Unicode.Scalar) -> Bool {
    [" ", "\n", "\t", noBreak, narrow].contains(scalar)
  }

  private static func isMark(_ scalar: Unicode.Scalar) -> Bool {
    ";:!?.…".unicodeScalars.contains(scalar)
  }

  private static func isTelling(_ byte: UInt8) -> Bool {
    switch byte {
    // ! " % ' : ; ? and the first byte of « »
    case 0x21, 0x22, 0x25, 0x27, 0x3A, 0x3B, 0x3F, 0xC2: true
    default: false
    }
  }
}
