public import Diagnostics
import Languages

/// The keys of a front matter in French: whoever writes a note in French need know no English.
enum FrontMatterWords {
  private static let french = [
    "place": "lieu", "title": "titre", "chair": "présidence", "status": "statut",
    "demonstration": "démonstration", "translation": "traduction", "summary": "résumé",
    "slug": "adresse",
  ]
  private static let english: [String: String] = {
    var keys: [String: String] = [:]
    for (key, word) in french {
      keys[word] = key
      keys[word.decomposed] = key
    }
    return keys
  }()

  /// The key that a word stands for; a word that is no key stands for itself.
  static func key(_ word: String) -> String { english[word.lowercased()] ?? word }

  /// A key as each language writes it.
  static func words(for key: String) -> Localized<String> {
    Localized(english: key, french: french[key] ?? key)
  }

  /// Every word that may be typed for some keys.
  static func words(for keys: [String]) -> [String] {
    keys.flatMap { key in [key, french[key]].compactMap { $0 } }
  }
}

extension FrontMatter {
  /// From entries as they are typed, in either language.
  ///
  /// - Parameter findings: told of a key that stands twice, once in each language.
  public init(
    entries: [(key: String, value: Value, place: Place)], into findings: inout Findings
  ) {
    var values: [String: Value] = [:]
    var places: [String: Place] = [:]
    for entry in entries {
      let key = FrontMatterWords.key(entry.key)
      if values[key] != nil { findings.add(.frontMatterTwice(key), at: entry.place) }
      values[key] = entry.value
      places[key] = entry.place
    }
    self.init(values: values, places: places)
  }
}

extension FrontMatter {
  /// The words of a front matter come onto the page as those of the text do.
  func checkWords(_ guardWords: ProseGuardWords, in file: String, _ findings: inout Findings) {
    for key in ["title", "place", "summary", "documents"] {
      for text in list(key) + [text(key)].compactMap({ $0 }) {
        for message in guardWords.findings(in: text) {
          findings.add(message, at: places[key] ?? Place(file: file, line: 1, column: 1))
        }
      }
    }
  }

  /// Keys that are missing, and keys that are none: a misspelt one is not missing as well.
  func checkKeys(
    required: [String], known: [String], in file: String, _ findings: inout Findings
  ) {
    let start = Place(file: file, line: 1, column: 1)
    var misspelt: Set<String> = []
    for key in values.keys.sorted() where !known.contains(key) {
      let nearest = nearestWord(to: key, among: FrontMatterWords.words(for: known))
      if let nearest { misspelt.insert(FrontMatterWords.key(nearest)) }
      findings.add(
        .frontMatterUnknown(nearest: nearest, known: known), at: places[key] ?? start)
    }
    for key in required where !misspelt.contains(key) {
      let isEmpty = text(key)?.isEmpty ?? (values[key] == nil)
      if isEmpty { findings.add(.frontMatterMissing(key), at: places[key] ?? start) }
    }
  }
}
