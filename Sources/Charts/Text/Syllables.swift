/// Where a word that is longer than its line may be divided: before a consonant that a vowel
/// follows, as French does, and never within a group such as `ch`, `gn` or `tr`. English names of
/// places and bodies bear it.
enum Syllables {
  private static let vowels = Set("aeiouyàâäéèêëîïôöùûüAEIOUYÉÈÊÎÔ")
  private static let groups: Set<String> = [
    "bl", "br", "ch", "cl", "cr", "dr", "fl", "fr", "gl", "gn", "gr", "gu", "kl", "kr", "ph", "pl",
    "pr", "qu", "th", "tr", "vr",
  ]

  /// - Parameters:
  ///   - width: of the line, in tenths of a pixel.
  /// - Returns: as much as the line holds, with its hyphen, and the rest; nil where no division
  ///   leaves three letters on each side.
  static func divide(_ word: String, width: Int, size: Int) -> (head: String, tail: String)? {
    let letters = Array(word)
    guard letters.count >= 6 else { return nil }
    for place in stride(from: letters.count - 3, through: 3, by: -1) where mayDivide(letters, place)
    {
      let head = String(letters[..<place]) + "-"
      if AdvanceWidths.tenths(of: head, size: size) <= width {
        return (head, String(letters[place...]))
      }
    }
    return nil
  }

  private static func mayDivide(_ letters: [Character], _ place: Int) -> Bool {
    let isVowel = { vowels.contains(letters[$0]) }
    guard letters[place - 1].isLetter, letters[place].isLetter, !isVowel(place) else {
      return false
    }
    if groups.contains(String(letters[(place - 1)...place]).lowercased()) { return false }
    if isVowel(place + 1) { return true }
    return place + 2 < letters.count
      && groups.contains(String(letters[place...(place + 1)]).lowercased()) && isVowel(place + 2)
  }
}
