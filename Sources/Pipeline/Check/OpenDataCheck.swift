import Diagnostics
import Languages
import OpenData

/// Looks at the files of open data before they are written: their addresses, and the characters of
/// their texts.
struct OpenDataCheck {
  /// A name longer than this does not survive every file system and archive.
  static let longestName = 120

  /// What no XML 1.0 can say stands there as U+FFFD.
  private static let replacement: [UInt8] = [0xEF, 0xBF, 0xBD]

  func check(_ files: [DataFile], into findings: inout Findings) {
    var seen: Set<String> = []
    for file in files {
      let names = file.path.split(separator: "/", omittingEmptySubsequences: false)
      let isPlain = names.allSatisfy { name in
        !name.isEmpty && !name.allSatisfy { $0 == "." }
          && name.utf8.allSatisfy { byte in
            (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte)
              || (0x61...0x7A).contains(byte) || [0x2D, 0x2E, 0x5F].contains(byte)
          }
      }
      if !isPlain { findings.add(.addressNotPlain, at: Place(file: file.path)) }
      if names.contains(where: { $0.utf8.count > Self.longestName }) {
        findings.add(.addressTooLong, at: Place(file: String(file.path.prefix(60)) + "…"))
      }
      // Windows and macOS take `I1.csv` and `i1.csv` for one file.
      if !seen.insert(file.path.lowercased()).inserted {
        findings.add(.twoFilesAtOneAddress, at: Place(file: file.path))
      }
      if file.mediaType.hasSuffix("xml"), contains(file.bytes, Self.replacement) {
        findings.add(.characterNotAllowed, at: Place(file: file.path))
      }
    }
  }

  private func contains(_ bytes: [UInt8], _ wanted: [UInt8]) -> Bool {
    guard bytes.count >= wanted.count else { return false }
    return (0...(bytes.count - wanted.count)).contains { start in
      bytes[start] == wanted[0] && bytes[start..<(start + wanted.count)].elementsEqual(wanted)
    }
  }
}

extension Finding.Message {
  static let addressNotPlain = Self(
    .error, "address-not-plain",
    en: "code makes a file address with characters other than letters, digits, ‘-’, ‘_’ and ‘.’",
    fr: "ce code donne une adresse de fichier avec d’autres signes que des lettres sans accent, "
      + "des chiffres, « - », « _ » et « . »",
    fix: Localized(
      english: "give the indicator or column a plainer code",
      french: "donnez à l’indicateur ou à la colonne un code plus simple"))

  static let addressTooLong = Self(
    .error, "address-too-long",
    en: "file name of more than \(OpenDataCheck.longestName) letters is not kept by every system",
    fr: "un nom de fichier de plus de \(OpenDataCheck.longestName) signes n’est pas gardé par tous "
      + "les systèmes",
    fix: Localized(
      english: "give the indicator or columns shorter codes",
      french: "donnez à l’indicateur ou aux colonnes des codes plus courts"))

  static let twoFilesAtOneAddress = Self(
    .error, "two-files-at-one-address", en: "two files of data would stand at one address",
    fr: "deux fichiers de données auraient la même adresse",
    fix: Localized(
      english: "give one of the two indicators or breakdowns another code",
      french: "donnez à l’un des deux indicateurs ou ventilations un autre code"))

  static let characterNotAllowed = Self(
    .error, "character-not-allowed",
    en: "text holds a character that no XML file can carry, such as a control character",
    fr: "un texte contient un caractère qu’aucun fichier XML ne peut porter, tel qu’un caractère "
      + "de commande",
    fix: Localized(
      english: "type the name, label or title again in its file",
      french: "retapez le nom, le libellé ou le titre dans son fichier"))
}
