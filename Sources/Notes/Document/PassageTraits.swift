/// What the bytes of a passage tell in one pass: which closer looks can find anything at all. Nearly no
/// passage needs one.
struct PassageTraits {
  private(set) var hasDigits = false
  private(set) var hasAtSigns = false
  private(set) var hasBraces = false
  /// Whether a run of letters of ASCII is a form of address before a name.
  private(set) var mayHoldCivility = false
  /// Whether one is a number in words, or begins one.
  private(set) var mayHoldNumberWords = false

  init(_ text: String) {
    let civilities = Self.civilities
    let numbers = Self.numbers
    // A run of letters as a number of up to eight of them, base 256.
    var run: UInt64 = 0
    var length = 0
    var first: UInt8 = 0
    let bytes = text.utf8.span
    for index in 0...bytes.count {
      // After the last byte a space, which ends a run as well.
      let byte = index < bytes.count ? bytes[index] : 0x20
      if (0x61...0x7A).contains(byte | 0x20) {
        if length == 0 { first = byte }
        if length < 8 { run = run << 8 | UInt64(byte) }
        length += 1
        continue
      }
      if length > 0 {
        // Each civility begins with a capital, and few words do.
        if first < 0x60, !mayHoldCivility, civilities.contains(run) { mayHoldCivility = true }
        let (beginnings, words) = numbers[min(length, 8)]
        if beginnings & 1 << UInt32(first & 0x1F) != 0, !mayHoldNumberWords {
          let small = run | 0x2020_2020_2020_2020 >> (64 - 8 * UInt64(min(length, 8)))
          mayHoldNumberWords = words.contains(small)
        }
        (run, length) = (0, 0)
      }
      switch byte {
      case 0x30...0x39: hasDigits = true
      case 0x40: hasAtSigns = true
      case 0x7B: hasBraces = true
      default: break
      }
    }
  }

  private static let civilities: [UInt64] = Array(
    Set(ProseGuardWords.civilities.map { number(of: $0.utf8.filter { $0 != 0x2E }) }))

  /// By length, up to eight: the letters with which a number may begin, a bit each, and the numbers.
  private static let numbers: [(beginnings: UInt32, words: [UInt64])] = (0...8).map { length in
    let words = NumberWords.beginnings.filter { min($0.utf8.count, 8) == length }
    return (
      words.reduce(0) { $0 | 1 << UInt32(($1.utf8.first ?? 0) & 0x1F) },
      words.map { number(of: Array($0.utf8)) }.sorted()
    )
  }

  private static func number(of letters: [UInt8]) -> UInt64 {
    letters.prefix(8).reduce(0) { $0 << 8 | UInt64($1) }
  }
}
