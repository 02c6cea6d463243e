import Languages

/// The words of the interface in one language, as the theme has them.
struct Words: Sendable {
  private let table: [String: String]

  init(_ table: [String: String]) { self.table = table }

  func text(_ key: String) -> String? { table[key] }
}

/// The same for whoever draws a file, each word noted as it is asked for.
struct WatchedWords: Sendable {
  let words: Words
  let language: Language
  let watch: ThemeWatch

  /// The words of a key; a theme without them was refused when it was loaded.
  subscript(word: Word) -> String { text(word.rawValue) ?? "" }

  func text(_ key: String) -> String? {
    watch.note(word: key, language)
    return words.text(key)
  }
}
