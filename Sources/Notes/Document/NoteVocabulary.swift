import Languages
import Partnership

/// The words of a partnership that notes of one language are read by: worked out once for all notes.
final class NoteVocabulary: Sendable {
  let compact: Compact
  let language: Language
  /// What a passage may mention: activities, indicators, obligations.
  let codes: Set<String>
  /// Codes of indicators: what a figure reference may name.
  let series: Set<String>
  /// Codes of activities, which a report begins with.
  let activities: Set<String>
  /// Indicators in order: the code, and the word for many of what it counts, in small letters.
  let units: [(code: String, word: String)]
  let unitWords: [String]
  let guardWords: ProseGuardWords
  let terms: TermWords
  let clock: Clock
  /// The letters with which a code may begin.
  let initials: Set<Character>
  /// Whether text without a digit can name none.
  let codesHaveDigits: Bool
  /// By first byte, where every code begins with a letter of ASCII and goes on with a digit, a point
  /// or a hyphen: what the bytes alone can tell.
  private let firstBytes: [Bool]?

  init(_ compact: Compact, language: Language) {
    self.compact = compact
    self.language = language
    series = Set(compact.indicators.map(\.code))
    activities = Set(compact.activities.map(\.code))
    codes = activities.union(series).union(compact.obligations.map(\.code))
    units = compact.indicators.map { ($0.code, $0.unit.many[language].lowercased()) }
    unitWords = units.map(\.word)
    guardWords = ProseGuardWords(
      contacts: Set(
        compact.focalPoints.flatMap(\.contacts).flatMap { [$0.text.english, $0.text.french] }))
    terms = TermWords(compact.terms, language: language)
    clock = compact.clock
    codesHaveDigits = codes.allSatisfy { $0.holdsByte(Self.isDigit) }
    initials = Set(codes.compactMap(\.first)).union(["D"])
    let bytes = initials.compactMap(\.asciiValue)
    firstBytes =
      codesHaveDigits && bytes.count == initials.count
      ? (0...255).map { bytes.contains($0) } : nil
  }

  /// Indicators that a text names by code, or whose unit it names: the numbers beside are theirs.
  func indicators(namedIn text: String) -> [String] {
    let hasLetters = text.holdsByte { $0 >= 0x41 }
    let folded = hasLetters ? text.lowercased() : text
    return units.filter { text.holds($0.code) || folded.holds($0.word) }.map(\.code)
  }

  static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

  /// False where no code can stand in a text, from its bytes alone.
  func mayMention(_ text: Substring) -> Bool {
    guard let firstBytes else { return true }
    var isAfterInitial = false
    return text.holdsByte { byte in
      if isAfterInitial, Self.isDigit(byte) || byte == 0x2D || byte == 0x2E { return true }
      isAfterInitial = firstBytes[Int(byte)]
      return false
    }
  }
}
