import Diagnostics
import Languages

/// Words of prose that could name or reach a person. Findings say where, never what.
struct ProseGuardWords {
  /// Institutional contacts of the agreement, which may be written.
  let contacts: Set<String>

  func isKnown(contact: String) -> Bool { contacts.contains(contact) }

  func findings(in text: String) -> [Finding.Message] {
    findings(in: text, PassageTraits(text))
  }

  /// - Parameters:
  ///   - traits: of the text.
  ///   - known: codes that were found in a part of the text, and are not looked for again.
  func findings(
    in text: String, _ traits: PassageTraits, besides known: Set<String> = []
  ) -> [Finding.Message] {
    var messages: [Finding.Message] = []
    if traits.mayHoldCivility, !known.contains(Finding.Message.nameInProse.code),
      namesAfterCivility(text)
    {
      messages.append(.nameInProse)
    }
    // Most prose holds no digit and no address, and nothing below is found without one.
    guard traits.hasDigits || traits.hasAtSigns else { return messages }
    let details = privateDetails(text, known)
    if details.isEmpty { return messages }
    let open = contacts.filter { text.holds($0) }.sorted()
    return messages
      + (open.isEmpty
        ? details : privateDetails(open.reduce(text) { $0.replacing($1, with: "") }, known))
  }

  private func privateDetails(_ open: String, _ known: Set<String>) -> [Finding.Message] {
    let bytes = Precheck(open)
    var found: [Finding.Message] = []
    if bytes.mayHoldTelephone, hasTelephone(open) { found.append(.telephoneInProse) }
    if hasContact(open) { found.append(.contactInProse) }
    if bytes.mayHoldCoordinates, PrivateNumbers(open).holdCoordinates {
      found.append(.coordinatesInProse)
    }
    if bytes.mayHoldCaseNumber, PrivateNumbers(open).holdACaseNumber {
      found.append(.caseNumberInProse)
    }
    return known.isEmpty ? found : found.filter { !known.contains($0.code) }
  }

  private func hasContact(_ text: String) -> Bool {
    text.holdsByte { $0 == 0x40 } && text.split(separator: " ").contains(where: isMail)
  }

  /// What stands before a person's name.
  static let civilities: Set<String> = [
    "M.", "Mr", "Mr.", "Mme", "Mme.", "Mlle", "Mrs", "Mrs.", "Ms", "Ms.", "Miss", "Dr", "Dr.",
    "Pr", "Pr.", "Monsieur", "Madame", "Mademoiselle", "Me",
  ]

  /// A civility, then a word with a capital that is no function: `Mme Xxx`, not `M. le Ministre`.
  private func namesAfterCivility(_ text: String) -> Bool {
    let words = text.unicodeScalars.split { $0 == " " || $0 == "\u{A0}" || $0 == "\u{202F}" }
    for (word, next) in zip(words, words.dropFirst()) {
      let bare = word.drop { "(«“\"".unicodeScalars.contains($0) }
      guard let first = bare.first, ("A"..."Z").contains(first),
        Self.civilities.contains(String(Substring(bare)))
      else { continue }
      let name = Substring(next)
      if name.first?.isUppercase == true, name.count > 1 { return true }
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
}

/// Whether anything can be found at all, from the bytes alone: nearly no passage needs a closer look.
private struct Precheck {
  let bytes: [UInt8]

  init(_ text: String) { bytes = Array(text.utf8) }

  private func isDigit(_ index: Int) -> Bool {
    bytes.indices.contains(index) && (0x30...0x39).contains(bytes[index])
  }

  /// Ten digits.
  var mayHoldTelephone: Bool {
    bytes.count >= 10 && bytes.count { (0x30...0x39).contains($0) } >= 10
  }

  /// Three decimals, or the first byte of `°`.
  var mayHoldCoordinates: Bool {
    bytes.indices.contains { index in
      bytes[index] == 0xC2 && index + 1 < bytes.count && bytes[index + 1] == 0xB0
        || (bytes[index] == 0x2C || bytes[index] == 0x2E)
          && isDigit(index - 1) && isDigit(index + 1) && isDigit(index + 2) && isDigit(index + 3)
    }
  }

  /// A digit after `o`, `o.`, `r`, `#` or a letter beyond ASCII, spaces between left out.
  var mayHoldCaseNumber: Bool {
    bytes.indices.contains { index in
      guard isDigit(index), !isDigit(index - 1) else { return false }
      var before = index - 1
      while before >= 0, bytes[before] == 0x20 || (0x09...0x0D).contains(bytes[before]) {
        before -= 1
      }
      guard before >= 0 else { return false }
      // `A1.03` is a code: a point counts after an `o` only.
      if bytes[before] == 0x2E {
        before -= 1
        return before >= 0 && [0x6F, 0x4F].contains(bytes[before])
      }
      return bytes[before] >= 0x80 || [0x6F, 0x4F, 0x72, 0x52, 0x23].contains(bytes[before])
    }
  }
}
