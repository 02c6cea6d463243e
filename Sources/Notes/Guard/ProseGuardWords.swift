import Diagnostics

/// Words of prose that could name or reach a person. Findings say where, never what.
struct ProseGuardWords {
  /// Institutional contacts of the agreement, which may be written.
  let contacts: Set<String>

  func isKnown(contact: String) -> Bool { contacts.contains(contact) }

  func findings(in text: String) -> [Finding.Message] {
    var messages: [Finding.Message] = []
    if namesAfterCivility(text) { messages.append(.nameInProse) }
    // Most prose has neither a digit nor an at sign, and then nothing below can be found in it.
    let isPlain = !text.utf8.contains { (0x30...0x39).contains($0) || $0 == 0x40 }
    if isPlain { return messages }
    let open = contacts.reduce(text) { $0.replacing($1, with: "") }
    if hasTelephone(open) { messages.append(.telephoneInProse) }
    if open.split(separator: " ").contains(where: isMail) { messages.append(.contactInProse) }
    if hasCoordinates(open) { messages.append(.coordinatesInProse) }
    if hasCaseNumber(open) { messages.append(.caseNumberInProse) }
    return messages
  }

  private static let civilities: Set<String> = [
    "M.", "Mr", "Mr.", "Mme", "Mme.", "Mlle", "Mrs", "Mrs.", "Ms", "Ms.", "Miss", "Dr", "Dr.",
    "Pr", "Pr.", "Monsieur", "Madame", "Mademoiselle", "Me",
  ]

  /// A civility, then a word with a capital that is no function: `Mme Xxx`, not `M. le Ministre`.
  private func namesAfterCivility(_ text: String) -> Bool {
    let words = text.split { $0 == " " || $0 == "\u{A0}" || $0 == "\u{202F}" }
    for (word, next) in zip(words, words.dropFirst()) {
      let bare = word.drop { "(«“\"".contains($0) }
      if Self.civilities.contains(String(bare)), next.first?.isUppercase == true,
        next.count > 1
      {
        return true
      }
    }
    return false
  }

  /// Ten digits in the local form, or +225 and digits.
  private func hasTelephone(_ text: String) -> Bool {
    var digits = 0
    var isPlus = false
    var startsWithZero = false
    for character in text + "\n" {
      if character.isASCIIDigit {
        if digits == 0 { startsWithZero = character == "0" }
        digits += 1
      } else if digits > 0, [" ", ".", "-", "\u{A0}", "\u{202F}"].contains(character) {
        continue
      } else {
        if digits >= 10, digits <= 14, isPlus || startsWithZero { return true }
        isPlus = character == "+"
        digits = 0
      }
    }
    return false
  }

  private func isMail(_ word: Substring) -> Bool {
    let parts = word.split(separator: "@", omittingEmptySubsequences: false)
    return parts.count == 2 && !parts[0].isEmpty && parts[1].contains(".")
  }

  /// `5.3599, -4.0083` or `5°21′N`: a place finer than any that may be named.
  private func hasCoordinates(_ text: String) -> Bool {
    let holdsFraction = text.utf8.contains { $0 == 0x2E || $0 == 0x2C }
    return
      (holdsFraction
      && (try? /\d{1,2}[.,]\d{3,}\s*[,;]\s*[-−]?\d{1,3}[.,]\d{3,}/.firstMatch(in: text)) != nil)
      || (text.contains("°") && (try? /\d{1,3}\s*°\s*\d{1,2}\s*['’′]/.firstMatch(in: text)) != nil)
  }

  /// `dossier n° 123/2024`, `case no. 2024-117`, `PV n° 12`.
  private func hasCaseNumber(_ text: String) -> Bool {
    (try? /(?i)\b(dossier|affaire|case|file|RP|PV|parquet)\s*(n°|no\.?|nº|number|#)\s*\d/
      .firstMatch(in: text)) != nil
  }
}
